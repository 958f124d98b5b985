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
    public FormulaInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var unclosed = processor.GetParserState(this, static () => new Unclosed()).In(processor.Block);
        if (FormulaMarks.At(rest, slice.PeekCharExtra(-1), unclosed) is not { } formula)
        {
            return false;
        }

        var content = rest.Slice(formula.Mark, formula.Content);
        var isDisplay = formula.Form.IsDisplay || (formula.Form.Opening == "$$" && IsEquation(content));
        processor.Inline = FormulaInline.Of(processor, slice, slice.Start + formula.Mark, formula.Content, formula.Length, isDisplay, formula.Form.Opening == "$$");
        slice.Start += formula.Length;
        return true;
    }

    // What stands in several lines, or has a number, is meant for a line of its own, though text goes on behind it.
    private static bool IsEquation(ReadOnlySpan<char> tex) =>
        tex.Contains('\n') || tex.Contains("\\tag", StringComparison.Ordinal) || tex.Contains("\\label{", StringComparison.Ordinal);

    /// <summary>Closing marks that the rest of the block is known not to have, so that it is searched once.</summary>
    private sealed class Unclosed
    {
        private readonly HashSet<string> _marks = new(StringComparer.Ordinal);
        private Block? _block;

        public HashSet<string> In(Block? block)
        {
            if (!ReferenceEquals(block, _block))
            {
                _block = block;
                _marks.Clear();
            }

            return _marks;
        }
    }
}
