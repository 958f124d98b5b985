using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// <c>$$…$$</c>, <c>\[…\]</c> and <c>\begin{align}…\end{align}</c> alone on their lines. A block parser, because TeX may contain blank lines, and what looks
/// like lists, tables and headings; it opens only when the closing mark is in sight.
/// </summary>
internal sealed class FormulaBlockParser : BlockParser
{
    public FormulaBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (processor.IsCodeIndent || FormulaForm.OfBlock(line) is not var (mark, closing) || (mark == 0 && IsWithin(processor.CurrentBlock)))
        {
            return BlockState.None;
        }

        var content = line[mark..];
        var end = Find(content, closing);

        // `$$ … $$` in backticks over several lines: the second line of such a code span begins nothing.
        var isInCode = content.Contains('`');
        var isWhole = end >= 0 && content[(end + closing.Length)..].IsWhiteSpace() && !content[..end].IsWhiteSpace();
        if (!isWhole && (end >= 0 || isInCode || !IsClosedBelow(processor.Line, closing)))
        {
            return BlockState.None;
        }

        var block = new FormulaBlock(this, closing)
        {
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            IsClosed = isWhole,
        };
        block.Append(isWhole ? content[..(end + Kept(closing))] : content, processor.Line.Start + mark);
        processor.NewBlocks.Push(block);
        return isWhole ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var formula = (FormulaBlock)block;
        var line = processor.Line.AsSpan();
        var end = Find(line, formula.Closing);
        formula.Append(end < 0 ? line : line[..(end + Kept(formula.Closing))], processor.Line.Start);
        formula.UpdateSpanEnd(processor.Line.End);
        formula.IsClosed = end >= 0;
        return formula.IsClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    // Longer than any formula that people write; keeps a file of nothing but opening marks linear.
    private const int LongestFormula = 20_000;

    // The closing mark ends a line below, and no code fence begins before it.
    private static bool IsClosedBelow(StringSlice line, string closing)
    {
        var below = line.Text.AsSpan(line.End + 1);
        below = below[..Math.Min(below.Length, LongestFormula)];
        if (Find(below, closing) is var end and >= 0)
        {
            var tail = below[(end + closing.Length)..];
            var isInCode = below[..end].EndsWith("`") || below[..end].IndexOf("```", StringComparison.Ordinal) >= 0;
            return !isInCode && tail[..(tail.IndexOfAny('\r', '\n') is var next and >= 0 ? next : tail.Length)].IsWhiteSpace();
        }

        return false;
    }

    // An environment below a line with '$$' or a backtick may be the inside of a formula or of code. The last line says enough, and keeps this linear.
    private static bool IsWithin(Block? block) =>
        block is ParagraphBlock { Lines: { Count: > 0 } lines } && lines.Lines[lines.Count - 1].Slice.AsSpan() is var above
        && (above.Contains('`') || above.Contains("$$", StringComparison.Ordinal));

    private static int Find(ReadOnlySpan<char> text, string closing) => FormulaMarks.Find(text, closing, isRaw: closing == "\\\\]");

    // The marks of an environment belong to the TeX.
    private static int Kept(string closing) => closing.StartsWith("\\end", StringComparison.Ordinal) ? closing.Length : 0;
}
