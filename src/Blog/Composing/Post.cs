using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>A line of text in its two forms.</summary>
/// <param name="Text">Plain; formulas in their one-line form.</param>
/// <param name="Html">Inline markup, escaped.</param>
public readonly record struct RichText(string Text, string Html);

/// <summary>A heading of the body; <paramref name="Children"/> are the headings below it.</summary>
/// <param name="Level">2 to 6 as written; a first level-1 heading that is not the title counts too.</param>
/// <param name="Id">Unicode, unique in the post.</param>
public sealed record ContentsItem(int Level, string Id, RichText Title, ImmutableArray<ContentsItem> Children);

/// <summary>A link or image of the body that points into this site.</summary>
/// <param name="Target">The address without the fragment.</param>
/// <param name="Fragment">Decoded, without '#'; null when there is none.</param>
/// <param name="Span">The link in the entry's source.</param>
public readonly record struct InternalLink(UrlPath Target, string? Fragment, TextSpan Span);

/// <summary>An entry with everything that is made of its Markdown. Pages are posts that no listing takes.</summary>
/// <param name="Html">The body, UTF-8; addresses are root-relative with the site's base path.</param>
/// <param name="Excerpt">Plain text for cards: the summary key, the text above the more mark, or the cut beginning.</param>
/// <param name="Description">Plain text for meta descriptions: the first sentences.</param>
/// <param name="FeedSummary">Plain text for feeds.</param>
/// <param name="Anchors">All ids of the body.</param>
public sealed record Post(
    Entry Entry,
    RichText Title,
    ReadOnlyMemory<byte> Html,
    string Excerpt,
    string Description,
    string FeedSummary,
    ImmutableArray<ContentsItem> Contents,
    ImmutableHashSet<string> Anchors,
    ImmutableArray<InternalLink> Links,
    bool HasMath,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads the entry's Markdown and makes everything of it that a page, a card or a feed shows.</summary>
    public static Post Render(Entry entry, Addresses addresses, RenderSettings settings)
    {
        var lookups = new Lookups();
        return PostRenderer.Render(entry, addresses.NotedIn(lookups), settings) with { Lookups = lookups };
    }

    /// <summary>What it asked the site's addresses, and the answers: as long as they are the same, so is the post.</summary>
    internal Lookups Lookups { get; init; } = new();

    /// <summary>Of the body, without the title.</summary>
    public ReadingLength Length { get; init; }

    public UrlPath Url => Entry.Url;

    public FrontMatter Meta => Entry.Meta;
}
