using System.Text;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// Keeps the <c>|</c> of <c>$P(a|b)$</c> out of sight while tables are read: GitHub's rules split rows into cells before any inline syntax is looked at.
/// The stand-in is as long as what it stands for, so every place in the text stays true.
/// </summary>
/// <remarks>
/// By the same rules the <c>|</c> of code ends a cell too, and cells beyond the table's last column are dropped. So when a row has too many cells, the
/// bars of its code are hidden as well: no text is lost over them, and every row that GitHub shows whole stays as it is there.
/// </remarks>
internal static class TablePipes
{
    /// <summary>A code point that Unicode reserves for use within programs.</summary>
    private const char StandIn = '\uFDD0';

    /// <param name="onExcess">Told the offset, length, cells and columns of each row that has more cells than its table.</param>
    public static string Hide(string markdown, Action<int, int, int, int>? onExcess = null)
    {
        if (!markdown.Contains('|', StringComparison.Ordinal))
        {
            return markdown;
        }

        var text = new StringBuilder(markdown);
        var sizes = new TableSizes(markdown);
        var (columns, above, fence) = (0, 0, '\0');
        for (var start = 0; start < markdown.Length;)
        {
            var end = markdown.IndexOf('\n', start) is var next and >= 0 ? next : markdown.Length;
            var line = markdown.AsSpan(start, end - start);
            var content = line.TrimStart("> \t");
            var contentStart = line.Length - content.Length;
            if (content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = fence == '\0' ? content[0] : fence == content[0] ? '\0' : fence;
            }

            if (!line.Contains('|'))
            {
                (columns, above) = (0, 0);
            }
            else if (IsDelimiterRow(content) && sizes.IsAbsurd(start, line.Count('|')))
            {
                text.Replace('|', StandIn, start, line.Length);
                (columns, above) = (0, 0);
            }
            else if (fence == '\0' && columns == 0 && IsDelimiterRow(content) && CellsOf(line, contentStart, new(line), out _) == above)
            {
                columns = above;
            }
            else
            {
                var runs = new BacktickRuns(line);
                HideInFormulas(line, runs, start, text);
                above = CellsOf(line, contentStart, runs, out var inCode);
                if (columns > 0 && above > columns)
                {
                    HideInCode(line, runs, start, text);
                    if (above - inCode > columns)
                    {
                        onExcess?.Invoke(start + contentStart, content.TrimEnd().Length, above - inCode, columns);
                    }
                }
            }

            start = end + 1;
        }

        return text.ToString();
    }

    private static void HideInFormulas(ReadOnlySpan<char> line, BacktickRuns runs, int offset, StringBuilder text)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (length, isCode) = SpanAt(line, i, runs);
            for (var at = i; !isCode && at < i + length; at++)
            {
                text[offset + at] = line[at] == '|' ? StandIn : line[at];
            }

            i += LengthOfStep(line, i, length) - 1;
        }
    }

    private static void HideInCode(ReadOnlySpan<char> line, BacktickRuns runs, int offset, StringBuilder text)
    {
        for (var i = 0; i < line.Length; i++)
        {
            var (length, isCode) = SpanAt(line, i, runs);
            for (var at = i; isCode && at < i + length; at++)
            {
                text[offset + at] = line[at] == '|' && line[at - 1] != '\\' ? StandIn : text[offset + at];
            }

            i += LengthOfStep(line, i, length) - 1;
        }
    }

    // How long a formula or code is that begins here, with its marks; 0: neither does.
    private static (int Length, bool IsCode) SpanAt(ReadOnlySpan<char> line, int i, BacktickRuns runs) => line[i] switch
    {
        '`' => (runs.IsClosed(i, BacktickRuns.LengthAt(line, i)) ? FormulaMarks.EndOfCode(line, i) + 1 - i : 0, true),
        '\\' or '$' => (FormulaMarks.At(line[i..], i > 0 ? line[i - 1] : '\0')?.Length ?? 0, false),
        _ => (0, false),
    };

    // A run of backticks that nothing closes is text as a whole.
    private static int LengthOfStep(ReadOnlySpan<char> line, int i, int span) =>
        span > 0 ? span : line[i] switch { '\\' => 2, '`' => BacktickRuns.LengthAt(line, i), _ => 1 };

    private static bool IsDelimiterRow(ReadOnlySpan<char> line) => line.Contains('-') && line.Trim().IndexOfAnyExcept("|:- \t") < 0;

    private static int CellsOf(ReadOnlySpan<char> line, int start, BacktickRuns runs, out int inCode)
    {
        var end = line.TrimEnd().Length;
        var cells = 1;
        inCode = 0;
        for (var i = start < end && line[start] == '|' ? start + 1 : start; i < end; i++)
        {
            var (length, isCode) = SpanAt(line, i, runs);
            for (var at = i; isCode && at < i + length; at++)
            {
                inCode += line[at] == '|' && line[at - 1] != '\\' ? 1 : 0;
            }

            cells += line[i] == '|' && i < end - 1 ? 1 : 0;
            i += LengthOfStep(line, i, length) - 1;
        }

        cells += inCode;
        return cells;
    }

    public static string Show(string text) => text.Replace(StandIn, '|');

    public static char Show(char c) => c == StandIn ? '|' : c;
}
