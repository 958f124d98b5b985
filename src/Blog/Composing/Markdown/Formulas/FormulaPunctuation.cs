using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// Keeps a formula and the punctuation that touches it on one line: browsers break lines on both sides of an element such as <c>math</c>, where in text
/// no comma begins a line and no bracket ends one (JLREQ 3.1.7, https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end).
/// </summary>
internal static class FormulaPunctuation
{
    private const string Closing = "，。、；：！？）」』】》〉”’…,.;:!?)]}%";
    private const string Opening = "（「『【《〈“‘([{";

    /// <summary>The last thing before the tree is written: texts give their punctuation to the formulas beside them.</summary>
    public static void Take(MarkdownDocument document)
    {
        foreach (var formula in document.Descendants<FormulaInline>())
        {
            if (formula.Formula.Kind != Blog.Text.Tex.MathKind.Inline)
            {
                continue;
            }

            if (formula.PreviousSibling is LiteralInline before)
            {
                var text = before.Content.AsSpan();
                formula.Before = text[text.TrimEnd(Opening).Length..].ToString();
                before.Content.End -= formula.Before.Length;
            }

            if (formula.NextSibling is LiteralInline after)
            {
                var text = after.Content.AsSpan();
                formula.After = text[..(text.Length - text.TrimStart(Closing).Length)].ToString();
                after.Content.Start += formula.After.Length;
            }
        }
    }
}
