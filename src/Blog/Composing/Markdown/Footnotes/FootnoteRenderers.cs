using System.Globalization;
using Blog.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Footnotes;

/// <summary>The ids of a footnote and of the places that refer to it.</summary>
internal static class FootnoteIds
{
    public static string Of(Footnote footnote) => string.Create(CultureInfo.InvariantCulture, $"fn-{footnote.Order}");

    public static string Of(FootnoteLink link) => string.Create(CultureInfo.InvariantCulture, $"fnref-{link.Index}");
}

/// <summary>The mark in the text, and the way back at the end of the note.</summary>
internal sealed class FootnoteLinkRenderer(Words words) : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (link.IsBackLink)
        {
            renderer.Write(" <a class=\"footnote-back\" href=\"#").Write(FootnoteIds.Of(link)).Write("\" role=\"doc-backlink\" aria-label=\"")
                .Write(HtmlText.Escape(words.BackToText)).Write("\">↩</a>");
            return;
        }

        renderer.Write("<sup class=\"footnote-ref\"><a id=\"").Write(FootnoteIds.Of(link)).Write("\" href=\"#").Write(FootnoteIds.Of(link.Footnote))
            .Write("\" role=\"doc-noteref\">").Write(link.Footnote.Order.ToString(CultureInfo.InvariantCulture)).Write("</a></sup>");
    }
}

internal sealed class FootnoteGroupRenderer(Words words) : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
    {
        renderer.EnsureLine();
        renderer.Write("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"").Write(HtmlText.Escape(words.Footnotes)).WriteLine("\">").WriteLine("<ol>");
        foreach (var block in group)
        {
            var footnote = (Footnote)block;
            renderer.Write("<li id=\"").Write(FootnoteIds.Of(footnote)).WriteLine("\">");
            var isImplicit = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = false;
            renderer.WriteChildren(footnote);
            renderer.ImplicitParagraph = isImplicit;
            renderer.EnsureLine();
            renderer.WriteLine("</li>");
        }

        renderer.WriteLine("</ol>").WriteLine("</section>");
    }
}
