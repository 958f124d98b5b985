namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    private void Table(MathNode table)
    {
        var environment = table.Environment!; // every table has its environment
        if (environment.Layout == TableLayout.Lines && table.Only is { Only: { } cell } row && !HasNumber(row))
        {
            // equation, and gathered with a single line.
            Argument(cell, environment.Style);
            return;
        }

        var outer = _style;
        var style = environment.Style >= MathStyle.Script ? MathStyle.Script : outer >= MathStyle.Script ? outer : environment.Style;
        var isSmaller = LevelOf(style) > LevelOf(outer);
        if (isSmaller)
        {
            OpenStyle(style);
        }

        var hasFences = environment.Open.Length > 0 || environment.Close.Length > 0;
        if (hasFences)
        {
            Open("mrow");
            Fence(environment.Open, isOpening: true, isFlat: false, isAlone: false);
        }

        Rows(table, environment, style);
        if (hasFences)
        {
            Fence(environment.Close, isOpening: false, isFlat: false, isAlone: false);
            Close("mrow");
        }

        if (isSmaller)
        {
            Close("mstyle");
        }

        _style = outer;
    }

    private static bool HasNumber(MathNode row) => row.Close.Length > 0;

    private void Rows(MathNode table, Environment environment, MathStyle style)
    {
        var (columns, rows, isNumbered) = (0, 0, false);
        foreach (var row in table.Items)
        {
            columns = Math.Max(columns, row.Flag ? 0 : CellsOf(row));
            rows++;
            isNumbered |= HasNumber(row);
        }

        // Lines without an environment are centred where the whole is, and on the left within a line of text.
        var isLeft = environment == Environments.Lines && _style != MathStyle.Display;
        var layout = new TableColumns(isLeft ? TableLayout.LeftLines : environment.Layout, table.Text, columns, isNumbered);
        output.Append("<mtable");
        if (layout.Class.Length > 0)
        {
            output.Append(" class=\"");
            output.Append(layout.Class);
            output.Append('"');
        }

        output.Append(style == MathStyle.Display ? " displaystyle=\"true\">" : ">");
        _style = style;
        var index = 0;
        foreach (var row in table.Items)
        {
            index++;
            var edge = new RowEdge(row.Open, index == rows ? table.Open : "", index == 1, index == rows);
            Row(row, layout, edge);
        }

        Close("mtable");
    }

    /// <summary>What is special about a row's place: the lines above it and below, and whether it is at an end.</summary>
    private readonly record struct RowEdge(string Above, string Below, bool IsFirst, bool IsLast);

    private static int CellsOf(MathNode row)
    {
        var count = 0;
        foreach (var _ in row.Items)
        {
            count++;
        }

        return count;
    }

    private void Row(MathNode row, in TableColumns columns, in RowEdge edge)
    {
        output.Append("<mtr");
        if (row.Text.Length > 0)
        {
            output.Append(" id=\"");
            output.AppendEscaped(row.Text.Span);
            output.Append('"');
        }

        var rowClass = TableColumns.ClassOfRow(edge.Above, edge.Below);
        if (rowClass.Length > 0)
        {
            output.Append(" class=\"");
            output.Append(rowClass);
            output.Append('"');
        }

        output.Append('>');
        if (columns.IsCentred)
        {
            output.Append("<mtd class=\"glue\"></mtd>");
        }

        if (row.Flag)
        {
            AcrossCell(row, columns.Count);
        }
        else
        {
            Cells(row, columns, edge);
        }

        if (columns.IsNumbered)
        {
            output.Append("<mtd class=\"glue eqn-no\">");
            if (HasNumber(row))
            {
                Element("mtext", row.Close);
            }

            output.Append("</mtd>");
        }

        Close("mtr");
    }

    private void AcrossCell(MathNode row, int columns)
    {
        output.Append("<mtd class=\"l\"");
        if (columns > 1)
        {
            output.Append(" columnspan=\"");
            Percent(columns);
            output.Append('"');
        }

        output.Append('>');
        Argument(row.First);
        Close("mtd");
    }

    private void Cells(MathNode row, in TableColumns columns, in RowEdge edge)
    {
        var column = 0;
        foreach (var cell in row.Items)
        {
            OpenCell(columns, column, edge);
            var spaceBelow = cell.Next is null ? row.Size : 0;
            Cell(cell, columns.NeighboursOf(column), columns.SpaceAround(column), spaceBelow);
            Close("mtd");
            column++;
        }

        for (; columns.IsNumbered && column < columns.Count; column++)
        {
            output.Append("<mtd></mtd>");
        }
    }

    private void OpenCell(in TableColumns columns, int column, in RowEdge edge)
    {
        output.Append("<mtd");
        var alignment = columns.Layout == TableLayout.Multline ? (edge.IsFirst ? "l" : edge.IsLast ? "r" : "") : columns.ClassOf(column);
        var (isAbove, isBelow) = (TableColumns.HasLine(edge.Above, column), TableColumns.HasLine(edge.Below, column));
        if (alignment.Length > 0 || isAbove || isBelow)
        {
            output.Append(" class=\"");
            output.Append(alignment);
            output.Append(isAbove ? alignment.Length > 0 ? " bt" : "bt" : "");
            output.Append(isBelow ? alignment.Length > 0 || isAbove ? " bb" : "bb" : "");
            output.Append('"');
        }

        output.Append('>');
    }

    /// <summary>Several children are one row, so that its alignment can be told from that of the cell.</summary>
    /// <param name="cell">A row of items.</param>
    /// <param name="neighbour">What it goes on from and in: the first cell of a pair goes on in the second.</param>
    /// <param name="spaceAround">In em.</param>
    /// <param name="spaceBelow">In em.</param>
    private void Cell(MathNode cell, AtomClass? neighbour, double spaceAround, double spaceBelow)
    {
        var plan = Plan(cell.First, new(neighbour, neighbour));
        var elements = plan.Elements + (spaceBelow > 0 ? 1 : 0) + (2 * SpaceElements(spaceAround));
        output.Append(elements > 1 ? "<mrow>" : "");
        Space(spaceAround);
        Emit(plan);
        Space(spaceAround);
        if (spaceBelow > 0)
        {
            output.Append("<mspace");
            Attribute("depth", LineDepth + spaceBelow);
            output.Append("/>");
        }

        output.Append(elements > 1 ? "</mrow>" : "");
    }
}
