using System.Collections.Immutable;
using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Headings;

/// <summary><c>[TOC]</c>: the table of contents in the text, where the author wants it.</summary>
internal sealed class ContentsBlock : LeafBlock
{
    private const int LongestMark = 16;

    private ContentsBlock(Block mark)
        : base(null)
    {
        IsOpen = false;
        (Line, Column, Span) = (mark.Line, mark.Column, mark.Span);
    }

    public ImmutableArray<ContentsItem> Items { get; set; } = [];

    /// <summary>Puts it in the place of the first paragraph that holds nothing but the mark; null when there is none. One is enough: many would be a square of links.</summary>
    public static ContentsBlock? Take(MarkdownDocument document)
    {
        for (var i = 0; i < document.Count; i++)
        {
            if (document[i] is ParagraphBlock paragraph && IsMark(paragraph))
            {
                var contents = new ContentsBlock(paragraph);
                document[i] = contents;
                return contents;
            }
        }

        return null;
    }

    private static bool IsMark(ParagraphBlock paragraph)
    {
        var text = "";
        for (var inline = paragraph.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LiteralInline literal || text.Length + literal.Content.Length > LongestMark)
            {
                return false;
            }

            text += literal.Content.ToString();
        }

        return text.Trim().Equals("[TOC]", StringComparison.OrdinalIgnoreCase);
    }
}

internal sealed class ContentsRenderer(Words words) : HtmlObjectRenderer<ContentsBlock>
{
    protected override void Write(HtmlRenderer renderer, ContentsBlock contents)
    {
        if (contents.Items.IsEmpty)
        {
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<nav class=\"contents\" aria-label=\"").Write(HtmlText.Escape(words.Contents)).WriteLine("\">");
        Write(renderer, contents.Items);
        renderer.WriteLine("</nav>");
    }

    // At most six levels deep.
    private static void Write(HtmlRenderer renderer, ImmutableArray<ContentsItem> items)
    {
        renderer.WriteLine("<ul>");
        foreach (var item in items)
        {
            renderer.Write("<li><a href=\"").Write(HtmlText.Escape(Links.Href.Fragment(item.Id))).Write("\">").Write(item.Title.Html).Write("</a>");
            if (!item.Children.IsEmpty)
            {
                renderer.WriteLine();
                Write(renderer, item.Children);
            }

            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ul>");
    }
}
