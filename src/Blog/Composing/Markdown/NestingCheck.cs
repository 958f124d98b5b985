using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>How deep a document really is. Everything after it may walk the tree by recursion.</summary>
internal static class NestingCheck
{
    public const int MostLevels = 100;

    /// <summary>The first node that is too deep; null: all is well.</summary>
    public static MarkdownObject? FindTooDeep(MarkdownDocument document)
    {
        var waiting = new Stack<(MarkdownObject Node, int Depth)>();
        waiting.Push((document, 0));
        MarkdownObject? first = null;
        while (waiting.TryPop(out var next))
        {
            var (node, depth) = next;
            if (depth > MostLevels)
            {
                first = first is null || node.Span.Start < first.Span.Start ? node : first;
                continue;
            }

            switch (node)
            {
                case ContainerBlock container:
                    foreach (var child in container)
                    {
                        // A list and its item are one level to the author.
                        waiting.Push((child, child is ListItemBlock ? depth : depth + 1));
                    }

                    break;
                case LeafBlock { Inline: { } inlines }:
                    waiting.Push((inlines, depth));
                    break;
                case ContainerInline container:
                    for (var child = container.FirstChild; child is not null; child = child.NextSibling)
                    {
                        if (child is ContainerInline)
                        {
                            waiting.Push((child, depth + 1));
                        }
                    }

                    break;
            }
        }

        return first;
    }

    /// <summary>The line with the longest run of marks that open blocks, for a text that markdig gave up on.</summary>
    public static SourceSpan DeepestLine(string text)
    {
        var (bestStart, bestLength, bestEnd) = (0, -1, 0);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var next and >= 0 ? next : text.Length;
            var marks = text.AsSpan(start, end - start).IndexOfAnyExcept(" \t>*+-") is var first and >= 0 ? first : end - start;
            if (marks > bestLength)
            {
                (bestStart, bestLength, bestEnd) = (start, marks, end);
            }

            start = end + 1;
        }

        return new(bestStart, Math.Max(bestStart, bestEnd - 1));
    }
}
