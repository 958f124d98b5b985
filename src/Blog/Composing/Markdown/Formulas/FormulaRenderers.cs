using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Formulas;

internal sealed class FormulaInlineRenderer : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline formula) => renderer.Write(FormulaHtml.Inline(formula.Tex));
}

internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
{
    protected override void Write(HtmlRenderer renderer, FormulaBlock formula) =>
        renderer.EnsureLine().WriteLine(FormulaHtml.Display(formula.Tex));
}

/// <summary>A formula as markup.</summary>
internal static class FormulaHtml
{
    public static string Inline(string tex) => $"<code class=\"math\">{HtmlText.Escape(tex)}</code>";

    /// <summary>A wide formula scrolls by itself, with the keyboard too.</summary>
    public static string Display(string tex) =>
        $"<div class=\"math-display\" tabindex=\"0\"><code class=\"math math-display\">{HtmlText.Escape(tex)}</code></div>";
}
