using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>Atom feeds (RFC 4287) of the site and of each category and tag: the newest posts, whole, with whole addresses.</summary>
internal static class Feeds
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static IEnumerable<Output> Of(Site site, Theme theme) =>
        Listings(site).Where(listing => UrlOf(site, listing) is not null).Select(listing => Feed(site, listing));

    /// <summary>The address of a listing's own feed; null when it has none.</summary>
    public static UrlPath? UrlOf(Site site, Listing listing) => listing.Kind switch
    {
        ListingKind.Home => listing.Url.Append("feed.xml"),
        ListingKind.Category or ListingKind.Tag when site.Config.Feed.HasTermFeeds => listing.Url.Append("feed.xml"),
        _ => null,
    };

    private static IEnumerable<Listing> Listings(Site site) => site.Listings.Where(listing => listing.Kind is ListingKind.Home or ListingKind.Category or ListingKind.Tag);

    private static Output Feed(Site site, Listing listing)
    {
        var url = UrlOf(site, listing)!.Value; // only listings that have one come here
        var posts = listing.Posts.Order(PostOrder.WithoutPins).Take(site.Config.Feed.Entries).ToImmutableArray();
        var config = site.Config;
        var inputs = Fingerprint.Of(
        [
            Fingerprint.OfTexts("atom 1", listing.Title, listing.Url.Value, config.Title, config.Description, config.Origin, config.BasePath, config.Lang, config.TimeZone.Id),
            Fingerprint.OfTexts(config.Feed.IsFull ? "full" : "summary"),
            .. config.Authors.Select(author => Fingerprint.OfTexts(author.Id, author.Name, author.Url, author.Email)),
            .. posts.Select(post => InputsOf(site, post)),
        ]);
        return new(url, inputs, () => new(XmlText.Document(writer => WriteFeed(writer, site, listing, url, posts))), $"the feed of '{listing.Title}'");
    }

    private static Fingerprint InputsOf(Site site, Post post) => Fingerprint.Of(
    [
        Fingerprint.OfTexts(post.Url.Value, post.Title.Text, post.FeedSummary, post.Meta.Lang, Date(post.Entry.Date), Date(post.Meta.Updated)),
        site.Config.Feed.IsFull ? Fingerprint.Of(post.Html.Span) : default,
        Fingerprint.OfTexts(post.Meta.Authors),
        Fingerprint.OfTexts(TermNames(site, post)),
    ]);

    private static void WriteFeed(XmlWriter writer, Site site, Listing listing, UrlPath url, ImmutableArray<Post> posts)
    {
        var config = site.Config;
        writer.WriteStartElement("feed", Atom);
        writer.WriteAttributeString("xml", "lang", null, config.Lang);
        Element(writer, "title", listing.Kind == ListingKind.Home ? config.Title : $"{listing.Title} - {config.Title}");
        if (config.Description.Length > 0 && listing.Kind == ListingKind.Home)
        {
            Element(writer, "subtitle", config.Description);
        }

        Element(writer, "id", config.AbsoluteUrl(listing.Url));
        Link(writer, "self", "application/atom+xml", config.AbsoluteUrl(url));
        Link(writer, "alternate", "text/html", config.AbsoluteUrl(listing.Url));

        // RFC 4287 wants a date: the newest one among the posts; an empty feed has the epoch rather than a clock's time.
        Element(writer, "updated", posts.Select(post => Date(post.Meta.Updated ?? post.Entry.Date)).Append("1970-01-01T00:00:00Z").Max(StringComparer.Ordinal)!);
        foreach (var author in config.Authors.DefaultIfEmpty(new(config.Title, config.Title)))
        {
            WriteAuthor(writer, author);
        }

        foreach (var post in posts)
        {
            WriteEntry(writer, site, post);
        }

        writer.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter writer, Site site, Post post)
    {
        var config = site.Config;
        var permalink = config.AbsoluteUrl(post.Url);
        writer.WriteStartElement("entry", Atom);
        if (post.Meta.Lang is { } lang)
        {
            writer.WriteAttributeString("xml", "lang", null, lang);
        }

        Element(writer, "title", post.Title.Text);
        Element(writer, "id", permalink);
        Link(writer, "alternate", "text/html", permalink);
        if (Date(post.Entry.Date) is { } published)
        {
            Element(writer, "published", published);
        }

        Element(writer, "updated", Date(post.Meta.Updated) ?? Date(post.Entry.Date) ?? "1970-01-01T00:00:00Z");
        foreach (var id in post.Meta.Authors)
        {
            WriteAuthor(writer, config.Authors.FirstOrDefault(author => author.Id == id) ?? new(id, id));
        }

        foreach (var term in TermNames(site, post))
        {
            writer.WriteStartElement("category", Atom);
            writer.WriteAttributeString("term", XmlText.Legal(term));
            writer.WriteEndElement();
        }

        Element(writer, "summary", post.FeedSummary);
        if (config.Feed.IsFull)
        {
            writer.WriteStartElement("content", Atom);
            writer.WriteAttributeString("type", "html");
            writer.WriteString(XmlText.Legal(AbsoluteUrls.Of(Encoding.UTF8.GetString(post.Html.Span), permalink)));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter writer, Author author)
    {
        writer.WriteStartElement("author", Atom);
        Element(writer, "name", author.Name);
        if (author.Url is { } uri)
        {
            Element(writer, "uri", uri);
        }

        if (author.Email is { } email)
        {
            Element(writer, "email", email);
        }

        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, string text) => writer.WriteElementString(name, Atom, XmlText.Legal(text));

    private static void Link(XmlWriter writer, string relation, string type, string href)
    {
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", href);
        writer.WriteEndElement();
    }

    private static IEnumerable<string> TermNames(Site site, Post post)
    {
        var terms = site.TermsOf(post);
        return terms.Categories.Select(path => path[^1].Title).Concat(terms.Tags.Select(tag => tag.Title)).Distinct(StringComparer.Ordinal);
    }

    // In UTC, so that texts sort as times do.
    private static string? Date(PostDate? date) => date?.Instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
