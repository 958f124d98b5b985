using System.Text;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>Takes all raw HTML of a document through <see cref="RawHtmlCheck"/> and puts missing end tags where blocks end.</summary>
internal sealed class RawHtmlPass(RawHtmlCheck check, Findings findings)
{
    public void Run(ContainerBlock container)
    {
        var outer = check.EnterContainer();
        for (var i = 0; i < container.Count; i++)
        {
            switch (container[i])
            {
                case HtmlBlock html:
                    SetText(html, Rewrite(html));
                    break;
                case ContainerBlock inner:
                    Run(inner);
                    break;
                case LeafBlock { Inline: { } inlines }:
                    check.EnterLeaf();
                    Run(inlines);
                    AppendTo(inlines, check.LeaveLeaf());
                    break;
            }
        }

        // Never for lists and tables themselves: what their items open, their items' ends have closed.
        if (check.LeaveContainer(outer) is { Length: > 0 } closing)
        {
            var end = new HtmlBlock(null);
            SetText(end, closing);
            container.Add(end);
        }
    }

    private void Run(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case HtmlInline html:
                    var start = html.Span.Start;
                    html.Tag = check.Rewrite(html.Tag, isInline: true, (offset, length) => findings.Place(new SourceSpan(start + offset, start + offset + length - 1)));
                    break;
                case ContainerInline inner:
                    var outer = check.EnterContainer();
                    Run(inner);
                    AppendTo(inner, check.LeaveContainer(outer));
                    break;
            }
        }
    }

    private static void AppendTo(ContainerInline inlines, string closing)
    {
        if (closing.Length > 0)
        {
            inlines.AppendChild(new HtmlInline(closing));
        }
    }

    private string Rewrite(HtmlBlock block)
    {
        // A line of the block stands somewhere else in the file when a quote mark or an indent was taken off.
        var text = new StringBuilder();
        var starts = new List<(int Offset, int Source)>();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            ref var line = ref block.Lines.Lines[i];
            starts.Add((text.Length, line.Slice.Start));
            text.Append(line.Slice.AsSpan()).Append('\n');
        }

        return check.Rewrite(text.ToString(), isInline: false, (offset, length) =>
        {
            var found = starts.BinarySearch((offset, int.MaxValue));
            var (lineOffset, source) = starts[found < 0 ? ~found - 1 : found];
            var from = source + offset - lineOffset;
            return findings.Place(new SourceSpan(from, from + length - 1));
        });
    }

    private static void SetText(HtmlBlock block, string text) => block.Lines = new StringLineGroup(text.TrimEnd('\n'));
}
