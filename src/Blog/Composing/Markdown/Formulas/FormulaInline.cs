using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula within a line of text.</summary>
internal sealed class FormulaInline(Formula formula) : LeafInline
{
    public Formula Formula { get; } = formula;

    /// <summary>Punctuation that must not stand at the end of the line before.</summary>
    public string Before { get; set; } = "";

    /// <summary>Punctuation that must not stand at the beginning of the next line.</summary>
    public string After { get; set; } = "";
}

/// <summary><c>\ref{…}</c> or <c>\eqref{…}</c> in running text: the number of an equation, linked.</summary>
internal sealed class EquationReference(string label, bool hasParentheses) : LeafInline
{
    public string Label { get; } = label;

    /// <summary><c>\eqref</c>.</summary>
    public bool HasParentheses { get; } = hasParentheses;

    public string Source => $"{(HasParentheses ? "\\eqref" : "\\ref")}{{{Label}}}";

    /// <summary>The number as it is shown; null when no equation has the label.</summary>
    public string? Text { get; private set; }

    public string? Html { get; private set; }

    public void Show(string html) => (Html, Text) = (html, System.Net.WebUtility.HtmlDecode(LinkTags.Remove(html)));

    public void DropLink() => Html = Html is null ? null : LinkTags.Remove(Html);
}
