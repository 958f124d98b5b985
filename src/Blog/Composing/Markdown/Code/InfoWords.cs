using Blog.Text;

namespace Blog.Composing.Markdown.Code;

/// <summary>A word behind a code fence: <c>linenos</c>, <c>title="a.js"</c>, <c>{1,3-5}</c>.</summary>
/// <param name="Key">Empty for a list in braces without keys.</param>
/// <param name="Value">Null for a word without an equals sign.</param>
/// <param name="Span">In the text of all the words.</param>
internal readonly record struct InfoWord(string Key, string? Value, TextSpan Span);

/// <summary>Takes the text behind the language apart, whichever tool it was written for: blanks and commas separate, braces group, quotes keep together.</summary>
internal static class InfoWords
{
    /// <param name="text">All that stands behind the fence.</param>
    /// <param name="from">Where the language ends.</param>
    /// <param name="open">Where a quote or a brace begins that is not closed; -1 when all are.</param>
    public static List<InfoWord> Of(string text, int from, out int open)
    {
        var words = new List<InfoWord>();
        open = -1;
        var lastClose = text.LastIndexOf('}');
        for (var i = from; i < text.Length;)
        {
            var c = text[i];
            if (c is ' ' or '\t' or ',' or ';' or '}')
            {
                i++;
            }
            else if (c is '{' && IsLines(text, i))
            {
                var close = text.IndexOf('}', i);
                var end = close < 0 ? text.Length : close;
                open = close < 0 && open < 0 ? i : open;
                words.Add(new("", text[(i + 1)..end], TextSpan.FromBounds(i, Math.Min(end + 1, text.Length))));
                i = end + 1;
            }
            else if (c is '{')
            {
                open = open < 0 && lastClose < i ? i : open;
                i++;
            }
            else
            {
                words.Add(Word(text, ref i, ref open));
            }
        }

        return words;
    }

    // {1,3-5}: digits first.
    private static bool IsLines(string text, int brace) => brace + 1 < text.Length && char.IsAsciiDigit(text[brace + 1]);

    private static InfoWord Word(string text, ref int i, ref int open)
    {
        var start = i;
        while (i < text.Length && text[i] is not (' ' or '\t' or ',' or ';' or '=' or '{' or '}') && !(text[i] == ':' && IsHexoValue(text, i)))
        {
            i++;
        }

        var key = text[start..i];
        if (i >= text.Length || text[i] is not ('=' or ':'))
        {
            i = Math.Max(i, start + 1);
            return new(key, null, TextSpan.FromBounds(start, i));
        }

        i++;
        var value = Value(text, ref i, ref open);
        return new(key, value, TextSpan.FromBounds(start, Math.Min(i, text.Length)));
    }

    // A backslash keeps a quote from closing.
    private static int Closing(string text, int from, char close)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == close)
            {
                return i;
            }
        }

        return -1;
    }

    // Hexo writes first_line:10; an address has slashes behind its colon, and a file name comes first of all.
    private static bool IsHexoValue(string text, int colon) => colon + 1 < text.Length && text[colon + 1] is not ('/' or ' ' or ':');

    private static string Value(string text, ref int i, ref int open)
    {
        var (start, close) = (i, i < text.Length ? text[i] : '\0');
        close = close switch
        {
            '[' => ']',
            '{' => '}',
            '"' or '\'' => close,
            _ => '\0',
        };
        if (close != 0)
        {
            var end = Closing(text, start + 1, close);
            open = end < 0 && open < 0 ? start : open;
            end = end < 0 ? text.Length : end;
            i = end + 1;
            return text[(start + 1)..end].Replace("\\" + close, close.ToString(), StringComparison.Ordinal);
        }

        // A list goes on behind a comma: mark:1,4-7.
        while (i < text.Length && text[i] is not (' ' or '\t' or '}') && !(text[i] == ',' && (i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]))))
        {
            i++;
        }

        return text[start..i];
    }
}
