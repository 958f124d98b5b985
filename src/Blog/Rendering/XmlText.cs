using System.Buffers;
using System.Text;
using System.Xml;

namespace Blog.Rendering;

/// <summary>Documents for machines: UTF-8 without a mark, indented, with characters that XML 1.0 does not allow left out.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    // Every character that IsLegal may refuse; surrogates are looked at more closely.
    private static readonly SearchValues<char> Suspects =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Except([0x9, 0xA, 0xD]).Concat(Enumerable.Range(0xD800, 0x800)).Append(0xFFFE).Append(0xFFFF).Select(c => (char)c)]);

    public static ReadOnlyMemory<byte> Document(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            write(writer);
            writer.WriteEndDocument();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The text without characters that XML 1.0 section 2.2 excludes; half of a surrogate pair becomes U+FFFD.</summary>
    public static string Legal(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsLegal))
        {
            result.Append(rune);
        }

        return result.ToString();
    }

    private static bool IsLegal(Rune rune) => rune.Value is '\t' or '\n' or '\r' or (>= ' ' and <= 0xFFFD) or >= 0x10000;
}
