using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Directives;

internal sealed class LeafDirectiveRenderer : HtmlObjectRenderer<LeafDirective>
{
    protected override void Write(HtmlRenderer renderer, LeafDirective directive)
    {
        renderer.EnsureLine();
        renderer.Write("<figure").WriteAttributes(directive).Write('>');
        if (directive.ImageUrl is { } url)
        {
            renderer.Write("<img src=\"").Write(HtmlText.Escape(url)).Write("\" alt=\"").Write(HtmlText.Escape(Argument(directive, "alt") ?? "")).Write('"');
            foreach (var name in new[] { "title", "width", "height" })
            {
                if (Argument(directive, name) is { } value)
                {
                    renderer.Write(' ').Write(name).Write("=\"").Write(HtmlText.Escape(value)).Write('"');
                }
            }

            renderer.Write(" loading=\"lazy\" decoding=\"async\">");
        }

        if (directive.Inline is { FirstChild: not null })
        {
            renderer.Write("<figcaption>").WriteLeafInline(directive).Write("</figcaption>");
        }

        renderer.WriteLine("</figure>");
    }

    private static string? Argument(LeafDirective directive, string name) =>
        directive.Arguments.Properties?.FirstOrDefault(property => property.Key == name).Value;
}

internal sealed class ContainerDirectiveRenderer : HtmlObjectRenderer<ContainerDirective>
{
    protected override void Write(HtmlRenderer renderer, ContainerDirective directive)
    {
        var element = directive.IsDivision ? "div" : "details";
        renderer.EnsureLine();
        renderer.Write('<').Write(element).WriteAttributes(directive).Write(!directive.IsDivision && IsOpen(directive) ? " open>" : ">").WriteLine();
        renderer.WriteChildren(directive);
        renderer.EnsureLine();
        renderer.Write("</").Write(element).WriteLine(">");
    }

    private static bool IsOpen(ContainerDirective directive) =>
        directive.Arguments.Properties?.Exists(property => property.Key == "open" && property.Value != "false") == true;
}

internal sealed class DirectiveLabelRenderer : HtmlObjectRenderer<DirectiveLabel>
{
    protected override void Write(HtmlRenderer renderer, DirectiveLabel label)
    {
        var (open, close) = label.Parent is ContainerDirective { IsDivision: true } ? ("<p><strong>", "</strong></p>") : ("<summary>", "</summary>");
        renderer.Write(open).WriteLeafInline(label).WriteLine(close);
    }
}
