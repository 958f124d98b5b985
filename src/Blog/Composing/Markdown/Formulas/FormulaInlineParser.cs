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

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var text = new FormulaText();
        var content = rest.Slice(formula.Mark, formula.Content);
        var isDisplay = formula.Form.IsDisplay || (formula.Form.Opening == "$$" && IsEquation(content));
        for (var offset = slice.Start + formula.Mark; ;)
        {
            var end = content.IndexOf('\n') is var next and >= 0 ? next : content.Length;
            text.AppendLine(content[..end], processor.GetSourcePosition(offset));
            if (end == content.Length)
            {
                break;
            }

            content = content[(end + 1)..];
            offset += end + 1;
        }

        processor.Inline = new FormulaInline(new(text, isDisplay) { HasDoubleDollars = formula.Form.Opening == "$$" })
        {
            Span = new SourceSpan(start, processor.GetSourcePosition(slice.Start + formula.Length - 1)),
            Line = line,
            Column = column,
        };
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
