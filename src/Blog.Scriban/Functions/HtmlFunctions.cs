using System.Buffers;
using System.Globalization;
using System.Text;
using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>html</c>. Where escaping is on, results that are markup are safe markup.</summary>
internal static class HtmlFunctions
{
    private static readonly SearchValues<char> Markings = SearchValues.Create("&<>\"'");

    // As the original: also the signs of Latin-1, and what lies beyond 16 bits.
    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. "&<>\"'", .. Enumerable.Range(0xA0, 0x60).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    public static ScriptObject Make()
    {
        var o = new ScriptObject(8);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "html");

        Add("escape", "text:s", (f, a) => a[0].IsNull ? default : Markup(f, Escape(f, a[0].Text())));
        Add("newline_to_br", "text", NewlineToBr);
        Add("raw", "text", (f, a) => a[0].IsNull ? default : Html.Of(Printer.Text(f, a[0]), MarkupForms.Everywhere));
        Add("strip", "text", Strip);
        Add("url_encode", "text:s", (f, a) => UrlText.Encode(f, a[0].Text(), ""));
        Add("url_escape", "text:s", (f, a) => UrlText.Encode(f, a[0].Text(), ":/?#[]@!$&'()*+,;="));
        return o;
    }

    // Markup that is the same in HTML and XML.
    private static Value Markup(Frame frame, string text) => frame.Language switch
    {
        MarkupLanguage.None => text,
        MarkupLanguage.Xml => Html.Of(XmlEscaper.WithoutControls(text), MarkupForms.Html | MarkupForms.Xml),
        _ => Html.Of(text, MarkupForms.Html | MarkupForms.Xml),
    };

    private static string Escape(Frame frame, string text)
    {
        var result = new TextBuilder(frame);
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Special); next >= 0; next = rest.IndexOfAny(Special))
        {
            Rune.DecodeFromUtf16(rest[next..], out var rune, out var length);
            result.Append(rest[..next]);
            Append(result, rune);
            rest = rest[(next + length)..];
        }

        return result.Append(rest).Finish();
    }

    private static void Append(TextBuilder result, Rune rune) => _ = rune.Value switch
    {
        '&' => result.Append("&amp;"),
        '<' => result.Append("&lt;"),
        '>' => result.Append("&gt;"),
        '"' => result.Append("&quot;"),
        '\'' => result.Append("&#39;"),
        0xFFFD => result.Append('\ufffd'),
        _ => result.Append(string.Create(CultureInfo.InvariantCulture, $"&#{rune.Value};")),
    };

    private static Value NewlineToBr(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        var text = Printer.Text(frame, a[0]);
        if (frame.Language != MarkupLanguage.None && a[0].Ref is not Html)
        {
            // No character becomes longer than "&quot;".
            frame.Budget.Text(text.Length + (text.Count(Markings.Contains) * 5L));
            text = HtmlText.Escape(text);
        }

        var result = new TextBuilder(frame);
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny('\r', '\n'); next >= 0; next = rest.IndexOfAny('\r', '\n'))
        {
            var length = rest[next..].StartsWith("\r\n") ? 2 : 1;
            result.Append(rest[..next]).Append("<br />").Append(rest.Slice(next, length));
            rest = rest[(next + length)..];
        }

        text = result.Append(rest).Finish();
        return a[0].Ref is Html html ? Html.Of(text, html.Forms & (MarkupForms.Html | MarkupForms.Xml)) : Markup(frame, text);
    }

    private static Value Strip(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[0].IsNull)
        {
            return default;
        }

        // What is left of markup is markup: references stand, and a "<" that began no whole tag begins none now.
        var text = PlainText.WithoutTags(Printer.Text(frame, a[0]));
        frame.Budget.Text(text.Length + (a[0].Ref is Html ? text.AsSpan().Count('<') * 3L : 0));
        return a[0].Ref is not Html ? text
            : frame.Language == MarkupLanguage.Html ? Html.Of(text.Replace("<", "&lt;", StringComparison.Ordinal))
            : CharacterReferences.Decode(text);
    }
}

/// <summary>Percent-encoding.</summary>
internal static class UrlText
{
    /// <param name="kept">Characters that stay besides letters, digits and <c>- . _ ~</c>.</param>
    public static string Encode(Frame frame, string text, string kept)
    {
        var result = new TextBuilder(frame);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~".Contains((char)rune.Value, StringComparison.Ordinal)
                || kept.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                result.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
            }
        }

        return result.Finish();
    }

    private const string Digits = "0123456789ABCDEF";
}
