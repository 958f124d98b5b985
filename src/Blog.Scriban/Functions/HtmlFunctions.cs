using System.Globalization;
using System.Text;
using Blog.Scriban.Escaping;
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
        Add("raw", "text", (f, a) => a[0].IsNull ? default : Html.Of(Printer.Text(f, a[0]), MarkupForms.Everywhere));
        Add("strip", "text", Strip);
        Add("url_encode", "text:s", (_, a) => UrlText.Encode(a[0].Text(), ""));
        Add("url_escape", "text:s", (_, a) => UrlText.Encode(a[0].Text(), ":/?#[]@!$&'()*+,;="));
        return o;
    }

    // Markup that is the same in HTML and XML.
    private static Value Markup(Frame frame, string text) => frame.Language switch
    {
        MarkupLanguage.None => text,
        MarkupLanguage.Xml => Html.Of(XmlEscaper.WithoutControls(text), MarkupForms.Html | MarkupForms.Xml),
        _ => Html.Of(text, MarkupForms.Html | MarkupForms.Xml),
    };

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
        text = frame.Language != MarkupLanguage.None && a[0].Ref is not Html ? Blog.Text.HtmlText.Escape(text) : text;
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' || (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')))
            {
                result.Append("<br />");
            }

            result.Append(text[i]);
        }

        return a[0].Ref is Html html ? Html.Of(result.ToString(), html.Forms & (MarkupForms.Html | MarkupForms.Xml)) : Markup(frame, result.ToString());
    }

    private static Value Strip(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        // What is left of markup is markup: references stand, and a "<" that began no whole tag begins none now.
        var text = PlainText.WithoutTags(Printer.Text(frame, a[0]));
        return a[0].Ref is Html ? Html.Of(text.Replace("<", "&lt;", StringComparison.Ordinal)) : text;
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
