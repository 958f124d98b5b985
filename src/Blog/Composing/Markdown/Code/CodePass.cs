using Blog.Text;
using Blog.Text.Highlighting;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Code;

/// <summary>Looks at the fences of one body: what they ask for, whether their language is known.</summary>
internal sealed class CodePass(Findings findings, bool hasLineNumbers)
{
    // Looking for the nearest name compares all that there are.
    private const int MostGuesses = 20;

    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);

    public void Run(FencedCodeBlock block)
    {
        if (block.ClosingFencedCharCount == 0)
        {
            findings.Report(Problems.CodeLeftOpen(findings.Source, Opening(block), new string(block.FencedChar, block.OpeningFencedCharCount)));
        }

        var start = block.Span.Start + block.OpeningFencedCharCount;
        var fence = CodeFenceReader.Read(findings.LineAt(start), block.Info ?? "", start, hasLineNumbers, findings);
        block.SetData(typeof(CodeFence), fence);
        if (fence is { Language: { } name, Known: null } && _unknown.Add(name))
        {
            findings.Report(Problems.UnknownLanguage(findings.Source, Opening(block), name, _unknown.Count > MostGuesses ? null : Languages.Nearest(name)));
        }
    }

    /// <summary>A block that was made of a file and not of a fence: its ending says the language.</summary>
    public void RunIncluded(FencedCodeBlock block)
    {
        var name = InfoString.Language(block);
        block.SetData(typeof(CodeFence), new CodeFence { Language = name, Lines = new() { FirstNumber = hasLineNumbers ? 1 : null } });
    }

    // The first line alone: the block may go on to the end of the file.
    private TextSpan Opening(FencedCodeBlock block) =>
        findings.Place(new SourceSpan(block.Span.Start, block.Span.Start + block.OpeningFencedCharCount + (block.Info?.Length ?? 0) - 1));
}
