using System.Text;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// Keeps the <c>|</c> of <c>$P(a|b)$</c> out of sight while tables are read: GitHub's rules split rows into cells before any inline syntax is looked at.
/// The stand-in is as long as what it stands for, so every place in the text stays true.
/// </summary>
internal static class TablePipes
{
    /// <summary>A code point that Unicode reserves for use within programs.</summary>
    private const char StandIn = '\uFDD0';

    public static string Hide(string markdown)
    {
        if (!markdown.Contains('|', StringComparison.Ordinal) || markdown.AsSpan().IndexOfAny('$', '\\') < 0)
        {
            return markdown;
        }

        var text = new StringBuilder(markdown);
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start) is var next and >= 0 ? next : markdown.Length;
            var line = markdown.AsSpan(start, end - start);
            if (line.Contains('|'))
            {
                HideInLine(line, start, text);
            }

            start = end + 1;
        }

        return text.ToString();
    }

    private static void HideInLine(ReadOnlySpan<char> line, int offset, StringBuilder text)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (mark, length) = line[i..] switch
            {
                ['\\', '(', .. var rest] => (2, FormulaMarks.Find(rest, "\\)")),
                ['$', '$', .. var rest] => (2, FormulaMarks.Find(rest, "$$")),
                ['$', .. var rest] => (1, FormulaMarks.FindDollar(rest)),
                ['`', ..] => (0, FormulaMarks.EndOfCode(line, i) - i),
                _ => (0, -1),
            };
            if (length < 0)
            {
                i += line[i] == '\\' ? 1 : 0;
                continue;
            }

            for (var at = i; mark > 0 && at < i + mark + length; at++)
            {
                text[offset + at] = line[at] == '|' ? StandIn : line[at];
            }

            i += mark + length + Math.Max(mark, 1) - 1;
        }
    }

    public static string Show(string text) => text.Replace(StandIn, '|');

    public static char Show(char c) => c == StandIn ? '|' : c;
}
