using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// <c>$…$</c>, <c>$$…$$</c>, <c>\(…\)</c> and <c>\[…\]</c> within text. What stands in front does not matter, so formulas may touch Han characters
/// (markdig's own rule asks for a blank or punctuation there).
/// </summary>
internal sealed class FormulaInlineParser : InlineParser
{
    // Longer than any formula that people write; keeps a text of nothing but unpaired marks linear.
    private const int LongestFormula = 4_000;

    public FormulaInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var (mark, closing) = MarksOf(rest, slice.PeekCharExtra(-1));
        if (closing is null)
        {
            return false;
        }

        var unclosed = processor.GetParserState(this, static () => new Unclosed());
        if (unclosed.Has(processor.Block, closing))
        {
            return false;
        }

        var content = rest[mark..Math.Min(rest.Length, LongestFormula)];
        var end = closing == "$" ? FormulaMarks.FindDollar(content) : FormulaMarks.Find(content, closing);
        if (end < 0 && closing != "$" && content.Length == rest.Length - mark)
        {
            unclosed.Add(closing);
        }

        if (end < 0 || !SaysSomething(content[..end]))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var length = mark + end + closing.Length;
        processor.Inline = new FormulaInline(TablePipes.Show(content[..end].Trim().ToString()))
        {
            Span = new SourceSpan(start, processor.GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }

    // \[\\\] is three escaped characters, 100$，$200 two amounts.
    private static bool SaysSomething(ReadOnlySpan<char> tex)
    {
        foreach (var c in tex)
        {
            if (c != '\\' && (char.IsAscii(c) ? !char.IsWhiteSpace(c) : !char.IsPunctuation(c) && !char.IsWhiteSpace(c)))
            {
                return true;
            }
        }

        return false;
    }

    private static (int Length, string? Closing) MarksOf(ReadOnlySpan<char> text, char before) => text switch
    {
        ['\\', '(', ..] => (2, "\\)"),
        ['\\', '[', ..] => (2, "\\]"),
        ['$', '$', '$', ..] => (0, null),
        ['$', '$', ..] when before != '$' => (2, "$$"),
        ['$', ..] when before != '$' => (1, "$"),
        _ => (0, null),
    };

    /// <summary>Closing marks that the rest of the block is known not to have, so that it is searched once.</summary>
    private sealed class Unclosed
    {
        private readonly HashSet<string> _marks = new(StringComparer.Ordinal);
        private Block? _block;

        public bool Has(Block? block, string mark)
        {
            if (!ReferenceEquals(block, _block))
            {
                _block = block;
                _marks.Clear();
            }

            return _marks.Contains(mark);
        }

        public void Add(string mark) => _marks.Add(mark);
    }
}
