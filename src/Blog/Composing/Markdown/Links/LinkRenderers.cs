using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Links;

/// <summary>Links and images; their addresses are final already, null for one that must not be published.</summary>
internal sealed class LinkRenderer : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            ImageHtml.Write(renderer, link, withTitle: true);
            return;
        }

        renderer.Write("<a");
        if (link.Url is { } url)
        {
            renderer.Write(" href=\"").Write(HtmlText.Escape(url)).Write('"');
        }

        if (!string.IsNullOrEmpty(link.Title))
        {
            renderer.Write(" title=\"").Write(HtmlText.Escape(link.Title)).Write('"');
        }

        renderer.WriteAttributes(link).Write('>');
        renderer.WriteChildren(link);
        renderer.Write("</a>");
    }
}

/// <summary><c>&lt;https://…&gt;</c></summary>
internal sealed class AutolinkRenderer : HtmlObjectRenderer<AutolinkInline>
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        var text = HtmlText.Escape(link.Url);
        if (Href.UnsafeScheme(link.Url, isImage: false) is not null)
        {
            renderer.Write(text);
            return;
        }

        renderer.Write("<a href=\"").Write(HtmlText.Escape((link.IsEmail ? "mailto:" : "") + Href.Encode(link.Url))).Write('"');
        renderer.WriteAttributes(link).Write('>').Write(text).Write("</a>");
    }
}

internal static class ImageHtml
{
    public static void Write(HtmlRenderer renderer, LinkInline image, bool withTitle)
    {
        var alternative = HtmlText.Escape(InlineText.OfImage(image));
        if (image.Url is null)
        {
            renderer.Write(alternative);
            return;
        }

        renderer.Write("<img src=\"").Write(HtmlText.Escape(image.Url)).Write("\" alt=\"").Write(alternative).Write('"');
        if (withTitle && !string.IsNullOrEmpty(image.Title))
        {
            renderer.Write(" title=\"").Write(HtmlText.Escape(image.Title)).Write('"');
        }

        renderer.Write(" loading=\"lazy\" decoding=\"async\"").WriteAttributes(image).Write('>');
    }
}
