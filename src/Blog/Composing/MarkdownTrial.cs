using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Markdown that is rendered by itself, as a file of a site: for authors, and for their editors.</summary>
public sealed class MarkdownTrial
{
    private readonly SiteConfig _config;
    private readonly FolderDefaults _folders;
    private readonly ImmutableArray<Entry> _published;
    private readonly ImmutableArray<LeftOut> _leftOut;
    private readonly ImmutableArray<SourceFile> _assets;

    /// <remarks>Reads the front matter of the whole site, once; links need all addresses.</remarks>
    public MarkdownTrial(Sources sources, BuildOptions options)
    {
        _config = SiteConfig.Read(sources.Config, sources.RootName, options);
        _folders = FolderDefaults.Read(sources.Folders, _config);
        var entries = SameNames.Apart(sources.Markdown.InParallel(options.Jobs, file => Entry.Read(file, _config, _folders)));
        (_published, _leftOut) = Inclusion.Of(entries, options);
        _assets = sources.Assets;
    }

    /// <param name="text">Front matter may stand above.</param>
    /// <param name="place">The file that it stands for: links start there. Null: a page at the top of the site, which messages call <c>stdin</c>.</param>
    public Post Render(ReadOnlyMemory<byte> text, SitePath? place)
    {
        var bytes = text.ToArray();
        var file = new SourceFile(place ?? new("content/stdin.md"), new(bytes.Length, 0), () => bytes);
        var entry = Entry.Read(file, _config, _folders);
        var addresses = Addresses.Of(_published.Where(other => other.Path != file.Path).Append(entry), _leftOut.Where(left => left.Entry.Path != file.Path), _assets);
        var post = Post.Render(entry, addresses, RenderSettings.Of(_config));
        var said = SaidOnce.Of([.. entry.Diagnostics, .. post.Diagnostics]);
        return post with { Diagnostics = [.. place is null ? said.Select(diagnostic => AsInput(diagnostic, file.Text)) : said] };
    }

    private static Diagnostic AsInput(Diagnostic diagnostic, SourceText source) =>
        ReferenceEquals(diagnostic.Source, source) ? diagnostic with { Source = new(SourceText.StandardInput, source.Text) } : diagnostic;
}
