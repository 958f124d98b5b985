namespace Blog.Composing.Markdown.Formulas;

/// <summary>Which single dollars are marks of formulas, and which are money or stand for themselves.</summary>
internal static class Dollars
{
    /// <summary>
    /// Nearly Pandoc's rule: the next dollar must follow something that is not blank, and two amounts are no formula, so <c>$5 and $6</c> and <c>$5-$10</c>
    /// stay money. (Pandoc refuses any digit behind, which loses <c>2$\times$2</c>, and any blank inside, which loses <c>$ x_1 $</c>.) A code span in
    /// between hides its dollars.
    /// </summary>
    /// <param name="text">Behind the opening dollar.</param>
    /// <returns>The offset of the closing dollar; -1: the opening one opens nothing.</returns>
    public static int FindClosing(ReadOnlySpan<char> text)
    {
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
                case '`' when FormulaMarks.EndOfCode(text, i) is var end and > 0:
                    i = end;
                    break;
                case '$' when depthOfText > 0 && braces >= depthOfText:
                    break;
                case '$':
                    return i > 0 && IsFormula(text[..i], i + 1 < text.Length ? text[i + 1] : '\0') ? i : -1;
            }
        }

        return -1;
    }

    private static bool IsFormula(ReadOnlySpan<char> tex, char after)
    {
        var hasTexSign = tex.IndexOfAny("\\^_={}") >= 0;
        var isPadded = char.IsWhiteSpace(tex[0]) || char.IsWhiteSpace(tex[^1]);
        var isAmount = char.IsAsciiDigit(tex.TrimStart() is [var first, ..] ? first : ' ');
        if (isAmount && char.IsAsciiDigit(after))
        {
            return false;
        }

        return hasTexSign ? !isPadded || !(Prose.HasWords(tex) || (isAmount && Prose.IsAmount(tex.TrimStart()))) : !isPadded && !Prose.HasCjk(tex) && !Prose.HasWords(tex) && !Prose.IsAmount(tex);
    }

    // \text{for $n$}: dollars within are TeX's business.
    private static bool IsTextCommand(ReadOnlySpan<char> text) =>
        text.StartsWith("\\text", StringComparison.Ordinal) || text.StartsWith("\\mbox{", StringComparison.Ordinal) || text.StartsWith("\\hbox{", StringComparison.Ordinal);
}
