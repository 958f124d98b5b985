using System.Globalization;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>Every diagnostic of templates. T1xx: found when reading; T2xx: found when rendering; T3xx: about escaping.</summary>
internal static partial class Problems
{
    private const int LongestMessage = 400;

    /// <summary>A message may quote a name or a value, and both may be as long as a book.</summary>
    public static Diagnostic Shortened(Diagnostic diagnostic) =>
        diagnostic.Message.Length <= LongestMessage && diagnostic.Help is not { Length: > LongestMessage } ? diagnostic
            : diagnostic with { Message = Shortened(diagnostic.Message), Help = diagnostic.Help is { } help ? Shortened(help) : null };

    private static string Shortened(string text) => text.Length <= LongestMessage ? text : DiagnosticText.Cut(text, LongestMessage - 1) + "…";

    private static string Shown(SourceText source, Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the template",
        TokenKind.NewLine => "the end of the line",
        TokenKind.CodeExit => "the end of the block",
        _ => $"'{Cut(source, token.Span)}'",
    };

    private const int LongestShown = 40;

    private static string Cut(SourceText source, TextSpan span)
    {
        var text = source.Text.Substring(span.Start, span.Length).ReplaceLineEndings(" ");
        return text.Length <= LongestShown ? text : DiagnosticText.Cut(text, LongestShown - 1) + "…";
    }

    private static string TextOf(SourceText source, Node node)
    {
        var end = Math.Min(node.Span.End, source.Text.Length);
        var text = source.Text[Math.Min(node.Span.Start, end)..end].ReplaceLineEndings(" ");
        return text.Length <= 60 ? text : DiagnosticText.Cut(text, 59) + "…";
    }

    private static string? DidYouMean(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest && nearest != word ? $"did you mean '{nearest}'?" : null;

    private const int MostNames = 8;

    private static string List(IEnumerable<string> names)
    {
        var all = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(Spelling.MostKnown).ToList();
        return all.Count <= MostNames ? string.Join(", ", all)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", all.Take(MostNames))} (+{all.Count - MostNames})");
    }

    private static string Wanted(ParameterKind kind) => kind switch
    {
        ParameterKind.Number => "a number",
        ParameterKind.List => "a list",
        ParameterKind.Object => "an object",
        ParameterKind.Date => "a date",
        ParameterKind.Duration => "a timespan",
        ParameterKind.Function => "a function",
        _ => "another kind of value",
    };
}
