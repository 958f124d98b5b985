using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Callouts;

/// <summary>
/// GitHub's <c>&gt; [!NOTE]</c> (https://docs.github.com/get-started/writing-on-github#alerts), with Obsidian's title and fold behind it
/// (https://help.obsidian.md/callouts). Markdig's own extension reads a line that holds nothing else.
/// </summary>
internal sealed class CalloutParser : InlineParser
{
    private const int LongestKind = 40;

    public CalloutParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!' || processor.Block is not ParagraphBlock { Parent: QuoteBlock quote, Inline.FirstChild: null } paragraph || quote[0] != paragraph
            || CalloutMark.Of(quote) is not null)
        {
            return false;
        }

        var text = slice.AsSpan();
        var end = 2;
        while (end < text.Length && end < LongestKind && (char.IsAsciiLetter(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        if (end == 2 || end >= text.Length || text[end] != ']')
        {
            return false;
        }

        var kind = text[2..end++].ToString();
        var fold = end >= text.Length ? Fold.None : text[end] switch { '-' => Fold.Closed, '+' => Fold.Open, _ => Fold.None };
        end += fold == Fold.None ? 0 : 1;
        if (end < text.Length && text[end] is not (' ' or '\t' or '\n'))
        {
            return false;
        }

        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        // Without a title, the line is used up.
        end += end < text.Length && text[end] == '\n' ? 1 : 0;
        new CalloutMark(kind, fold, HasTitle: end < text.Length && text[end - 1] != '\n').Put(quote);
        slice.Start += end;
        return true;
    }
}
