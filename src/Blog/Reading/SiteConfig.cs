using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary><c>content/site.yaml</c>, checked and complete: every key has its value or its default.</summary>
public sealed record SiteConfig
{
    /// <param name="file">Null: no such file, so everything has its default.</param>
    /// <param name="rootName">The name of the site's folder: the title of a site that has none.</param>
    public static SiteConfig Read(SourceFile? file, string rootName, BuildOptions options) => SiteConfigReader.Read(file, rootName, options);

    public required string Title { get; init; }

    public string Tagline { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>BCP 47.</summary>
    public string Lang { get; init; } = "en";

    /// <summary>Scheme, host and port, without a final '/': <c>https://example.org</c>.</summary>
    public string Origin { get; init; } = "http://localhost:4000";

    /// <summary>The path of the home page, with a final '/', percent-encoded: <c>/</c> or <c>/sub/</c>.</summary>
    public string BasePath { get; init; } = "/";

    /// <summary>False when neither site.yaml nor the command line names a <c>base_url</c>.</summary>
    public bool HasBaseUrl { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The site's author(s) by id; a plain <c>author: Name</c> has the name as its id.</summary>
    public ImmutableArray<Author> Authors { get; init; } = [];

    public TermSettings Terms { get; init; } = new();

    public int PageSize { get; init; } = 12;

    /// <summary>A pattern such as <c>/:year/:slug/</c>; null: the source path.</summary>
    public string? Permalink { get; init; }

    public ExcerptSettings Excerpt { get; init; } = ExcerptSettings.For("en");

    public FeedSettings Feed { get; init; } = new();

    public ImmutableArray<MenuItem> Menu { get; init; } = [];

    public MathSettings Math { get; init; } = MathSettings.Default;

    public CodeSettings Code { get; init; } = new();

    /// <summary>Where the names of colours stand, for a stage that knows which there are.</summary>
    public (SourceText? Source, TextSpan Light, TextSpan Dark) CodePlaces { get; init; }

    public ThemeSettings Theme { get; init; } = new();

    /// <summary>Free values for templates; null when absent.</summary>
    public YamlMapping? Params { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Over all that the values were read from: file, folder name, command line.</summary>
    public Fingerprint Fingerprint { get; init; }

    /// <summary>The absolute form of an address: <c>https://example.org/sub/posts/a/</c>.</summary>
    public string AbsoluteUrl(UrlPath url) => Origin + url.ToHref(BasePath);
}

public sealed record Author(string Id, string Name, string? Url = null, string? Email = null);

/// <param name="Aliases">Folded spelling to the term that is meant: <c>ml</c> to <c>机器学习</c>.</param>
/// <param name="Slugs">Folded term to its slug.</param>
public sealed record TermSettings(ImmutableSortedDictionary<string, string> Aliases, ImmutableSortedDictionary<string, string> Slugs)
{
    public TermSettings()
        : this(ImmutableSortedDictionary<string, string>.Empty, ImmutableSortedDictionary<string, string>.Empty)
    {
    }
}

/// <param name="Length">In grapheme clusters, the ellipsis not counted.</param>
public sealed record ExcerptSettings(int Length, string Code, string Formula, string Math, string Ellipsis)
{
    /// <summary>The default labels of a language, by its primary subtag.</summary>
    public static ExcerptSettings For(string lang) => lang.Split('-')[0].Equals("zh", StringComparison.OrdinalIgnoreCase)
        ? new(350, "[代码]", "[公式]", "[Math]", "...")
        : new(350, "[code]", "[formula]", "[math]", "...");
}

/// <param name="Entries">Newest posts in a feed.</param>
/// <param name="IsFull">Whole posts, else summaries.</param>
/// <param name="HasTermFeeds">An Atom feed for each category and tag.</param>
public sealed record FeedSettings(int Entries = 20, bool IsFull = true, bool HasTermFeeds = true)
{
    /// <summary>Of <c>atom</c>, <c>rss</c>, <c>json</c>.</summary>
    public ImmutableArray<string> Formats { get; init; } = ["atom", "rss", "json"];
}

public sealed record MenuItem(string Title, string Url, ImmutableArray<MenuItem> Children);

/// <param name="Macros">Name without backslash to replacement.</param>
/// <param name="HasNumbers">Whether <c>equation</c> and its kin number themselves.</param>
/// <param name="DisplaysDoubleDollars">Whether <c>$$x$$</c> within a line of text is displayed.</param>
/// <param name="HasLegacyEscapes">Whether formulas were written for a processor that eats one backslash: <c>x\_1</c>, <c>\\{</c>.</param>
/// <param name="IsInCode">Whether code within a line that is a formula, marks and all, is meant as one: <c>`$x$`</c>.</param>
public sealed record MathSettings(ImmutableSortedDictionary<string, string> Macros, bool HasNumbers, bool DisplaysDoubleDollars, bool HasLegacyEscapes, bool IsInCode)
{
    public static MathSettings Default { get; } = new(ImmutableSortedDictionary<string, string>.Empty, HasNumbers: true, DisplaysDoubleDollars: false, HasLegacyEscapes: false, IsInCode: false);
}

/// <param name="Light">Name of a palette.</param>
/// <param name="Dark">Name of a palette.</param>
public sealed record CodeSettings(string? Light = null, string? Dark = null, bool HasLineNumbers = false);

/// <summary>Settings of the default theme: checked names with text, or a list or map where the key has one.</summary>
public sealed record ThemeSettings
{
    /// <summary>The values as written, after the check of their names and types; null when absent.</summary>
    public YamlMapping? Values { get; init; }
}
