using System.Text;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>Prose broken into lines as wide as a terminal.</summary>
internal static class Paragraph
{
    /// <param name="width">Cells.</param>
    /// <param name="indent">Blanks in front of every line.</param>
    /// <param name="first">Stands in place of the first line's indent, and is as wide.</param>
    public static string Of(string text, int width, string indent = "", string? first = null)
    {
        var result = new StringBuilder();
        var line = new StringBuilder(first ?? indent);
        var used = indent.Length;
        foreach (var word in text.Split(' '))
        {
            var cells = Table.CellsOf(word);
            if (used > indent.Length && used + 1 + cells > width)
            {
                result.Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear().Append(indent);
                used = indent.Length;
            }

            line.Append(used > indent.Length ? " " : "").Append(word);
            used += cells + (used > indent.Length ? 1 : 0);
        }

        return result.Append(line.ToString().TrimEnd()).Append('\n').ToString();
    }
}
