using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>A format of feeds: the name in <c>feed.formats</c>, the file below the listing's address, and what writes it.</summary>
/// <param name="Label">For readers who choose one.</param>
internal sealed record FeedFormat(string Name, string Label, string File, string MediaType, Func<Feed, string, ReadOnlyMemory<byte>> Write);

/// <summary>The newest posts of the site in each format of <c>feed.formats</c>, those of each category and tag as Atom.</summary>
internal static class Feeds
{
    private static readonly FeedFormat Atom = new("atom", "Atom", "feed.xml", "application/atom+xml", AtomFeed.Document);

    /// <summary>A new format is a writer and one more line here.</summary>
    private static readonly ImmutableArray<FeedFormat> Formats =
    [
        Atom,
        new("rss", "RSS", "rss.xml", "application/rss+xml", RssFeed.Document),
        new("json", "JSON", "feed.json", "application/feed+json", JsonFeed.Document),
    ];

    public static IEnumerable<Output> Of(Site site, Theme theme)
    {
        var entries = new ConcurrentDictionary<UrlPath, FeedEntry>();
        foreach (var listing in site.Listings)
        {
            var formats = FormatsOf(site.Config, listing);
            if (formats.IsEmpty)
            {
                continue;
            }

            var feed = new Lazy<Feed>(() => FeedOf(site, listing, post => entries.GetOrAdd(post.Url, _ => FeedEntry.Of(site, post))));
            foreach (var format in formats)
            {
                var url = listing.Url.Append(format.File);
                var self = site.Config.AbsoluteUrl(url);
                yield return new(url, () => Fingerprint.Of(Fingerprint.OfTexts(format.Name, "1", self), feed.Value.Inputs), () => new(format.Write(feed.Value, self)), $"the {format.Label} feed of '{listing.Title}'");
            }
        }
    }

    /// <summary>Feeds hold whole addresses, so a site without one of its own is told; a broken site.yaml may have one that could not be read.</summary>
    public static IEnumerable<Diagnostic> Problems(Site site)
    {
        var config = site.Config;
        var hasFeeds = !config.Feed.Formats.IsEmpty || config.Feed.HasTermFeeds;
        if (hasFeeds && !config.HasBaseUrl && config.Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error))
        {
            yield return Rendering.Problems.FeedNeedsBaseUrl(config.Origin + config.BasePath);
        }
    }

    /// <summary>The formats that a listing's feed comes in, in the author's order; the first one is what "subscribe" leads to.</summary>
    public static ImmutableArray<FeedFormat> FormatsOf(SiteConfig config, Listing listing) => listing.Kind switch
    {
        ListingKind.Home => [.. config.Feed.Formats.Distinct(StringComparer.Ordinal).Select(name => Formats.FirstOrDefault(format => format.Name == name)).OfType<FeedFormat>()],
        ListingKind.Category or ListingKind.Tag when config.Feed.HasTermFeeds => [Atom],
        _ => [],
    };

    /// <summary>The address of a listing's own feed, the first of several; null when it has none.</summary>
    public static UrlPath? UrlOf(SiteConfig config, Listing listing) => FormatsOf(config, listing) is [var first, ..] ? listing.Url.Append(first.File) : null;

    private static Feed FeedOf(Site site, Listing listing, Func<Post, FeedEntry> entryOf)
    {
        var config = site.Config;
        var isHome = listing.Kind == ListingKind.Home;
        return new(
            XmlText.Legal(isHome ? config.Title : $"{listing.Title} - {config.Title}"),
            XmlText.Legal(isHome ? config.Description : listing.Description),
            config.Lang,
            config.AbsoluteUrl(listing.Url),
            [.. config.Authors.DefaultIfEmpty(new(config.Title, config.Title)).Select(author => FeedEntry.LegalAuthor(config, author))],
            [.. listing.Posts.Order(PostOrder.WithoutPins).Take(config.Feed.Entries).Select(entryOf)]);
    }
}
