using Blog.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown;

/// <summary><c>*[HTML]: Hyper Text Markup Language</c>: the short form says what it is short for.</summary>
internal sealed class AbbreviationRenderer(string lang) : HtmlObjectRenderer<AbbreviationInline>
{
    protected override void Write(HtmlRenderer renderer, AbbreviationInline abbreviation)
    {
        renderer.Write("<abbr title=\"").Write(HtmlText.Escape(abbreviation.Abbreviation.Text.ToString())).Write("\">");
        TextRenderer.Write(renderer, abbreviation.Abbreviation.Label ?? "", lang);
        renderer.Write("</abbr>");
    }
}
