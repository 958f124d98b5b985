namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// How many cells the tables of a text would have. By GitHub's rules every row gets as many as the first, so that thousands of bars and thousands of short
/// rows below are millions of cells: 40 KB of text took gigabytes (faults.md, MD-2). Asked for places in their order.
/// </summary>
internal sealed class TableSizes(string markdown)
{
    private const int AlwaysAllowed = 20_000;

    private int _counted;
    private int _rows;
    private int _end = -1;

    /// <summary>More cells than characters: no table that is filled in has even half of that.</summary>
    /// <param name="start">Where the row with the dashes begins.</param>
    public bool IsAbsurd(int start, int columns)
    {
        if (start >= _end)
        {
            _end = markdown.IndexOf("\n\n", start, StringComparison.Ordinal) is var blank and >= 0 ? blank : markdown.Length;
            _rows = markdown.AsSpan(start, _end - start).Count('\n');
        }
        else
        {
            // The same rows as before, but for those in between.
            _rows -= markdown.AsSpan(_counted, start - _counted).Count('\n');
        }

        _counted = start;
        var cells = (long)columns * _rows;
        return cells > AlwaysAllowed && cells > _end - start;
    }
}
