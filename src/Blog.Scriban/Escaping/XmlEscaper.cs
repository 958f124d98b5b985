using System.Buffers;
using System.Text;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Escaping;

/// <summary>Text for XML, which knows no way to write most control characters: they are left out. See https://www.w3.org/TR/xml/#charsets</summary>
internal static class XmlEscaper
{
    private const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(Controls);

    // Readers make other blanks of line ends, and of all blanks in attributes.
    private static readonly SearchValues<char> SpecialInText = SearchValues.Create("&<>\"'\r" + Controls);
    private static readonly SearchValues<char> SpecialInAttribute = SearchValues.Create("&<>\"'\r\n\t" + Controls);

    public static void WriteText(Output output, ReadOnlySpan<char> text) => Write(output, text, SpecialInText);

    public static void WriteAttribute(Output output, ReadOnlySpan<char> text) => Write(output, text, SpecialInAttribute);

    private static void Write(Output output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        for (var next = text.IndexOfAny(special); next >= 0; next = text.IndexOfAny(special))
        {
            output.Write(text[..next]);
            output.Write(text[next] switch
            {
                '\r' => "&#13;"u8,
                '\n' => "&#10;"u8,
                '\t' => "&#9;"u8,
                '&' or '<' or '>' or '"' or '\'' => EscapedBytes.ReferenceOf(text[next]),
                _ => default,
            });
            text = text[(next + 1)..];
        }

        output.Write(text);
    }

    public static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAny(Forbidden))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(Forbidden.Contains(c) ? "" : c.ToString());
        }

        return result.ToString();
    }
}
