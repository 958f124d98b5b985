using Blog.Text;

namespace Blog.Composing;

/// <summary>What there is to say about formulas.</summary>
internal static partial class Problems
{
    public static Diagnostic BlankLineInFormula(SourceText source, TextSpan span) =>
        Diagnostic.Warning("B2021", "a blank line within a formula", source, span, "remove it: in LaTeX a blank line ends the formula");

    /// <summary>In running text, where the words may also be about LaTeX itself.</summary>
    public static Diagnostic UnknownLabel(SourceText source, TextSpan span, Diagnostic found) =>
        Diagnostic.Warning("B2022", found.Message, source, span, found.Help ?? "write '\\label{…}' in a numbered equation, or put these words between backticks");

    /// <summary>What the reader of TeX found, as a message about the file.</summary>
    public static Diagnostic InFormula(SourceText source, TextSpan span, Diagnostic found)
    {
        var here = found with { Source = source, Span = span };
        return found.Code switch
        {
            "unknown-command" => here with { Code = "B2101" },
            "unknown-environment" => here with { Code = "B2102" },
            "unsupported" or "unsupported-definition" => here with { Code = "B2103" },
            "missing-argument" => here with { Code = "B2104" },
            "unbalanced" or "unexpected-end" or "bad-delimiter" => here with { Code = "B2105" },
            "double-script" or "double-infix" => here with { Code = "B2106" },
            "misplaced-ampersand" => here with { Code = "B2107" },
            "bad-length" or "bad-colour" or "bad-url" => here with { Code = "B2108" },
            "misplaced-tag" or "misplaced-label" => here with { Code = "B2109" },
            "duplicate-label" => here with { Code = "B2110" },
            "unknown-label" => here with { Code = "B2022" },
            "macro-loop" or "too-deep" or "too-long" => here with { Code = "B2111" },
            _ => here with { Code = "B2100" },
        };
    }
}
