using System.Globalization;
using System.Xml;

namespace Blog.Rendering;

/// <summary>Writes a feed as RSS 2.0 (https://www.rssboard.org/rss-specification), whole posts in <c>content:encoded</c>.</summary>
internal static class RssFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <param name="self">The whole address of the document.</param>
    public static ReadOnlyMemory<byte> Document(Feed feed, string self) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteAttributeString("xmlns", "atom", null, Atom);
        writer.WriteAttributeString("xmlns", "content", null, Content);
        writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
        writer.WriteStartElement("channel");
        writer.WriteElementString("title", feed.Title);
        writer.WriteElementString("link", feed.HomeUrl);

        // The specification wants a description; the title is one.
        writer.WriteElementString("description", feed.Description.Length > 0 ? feed.Description : feed.Title);
        writer.WriteElementString("language", feed.Lang);
        if (feed.Updated is { } updated)
        {
            writer.WriteElementString("lastBuildDate", Date(updated));
        }

        // https://www.rssboard.org/rss-profile#namespace-elements-atom-link
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", "self");
        writer.WriteAttributeString("type", "application/rss+xml");
        writer.WriteAttributeString("href", self);
        writer.WriteEndElement();
        foreach (var entry in feed.Entries)
        {
            WriteItem(writer, entry);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void WriteItem(XmlWriter writer, FeedEntry entry)
    {
        writer.WriteStartElement("item");
        writer.WriteElementString("title", entry.Title);
        writer.WriteElementString("link", entry.Url);
        writer.WriteStartElement("guid");
        writer.WriteAttributeString("isPermaLink", "true");
        writer.WriteString(entry.Url);
        writer.WriteEndElement();
        if (entry.Published is { } published)
        {
            writer.WriteElementString("pubDate", Date(published));
        }

        // RSS's own author is an address of mail, which few want to publish.
        foreach (var author in entry.Authors)
        {
            writer.WriteElementString("creator", DublinCore, author.Name);
        }

        foreach (var term in entry.Terms)
        {
            writer.WriteElementString("category", term);
        }

        writer.WriteElementString("description", entry.Summary);
        if (entry.Content() is { } content)
        {
            writer.WriteElementString("encoded", Content, content);
        }

        writer.WriteEndElement();
    }

    // RFC 822 with the year of RFC 1123, in UTC: Sun, 11 Jan 2026 06:30:00 GMT.
    private static string Date(DateTimeOffset date) => date.ToString("r", CultureInfo.InvariantCulture);
}
