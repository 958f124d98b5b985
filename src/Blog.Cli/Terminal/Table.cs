using System.Text;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>Rows of plain text in aligned columns, as a terminal shows them: a wide character takes two cells.</summary>
internal static class Table
{
    private const int Gap = 2;

    public static string Of(IReadOnlyList<string[]> rows)
    {
        var printable = rows.Select(row => row.Select(DiagnosticText.Printable).ToArray()).ToArray();
        var widths = new int[printable.Length == 0 ? 0 : printable.Max(row => row.Length)];
        foreach (var row in printable)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], CellsOf(row[i]));
            }
        }

        var text = new StringBuilder();
        foreach (var row in printable)
        {
            for (var i = 0; i < row.Length; i++)
            {
                // The last column is not filled up: nobody wants blanks at line ends in a pipe.
                text.Append(row[i]).Append(' ', i + 1 < row.Length ? widths[i] - CellsOf(row[i]) + Gap : 0);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    public static int CellsOf(string text)
    {
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            cells += EastAsianWidth.CellsOf(rune);
        }

        return cells;
    }
}
