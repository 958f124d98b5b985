namespace Blog.Text.Tex;

internal enum EquationNoteKind
{
    /// <summary><c>\tag{…}</c>: what stands in place of the number, parentheses included.</summary>
    Tag,

    /// <summary><c>\label{…}</c>.</summary>
    Label,

    /// <summary><c>\nonumber</c>, <c>\notag</c>.</summary>
    NoNumber,
}

/// <param name="Row">The row of the outermost table in which it was written; null outside of tables.</param>
internal readonly record struct EquationNote(EquationNoteKind Kind, string Text, TextSpan Span, MathNode? Row);

/// <summary>What a formula says about its numbers. It is said anywhere in a row and means the row, or the whole formula.</summary>
internal sealed class EquationNotes
{
    private readonly List<EquationNote> _notes = [];

    public bool IsEmpty => _notes.Count == 0;

    public IReadOnlyList<EquationNote> All => _notes;

    public void Clear() => _notes.Clear();

    /// <summary>What was said in a row that is dropped is about the one before.</summary>
    public void Move(MathNode from, MathNode to)
    {
        for (var i = _notes.Count - 1; i >= 0 && _notes[i].Row == from; i--)
        {
            _notes[i] = _notes[i] with { Row = to };
        }
    }

    public void Add(EquationNoteKind kind, string text, TextSpan span, MathNode? row) => _notes.Add(new(kind, text, span, row));
}
