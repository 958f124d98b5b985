namespace Blog.Text.Tex;

/// <summary>The numbers of a page's equations, and what their labels stand for.</summary>
internal sealed class EquationNumbering(MathOptions options)
{
    private readonly Dictionary<string, Equation> _labels = new(StringComparer.Ordinal);
    private int _last;

    /// <param name="Id">Of the element that a link leads to.</param>
    /// <param name="Number">Without parentheses; empty when the equation has none.</param>
    public readonly record struct Equation(string Id, string Number);

    public IEnumerable<string> Labels => _labels.Keys;

    public Equation? Find(string label) => _labels.TryGetValue(label, out var equation) ? equation : null;

    /// <summary>Numbers the rows of a formula, or says the number and id of the whole; both are empty for most.</summary>
    public (string Number, string Id) Number(MathNode formula, EquationNotes notes, bool isDisplay, ProblemList problems)
    {
        var table = TableOf(formula);
        if (notes.IsEmpty && table?.Environment is null or { Numbers: EquationNumbers.None })
        {
            return ("", "");
        }

        if (!isDisplay)
        {
            ReportInline(notes, problems);
            return ("", "");
        }

        if (table is { Environment: { } environment } && (environment.IsNumberedByRow || (environment.HasRowTags && CountTags(notes) > 1)))
        {
            NumberRows(table, environment, notes, problems);
            return ("", "");
        }

        return NumberOne(notes, null, table?.Environment?.Numbers == EquationNumbers.One, problems);
    }

    /// <summary>The table that a formula consists of.</summary>
    private static MathNode? TableOf(MathNode formula)
    {
        MathNode? table = null;
        foreach (var item in formula.Kind == NodeKind.Table ? new Items(formula) : formula.Items)
        {
            if (item.Kind == NodeKind.Space)
            {
                continue;
            }

            if (table is not null || item.Kind != NodeKind.Table)
            {
                return null;
            }

            table = item;
        }

        return table;
    }

    private static int CountTags(EquationNotes notes)
    {
        var count = 0;
        foreach (var note in notes.All)
        {
            count += note.Kind == EquationNoteKind.Tag && note.Row is not null ? 1 : 0;
        }

        return count;
    }

    private static void ReportInline(EquationNotes notes, ProblemList problems)
    {
        foreach (var note in notes.All)
        {
            if (note.Kind != EquationNoteKind.NoNumber)
            {
                problems.Add("misplaced-tag", $"a formula within a line has no {(note.Kind == EquationNoteKind.Tag ? "tag" : "label")}", note.Span, "put it on a line of its own, between '$$'");
            }
        }
    }

    private void NumberRows(MathNode table, Environment environment, EquationNotes notes, ProblemList problems)
    {
        foreach (var row in table.Items)
        {
            if (!row.Flag)
            {
                var (number, id) = NumberOne(notes, row, environment.Numbers == EquationNumbers.EachRow, problems);
                (row.Close, row.Text) = (number, id.AsMemory());
            }
        }
    }

    /// <param name="notes">Those about the row count.</param>
    /// <param name="row">Null for the whole formula, wherever in it something was noted.</param>
    /// <param name="countsByItself">Whether it has a number without being given one.</param>
    /// <param name="problems">For what contradicts itself.</param>
    private (string Number, string Id) NumberOne(EquationNotes notes, MathNode? row, bool countsByItself, ProblemList problems)
    {
        string? tag = null;
        var isCounted = countsByItself && options.HasNumbers;
        foreach (var note in notes.All)
        {
            if (row is not null && note.Row != row)
            {
                continue;
            }

            if (note.Kind == EquationNoteKind.NoNumber)
            {
                isCounted = false;
            }
            else if (note.Kind == EquationNoteKind.Tag && tag is not null)
            {
                problems.Add("misplaced-tag", "an equation has one tag", note.Span, "put lines with tags of their own between '\\begin{align}' and '\\end{align}'");
            }
            else if (note.Kind == EquationNoteKind.Tag)
            {
                tag = note.Text;
            }
        }

        var number = tag ?? (isCounted ? $"({++_last})" : "");
        var id = Label(notes, row, number, problems);
        return number.Length > 0 ? (number, id) : ("", "");
    }

    private string Label(EquationNotes notes, MathNode? row, string number, ProblemList problems)
    {
        var id = "";
        foreach (var note in notes.All)
        {
            if (note.Kind != EquationNoteKind.Label || (row is not null && note.Row != row))
            {
                continue;
            }

            var own = IdOf(note.Text);
            id = id.Length == 0 ? own : id;
            if (!_labels.TryAdd(note.Text, new(id, number is ['(', .. var core, ')'] ? core : number)))
            {
                problems.Add("duplicate-label", $"label '{note.Text}' is on two equations", note.Span);
                id = id == own ? "" : id;
            }
        }

        return id;
    }

    private string IdOf(string label) => options.IdPrefix + string.Concat(label.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':'));
}
