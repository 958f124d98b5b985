using Blog.Text;

namespace Blog.Composing;

/// <summary>What there is to say about formulas.</summary>
internal static partial class Problems
{
    private const string LegacyOption = "if all formulas are written so, set 'math: {legacy_escapes: true}' in content/site.yaml";

    public static Diagnostic BlankLineInFormula(SourceText source, TextSpan span) =>
        Diagnostic.Warning("B2024", "a blank line within a formula", source, span, "remove it: in LaTeX a blank line ends the formula");

    public static Diagnostic DoubledBackslash(SourceText source, TextSpan span) => Diagnostic.Warning("B2026",
        "two backslashes before a brace are a line break and the beginning of a group", source, span,
        $"for a brace write '\\{{'; {LegacyOption}");

    /// <summary>In running text, where the words may also be about LaTeX itself.</summary>
    public static Diagnostic UnknownLabel(SourceText source, TextSpan span, Diagnostic found) =>
        Diagnostic.Warning("B2025", found.Message, source, span, found.Help ?? "write '\\label{…}' in a numbered equation, or put these words between backticks");

    /// <summary>The label is there, but no formula holds it.</summary>
    public static Diagnostic LabelInCode(SourceText source, TextSpan span, Diagnostic found) =>
        Diagnostic.Warning("B2025", found.Message, source, span, "it stands in code; if the formulas of this blog are written as code, set 'math: {in_code: true}' in content/site.yaml");

    /// <summary>What the reader of TeX found, as a message about the file.</summary>
    public static Diagnostic InFormula(SourceText source, TextSpan span, Diagnostic found)
    {
        var here = found with { Source = source, Span = span };
        return found.Code switch
        {
            "unknown-command" => here with { Code = "B2201", Help = source.Text.AsSpan(span.Start, span.Length) is "\\*" ? $"{found.Help}; {LegacyOption}" : found.Help },
            "unknown-environment" => here with { Code = "B2202" },
            "unsupported" or "unsupported-definition" => here with { Code = "B2203" },
            "missing-argument" => here with { Code = "B2204" },
            "unbalanced" or "unexpected-end" or "bad-delimiter" => here with { Code = "B2205" },
            "double-script" or "double-infix" => here with { Code = "B2206" },
            "misplaced-ampersand" => here with { Code = "B2207" },
            "bad-length" or "bad-colour" or "bad-url" => here with { Code = "B2208" },
            "misplaced-tag" or "misplaced-label" => here with { Code = "B2209" },
            "duplicate-label" => here with { Code = "B2210" },
            "unknown-label" => here with { Code = "B2025" },
            "macro-loop" or "too-deep" or "too-long" => here with { Code = "B2211" },
            _ => here with { Code = "B2212" },
        };
    }
}
