using System.Text;

namespace Blog.Reading;

/// <summary>Indents the lines on which quoted text goes on, so that YamlDotNet accepts what libyaml accepts. Folding drops the blanks again.</summary>
internal sealed record QuotedContinuations(string Text, List<int> Insertions)
{
    /// <summary>The blanks put in front of each line, enough for any indentation that a key with quoted text has in practice.</summary>
    private const int Width = 16;

    /// <summary>Where a character of the repaired text stands in the original.</summary>
    public int Original(int offset)
    {
        var index = Insertions.BinarySearch(offset);
        var before = index >= 0 ? index : ~index;
        var inserted = before * Width;
        // Inside the blanks of the last insertion: the place is the start of the line.
        return before > 0 && offset < Insertions[before - 1] + Width ? Insertions[before - 1] - (inserted - Width) : offset - inserted;
    }

    public static QuotedContinuations Indent(string text)
    {
        var result = new StringBuilder(text.Length + 64);
        var insertions = new List<int>();
        var position = 0;
        while (position < text.Length)
        {
            var lineEnd = EndOfLine(text, position);
            var quote = StartOfQuotedText(text, position, lineEnd);
            var end = quote < 0 ? lineEnd : EndOfQuotedText(text, quote);
            foreach (var c in text.AsSpan(position, end - position))
            {
                result.Append(c);
                if (c == '\n' && quote >= 0)
                {
                    insertions.Add(result.Length);
                    result.Append(' ', Width);
                }
            }

            position = end;
            if (quote >= 0)
            {
                var rest = EndOfLine(text, position);
                result.Append(text, position, rest - position);
                position = rest;
            }
        }

        return new(result.ToString(), insertions);
    }

    private static int EndOfLine(string text, int position) => text.IndexOf('\n', position) is var end and >= 0 ? end + 1 : text.Length;

    // Only "key: '…" and "- '…": a quote elsewhere in a line is a character like any other.
    private static int StartOfQuotedText(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        var at = line.IndexOfAnyExcept(" -");
        if (at < 0)
        {
            return -1;
        }

        if (line[at] is not ('"' or '\''))
        {
            var colon = line[at..].IndexOf(": ");
            if (colon < 0)
            {
                return -1;
            }

            at += colon + 1;
            at += line[at..].IndexOfAnyExcept(' ') is var blanks and >= 0 ? blanks : 0;
        }

        return line[at] is '"' or '\'' ? start + at : -1;
    }

    // Behind the closing quote; the quote's own offset when it is never closed, so that nothing is moved.
    private static int EndOfQuotedText(string text, int quote)
    {
        var mark = text[quote];
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (mark == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == mark)
            {
                if (mark == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
                {
                    i++;
                    continue;
                }

                return i + 1;
            }
        }

        return quote;
    }
}
