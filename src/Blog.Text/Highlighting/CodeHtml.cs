using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blog.Text.Highlighting;

/// <summary>What is to be shown of the lines of a piece of code besides their text.</summary>
public sealed record LineStyle
{
    /// <summary>The number of the first line; null when lines have no numbers.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>Lines to mark, from 1 whatever the first number is; both ends belong to a range.</summary>
    public IReadOnlyList<(int First, int Last)> Marked { get; init; } = [];

    /// <summary>Lines that are left out.</summary>
    public IReadOnlyList<(int First, int Last)> Hidden { get; init; } = [];

    /// <summary>Lines that begin with a sign of a difference are coloured as a whole.</summary>
    public bool IsDiff { get; init; }

    /// <summary>Whether lines need elements of their own.</summary>
    public bool IsNeeded => FirstNumber is not null || Marked.Count > 0 || Hidden.Count > 0 || IsDiff;
}

/// <summary>Highlighted code as HTML: spans with short classes, none of which crosses a line end.</summary>
public static class CodeHtml
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\n");

    private static readonly string[] Openings = [.. Enum.GetValues<TokenKind>().Select(kind => $"<span class=\"{TokenClass.Of(kind)}\">")];

    /// <param name="language">Null for plain text.</param>
    public static string Of(string code, Language? language, LineStyle? lines = null)
    {
        code = Highlighter.WithPlainLineEnds(code);
        var spans = language is null ? [] : lines?.IsDiff == true ? DiffSpans.Of(code, language) : Highlighter.Spans(code, language);
        return Of(code, spans, lines);
    }

    /// <summary>A whole block: the code within <c>pre</c> and <c>code</c>.</summary>
    /// <param name="name">The language as the author wrote it, known or not; null for none.</param>
    public static string BlockOf(string code, Language? language, string? name) =>
        $"{BlockStart(language, name)}{Of(code, language)}</code></pre>";

    /// <param name="name">As the author wrote it; of text without colours it says what may be made of it later: <c>mermaid</c>.</param>
    /// <param name="attributes">More of them, written out, for <c>pre</c>.</param>
    public static string BlockStart(Language? language, string? name, string classes = "", string attributes = "")
    {
        var data = name is null ? "" : $" data-lang=\"{HtmlText.Escape(language is { IsPlain: false } ? language.Name : name)}\"";
        var label = name is null ? "" : $" class=\"language-{HtmlText.Escape(name)}\"";
        return $"<pre class=\"hl{classes}\"{data}{attributes} tabindex=\"0\"><code{label}>";
    }

    /// <summary>The code without its last line end, escaped, with its spans.</summary>
    /// <param name="code">Lines end with <c>\n</c>.</param>
    public static string Of(string code, ReadOnlySpan<CodeSpan> spans, LineStyle? lines = null)
    {
        var length = code.EndsWith('\n') ? code.Length - 1 : code.Length;
        var html = new StringBuilder(length * 2 + 64);
        if (lines is { IsNeeded: true })
        {
            WriteLines(html, code.AsSpan(0, length), spans, lines);
        }
        else
        {
            Write(html, code.AsSpan(0, length), 0, spans);
        }

        return html.ToString();
    }

    private static void WriteLines(StringBuilder html, ReadOnlySpan<char> code, ReadOnlySpan<CodeSpan> spans, LineStyle style)
    {
        var start = 0;
        var (hidden, marked) = (new LineRanges(style.Hidden), new LineRanges(style.Marked));
        for (var line = 1; start <= code.Length; line++)
        {
            var length = code[start..].IndexOf('\n');
            var end = length < 0 ? code.Length : start + length;
            while (spans.Length > 0 && spans[0].End <= start)
            {
                spans = spans[1..];
            }

            var isMarked = marked.Contains(line);
            if (!hidden.Contains(line))
            {
                WriteLine(html, code[start..end], start, spans, style, line, isMarked);
                html.Append(length < 0 ? "</span>" : "\n</span>");
            }

            start = end + 1;
        }
    }

    private static void WriteLine(StringBuilder html, ReadOnlySpan<char> text, int start, ReadOnlySpan<CodeSpan> spans, LineStyle style, int line, bool isMarked)
    {
        html.Append("<span class=\"line");
        html.Append(isMarked ? " hl" : "");
        html.Append(style.IsDiff ? text switch
        {
            ['+', ..] => " gi",
            ['-', ..] => " gd",
            _ => "",
        } : "");
        html.Append("\">");
        if (style.FirstNumber is { } first)
        {
            // The number is no text, so that it is neither copied nor read out, with a style sheet and without.
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"ln\" data-n=\"{first + line - 1}\"></span>");
        }

        Write(html, text, start, spans);
    }

    /// <param name="offset">Where the text stands in the code that the spans are about.</param>
    private static void Write(StringBuilder html, ReadOnlySpan<char> text, int offset, ReadOnlySpan<CodeSpan> spans)
    {
        var place = offset;
        var end = offset + text.Length;
        foreach (var span in spans)
        {
            var from = Math.Max(span.Start, place);
            var to = Math.Min(span.End, end);
            if (span.Start >= end)
            {
                break;
            }

            if (from > place)
            {
                WriteText(html, text[(place - offset)..(from - offset)], null);
            }

            if (to > from)
            {
                WriteText(html, text[(from - offset)..(to - offset)], Openings[(int)span.Kind]);
                place = to;
            }
        }

        WriteText(html, text[(place - offset)..], null);
    }

    /// <param name="opening">Null for plain text. It is closed before a line end and written again behind it.</param>
    private static void WriteText(StringBuilder html, ReadOnlySpan<char> text, string? opening)
    {
        var isOpen = false;
        while (text.Length > 0)
        {
            var next = text.IndexOfAny(Special);
            var length = next < 0 ? text.Length : next;
            var isLineEnd = next >= 0 && text[next] == '\n';
            if (opening is not null && !isOpen && (length > 0 || !isLineEnd))
            {
                html.Append(opening);
                isOpen = true;
            }

            html.Append(text[..length]);
            if (next < 0)
            {
                break;
            }

            if (isLineEnd)
            {
                html.Append(isOpen ? "</span>\n" : "\n");
                isOpen = false;
            }
            else
            {
                html.Append(text[next] switch
                {
                    '&' => "&amp;",
                    '<' => "&lt;",
                    _ => "&gt;",
                });
            }

            text = text[(next + 1)..];
        }

        html.Append(isOpen ? "</span>" : "");
    }
}
