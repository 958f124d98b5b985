using Blog.Composing;
using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Rendering;

/// <summary>What the default templates read, against what their fingerprints cover: a value read in secret would leave stale pages behind.</summary>
public class ModelReadsTests
{
    private const string Site = """
        -- content/site.yaml --
        title: S
        tagline: T
        lang: zh-CN
        base_url: https://example.org/sub/
        page_size: 1
        author: {name: Ann, url: /about/}
        menu:
          - {title: Home, url: /}
          - {title: More, url: /more/, children: [{title: About, url: /about/}]}
        theme:
          accent: red
          favicon: /f.svg
          links: [{title: L, url: /l/, rel: me}, {title: M, url: /m/}]
          licence: {title: C, url: /c/}
          footer: F
          beian: B
          head: H
          body_end: E
        -- content/index.md --
        Welcome.
        -- content/about.md --
        ---
        title: About
        updated: 2026-01-05
        ---
        ## A

        ### B

        ## C
        -- content/posts/c/_folder.yaml --
        description: D
        -- content/posts/c/d/a.md --
        ---
        title: A $x$
        date: 2026-01-01
        updated: 2026-01-02
        tags: [x]
        author: Bo
        cover: a.svg
        lang: en
        ---
        ## A

        Text.

        ## B
        -- content/posts/c/d/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/c/b.md --
        ---
        title: B
        date: 2025-01-01
        ---
        Text.
        -- content/posts/c/e.md --
        ---
        title: E
        date: 2026-01-02
        draft: true
        ---
        Text.
        -- content/posts/undated.md --
        Text.
        """;

    [Fact]
    public void What_the_default_templates_read_their_fingerprints_cover()
    {
        var given = new SiteInAString(Site) { Options = new() { Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), IncludeDrafts = true } }.Build();
        var site = given.Plan.Site;
        var theme = Theme.Load(given.Snapshot().Templates, given.Options, TimeZoneInfo.Utc);
        var model = new TemplateModel(site, theme);
        (string Layout, ScriptObject Model)[] pages =
        [
            .. site.Posts.Select(post => ("post", model.OfPost(post))),
            .. site.Pages.Select(page => ("page", model.OfPost(page))),
            .. site.Listings.SelectMany(listing => listing.Paginate(1)).Select(page => (page.Listing.Kind == ListingKind.Home ? "home" : "listing", model.OfListing(page))),
            ("terms", model.OfTerms(ListingKind.Tag, new("/tags/"), site.Tags)),
            ("terms", model.OfTerms(ListingKind.Category, new("/categories/"), site.Categories)),
            ("archive", model.OfArchive(new("/archives/"))),
            ("404", model.OfNotFound(new("/404.html"))),
        ];
        Assert.Equal(theme.Layouts, pages.Select(page => page.Layout).Distinct().Order(StringComparer.Ordinal));

        foreach (var (layout, original) in pages)
        {
            var reads = new HashSet<string>(StringComparer.Ordinal);
            var recorded = Recorded(original, "", reads);
            var page = new PageRecipe<ScriptObject>(model, new("/x/"), layout, "a test", recorded, (_, values) => values);
            reads.Clear();
            Assert.Empty(page.Make().Diagnostics.Select(DiagnosticText.Of));

            var declared = theme.ReadsOf(layout);
            Assert.False(declared.Whole, $"'{layout}' depends on everything");
            Assert.Contains("site.title", reads);
            Assert.Empty(reads.Where(path => !Covers(declared, path)).Select(path => $"{layout} reads {path}"));
        }
    }

    // A copy that tells the path of every member that is asked for; made as far as somebody asks.
    private static ScriptObject Recorded(ScriptObject original, string path, HashSet<string> reads)
    {
        var names = original.Names.ToHashSet(StringComparer.Ordinal);
        var copy = new ScriptObject { Kind = original.Kind };
        foreach (var name in names)
        {
            copy.AddLazy(name, () => Recorded(original[name], $"{path}{name}", reads));
        }

        copy.OnRead = name =>
        {
            // The root is also asked for variables and functions of the language.
            if (path.Length > 0 || names.Contains(name))
            {
                reads.Add(path + name);
            }
        };
        return copy;
    }

    private static Value Recorded(Value value, string path, HashSet<string> reads) =>
        value.AsObject is { } known ? Recorded(known, path + ".", reads)
        : value.AsArray is { } list ? new ScriptArray(Enumerable.Range(0, list.Count).Select(i => Recorded(list[i], path + "[*]", reads)))
        : value;

    private static bool Covers(ReadPaths paths, string path)
    {
        foreach (var part in path.Replace("[*]", ".[*]", StringComparison.Ordinal).Split('.'))
        {
            if (paths.Whole)
            {
                return true;
            }

            var next = part == "[*]" ? paths.Elements : paths.Members.GetValueOrDefault(part) ?? paths.Elements;
            if (next is null)
            {
                return false;
            }

            paths = next;
        }

        return true;
    }
}
