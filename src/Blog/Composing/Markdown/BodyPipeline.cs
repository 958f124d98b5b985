using Blog.Composing.Markdown.Callouts;
using Blog.Composing.Markdown.Directives;
using Blog.Composing.Markdown.Formulas;
using Blog.Composing.Markdown.Limits;
using Blog.Composing.Markdown.Links;
using Blog.Composing.Markdown.RawHtml;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace Blog.Composing.Markdown;

/// <summary>Which Markdown we read: CommonMark, the extensions of GitHub, footnotes, definition lists, formulas, attributes, directives.</summary>
internal static class BodyPipeline
{
    /// <summary>More than <see cref="NestingCheck"/> allows: it looks at the finished tree, which knows the line.</summary>
    private const int MarkdigNestingDepth = 1_000;

    // Built once; they hold no state of a document.
    private static readonly MarkdownPipeline Usual = Build(new());
    private static readonly MarkdownPipeline WithFormulasInCode = Build(new() { ReadsFormulasInCode = true });

    public static MarkdownPipeline Of(bool readsFormulasInCode) => readsFormulasInCode ? WithFormulasInCode : Usual;

    private static MarkdownPipeline Build(OwnParsers own)
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MarkdigNestingDepth }
            .UsePreciseSourceLocation()
            .UsePipeTables(new PipeTableOptions { UseGfmRules = true })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseCjkFriendlyEmphasis()
            .UseTaskLists()
            .UseFootnotes()
            .UseDefinitionLists()
            .UseAbbreviations();
        builder.Extensions.Add(own);
        return builder.Build();
    }

    // Comes last: it replaces parsers that the other extensions configure.
    private sealed class OwnParsers : IMarkdownExtension
    {
        public bool ReadsFormulasInCode { get; init; }

        public void Setup(MarkdownPipelineBuilder pipeline)
        {
            // Formulas come first of all, so that no other syntax ever sees their content.
            pipeline.BlockParsers.Insert(0, new FormulaBlockParser());
            pipeline.BlockParsers.Insert(1, new DirectiveParser());
            pipeline.InlineParsers.Insert(0, new FormulaInlineParser());
            pipeline.InlineParsers.Insert(1, new EquationReferenceParser());
            pipeline.InlineParsers.Insert(2, new AttributeParser());
            pipeline.InlineParsers.Insert(3, new BareLinkParser());
            pipeline.InlineParsers.Insert(4, new CalloutParser());
            pipeline.InlineParsers.Insert(5, new RubyParser());
            RawHtmlParser.Replace(pipeline.BlockParsers);
            LimitedFootnoteParser.Replace(pipeline.BlockParsers);
            LinearDefinitionParser.Replace(pipeline.BlockParsers);
            LinearCodeParser.Replace(pipeline.InlineParsers);
            if (ReadsFormulasInCode)
            {
                pipeline.InlineParsers.Insert(0, new CodeFormulaParser());
            }

            LinearHtmlParser.Replace(pipeline.InlineParsers);
            LimitedEmphasisParser.Replace(pipeline.InlineParsers);
            LimitedLinkParser.Replace(pipeline.InlineParsers);
        }

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }
}
