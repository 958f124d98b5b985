using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Brackets that became no link. Markdig leaves each in the tree as a container of all text behind it: flat text would look nested, and a mark would
/// be no neighbour of what it touches. Here they become the text that they are.
/// </summary>
internal static class LeftoverMarks
{
    public static void Flatten(MarkdownDocument document)
    {
        var waiting = new Stack<MarkdownObject>();
        waiting.Push(document);
        while (waiting.TryPop(out var node))
        {
            if (node is ContainerBlock container)
            {
                foreach (var child in container)
                {
                    waiting.Push(child);
                }
            }
            else if ((node as ContainerInline ?? (node as LeafBlock)?.Inline) is { } inlines)
            {
                Flatten(inlines, waiting);
            }
        }
    }

    // From the outside in: what comes out of a mark is looked at next, so each mark is opened once.
    private static void Flatten(ContainerInline inlines, Stack<MarkdownObject> waiting)
    {
        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is DelimiterInline mark)
            {
                var text = new LiteralInline(new StringSlice(mark.ToLiteral())) { Span = mark.Span, Line = mark.Line, Column = mark.Column };
                mark.InsertBefore(text);
                mark.MoveChildrenAfter(mark);
                mark.Remove();
                inline = text;
            }
            else if (inline is ContainerInline)
            {
                waiting.Push(inline);
            }
        }
    }
}
