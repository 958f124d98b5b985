using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Blog.Reading;

namespace Blog.Rendering;

/// <summary>Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeed
{
    // Readable in any script; '<', '&' and U+2028 stay escaped, so that the text is harmless inside a script too.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="self">The whole address of the document.</param>
    public static ReadOnlyMemory<byte> Document(Feed feed, string self)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "https://jsonfeed.org/version/1.1");
            writer.WriteString("title", feed.Title);
            if (feed.Description.Length > 0)
            {
                writer.WriteString("description", feed.Description);
            }

            writer.WriteString("home_page_url", feed.HomeUrl);
            writer.WriteString("feed_url", self);
            writer.WriteString("language", feed.Lang);
            WriteAuthors(writer, feed.Authors);
            writer.WriteStartArray("items");
            foreach (var entry in feed.Entries)
            {
                WriteItem(writer, entry);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, FeedEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entry.Url);
        writer.WriteString("url", entry.Url);
        writer.WriteString("title", entry.Title);
        writer.WriteString("summary", entry.Summary);

        // An item needs one of the two.
        if (entry.Content() is { } content)
        {
            writer.WriteString("content_html", content);
        }
        else
        {
            writer.WriteString("content_text", entry.Summary);
        }

        WriteDate(writer, "date_published", entry.Published);
        WriteDate(writer, "date_modified", entry.Updated);
        if (entry.Lang is { } lang)
        {
            writer.WriteString("language", lang);
        }

        WriteAuthors(writer, entry.Authors);
        if (!entry.Terms.IsEmpty)
        {
            writer.WriteStartArray("tags");
            foreach (var term in entry.Terms)
            {
                writer.WriteStringValue(term);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter writer, ImmutableArray<Author> authors)
    {
        if (authors.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("authors");
        foreach (var author in authors)
        {
            writer.WriteStartObject();
            writer.WriteString("name", author.Name);
            if ((author.Url ?? (author.Email is { } email ? $"mailto:{email}" : null)) is { } url)
            {
                writer.WriteString("url", url);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // RFC 3339.
    private static void WriteDate(Utf8JsonWriter writer, string name, DateTimeOffset? date)
    {
        if (date is { } known)
        {
            writer.WriteString(name, known.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }
}
