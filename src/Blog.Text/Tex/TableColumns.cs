namespace Blog.Text.Tex;

/// <summary>The classes that stand for what browsers do not know of columns and lines.</summary>
internal readonly struct TableColumns
{
    /// <summary>The author's specification, one entry a column; null when there is none.</summary>
    private readonly string[]? _specified;

    public TableColumns(TableLayout layout, ReadOnlyMemory<char> specification, int count, bool isNumbered)
    {
        (Layout, Count, IsNumbered) = (layout, count, isNumbered);
        _specified = layout is TableLayout.Specified or TableLayout.Stack or TableLayout.Centred && !specification.IsEmpty
            ? Read(specification.Span, layout == TableLayout.Centred ? count : 0)
            : null;
    }

    public TableLayout Layout { get; }

    public int Count { get; }

    public bool IsNumbered { get; }

    /// <summary>Whether room on the left keeps the whole in the middle, as the number's cell does on the right.</summary>
    public bool IsCentred => IsNumbered && Layout != TableLayout.SpreadPairs;

    /// <summary>The class of the table.</summary>
    public string Class => (Layout, IsNumbered) switch
    {
        (TableLayout.Centred, _) => "m",
        (TableLayout.Cases, _) => "m l",
        (TableLayout.Pairs, true) => "w aln",
        (TableLayout.Pairs, false) => "al",
        (TableLayout.TightPairs, true) => "w aln at",
        (TableLayout.TightPairs, false) => "al at",
        (TableLayout.SpreadPairs, _) => "al fl w",
        (TableLayout.Small, _) => "sm",
        (TableLayout.Stack, _) => "ss",
        (TableLayout.Multline, _) => "ta w",
        (TableLayout.Relation or TableLayout.Lines or TableLayout.LeftLines or TableLayout.RightLines, true) => "w ta",
        (TableLayout.Relation or TableLayout.Lines or TableLayout.LeftLines or TableLayout.RightLines, false) => "ta",
        _ => "",
    };

    /// <summary>The classes of a column's cells; empty for a centred one without lines.</summary>
    public string ClassOf(int column) => Layout switch
    {
        TableLayout.Relation => column == 0 ? "r" : column == 1 ? "" : "l",
        TableLayout.LeftLines => "l",
        TableLayout.RightLines => "r",
        _ => _specified is { Length: > 0 } ? _specified[Math.Min(column, _specified.Length - 1)] : "",
    };

    /// <summary>The class of what a cell goes on in, or what it goes on from; null when cells have nothing to do with each other.</summary>
    public AtomClass? NeighboursOf(int column) => Layout switch
    {
        TableLayout.Pairs or TableLayout.TightPairs or TableLayout.SpreadPairs => AtomClass.Ordinary,
        _ => null,
    };

    /// <summary>In em: the relation in the middle of <c>eqnarray</c> is alone in its cell, and browsers give it no space there.</summary>
    public double SpaceAround(int column) => Layout == TableLayout.Relation && column == 1 ? 5 / 18.0 : 0;

    public static string ClassOfRow(string above, string below) => (above, below) switch
    {
        ("|", "|") => "bt bb",
        ("|", ":") => "bt db",
        (":", "|") => "dt bb",
        (":", ":") => "dt db",
        ("|", _) => "bt",
        (":", _) => "dt",
        (_, "|") => "bb",
        (_, ":") => "db",
        _ => "",
    };

    /// <summary>Whether <c>\cline{2-3}</c> is about a column, counted from 0.</summary>
    public static bool HasLine(string columns, int column)
    {
        if (columns.Length < 2)
        {
            return false;
        }

        var dash = columns.IndexOf('-', StringComparison.Ordinal);
        return int.TryParse(dash < 0 ? columns : columns.AsSpan(0, dash), out var first) && column + 1 >= first
            && int.TryParse(columns.AsSpan(dash + 1), out var last) && column + 1 <= last;
    }

    private static string[] Read(ReadOnlySpan<char> specification, int repeated)
    {
        var columns = new List<string>();
        var before = "";
        foreach (var sign in specification)
        {
            switch (sign)
            {
                case 'l' or 'c' or 'r':
                    columns.Add(Join(sign == 'c' ? "" : sign.ToString(), before));
                    before = "";
                    break;
                case '@':
                    before = Join(before, "gl");
                    AddTo(columns, "gr");
                    break;
                case '|' or ':' when columns.Count == 0:
                    before = Join(before, sign == '|' ? "bl" : "dl");
                    break;
                case '|' or ':':
                    AddTo(columns, sign == '|' ? "br" : "dr");
                    break;
            }
        }

        // matrix* says once what holds for all.
        while (columns.Count > 0 && columns.Count < repeated)
        {
            columns.Add(columns[^1]);
        }

        return [.. columns];
    }

    private static void AddTo(List<string> columns, string name)
    {
        if (columns.Count > 0 && !columns[^1].EndsWith(name, StringComparison.Ordinal))
        {
            columns[^1] = Join(columns[^1], name);
        }
    }

    private static string Join(string names, string name) => names.Length == 0 ? name : name.Length == 0 ? names : $"{names} {name}";
}
