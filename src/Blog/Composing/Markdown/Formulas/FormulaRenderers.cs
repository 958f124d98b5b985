using Blog.Text;
using Blog.Text.Tex;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Formulas;

internal sealed class FormulaInlineRenderer : HtmlObjectRenderer<FormulaInline>
{
    protected override void Write(HtmlRenderer renderer, FormulaInline formula) => renderer.Write(FormulaHtml.WithPunctuation(FormulaHtml.Inline(formula.Formula), formula.Before, formula.After));
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
    /// <summary>In one piece with its punctuation; a long formula may still break between its parts.</summary>
    public static string WithPunctuation(string html, string before, string after)
    {
        const string Break = "<wbr/>";
        const string Parts = "<span>";
        if (before.Length == 0 && after.Length == 0)
        {
            return html;
        }

        // The parts of a long formula have an element around them all.
        if (html.StartsWith(Parts, StringComparison.Ordinal))
        {
            return $"{Parts}{WithPunctuation(html[Parts.Length..^"</span>".Length], before, after)}</span>";
        }

        var (first, last) = (html.IndexOf(Break, StringComparison.Ordinal), html.LastIndexOf(Break, StringComparison.Ordinal));
        if (first < 0)
        {
            return InOnePiece(before, html, after);
        }

        var head = before.Length > 0 ? InOnePiece(before, html[..first], "") : html[..first];
        var tail = after.Length > 0 ? InOnePiece("", html[(last + Break.Length)..], after) : html[(last + Break.Length)..];
        return head + html[first..(last + Break.Length)] + tail;
    }

    private static string InOnePiece(string before, string html, string after) => $"<span class=\"nowrap\">{HtmlText.Escape(before)}{html}{HtmlText.Escape(after)}</span>";

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
