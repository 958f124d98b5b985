using System.Text;
using Blog.Composing.Markdown.Callouts;
using Blog.Composing.Markdown.Code;
using Blog.Composing.Markdown.Directives;
using Blog.Composing.Markdown.Footnotes;
using Blog.Composing.Markdown.Formulas;
using Blog.Composing.Markdown.Headings;
using Blog.Composing.Markdown.Links;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Blog.Composing.Markdown;

/// <summary>The finished tree as HTML.</summary>
internal static class BodyRenderer
{
    public static byte[] Render(MarkdownDocument document, string lang)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { MaximumNestingDepth = 10 * NestingCheck.MostLevels };
        renderer.ObjectRenderers.Clear();
        foreach (var part in Parts(lang, Words.For(lang)))
        {
            renderer.ObjectRenderers.Add(part);
        }

        renderer.Render(document);
        return Encoding.UTF8.GetBytes(TablePipes.Show(writer.ToString()));
    }

    private static IEnumerable<IMarkdownObjectRenderer> Parts(string lang, Words words) =>
    [
        new TextRenderer(lang),
        new RubyRenderer(lang),
        new ParagraphBlockRenderer(),
        new LineBreakRenderer(),
        new EmphasisInlineRenderer { GetTag = emphasis => emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em" },
        new CodeInlineRenderer(),
        new FormulaInlineRenderer(),
        new EquationReferenceRenderer(),
        new LinkRenderer(),
        new AutolinkRenderer(),
        new HeadingBlockRenderer(),
        new ContentsRenderer(words),
        new AbbreviationRenderer(lang),
        new CodeRenderer(),
        new FormulaBlockRenderer(),
        new ListRenderer(),
        new TableRenderer(words),
        new QuoteRenderer(words),
        new HtmlBlockRenderer(),
        new HtmlInlineRenderer(),
        new HtmlEntityInlineRenderer(),
        new HtmlDefinitionListRenderer(),
        new TaskBoxRenderer(),
        new FootnoteLinkRenderer(words),
        new FootnoteGroupRenderer(words),
        new LeafDirectiveRenderer(),
        new ContainerDirectiveRenderer(),
        new DirectiveLabelRenderer(),
        new RuleRenderer(),
        new DelimiterInlineRenderer(),
    ];
}
