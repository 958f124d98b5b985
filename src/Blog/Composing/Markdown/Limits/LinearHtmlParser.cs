using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Addresses and HTML within a line, without reading on in vain: each <c>&lt;!--</c>, <c>&lt;?</c>, <c>&lt;![CDATA[</c> and <c>&lt;!A</c> that nothing closes
/// makes Markdig read to the end of the block (faults.md, MD-2). Tags need no such care: a quote ends at the next one.
/// </summary>
internal sealed class LinearHtmlParser : AutolinkInlineParser
{
    public static void Replace(OrderedList<InlineParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is AutolinkInlineParser);
        parsers[index] = new LinearHtmlParser();
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        (ClosingOf(slice.AsSpan()) is not { } closing || processor.GetParserState(this, static () => new Closings()).IsBehind(slice, closing))
        && base.Match(processor, ref slice);

    private static string? ClosingOf(ReadOnlySpan<char> text) => text switch
    {
        ['<', '!', '-', '-', ..] => "-->",
        ['<', '!', '[', ..] => "]]>",
        ['<', '!', ..] => ">",
        ['<', '?', ..] => "?>",
        _ => null,
    };

    /// <summary>Where each closing mark stands for the last time in the text at hand; each cell of a table is one of its own.</summary>
    private sealed class Closings
    {
        private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
        private string? _text;
        private int _end;

        public bool IsBehind(StringSlice slice, string closing)
        {
            if (!ReferenceEquals(slice.Text, _text) || slice.End != _end)
            {
                (_text, _end) = (slice.Text, slice.End);
                _last.Clear();
            }

            if (!_last.TryGetValue(closing, out var last))
            {
                var behind = slice.AsSpan().LastIndexOf(closing, StringComparison.Ordinal);
                _last[closing] = last = behind < 0 ? -1 : slice.Start + behind;
            }

            return last > slice.Start;
        }
    }
}
