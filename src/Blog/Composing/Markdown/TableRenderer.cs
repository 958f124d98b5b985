using Blog.Composing.Markdown.Formulas;
using Blog.Text;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown;

/// <summary>Tables in a box that scrolls by itself, with the keyboard too (https://www.w3.org/WAI/WCAG22/Techniques/general/G202).</summary>
internal sealed class TableRenderer(Words words) : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"").Write(HtmlText.Escape(NameOf(table))).Write("\"><table").WriteAttributes(table).WriteLine(">");
        var part = "";
        foreach (var block in table)
        {
            var row = (TableRow)block;
            var next = row.IsHeader ? "thead" : "tbody";
            if (next != part)
            {
                Close(renderer, part);
                renderer.Write('<').Write(next).WriteLine(">");
                part = next;
            }

            WriteRow(renderer, table, row);
        }

        Close(renderer, part);
        renderer.WriteLine("</table></div>");
    }

    // Landmarks of one page need names that differ, and the headings of its columns are what a table is about.
    private string NameOf(Table table)
    {
        var columns = table.OfType<TableRow>().TakeWhile(row => row.IsHeader).SelectMany(row => row).OfType<TableCell>()
            .Select(cell => TablePipes.Show(string.Concat(cell.OfType<LeafBlock>().Select(text => InlineText.Of(text.Inline, "")))).Trim()).Where(text => text.Length > 0);
        return string.Join(", ", columns) is { Length: > 0 } headings ? $"{words.Table}: {headings}" : words.Table;
    }

    private static void Close(HtmlRenderer renderer, string part)
    {
        if (part.Length > 0)
        {
            renderer.Write("</").Write(part).WriteLine(">");
        }
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.WriteLine("<tr>");
        var isImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = true;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = (TableCell)row[i];
            var name = row.IsHeader && cell.Count > 0 ? "th" : "td";
            renderer.Write('<').Write(name).Write(Alignment(table, i)).Write('>');
            foreach (Block content in cell)
            {
                renderer.Write(content);
            }

            renderer.Write("</").Write(name).WriteLine(">");
        }

        renderer.ImplicitParagraph = isImplicit;
        renderer.WriteLine("</tr>");
    }

    // A class and no style: a content security policy may forbid styles in the text.
    private static string Alignment(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Left => " class=\"align-left\"",
            TableColumnAlign.Center => " class=\"align-center\"",
            TableColumnAlign.Right => " class=\"align-right\"",
            _ => "",
        };
}
