using System.Globalization;
using Blog.Composing.Markdown.Formulas;
using Blog.Composing.Markdown.Links;
using Blog.Text;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>Paragraphs, and what a paragraph may stand for: a figure when it is one image with a title, a labelled box in a task list.</summary>
internal sealed class ParagraphBlockRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        // What is left of a line that held nothing but the mark of a callout.
        if (paragraph.Inline?.FirstChild is null)
        {
            return;
        }

        if (TitledImage(paragraph) is { } image)
        {
            renderer.EnsureLine();
            renderer.Write("<figure>");
            ImageHtml.Write(renderer, image, withTitle: false);
            renderer.Write("<figcaption>").Write(PostMath.CaptionOf(image)).WriteLine("</figcaption></figure>");
            return;
        }

        var isTask = paragraph.Inline?.FirstChild is TaskList;
        if (!renderer.ImplicitParagraph)
        {
            if (!renderer.IsFirstInContainer)
            {
                renderer.EnsureLine();
            }

            renderer.Write("<p").WriteAttributes(paragraph).Write('>');
        }

        renderer.Write(isTask ? "<label>" : "").WriteLeafInline(paragraph).Write(isTask ? "</label>" : "");
        if (!renderer.ImplicitParagraph)
        {
            renderer.WriteLine("</p>");
        }
    }

    private static LinkInline? TitledImage(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true, Url: not null, Title.Length: > 0 } image } && image.NextSibling is null ? image : null;
}

internal sealed class TaskBoxRenderer : HtmlObjectRenderer<TaskList>
{
    protected override void Write(HtmlRenderer renderer, TaskList box) =>
        renderer.Write(box.Checked ? "<input type=\"checkbox\" disabled checked>" : "<input type=\"checkbox\" disabled>");
}

internal sealed class HeadingBlockRenderer : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var level = heading.Level.ToString(CultureInfo.InvariantCulture);
        renderer.EnsureLine();
        renderer.Write("<h").Write(level).WriteAttributes(heading).Write('>').WriteLeafInline(heading).Write("</h").Write(level).WriteLine(">");
    }
}

internal sealed class RuleRenderer : HtmlObjectRenderer<ThematicBreakBlock>
{
    protected override void Write(HtmlRenderer renderer, ThematicBreakBlock rule) => renderer.EnsureLine().WriteLine("<hr>");
}
