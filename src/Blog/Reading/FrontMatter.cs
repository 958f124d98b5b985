using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A point in time as an author writes it: a calendar day, or an instant.</summary>
/// <param name="Instant">In the site's zone unless the author gave an offset; midnight for a calendar day.</param>
public readonly record struct PostDate(DateTimeOffset Instant, bool HasTime);

public enum Listed
{
    /// <summary>On the home page, in its terms, archives, feeds and search.</summary>
    Everywhere,

    /// <summary>In its terms, archives and their feeds; not on the home page and in the main feed.</summary>
    Terms,

    /// <summary>Only by its address: not in the sitemap, search, feeds or between neighbours.</summary>
    Nowhere,
}

/// <summary>The checked keys of an entry; a key that is absent is null or empty.</summary>
public sealed record FrontMatter
{
    public static FrontMatter Empty { get; } = new();

    public string? Title { get; init; }

    public PostDate? Date { get; init; }

    public PostDate? Updated { get; init; }

    public PostDate? Expires { get; init; }

    public bool IsDraft { get; init; }

    /// <summary>Paths of category names, outermost first: <c>[[A, B], [C]]</c>. Default: no key was given (then the folder decides).</summary>
    public ImmutableArray<ImmutableArray<string>> Categories { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public string? Summary { get; init; }

    public string? Description { get; init; }

    public string? Slug { get; init; }

    public string? Permalink { get; init; }

    public ImmutableArray<string> Aliases { get; init; } = [];

    public string? Lang { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Series { get; init; }

    public int? Weight { get; init; }

    /// <summary>Higher first; 0: not pinned.</summary>
    public int Pin { get; init; }

    public bool? Toc { get; init; }

    public string? Cover { get; init; }

    public bool? Comments { get; init; }

    /// <summary>Name of a template without <c>.html</c>.</summary>
    public string? Layout { get; init; }

    public Listed Listed { get; init; }

    /// <summary>Only silences: formulas are found without it.</summary>
    public bool? Math { get; init; }

    /// <summary><c>math.macros</c>: name without backslash to replacement.</summary>
    public ImmutableSortedDictionary<string, string> MathMacros { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Values under <c>extra</c>, then unknown keys; null when there are none.</summary>
    public YamlMapping? Extra { get; init; }

    /// <summary>Where a key stands in the file, for later messages about its value; empty when it is not written there.</summary>
    public ImmutableDictionary<string, TextSpan> Places
    {
        get;
        init => (field, AddressPlace) = (value, value.GetValueOrDefault("permalink", value.GetValueOrDefault("slug")));
    } = ImmutableDictionary<string, TextSpan>.Empty;

    /// <summary>Where the address stands in the file: asked for every page of every build.</summary>
    public TextSpan AddressPlace { get; private init; }
}
