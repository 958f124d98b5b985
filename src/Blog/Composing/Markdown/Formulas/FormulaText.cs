using System.Runtime.InteropServices;
using System.Text;
using Blog.Text;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// The TeX of a formula, which knows where in the body each of its characters stands: the marks of lists and quotes at the beginning of its lines are no
/// part of it.
/// </summary>
internal sealed class FormulaText
{
    private static readonly (string Entity, char Sign)[] Entities = [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&')];

    private readonly StringBuilder _tex = new();
    private readonly List<Run> _runs = [];
    private TextSpan? _blankLine;

    private readonly record struct Run(int Start, int Source);

    public bool IsBlank { get; private set; } = true;

    /// <summary>A blank line within the formula, if there is one: TeX itself would stop there.</summary>
    public TextSpan? BlankLine { get; private set; }

    /// <param name="text">One line, or the part of it that belongs to the formula.</param>
    /// <param name="source">Where it stands in the body.</param>
    public void AppendLine(ReadOnlySpan<char> text, int source)
    {
        if (_tex.Length > 0)
        {
            _tex.Append('\n');
        }

        var trimmed = IsBlank ? text.TrimStart() : text;
        if (trimmed.IsWhiteSpace())
        {
            _blankLine ??= IsBlank ? null : new(source, text.Length);
            return;
        }

        IsBlank = false;
        BlankLine ??= _blankLine;
        Append(trimmed, source + text.Length - trimmed.Length);
    }

    // '&lt;' was written for tools that hand formulas to the browser as HTML. No formula means it otherwise: '&' goes before a cell, and cells do not begin so.
    private void Append(ReadOnlySpan<char> text, int source)
    {
        while (NextEntity(text) is (var at, { Length: > 0 } entity, var sign))
        {
            AppendRun(text[..at], source);
            AppendRun([sign], source + at);
            text = text[(at + entity.Length)..];
            source += at + entity.Length;
        }

        AppendRun(text, source);
    }

    private void AppendRun(ReadOnlySpan<char> text, int source)
    {
        _runs.Add(new(_tex.Length, source));
        foreach (var c in text)
        {
            _tex.Append(TablePipes.Show(c));
        }
    }

    private static (int At, string Entity, char Sign) NextEntity(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOf('&'); i >= 0; i = text[(i + 1)..].IndexOf('&') is var next and >= 0 ? i + 1 + next : -1)
        {
            foreach (var (entity, sign) in Entities)
            {
                if (text[i..].StartsWith(entity, StringComparison.Ordinal))
                {
                    return (i, entity, sign);
                }
            }
        }

        return (0, "", '\0');
    }

    /// <summary>Takes back what was written for processors that eat one backslash before TeX sees the formula.</summary>
    public void DropLegacyEscapes()
    {
        var tex = _tex.ToString();
        var places = _runs.ToArray();
        _tex.Clear();
        _runs.Clear();
        var copied = 0;
        foreach (var (at, length, meant) in LegacyEscapes.In(tex))
        {
            Copy(tex, copied, at, places);
            _runs.Add(new(_tex.Length, PlaceOf(places, at)));
            _tex.Append(meant);
            copied = at + length;
        }

        Copy(tex, copied, tex.Length, places);
    }

    private void Copy(string tex, int start, int end, Run[] places)
    {
        _runs.Add(new(_tex.Length, PlaceOf(places, start)));
        _runs.AddRange(places.Where(run => run.Start > start && run.Start < end).Select(run => run with { Start = _tex.Length + run.Start - start }));
        _tex.Append(tex, start, end - start);
    }

    /// <summary>Where a part of the TeX stands in the body.</summary>
    public TextSpan PlaceOf(TextSpan span)
    {
        var runs = CollectionsMarshal.AsSpan(_runs);
        var start = PlaceOf(runs, span.Start);
        return TextSpan.FromBounds(start, span.Length == 0 ? start : PlaceOf(runs, span.End - 1) + 1);
    }

    private static int PlaceOf(ReadOnlySpan<Run> runs, int offset)
    {
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return runs.IsEmpty ? 0 : runs[low].Source + Math.Max(0, offset - runs[low].Start);
    }

    public override string ToString() => _tex.ToString().TrimEnd();
}
