using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown;

/// <summary>Code blocks: plain for now, reachable with the keyboard because wide code scrolls.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code");
        if (block is FencedCodeBlock fenced && InfoString.Language(fenced) is { } language)
        {
            renderer.Write(" class=\"language-").Write(HtmlText.Escape(language)).Write('"');
        }

        renderer.Write('>');
        renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}
