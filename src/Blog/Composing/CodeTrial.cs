using System.Collections.Immutable;
using Blog.Text;
using Blog.Text.Highlighting;

namespace Blog.Composing;

/// <summary>What a post makes of a piece of code, without a post around it.</summary>
/// <param name="Spans">None goes over a line end. Offsets are those of the code as it was given.</param>
public sealed record CodeTrial(string Html, ImmutableArray<CodeSpan> Spans, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="language">By any of its names; null for plain text.</param>
    public static CodeTrial Of(SourceText code, string? language)
    {
        var name = string.IsNullOrWhiteSpace(language) ? null : language.Trim().ToLowerInvariant();
        var known = name is null ? null : Languages.Find(name);
        return new(
            CodeHtml.BlockOf(code.Text, known, name),
            known is null ? [] : [.. SpansByLine.Of(code.Text, Highlighter.Spans(code.Text, known))],
            name is null || known is not null ? [] : [Problems.UnknownLanguage(code, default, name, Languages.Nearest(name))]);
    }
}
