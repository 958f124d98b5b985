using System.Collections.Immutable;
using System.Text;
using Blog.Composing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>What a feed says, in whatever format: whole addresses, and texts without characters that XML and feed readers refuse.</summary>
/// <param name="HomeUrl">The page that shows the same posts.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Feed(string Title, string Description, string Lang, string HomeUrl, ImmutableArray<Author> Authors, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>The newest date among the entries; null when none has one.</summary>
    public DateTimeOffset? Updated => Entries.Max(entry => entry.Updated);

    public Fingerprint Inputs => Fingerprint.Of(
    [
        Fingerprint.OfTexts(Title, Description, Lang, HomeUrl),
        FeedEntry.InputsOf(Authors),
        .. Entries.Select(entry => entry.Inputs),
    ]);
}

/// <summary>One post in a feed.</summary>
/// <param name="Url">Also its lasting name: an address does not change without an alias.</param>
/// <param name="Lang">Null: that of the feed.</param>
/// <param name="Published">In UTC; null for an undated post.</param>
/// <param name="Updated">In UTC; the date of publishing when there is no other.</param>
/// <param name="Html">The body as it stands on the page; null when the feed has summaries only.</param>
internal sealed record FeedEntry(
    string Url,
    string Title,
    string Summary,
    string? Lang,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    ImmutableArray<Author> Authors,
    ImmutableArray<string> Terms,
    ReadOnlyMemory<byte>? Html)
{
    /// <summary>Over everything that an entry says; a post stands in several feeds, and its body is hashed once.</summary>
    public Fingerprint Inputs { get; } = Fingerprint.Of(
    [
        Fingerprint.OfTexts(Url, Title, Summary, Lang, Published?.ToString("O"), Updated?.ToString("O")),
        InputsOf(Authors),
        Fingerprint.OfTexts(Terms),
        Html is { } html ? Fingerprint.Of(html.Span) : default,
    ]);

    public static FeedEntry Of(Site site, Post post)
    {
        var config = site.Config;
        var terms = site.TermsOf(post);
        return new(
            config.AbsoluteUrl(post.Url),
            XmlText.Legal(post.Title.Text),
            XmlText.Legal(post.FeedSummary),
            post.Meta.Lang,
            post.Entry.Date?.Instant.ToUniversalTime(),
            (post.Meta.Updated ?? post.Entry.Date)?.Instant.ToUniversalTime(),
            [.. post.Meta.Authors.Select(id => LegalAuthor(config, config.Authors.FirstOrDefault(author => author.Id == id) ?? new(id, id)))],
            [.. terms.Categories.Select(path => path[^1].Title).Concat(terms.Tags.Select(tag => tag.Title)).Select(XmlText.Legal).Distinct(StringComparer.Ordinal)],
            config.Feed.IsFull ? post.Html : (ReadOnlyMemory<byte>?)null); // without the cast, null would become an empty body
    }

    /// <summary>The body for readers who see it elsewhere: every address in it is whole. Null when the feed has summaries only.</summary>
    public string? Content() => Html is { } html ? XmlText.Legal(AbsoluteUrls.Of(Encoding.UTF8.GetString(html.Span), Url)) : null;

    /// <summary>An author in words that feeds can hold; an address from the site's root becomes a whole one.</summary>
    public static Author LegalAuthor(SiteConfig config, Author author) => author with
    {
        Name = XmlText.Legal(author.Name),
        Url = author.Url is ['/', not '/', ..] ? config.Origin + config.BasePath + author.Url[1..] : author.Url is { } url ? XmlText.Legal(url) : null,
        Email = author.Email is { } email ? XmlText.Legal(email) : null,
    };

    public static Fingerprint InputsOf(ImmutableArray<Author> authors) =>
        Fingerprint.Of(authors.Select(author => Fingerprint.OfTexts(author.Name, author.Url, author.Email)));
}
