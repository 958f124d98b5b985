using System.Collections.Immutable;
using Blog.Checking;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Rendering;
using Blog.Text;

namespace Blog;

/// <summary>A planned build: the site as composed, the entries it leaves out, and the recipes for its files.</summary>
/// <param name="Index">Of the outputs.</param>
/// <param name="Now">The instant of the build.</param>
public sealed record SitePlan(Site Site, ImmutableArray<LeftOut> LeftOut, BuildPlan Outputs, OutputIndex Index, DateTimeOffset Now);

/// <summary>The whole program on one page: sources in, recipes out. No clock, no disk, no console in here.</summary>
public static class Build
{
    /// <summary>The kinds of files a site consists of. A new kind is a function of this shape and one more name here.</summary>
    private static readonly Func<Site, Theme, IEnumerable<Output>>[] Chapters = [Pages.Of, Feeds.Of, Sitemap.Of, Redirects.Of, Assets.Of];

    /// <param name="memory">Of the builds before this one; null: there was none.</param>
    public static SitePlan Plan(Sources sources, BuildOptions options, BuildMemory? memory = null)
    {
        memory ??= new();
        var config = memory.Config(sources, options);
        var folders = memory.Folders(sources, config);
        var data = memory.Data(sources);
        var entries = memory.Entries(sources, config, folders, options.Jobs);
        var (published, leftOut) = Inclusion.Of(entries, options);
        var addresses = memory.Addresses(published, leftOut, sources.Assets);   // known before any Markdown is rendered, so links resolve in one pass
        var settings = RenderSettings.Of(config);
        var posts = memory.Posts(published, addresses, settings, options.Jobs);
        var site = memory.Site(config, addresses, sources.Assets, data, folders, posts);
        var theme = memory.Theme(sources, options, config);
        var outputs = Clashes.WithoutReplaced(Chapters.SelectMany(chapter => chapter(site, theme)));
        var index = memory.Index(outputs);

        return new(site, leftOut, new(outputs,
        [
            .. sources.Diagnostics, .. sources.Assets.Select(file => file.Failure).OfType<Diagnostic>(),
            .. config.Diagnostics, .. folders.Diagnostics, .. data.SelectMany(file => file.Diagnostics), .. SaidOnce.Of(Of(entries, entry => entry.Diagnostics)),
            .. Of(posts, post => post.Diagnostics), .. site.Diagnostics,
            .. theme.Diagnostics, .. Palettes.ProblemsOf(config, theme), .. SaidOnce.Of(Pages.Problems(site, theme)), .. Feeds.Problems(site), .. Redirects.Problems(site),
            .. index.HasClashes ? Clashes.Of(outputs) : [], .. options.ChecksLinks ? LinkChecker.Check(site, index) : [],
        ]), index, options.Now);
    }

    // Nearly all of thousands have nothing to say.
    private static IEnumerable<Diagnostic> Of<T>(ImmutableArray<T> items, Func<T, ImmutableArray<Diagnostic>> diagnosticsOf)
    {
        foreach (var item in items)
        {
            foreach (var diagnostic in diagnosticsOf(item))
            {
                yield return diagnostic;
            }
        }
    }
}
