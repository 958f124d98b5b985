using Blog.Text;
using Blog.Text.Tex;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Formulas;

internal sealed class FormulaInlineRenderer : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline formula) => renderer.Write(FormulaHtml.Inline(formula.Formula));
}

internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<FormulaBlock>
{
    protected override void Write(HtmlRenderer renderer, FormulaBlock formula) => renderer.EnsureLine().WriteLine(FormulaHtml.Display(formula.Formula, "div"));
}

internal sealed class EquationReferenceRenderer : HtmlObjectRenderer<EquationReference>
{
    protected override void Write(HtmlRenderer renderer, EquationReference reference) =>
        renderer.Write(reference.Html ?? $"<code class=\"math-error\">{HtmlText.Escape(reference.Source)}</code>");
}

/// <summary>A formula with what stands around it.</summary>
internal static class FormulaHtml
{
    /// <summary>A paragraph holds no divisions.</summary>
    public static string Inline(Formula formula) => formula.Kind switch
    {
        MathKind.Display => Display(formula, "span"),
        MathKind.Numbered => formula.Html.Replace("<div ", "<span ", StringComparison.Ordinal).Replace("</div>", "</span>", StringComparison.Ordinal),
        _ => formula.Html,
    };

    /// <summary>A wide formula scrolls by itself, with the keyboard too.</summary>
    public static string Display(Formula formula, string element) => formula.Kind switch
    {
        MathKind.Numbered or MathKind.Nothing => formula.Html,
        _ => $"<{element} class=\"math-display\" tabindex=\"0\">{formula.Html}</{element}>",
    };
}
