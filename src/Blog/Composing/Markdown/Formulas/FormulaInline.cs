using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula within a line of text.</summary>
internal sealed class FormulaInline(Formula formula) : LeafInline
{
    public Formula Formula { get; } = formula;

    /// <summary>The formula that begins where <paramref name="slice"/> does.</summary>
    /// <param name="tex">Where its TeX begins in the text of <paramref name="slice"/>.</param>
    /// <param name="length">Of the formula with its marks.</param>
    public static FormulaInline Of(InlineProcessor processor, StringSlice slice, int tex, int texLength, int length, bool isDisplay, bool hasDoubleDollars)
    {
        var text = new FormulaText();
        foreach (var line in slice.Text.AsSpan(tex, texLength).Split('\n'))
        {
            text.AppendLine(slice.Text.AsSpan(tex, texLength)[line], processor.GetSourcePosition(tex + line.Start.Value));
        }

        return new(new(text, isDisplay) { HasDoubleDollars = hasDoubleDollars })
        {
            Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var row, out var column), processor.GetSourcePosition(slice.Start + length - 1)),
            Line = row,
            Column = column,
        };
    }

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
