using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Blog.Reading;

namespace Blog.Rendering;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    /// <param name="self">The whole address of the document.</param>
    public static ReadOnlyMemory<byte> Document(Feed feed, string self) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("feed", Namespace);
        writer.WriteAttributeString("xml", "lang", null, feed.Lang);
        Element(writer, "title", feed.Title);
        if (feed.Description.Length > 0)
        {
            Element(writer, "subtitle", feed.Description);
        }

        Element(writer, "id", feed.HomeUrl);
        Link(writer, "self", "application/atom+xml", self);
        Link(writer, "alternate", "text/html", feed.HomeUrl);
        Element(writer, "updated", Date(feed.Updated));
        WriteAuthors(writer, feed.Authors);
        foreach (var entry in feed.Entries)
        {
            WriteEntry(writer, entry);
        }

        writer.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter writer, FeedEntry entry)
    {
        writer.WriteStartElement("entry", Namespace);
        if (entry.Lang is { } lang)
        {
            writer.WriteAttributeString("xml", "lang", null, lang);
        }

        Element(writer, "title", entry.Title);
        Element(writer, "id", entry.Url);
        Link(writer, "alternate", "text/html", entry.Url);
        if (entry.Published is { } published)
        {
            Element(writer, "published", Date(published));
        }

        Element(writer, "updated", Date(entry.Updated));
        WriteAuthors(writer, entry.Authors);
        foreach (var term in entry.Terms)
        {
            writer.WriteStartElement("category", Namespace);
            writer.WriteAttributeString("term", term);
            writer.WriteEndElement();
        }

        Element(writer, "summary", entry.Summary);
        if (entry.Content() is { } content)
        {
            writer.WriteStartElement("content", Namespace);
            writer.WriteAttributeString("type", "html");
            writer.WriteString(content);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteAuthors(XmlWriter writer, ImmutableArray<Author> authors)
    {
        foreach (var author in authors)
        {
            writer.WriteStartElement("author", Namespace);
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
    }

    private static void Link(XmlWriter writer, string relation, string type, string href)
    {
        writer.WriteStartElement("link", Namespace);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("type", type);
        writer.WriteAttributeString("href", href);
        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, string text) => writer.WriteElementString(name, Namespace, text);

    // RFC 4287 section 4.2.15 wants a date in every feed and entry: undated ones have the epoch rather than a clock's time.
    private static string Date(DateTimeOffset? date) =>
        (date ?? DateTimeOffset.UnixEpoch).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
