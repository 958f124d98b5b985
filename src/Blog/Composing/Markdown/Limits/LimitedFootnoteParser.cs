using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Footnotes with a bound on their number: Markdig looks through all earlier ones for each, and moves all of them to drop one that nothing asks for
/// (faults.md, MD-2). What comes behind the bound is text.
/// </summary>
internal sealed class LimitedFootnoteParser : FootnoteParser
{
    private const int MostFootnotes = 5_000;

    public static void Replace(OrderedList<BlockParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is FootnoteParser);
        parsers[index] = new LimitedFootnoteParser();
    }

    public override BlockState TryOpen(BlockProcessor processor) =>
        processor.Document.GetData(typeof(LimitedFootnoteParser)) is int count && count >= MostFootnotes ? BlockState.None : Counted(processor);

    private BlockState Counted(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state != BlockState.None)
        {
            processor.Document.SetData(typeof(LimitedFootnoteParser), 1 + (processor.Document.GetData(typeof(LimitedFootnoteParser)) as int? ?? 0));
        }

        return state;
    }
}
