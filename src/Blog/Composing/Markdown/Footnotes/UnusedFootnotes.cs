using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Footnotes;

/// <summary>Notes that no mark in the text asks for: they are not shown, and the author should know.</summary>
internal static class UnusedFootnotes
{
    public static void Report(MarkdownDocument document, Findings findings)
    {
        foreach (var note in document.Descendants<FootnoteLinkReferenceDefinition>().Select(definition => definition.Footnote).Where(note => note.Links.Count == 0))
        {
            findings.Report(Problems.UnusedFootnote(findings.Source, findings.Place(note.LabelSpan), note.Label ?? ""));
        }
    }
}
