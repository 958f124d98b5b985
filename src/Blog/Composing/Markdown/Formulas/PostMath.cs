using System.Text;
using Blog.Reading;
using Blog.Text;
using Blog.Text.Tex;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// All formulas of a post, in the order of the text: what one defines, numbers or labels holds for the others. Comes first, because titles, tables of
/// contents and excerpts say what formulas say.
/// </summary>
/// <param name="mathLabel">Stands for a formula that does not fit on a line.</param>
internal sealed class PostMath(MathMacros macros, MathSettings settings, Findings findings, string mathLabel)
{
    private static readonly object CaptionKey = new();

    private readonly MathPage _page = new(new() { Macros = macros, HasNumbers = settings.HasNumbers, BreaksLines = true });
    private readonly List<(Formula Formula, MathMarkup Markup, bool IsInLink)> _formulas = [];
    private readonly List<(EquationReference Reference, bool IsInLink)> _references = [];

    public void Run(MarkdownDocument document)
    {
        Render(document);
        foreach (var (formula, markup, isInLink) in _formulas)
        {
            Finish(formula, markup, isInLink);
        }

        foreach (var (reference, isInLink) in _references)
        {
            Finish(reference, isInLink);
        }
    }

    /// <summary>Plain text in which formulas are recognised and nothing else: titles, captions.</summary>
    /// <param name="place">Of the text in the file.</param>
    public RichText TextOf(string written, TextSpan place)
    {
        var text = new PlainText();
        var html = new StringBuilder();
        var rest = written.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var (start, formula) = NextFormula(rest);
            var plain = rest[..start].ToString().Replace("\\$", "$", StringComparison.Ordinal);
            text.Add(plain);
            HtmlText.AppendEscaped(html, plain);
            rest = rest[start..];
            if (formula is { } found)
            {
                var rendered = RenderWithin(rest.Slice(found.Mark, found.Content).Trim().ToString(), place);
                text.AddAtom(rendered.OneLine ?? mathLabel);
                html.Append(rendered.HtmlWithoutLinks);
                rest = rest[found.Length..];
            }
        }

