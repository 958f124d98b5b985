using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Emphasis with a bound on open marks. Markdig keeps every <c>*</c> and <c>_</c> of a block as a container around the text that follows until the
/// block ends, and gives up with an exception at 10,240 of them: 20,000 stray underscores in a log would stop the build (faults.md, MD-1).
/// </summary>
internal sealed class LimitedEmphasisParser : EmphasisInlineParser
{
    /// <summary>A table is one block, so this is also what all its cells share. Every mark makes each text behind it a little slower to place.</summary>
    private const int MostMarksInABlock = 4_000;

    public static void Replace(OrderedList<InlineParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is EmphasisInlineParser);
        var original = (EmphasisInlineParser)parsers[index];
        var limited = new LimitedEmphasisParser { CjkFriendlyEmphasis = original.CjkFriendlyEmphasis };
        limited.EmphasisDescriptors.Clear();
        limited.EmphasisDescriptors.AddRange(original.EmphasisDescriptors);
        limited.TryCreateEmphasisInlineList.AddRange(original.TryCreateEmphasisInlineList);
        parsers[index] = limited;
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var marks = processor.GetParserState(this, static () => new OpenMarks());
        marks.Enter(processor.Block);
        if (marks.Count >= MostMarksInABlock)
        {
            return AsText(processor, ref slice);
        }

        var before = slice;
        var matched = base.Match(processor, ref slice);
        if (matched && processor.Inline is EmphasisDelimiterInline delimiter)
        {
            marks.Count++;
            delimiter.Type |= WideQuotes.TypeBetween(before, slice, delimiter.DelimiterChar);
        }

        return matched;
    }

    private static bool AsText(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        var mark = slice.CurrentChar;
        while (slice.CurrentChar == mark)
        {
            slice.SkipChar();
        }

        var span = new SourceSpan(processor.GetSourcePosition(start, out var line, out var column), processor.GetSourcePosition(slice.Start - 1));
        processor.Inline = new LiteralInline { Content = new StringSlice(slice.Text, start, slice.Start - 1), Span = span, Line = line, Column = column };
        return true;
    }
}
