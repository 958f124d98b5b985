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

    private static string Shortened(string text) => text.Length <= LongestMessage ? text : string.Concat(text.AsSpan(0, LongestMessage - 1), "…");

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
        return text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 59), "…");
    }

    private static string? DidYouMean(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } nearest && nearest != word ? $"did you mean '{nearest}'?" : null;

    private static string? KnownMembers(string owner, List<string> names) => names.Count switch
    {
        0 => null,
        <= 8 => $"members of {owner}: {string.Join(", ", names.Order(StringComparer.Ordinal))}",
        _ => string.Create(CultureInfo.InvariantCulture, $"members of {owner}: {string.Join(", ", names.Order(StringComparer.Ordinal).Take(8))} (+{names.Count - 8})"),
    };

    // Which link of the chain is null, and what it may have been meant to be.
    private static string? OfNullTarget(Frame frame, Expression target)
    {
        var hint = -1;
        return target switch
        {
            Variable variable when !frame.TryGetVariable(variable.Name, ref hint, out _) => DidYouMean(variable.Name, frame.VisibleNames()),
            Member { Target: Variable root } member when frame.TryGetVariable(root.Name, ref hint, out var value) && value.AsObject is { } found =>
                DidYouMean(member.Name, frame.Current(found).Names),
            _ => null,
        };
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

    private static string? WordTranslation(string word) => word switch
    {
        "elseif" or "elsif" or "elif" => "write 'else if'",
        "endif" or "endfor" or "endcase" or "endcapture" or "endwith" or "endwhile" => "write 'end'",
        "not" => "write '!x'",
        "and" => "write '&&'",
        "or" => "write '||'",
        _ => null,
    };
}
