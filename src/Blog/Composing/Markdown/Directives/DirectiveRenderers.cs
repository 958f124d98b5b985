using System.Globalization;
using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Directives;

/// <summary>Figures of an image, a video or a sound.</summary>
internal sealed class LeafDirectiveRenderer : HtmlObjectRenderer<LeafDirective>
{
    protected override void Write(HtmlRenderer renderer, LeafDirective directive)
    {
        // What is wrong with it has been reported; an empty figure would be a hole in the page.
        if (directive is { Url: null, Inline: null or { FirstChild: null } })
        {
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(directive).Write('>');
        if (directive.Url is { } url)
        {
            WriteContent(renderer, directive, HtmlText.Escape(url));
        }

        if (directive.Inline is { FirstChild: not null })
        {
            renderer.Write("<figcaption>").WriteLeafInline(directive).Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }

    private static void WriteContent(HtmlRenderer renderer, LeafDirective directive, string url)
    {
        switch (directive.Name)
        {
            case "video":
                renderer.Write("<video src=\"").Write(url).Write("\" controls preload=\"metadata\"");
                WriteGiven(renderer, "poster", directive.PosterUrl);
                WriteArguments(renderer, directive, "width", "height");
                renderer.Write(directive.Has("loop") ? " loop" : "").Write(directive.Has("muted") ? " muted" : "").Write("></video>");
                break;
            case "audio":
                renderer.Write("<audio src=\"").Write(url).Write("\" controls preload=\"metadata\"").Write(directive.Has("loop") ? " loop" : "").Write("></audio>");
                break;
            default:
                renderer.Write("<img src=\"").Write(url).Write("\" alt=\"").Write(HtmlText.Escape(directive.Argument("alt") ?? "")).Write('"');
                WriteArguments(renderer, directive, "title", "width", "height");
                renderer.Write(" loading=\"lazy\" decoding=\"async\">");
                break;
        }
    }

    private static void WriteArguments(HtmlRenderer renderer, LeafDirective directive, params string[] names)
    {
        foreach (var name in names)
        {
            WriteGiven(renderer, name, directive.Argument(name));
        }
    }

    private static void WriteGiven(HtmlRenderer renderer, string name, string? value)
    {
        if (value is not null)
        {
            renderer.Write(' ').Write(name).Write("=\"").Write(HtmlText.Escape(value)).Write('"');
        }
    }
}

internal sealed class ContainerDirectiveRenderer : HtmlObjectRenderer<ContainerDirective>
{
    protected override void Write(HtmlRenderer renderer, ContainerDirective directive)
    {
        var element = directive.IsDivision || directive.Name == "tabs" ? "div" : "details";
        renderer.EnsureLine();
        renderer.Write('<').Write(element).WriteAttributes(directive);
        if (directive.Name == DirectiveTable.Tab && directive.Group > 0)
        {
            // Of those with one name, browsers keep one open: tabs without a script.
            renderer.Write(" name=\"tabs-").Write(directive.Group.ToString(CultureInfo.InvariantCulture)).Write('"');
        }

        renderer.Write(element == "details" && IsOpen(directive) ? " open>" : ">").WriteLine();
        renderer.WriteChildren(directive);
        renderer.EnsureLine();
        renderer.Write("</").Write(element).WriteLine(">");
    }

    private static bool IsOpen(ContainerDirective directive) => directive.Name == DirectiveTable.Tab
        ? directive.Parent is ContainerDirective { Name: "tabs" } tabs && tabs[0] == directive
        : directive.Arguments.Properties?.Exists(property => property.Key == "open" && property.Value != "false") == true;
}

internal sealed class DirectiveLabelRenderer : HtmlObjectRenderer<DirectiveLabel>
{
    protected override void Write(HtmlRenderer renderer, DirectiveLabel label)
    {
        var (open, close) = label.Parent is ContainerDirective { IsDivision: true } ? ("<p><strong>", "</strong></p>") : ("<summary>", "</summary>");
        renderer.Write(open).WriteLeafInline(label).WriteLine(close);
    }
}
