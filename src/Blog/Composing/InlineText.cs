using System.Text;
using Blog.Composing.Markdown;
using Blog.Composing.Markdown.Formulas;
using Blog.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Blog.Composing;

/// <summary>What inline Markdown says, without its marks.</summary>
internal static class InlineText
{
    /// <param name="mathLabel">Stands for a formula that does not fit on a line.</param>
    public static string Of(ContainerInline? inlines, string mathLabel)
    {
        var text = new PlainText();
        Append(text, inlines, mathLabel);
        return text.ToString();
    }

    /// <summary>A description of an image as text; markup in it does not count.</summary>
    public static string OfImage(LinkInline image)
    {
        var text = new StringBuilder();
        AppendRaw(text, image);
        return text.ToString();
    }

    /// <summary>The same as markup, without links, images and footnote marks: for tables of contents, which are links themselves.</summary>
    public static string HtmlOf(ContainerInline? inlines)
    {
        var html = new StringBuilder();
        AppendHtml(html, inlines);
        return TablePipes.Show(html.ToString().Trim());
    }

    /// <summary>Appends until a more mark is met; false when one was.</summary>
    /// <param name="displayLabel">Stands for a displayed formula; null: it is treated as others are.</param>
    public static bool Append(PlainText text, ContainerInline? inlines, string mathLabel, string? displayLabel = null)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Add(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Add(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Add(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Add(link.Url);
                    break;
                case AbbreviationInline abbreviation:
                    text.Add(abbreviation.Abbreviation.Label);
                    break;
                case RubyInline ruby:
                    text.Add(ruby.Word);
                    break;
                case FormulaInline formula:
                    text.AddAtom((formula.Formula.IsDisplay ? displayLabel : null) ?? formula.Formula.OneLine ?? mathLabel);
                    break;
                case EquationReference reference:
                    text.AddAtom(reference.Text ?? mathLabel);
                    break;
                case LineBreakInline { IsHard: true }:
                    text.AddBlank();
                    break;
                case LineBreakInline line when !SoftBreak.PrintsNothing(line):
                    text.AddBlank();
                    break;
                case HtmlInline html when MoreMark.Is(html.Tag):
                    return false;
                case LinkInline { IsImage: true } or FootnoteLink or TaskList:
                    break;
                case ContainerInline container when !Append(text, container, mathLabel, displayLabel):
                    return false;
            }
        }

        return true;
    }

    private static void AppendRaw(StringBuilder text, ContainerInline inlines)
    {
        foreach (var inline in inlines)
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.ContentSpan),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                AutolinkInline link => text.Append(link.Url),
                RubyInline ruby => text.Append(ruby.Word),
                AbbreviationInline abbreviation => text.Append(abbreviation.Abbreviation.Label),
                FormulaInline formula => text.Append(formula.Formula.OneLine ?? formula.Formula.Tex),
                EquationReference reference => text.Append(reference.Text),
                LineBreakInline => text.Append('\n'),
                _ => text,
            };
            if (inline is ContainerInline container)
            {
                AppendRaw(text, container);
            }
        }
    }

    private static void AppendHtml(StringBuilder html, ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    HtmlText.AppendEscaped(html, literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    html.Append("<code>").Append(HtmlText.Escape(code.Content)).Append("</code>");
                    break;
                case HtmlEntityInline entity:
                    HtmlText.AppendEscaped(html, entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    HtmlText.AppendEscaped(html, link.Url);
                    break;
                case AbbreviationInline abbreviation:
                    HtmlText.AppendEscaped(html, abbreviation.Abbreviation.Label);
                    break;
                case RubyInline ruby:
                    HtmlText.AppendEscaped(html, ruby.Word);
                    break;
                case FormulaInline formula:
                    html.Append(formula.Formula.HtmlWithoutLinks);
                    break;
                case EquationReference reference:
                    HtmlText.AppendEscaped(html, reference.Text ?? reference.Source);
                    break;
                case LineBreakInline line when line.IsHard || !SoftBreak.PrintsNothing(line):
                    html.Append(' ');
                    break;
                case EmphasisInline emphasis:
                    var tag = emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";
                    html.Append('<').Append(tag).Append('>');
                    AppendHtml(html, emphasis);
                    html.Append("</").Append(tag).Append('>');
                    break;
                case ContainerInline container and not LinkInline { IsImage: true }:
                    AppendHtml(html, container);
                    break;
            }
        }
    }
}