        return new(text.ToString(), html.ToString());
    }

    // The end of the text when there is no other.
    private static (int Start, FormulaSpan? Formula) NextFormula(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '$' or '\\' && FormulaMarks.At(text[i..], i > 0 ? text[i - 1] : '\0') is { } formula)
            {
                return (i, formula);
            }

            i += text[i] == '\\' ? 1 : 0;
        }

        return (text.Length, null);
    }

    private Formula RenderWithin(string tex, TextSpan place)
    {
        // In quotes of YAML backslashes may be doubled; then the text as a whole is the place.
        var at = place.Length == 0 ? -1 : findings.Source.Text.IndexOf(tex, place.Start, place.Length, StringComparison.Ordinal);
        var text = new FormulaText();
        text.AppendLine(tex, Math.Max(at, 0));
        var formula = new Formula(text, isDisplay: false);
        if (settings.HasLegacyEscapes)
        {
            text.DropLegacyEscapes();
        }

        var markup = _page.Finish(_page.Render(formula.Tex, isDisplay: false));
        findings.HasMath = true;
        formula.Show(markup, _page.Macros);
        foreach (var problem in markup.Diagnostics)
        {
            findings.Report(Problems.InFormula(findings.Source, at < 0 ? place : text.PlaceOf(problem.Span), problem));
        }

        return formula;
    }

    private void Render(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is FencedCodeBlock { IsOpen: false } code && InfoString.Language(code) == "math")
            {
                container[i] = FormulaOf(code);
            }

            var isEmpty = false;
            switch (container[i])
            {
                case FormulaBlock block:
                    Check(block);
                    isEmpty = !Render(block.Formula, isInLink: false);
                    break;
                case ContainerBlock inner:
                    Render(inner);
                    break;
                case LeafBlock { Inline: { } inlines } leaf:
                    isEmpty = Render(inlines, isInLink: false) && leaf is ParagraphBlock && IsBlank(inlines);
                    break;
            }

            if (isEmpty)
            {
                container.RemoveAt(i--);
            }
        }
    }

    /// <summary>True when a formula was taken out, because it prints nothing.</summary>
    private bool Render(ContainerInline container, bool isInLink)
    {
        var hasRemoved = false;
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            switch (inline)
            {
                case FormulaInline formula when !Render(formula.Formula, isInLink):
                    formula.Remove();
                    hasRemoved = true;
                    break;
                case EquationReference reference:
                    _references.Add((reference, isInLink));
                    break;
                case LinkInline { IsImage: true, Title: { } title } image when title.AsSpan().IndexOfAny('$', '\\') >= 0:
                    SetCaption(image, title);
                    hasRemoved |= Render(image, isInLink);
                    break;
                case ContainerInline inner:
                    hasRemoved |= Render(inner, isInLink || inner is LinkInline { IsImage: false });
                    break;
            }

            inline = next;
        }

        return hasRemoved;
    }

    private void SetCaption(LinkInline image, string title)
    {
        var caption = TextOf(title, findings.Place(image.TitleSpan));
        image.Title = caption.Text;
        image.SetData(CaptionKey, caption.Html);
    }

    /// <summary>The title of an image as a caption.</summary>
    public static string CaptionOf(LinkInline image) => image.GetData(CaptionKey) as string ?? HtmlText.Escape(image.Title ?? "");

    /// <summary>False: definitions alone, which print nothing.</summary>
    private bool Render(Formula formula, bool isInLink)
    {
        formula.IsDisplay |= formula.HasDoubleDollars && settings.DisplaysDoubleDollars;
        if (settings.HasLegacyEscapes)
        {
            formula.Text.DropLegacyEscapes();
        }
        else if (LegacyEscapes.BraceIn(formula.Tex) is { } brace)
        {
            findings.Report(Problems.DoubledBackslash(findings.Source, findings.Place(formula.Text.PlaceOf(brace))));
        }

        var markup = _page.Render(formula.Tex, formula.IsDisplay);
        _formulas.Add((formula, markup, isInLink));
        findings.HasMath |= markup.Kind != MathKind.Nothing;
        return markup.Kind != MathKind.Nothing;
    }

    private void Finish(Formula formula, MathMarkup markup, bool isInLink)
    {
        markup = _page.Finish(markup);
        formula.Show(isInLink ? markup with { Html = LinkTags.Remove(markup.Html) } : markup, _page.Macros);
        foreach (var id in IdsOf(markup))
        {
            findings.Anchors.Add(id);
        }

        foreach (var problem in markup.Diagnostics)
        {
            findings.Report(Problems.InFormula(findings.Source, findings.Place(formula.Text.PlaceOf(problem.Span)), problem));
        }
    }

    private void Finish(EquationReference reference, bool isInLink)
    {
        if (_page.Reference(reference.Label, reference.HasParentheses) is { } html)
        {
            reference.Show(isInLink ? LinkTags.Remove(html) : html);
        }
        else if (_page.ReferenceProblem(reference.Label, default) is { } problem)
        {
            var place = findings.Place(reference.Span);
            var isInCode = !settings.IsInCode && findings.Source.Text.Contains($"\\label{{{reference.Label}}}", StringComparison.Ordinal);
            findings.Report(isInCode ? Problems.LabelInCode(findings.Source, place, problem) : Problems.UnknownLabel(findings.Source, place, problem));
        }
    }

    // Of displayed formulas alone, so that most are not searched.
    private static IEnumerable<string> IdsOf(MathMarkup markup)
    {
        const string Attribute = " id=\"";
        for (var at = markup.Kind == MathKind.Inline ? -1 : markup.Html.IndexOf(Attribute, StringComparison.Ordinal); at >= 0;)
        {
            var start = at + Attribute.Length;
            var end = markup.Html.IndexOf('"', start);
            yield return markup.Html[start..end];
            at = markup.Html.IndexOf(Attribute, end, StringComparison.Ordinal);
        }
    }

    private void Check(FormulaBlock formula)
    {
        if (!formula.IsClosed)
        {
            findings.Report(Problems.FormulaLeftOpen(findings.Source, findings.Place(formula.Span), formula.Closing));
        }

        if (formula.Formula.Text.BlankLine is { } line)
        {
            findings.Report(Problems.BlankLineInFormula(findings.Source, findings.Place(line)));
        }
    }

    private static FormulaBlock FormulaOf(FencedCodeBlock code)
    {
        var formula = new FormulaBlock(null, "```") { Line = code.Line, Column = code.Column, Span = code.Span, IsClosed = true };
        foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
        {
            formula.Append(line.Slice.AsSpan(), line.Slice.Start);
        }

        return formula;
    }

    private static bool IsBlank(ContainerInline inlines) =>
        inlines.All(inline => inline is LineBreakInline || (inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace()));
}
