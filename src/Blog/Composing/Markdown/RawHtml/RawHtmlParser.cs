using Markdig.Helpers;
using Markdig.Parsers;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>
/// Blocks of raw HTML. A more mark with text behind it is none: <c>&lt;!--more--&gt;The text goes on</c> begins a paragraph, as it does in tools that cut
/// the text there before they read it. By CommonMark the whole line would be HTML, and its formulas and links would stay as written.
/// </summary>
internal sealed class RawHtmlParser : HtmlBlockParser
{
    public static void Replace(OrderedList<BlockParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is HtmlBlockParser);
        parsers[index] = new RawHtmlParser();
    }

    public override BlockState TryOpen(BlockProcessor processor) => IsTextBehindMoreMark(processor.Line.AsSpan()) ? BlockState.None : base.TryOpen(processor);

    private static bool IsTextBehindMoreMark(ReadOnlySpan<char> line) =>
        line.StartsWith("<!--") && line.IndexOf("-->", StringComparison.Ordinal) is var end and > 0 && MoreMark.Is(line[..(end + 3)]) && !line[(end + 3)..].IsWhiteSpace();
}
