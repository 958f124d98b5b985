using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Code within a line, without reading on in vain. Markdig looks for the end of each run of backticks up to the end of the block: 5,000 runs of different
/// lengths take it minutes (faults.md, MD-2). Here the runs of a block are found once, so that it is known of each whether another one ends it.
/// </summary>
internal sealed class LinearCodeParser : CodeInlineParser
{
    public static void Replace(OrderedList<InlineParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is CodeInlineParser);
        parsers[index] = new LinearCodeParser();
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekCharExtra(-1) == '`')
        {
            return false;
        }

        var length = BacktickRuns.LengthAt(slice.AsSpan(), 0);
        if (processor.GetParserState(this, static () => new TextRuns()).IsClosed(slice, length))
        {
            return base.Match(processor, ref slice);
        }

        var last = slice.Start + length - 1;
        var span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(last));
        processor.Inline = new LiteralInline { Content = new StringSlice(slice.Text, slice.Start, last), Span = span, Line = line, Column = column };
        slice.Start += length;
        return true;
    }

    /// <summary>The runs of the text at hand; each cell of a table is one of its own.</summary>
    private sealed class TextRuns
    {
        private string? _text;
        private int _start;
        private int _end;
        private BacktickRuns _runs = new([]);

        public bool IsClosed(StringSlice slice, int length)
        {
            if (!ReferenceEquals(slice.Text, _text) || slice.End != _end)
            {
                (_text, _start, _end) = (slice.Text, slice.Start, slice.End);
                _runs = new(slice.AsSpan());
            }

            return _runs.IsClosed(slice.Start - _start, length);
        }
    }
}
