namespace Blog.Composing.Markdown.Formulas;

/// <summary>Where formulas end. In TeX a backslash takes the next character with it, so <c>\$</c> and <c>\\]</c> end nothing.</summary>
internal static class FormulaMarks
{
    /// <summary>The offset of <paramref name="mark"/>, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text, string mark)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny('\\', mark[0]);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (text[i..].StartsWith(mark, StringComparison.Ordinal))
            {
                return i;
            }

            if (text[i] == '\\')
            {
                i++;
            }
        }

        return -1;
    }

    /// <summary>
    /// Nearly Pandoc's rule for single dollars: the next one must follow something that is not blank, and two amounts are no formula, so <c>$5 and $6</c> and
    /// <c>$5-$10</c> stay money. (Pandoc refuses any digit behind, which loses <c>2$\times$2</c>.) A code span in between hides its dollars.
    /// </summary>
    /// <param name="text">Behind the opening dollar.</param>
    public static int FindDollar(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsWhiteSpace(text[0]) || text[0] == '$')
        {
            return -1;
        }

        var braces = 0;
        var depthOfText = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    if (depthOfText == 0 && IsTextCommand(text[i..]))
                    {
                        depthOfText = braces + 1;
                    }

                    i++;
                    break;
                case '{':
                    braces++;
                    break;
                case '}':
                    braces--;
                    depthOfText = braces < depthOfText ? 0 : depthOfText;
                    break;
                case '`' when EndOfCode(text, i) is var end and > 0:
                    i = end;
                    break;
                case '$' when depthOfText > 0 && braces >= depthOfText:
                    break;
                case '$':
                    return char.IsWhiteSpace(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[0])) ? -1 : i;
            }
        }

        return -1;
    }

    // \text{for $n$}: dollars within are TeX's business.
    private static bool IsTextCommand(ReadOnlySpan<char> text) =>
        text.StartsWith("\\text", StringComparison.Ordinal) || text.StartsWith("\\mbox{", StringComparison.Ordinal) || text.StartsWith("\\hbox{", StringComparison.Ordinal);

    /// <summary>The last backtick of a code span that begins at <paramref name="start"/>; -1 when none does.</summary>
    public static int EndOfCode(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept('`') is var run and >= 0 ? run : text.Length - start;
        for (var i = start + length; i < text.Length; i++)
        {
            if (text[i] != '`')
            {
                continue;
            }

            var next = text[i..].IndexOfAnyExcept('`') is var count and >= 0 ? count : text.Length - i;
            if (next == length)
            {
                return i + next - 1;
            }

            i += next - 1;
        }

        return -1;
    }
}
