using System.Buffers;
using System.Text;

namespace Blog.Text;

/// <summary>Text made safe for HTML and XML, in element content and in quoted attribute values alike.</summary>
public static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 16);
        AppendEscaped(result, text);
        return result.ToString();
    }

    public static void AppendEscaped(StringBuilder result, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            result.Append(text[..next]).Append(text[next] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(next + 1)..];
        }

        result.Append(text);
    }
}
