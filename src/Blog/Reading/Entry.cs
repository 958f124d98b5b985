using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

public enum EntryKind
{
    Post,
    Page,
}

/// <summary>Front matter, body and address of a Markdown file; not rendered.</summary>
/// <param name="Body">Where the Markdown stands in <c>File.Text</c>.</param>
/// <param name="Date">Key, else file name; null: none, the entry is listed last.</param>
/// <param name="Categories">Key, else folders; each a path of names, outermost first.</param>
public sealed record Entry(
    SourceFile File,
    EntryKind Kind,
    FrontMatter Meta,
    TextSpan Body,
    UrlPath Url,
    PostDate? Date,
    ImmutableArray<ImmutableArray<string>> Categories,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public SitePath Path { get; } = File.Path;

    public SourceText Source { get; } = File.Text;

    public ReadOnlySpan<char> BodyText => Source.Text.AsSpan(Body.Start, Body.Length);

    /// <summary><c>content/index.md</c>: the introduction of the home listing, not a page of its own.</summary>
    public bool IsHome => Path.Folder.Value == "content" && IsIndex(Path);

    /// <summary>The file's name (of a bundle, its folder's) without date and extension: the title of an entry that has no other.</summary>
    public string Name { get; init; } = "";

    /// <summary>The address with the date of the file's name left in; null when the file's name has none, or the address is a permalink.</summary>
    public UrlPath? DatedUrl { get; init; }

    public static Entry Read(SourceFile file, SiteConfig config) => Read(file, config, FolderDefaults.None);

    public static Entry Read(SourceFile file, SiteConfig config, FolderDefaults folders)
    {
        var diagnostics = new List<Diagnostic>(file.TextDiagnostics);
        var block = FrontMatterBlock.Find(file.Text);
        diagnostics.AddRange(block.Diagnostics);
        var meta = FrontMatterReader.Read(block.Values, file.Text, config, folders.For(file.Path), out var problems);
        diagnostics.AddRange(problems);

        var kind = KindOf(file.Path);
        var (nameDate, name) = NameOf(file.Path, kind, config.TimeZone);
        var date = meta.Date ?? nameDate;
        if (date is null && kind == EntryKind.Post && !block.HasFailed && file.HasText && !meta.Places.ContainsKey("date"))
        {
            diagnostics.Add(Problems.NoDateAtAll(file.Text, block.Values is null));
        }

        var categories = !meta.Categories.IsDefault ? meta.Categories : CategoriesOfFolders(file.Path, kind);
        var address = new EntryAddress(file, kind, meta, config, diagnostics);
        var url = address.Find(date, name, categories);
        meta = meta.Aliases.IsEmpty ? meta : meta with { Aliases = address.Aliases() };
        return new(file, kind, meta, block.Body, url, date, categories, [.. diagnostics])
        {
            Name = PathNames.Visible(name),
            DatedUrl = nameDate is not null && meta.Permalink is null && config.Permalink is null ? DatedUrlOf(url, WholeName(file.Path), name) : null,
        };
    }

    internal static bool IsIndex(SitePath path) => path.Stem.Equals("index", StringComparison.OrdinalIgnoreCase);

    // The index of posts/ itself is a page about the posts.
    private static EntryKind KindOf(SitePath path) =>
        path.IsUnder("content/posts") && !(IsIndex(path) && path.Folder.Value == "content/posts") ? EntryKind.Post : EntryKind.Page;

    private static UrlPath DatedUrlOf(UrlPath url, string wholeName, string name)
    {
        var slug = url.Value.TrimEnd('/').LastIndexOf('/') + 1;
        return new(url.Value[..slug] + wholeName[..^name.Length] + url.Value[slug..]);
    }

    // A bundle is named by its folder.
    private static string WholeName(SitePath path) => IsIndex(path) && path.Folder.Value is not ("" or "content") ? path.Folder.Name : path.Stem;

    private static (PostDate? Date, string Name) NameOf(SitePath path, EntryKind kind, TimeZoneInfo zone)
    {
        var name = WholeName(path);
        return kind == EntryKind.Post && Dates.OfName(name, zone) is (var date, var title) ? (date, title)
            : kind == EntryKind.Post && DateOnly.TryParseExact(name, "yyyy-MM-dd", out _) ? (Dates.Read(name, zone).Date, name)
            : (null, name);
    }

    private static ImmutableArray<ImmutableArray<string>> CategoriesOfFolders(SitePath path, EntryKind kind)
    {
        var folder = kind == EntryKind.Post ? IsIndex(path) ? path.Folder.Folder : path.Folder : default;
        return folder.Value is { Length: > 0 } && FolderDefaults.CategoryOf(folder) is { Length: > 0 } names ? [names] : [];
    }
}
