using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Links with a bound on failures. Each <c>](</c> that begins no link makes Markdig read on to the end of the block: <c>[ (](</c> 20,000 times takes
/// six seconds, 80,000 times minutes (faults.md, MD-2). Brackets that stay open count too, as they nest like emphasis marks.
/// </summary>
internal sealed class LimitedLinkParser : LinkInlineParser
{
    private const int MostFailuresInABlock = 500;
    private const int MostOpenInABlock = 1_500;

    public static void Replace(OrderedList<InlineParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is LinkInlineParser);
        parsers[index] = new LimitedLinkParser();
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var open = processor.GetParserState(this, static () => new OpenMarks());
        open.Enter(processor.Block);
        if (open.Failures >= MostFailuresInABlock || open.Count >= MostOpenInABlock)
        {
            return AsText(processor, ref slice);
        }

        var isClosing = slice.CurrentChar == ']';
        var hasAddress = isClosing && slice.PeekChar() == '(';
        var matched = base.Match(processor, ref slice);
        if (!isClosing)
        {
            open.Count += matched ? 1 : 0;
        }
        else if (open.Count > 0)
        {
            open.Count--;
            open.Failures += hasAddress && processor.Inline is not (LinkInline or FootnoteLink) ? 1 : 0;
        }

        return matched;
    }

    // An image's '!' must not fall to the next parser together with its bracket.
    private static bool AsText(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        slice.SkipChar();
        var position = processor.GetSourcePosition(start, out var line, out var column);
        processor.Inline = new LiteralInline
        {
            Content = new StringSlice(slice.Text, start, start),
            Span = new SourceSpan(position, position),
            Line = line,
            Column = column,
        };
        return true;
    }
}
