using System.Globalization;
using Blog.Composing.Markdown.Directives;
using Blog.Composing.Markdown.Formulas;
using Blog.Reading;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>The text of a card: the summary key, else what stands above the more mark, else the beginning of the body, cut.</summary>
internal static class Excerpt
{
    public static string Of(MarkdownDocument document, string? summary, ExcerptSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(summary))
        {
            return summary.Trim();
        }

        var collector = new Collector(settings, enough: int.MaxValue);
        if (HasMoreMark(document) && !collector.Add(document) && collector.Text.Length > 0)
        {
            return collector.Text.ToString();
        }

        // A cluster has one character or more: when this many are there, the cut falls before them. Very long clusters only make the text shorter.
        collector = new Collector(settings, enough: (settings.Length * 8) + 1_000) { IgnoresMoreMark = true };
        collector.Add(document);
        return TextCut.Clusters(collector.Text, settings.Length, settings.Ellipsis);
    }

    private static bool HasMoreMark(MarkdownDocument document) => document.Descendants().Any(node => node switch
    {
        HtmlBlock block => HasMoreMark(block),
        Markdig.Syntax.Inlines.HtmlInline inline => MoreMark.Is(inline.Tag),
        _ => false,
    });

    private static bool HasMoreMark(HtmlBlock block) => block.Type == HtmlBlockType.Comment && MoreMark.IsIn(block.Lines.ToString());

    private sealed class Collector(ExcerptSettings settings, int enough)
    {
        public PlainText Text { get; } = new();

        public bool IgnoresMoreMark { get; init; }

        /// <summary>False: there is no need to go on.</summary>
        public bool Add(ContainerBlock container)
        {
            var number = container is ListBlock { IsOrdered: true } list && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
            foreach (var block in container)
            {
                if (container is ListBlock { IsOrdered: true })
                {
                    Text.AddBlank();
                    Text.AddAtom(string.Create(CultureInfo.InvariantCulture, $"{number++}."));
                }

                Text.AddBlank();
                if (!Add(block) || Text.Length > enough)
                {
                    return false;
                }
            }

            return true;
        }

        private bool Add(Block block)
        {
            switch (block)
            {
                case HtmlBlock html:
                    return IgnoresMoreMark || !HasMoreMark(html);
                case FormulaBlock:
                    Text.AddAtom(settings.Formula);
                    return true;
                case CodeBlock or LeafDirective { Name: "include" }:
                    Text.AddAtom(settings.Code);
                    return true;
                case ParagraphBlock or HeadingBlock or DefinitionTerm:
                    return InlineText.Append(Text, ((LeafBlock)block).Inline, settings.Math, settings.Formula) || IgnoresMoreMark;
                case QuoteBlock or ListBlock or ListItemBlock or DefinitionList or DefinitionItem:
                    return Add((ContainerBlock)block);
                default:
                    return true;
            }
        }
    }
}
