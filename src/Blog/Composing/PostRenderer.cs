using System.Collections.Immutable;
using Blog.Composing.Markdown;
using Blog.Composing.Markdown.Callouts;
using Blog.Composing.Markdown.Footnotes;
using Blog.Composing.Markdown.Formulas;
using Blog.Composing.Markdown.Headings;
using Blog.Composing.Markdown.Limits;
using Blog.Composing.Markdown.Links;
using Blog.Composing.Markdown.RawHtml;
using Blog.Reading;
using Blog.Text.Tex;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>From an entry to a post: parse once, look at the tree, write it once.</summary>
internal static class PostRenderer
{
    public static Post Render(Entry entry, Addresses addresses, RenderSettings settings)
    {
        var findings = new Findings(entry);
        var document = Parse(entry, findings, settings.Math.IsInCode);
        var labels = settings.Excerpt;
        var math = new PostMath(MacrosOf(entry, settings), settings.Math, findings, labels.Math);
        math.Run(document);
        var title = PostTitle.Take(entry, document, math, labels.Math);

        var contentsInText = ContentsBlock.Take(document);

        // Before the raw HTML is looked at, which replaces the more mark.
        var excerpt = Excerpt.Of(document, entry.Meta.Summary, labels);
        var description = Description.Of(document, entry.Meta.Description, entry.Meta.Summary, labels.Math);
        var length = ReadingLength.Of(document);
        var links = new SiteLinks(entry, addresses, settings, findings);
        var body = new BodyPass(links, findings, settings.HasLineNumbers);
        body.Run(document);
        UnusedFootnotes.Report(document, findings);
        HeadingIds.Assign(body.Headings, findings.Anchors, labels.Math);
        var contents = ContentsTree.Of(body.Headings, labels.Math);
        contentsInText?.Items = contents;
        new RawHtmlPass(new RawHtmlCheck(links, findings), findings).Run(document);
        FormulaPunctuation.Take(document);

        return new(
            entry,
            title,
            BodyRenderer.Render(document, entry.Meta.Lang ?? settings.Lang),
            excerpt,
            description,
            excerpt,
            contents,
            findings.Anchors.ToImmutableHashSet(StringComparer.Ordinal),
            [.. findings.Links],
            findings.HasMath,
            [.. findings.Diagnostics])
        {
            Length = length,
        };
    }

    private static MathMacros MacrosOf(Entry entry, RenderSettings settings) =>
        entry.Meta.MathMacros.IsEmpty ? settings.Macros : MathMacros.Of(entry.Meta.MathMacros, settings.Macros);

    // A body that is too deep is an error and is not published; an empty one stands for it, so that the other checks of the file still run.
    private static MarkdownDocument Parse(Entry entry, Findings findings, bool isMathInCode)
    {
        var text = entry.BodyText.ToString();
        SourceSpan tooDeep;
        void Excess(int start, int length, int cells, int columns) =>
            findings.Report(Problems.TooManyCells(findings.Source, findings.Place(new SourceSpan(start, start + length - 1)), cells, columns));
        try
        {
            var document = MarkdownParser.Parse(TablePipes.Hide(text, Excess), BodyPipeline.Of(isMathInCode));
            LeftoverMarks.Flatten(document);
            if (NestingCheck.FindTooDeep(document) is not { } node)
            {
                CalloutTitle.TakeAll(document);
                GluedAbbreviations.Mark(document);
                return document;
            }

            tooDeep = node.Span;
        }
        catch (ArgumentException problem) when (problem.GetType() == typeof(ArgumentException))
        {
            // Markdig's way of saying that its own counter is full; it names no place.
            tooDeep = NestingCheck.DeepestLine(text);
        }

        var line = text.AsSpan(tooDeep.Start);
        var length = Math.Min(line.IndexOf('\n') is var end and >= 0 ? end : line.Length, 40);
        findings.Report(Problems.NestedTooDeep(findings.Source, findings.Place(new SourceSpan(tooDeep.Start, tooDeep.Start + length - 1)), NestingCheck.MostLevels));
        return [];
    }
}
