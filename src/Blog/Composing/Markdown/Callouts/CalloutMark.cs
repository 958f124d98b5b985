using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Callouts;

internal enum Fold
{
    None,
    Closed,
    Open,
}

/// <summary><c>[!NOTE]- Title</c>: what makes a callout of the quote that begins with it.</summary>
/// <param name="Kind">As written.</param>
internal sealed record CalloutMark(string Kind, Fold Fold, bool HasTitle)
{
    public static CalloutMark? Of(QuoteBlock quote) => quote.GetData(typeof(CalloutMark)) as CalloutMark;

    public void Put(QuoteBlock quote) => quote.SetData(typeof(CalloutMark), this);
}

/// <summary>What stands behind the mark in its line; a paragraph to everything that looks for text.</summary>
internal sealed class CalloutTitle : ParagraphBlock
{
    public CalloutTitle(ContainerInline inlines)
    {
        IsOpen = false;
        Inline = inlines;
    }

    /// <summary>The first line of a callout is read as the beginning of its first paragraph; here it becomes a block of its own.</summary>
    public static void TakeAll(MarkdownDocument document)
    {
        foreach (var quote in document.Descendants<QuoteBlock>().Where(quote => CalloutMark.Of(quote) is { HasTitle: true }).ToList())
        {
            Take(quote);
        }
    }

    private static void Take(QuoteBlock quote)
    {
        var paragraph = (ParagraphBlock)quote[0]; // the mark was found in it
        var inlines = new ContainerInline();
        while (paragraph.Inline?.FirstChild is { } first)
        {
            first.Remove();
            if (first is LineBreakInline)
            {
                break;
            }

            inlines.AppendChild(first);
        }

        if (paragraph.Inline?.FirstChild is null)
        {
            quote.RemoveAt(0);
        }

        quote.Insert(0, new CalloutTitle(inlines) { Line = paragraph.Line, Column = paragraph.Column, Span = paragraph.Span });
    }
}
