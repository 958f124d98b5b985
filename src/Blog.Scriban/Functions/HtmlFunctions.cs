using System.Globalization;
using System.Text;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>html</c>. Where escaping is on, results that are markup are safe markup.</summary>
internal static class HtmlFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(8);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "html");

        Add("escape", "text:s", (f, a) => a[0].IsNull ? default : Markup(f, Escape(a[0].Text())));
        Add("newline_to_br", "text", NewlineToBr);
        Add("raw", "text", (f, a) => a[0].IsNull || a[0].Ref is Html ? a[0] : Html.Of(Printer.Text(f, a[0])));
        Add("strip", "text", Strip);
        Add("url_encode", "text:s", (_, a) => UrlText.Encode(a[0].Text(), ""));
        Add("url_escape", "text:s", (_, a) => UrlText.Encode(a[0].Text(), ":/?#[]@!$&'()*+,;="));
        return o;
    }

    private static Value Markup(Frame frame, string text) => frame.Options.EscapeHtml ? Html.Of(text) : text;

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                (>= 0xA0 and <= 0xFF) or > 0xFFFF => result.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};"),
                _ => result.Append(rune.ToString()),
            };
        }

        return result.ToString();
    }

    private static Value NewlineToBr(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        var text = Printer.Text(frame, a[0]);
        text = frame.Options.EscapeHtml && a[0].Ref is not Html ? Blog.Text.HtmlText.Escape(text) : text;
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')))
            {
                result.Append("<br />");
            }

            result.Append(text[i]);
        }

        return Markup(frame, result.ToString());
    }

    private static Value Strip(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        var text = StripTags(Printer.Text(frame, a[0]));
        return a[0].Ref is Html ? Html.Of(text) : text;
    }

    // Not a sanitizer: whatever looks like a tag goes, scripts, styles and comments with their content.
    private static string StripTags(string text)
    {
        var result = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var open = text.IndexOf('<', i);
            if (open < 0)
            {
                break;
            }

            result.Append(text, i, open - i);
            var end = Closing(text, open, "<!--", "-->") ?? Closing(text, open, "<script", "</script>") ?? Closing(text, open, "<style", "</style>")
                ?? TagEnd(text, open);
            if (end is null)
            {
                i = open;
                break;
            }

            i = end.Value;
        }

        return result.Append(text, i, text.Length - i).ToString();
    }

    private static int? Closing(string text, int at, string opening, string closing)
    {
        if (string.Compare(text, at, opening, 0, opening.Length, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return null;
        }

        var end = text.IndexOf(closing, at + opening.Length, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : end + closing.Length;
    }

    // Quotes protect a ">" in an attribute; when they do not close, the first ">" counts.
    private static int? TagEnd(string text, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        var first = text.IndexOf('>', open);
        return first < 0 ? null : first + 1;
    }
}

/// <summary>Percent-encoding.</summary>
internal static class UrlText
{
    /// <param name="kept">Characters that stay besides letters, digits and <c>- . _ ~</c>.</param>
    public static string Encode(string text, string kept)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)b) || "-._~".Contains((char)b, StringComparison.Ordinal) || (b < 128 && kept.Contains((char)b, StringComparison.Ordinal)))
            {
                result.Append((char)b);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return result.ToString();
    }
}
