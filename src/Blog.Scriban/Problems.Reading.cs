using System.Globalization;
using Blog.Scriban.Habits;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T1xx: found when reading.
internal static partial class Problems
{
    public static Diagnostic UnclosedEscape(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T101", "this escape block is never closed", source, at, "close it with as many '%' as it was opened with, '}%}'");

    public static Diagnostic UnclosedBlock(SourceText source, BrokenBlock block) => block is { Next: null, HasFaults: false }
        ? Diagnostic.Warning("T102", "this '{{' is never closed", source, block.Opening, "write '}}' behind the code")
        : Diagnostic.Error("T155", "this '{{' is never closed", source, block.Opening, HelpOfUnclosed(source, block)) with
        {
            Notes = block.Next is { } next ? [new("the next one is opened here", source, next, Quote.Line)] : [],
        };

    // What stands between the braces and the first tag or line end is usually all that was meant.
    private static string HelpOfUnclosed(SourceText source, BrokenBlock block)
    {
        var rest = source.Text.AsSpan(block.Opening.End, block.Whole.End - block.Opening.End);
        var end = rest.IndexOfAny("<\n\r{");
        var code = (end < 0 ? rest : rest[..end]).Trim();
        return code.Length is > 0 and <= LongestShown && !code.Contains("}}", StringComparison.Ordinal) ? $"write '{{{{ {code} }}}}'" : "write '}}' behind the code";
    }

    public static Diagnostic OneBrace(SourceText source, TextSpan at) =>
        Diagnostic.Error("T154", "one '}' closes nothing here", source, at, "a block ends with '}}'");

    public static Diagnostic UnclosedString(SourceText source, TextSpan at) =>
        Diagnostic.Error("T103", "this text is never closed", source, at, "a text ends with the quote that it began with");

    public static Diagnostic OtherLanguage(SourceText source, Habit habit) => Diagnostic.Error("T150", habit.Cause, source, habit.At, habit.Help);

    public static Diagnostic ForeignText(SourceText source, TextSpan at, string help) =>
        Diagnostic.Warning("T151", $"'{Cut(source, at)}' is printed as text", source, at, help);

    public static Diagnostic CommentedCode(SourceText source, TextSpan at, string word, string help) =>
        Diagnostic.Warning("T152", $"'#' begins a comment, so this '{word}' does nothing", source, at, help);

    public static Diagnostic CommentEndsEarly(SourceText source, TextSpan at, TextSpan end) =>
        Diagnostic.Warning("T153", "this comment ends at the first '}}', and what follows is printed", source, at,
            "write '{{ if false }}' … '{{ end }}' around code that is not to run") with
        {
            Notes = [new("it ends here", source, end, Quote.Line)],
        };

    public static Diagnostic BadEscape(SourceText source, TextSpan at, string escape) =>
        Diagnostic.Error("T104", $"'{escape}' is no escape sequence", source, at, "write '\\\\' for a backslash, or put the text between backticks");

    public static Diagnostic BadNumber(SourceText source, TextSpan at, string number) =>
        Diagnostic.Error("T105", $"'{number}' is no number", source, at, number switch
        {
            ['0', 'x' or 'X', ..] => "write hexadecimal digits behind it: 0xff",
            ['0', 'b' or 'B', ..] => "write 0 or 1 behind it: 0b101",
            _ when number.Contains('_', StringComparison.Ordinal) => "write no '_' in a number with a point",
            _ when number.Contains('e', StringComparison.OrdinalIgnoreCase) => "write a point and fewer zeros: 1.0e-3",
            _ => "write fewer digits",
        });

    public static Diagnostic TooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T106", string.Create(CultureInfo.InvariantCulture, $"nested deeper than {limit} levels"), source, at,
            "give parts of it names, or move them into an included template");

    public static bool IsTooDeep(Diagnostic diagnostic) => diagnostic.Code == "T106";

    public static Diagnostic Unexpected(SourceText source, Token token, string wanted, string? help) =>
        Diagnostic.Error("T107", $"expected {wanted}, found {Shown(source, token)}", source, token.Span, help);

    public static Diagnostic Expected(SourceText source, Token token, string what, string help, TextSpan? opened = null) =>
        Diagnostic.Error("T108", $"expected {what}, found {Shown(source, token)}", source, token.Span, help) with
        {
            Notes = opened is { } at ? [new("opened here", source, at, Quote.Line)] : [],
        };

    public static Diagnostic NeverClosed(SourceText source, TextSpan opened, TokenKind close, Token found, bool isFar)
    {
        var sign = close switch
        {
            TokenKind.CloseParen => ")",
            TokenKind.CloseBracket => "]",
            _ => "}",
        };
        var before = found is { Kind: TokenKind.CodeExit, Span.Length: > 0 } ? $"'{Cut(source, found.Span)}'" : Shown(source, found);
        return Diagnostic.Error("T129", $"this '{Cut(source, opened)}' is never closed", source, opened, isFar ? $"write '{sign}' behind what belongs to it" : $"write '{sign}' before {before}") with
        {
            Notes = isFar ? [new($"{before} cannot stand in it", source, found.Span, Quote.Line)] : [],
        };
    }

    public static Diagnostic Misplaced(SourceText source, TextSpan at, string word, Doubt? closedBefore) =>
        Diagnostic.Error("T109", word == "end" ? "this 'end' closes nothing" : $"this '{word}' belongs to no statement", source, at,
            word == "end" ? "remove it, or the one above that closed its statement too early"
            : word == "when" ? "write it below a 'case' that is not closed yet"
            : "write it in an 'if', a 'for' or a 'case' that is not closed yet") with
        {
            Notes = closedBefore is { } doubt
                ? [new($"this 'end' closes the '{doubt.Opening.Name}' of line {LineOf(source, doubt.Opening)}, but is indented further", source, doubt.Word.Span, Quote.Line)]
                : [],
        };

    public static Diagnostic NeverClosed(SourceText source, Token opening, Doubt? doubt) => doubt is not { Meant: { } meant }
        ? Diagnostic.Error("T110", $"this '{opening.Name}' is never closed", source, opening.Span, "write '{{ end }}' behind its last line")
        : Diagnostic.Error("T110", $"this '{opening.Name}' is never closed", source, opening.Span,
            $"write '{{{{ end }}}}' for the '{doubt.Opening.Name}' of line {LineOf(source, doubt.Opening)} before line {LineOf(source, doubt.Word)}") with
        {
            Label = "opened here",
            Notes =
            [
                new($"this '{doubt.Word.Name}' goes to the '{doubt.Opening.Name}' of line {LineOf(source, doubt.Opening)}, but is indented like the '{meant.Name}' of line {LineOf(source, meant)}",
                    source, doubt.Word.Span, Quote.Line),
            ],
        };

    private static string LineOf(SourceText source, Token token) => source.PositionOf(token.Span.Start).Line.ToString(CultureInfo.InvariantCulture);

    public static Diagnostic NestedAssignment(SourceText source, TextSpan at) =>
        Diagnostic.Error("T111", "an assignment is a statement of its own and has no value", source, at, "write '==' to compare, or assign in two statements");

    public static Diagnostic NotAssignable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T112", "only a variable, a member or an item can be assigned to", source, at, "write '==' to compare, or a name on the left of '='");

    public static Diagnostic BadParameter(SourceText source, TextSpan at) =>
        Diagnostic.Error("T113", "a parameter is a plain name", source, at, "write 'func f(a, b = 1, rest...)'");

    public static Diagnostic ParameterOrder(SourceText source, TextSpan at, string rule) =>
        Diagnostic.Error("T114", rule, source, at, "write 'func f(a, b = 1, rest...)': first those without a default");

    public static Diagnostic DefaultIsNoLiteral(SourceText source, TextSpan at) =>
        Diagnostic.Error("T115", "the default of a parameter is a number, a text, true, false or null", source, at, "write 'a = null', and 'a ?? …' in the function");

    public static Diagnostic SecondElse(SourceText source, TextSpan at) =>
        Diagnostic.Error("T116", "this branch stands behind an 'else', which takes all that is left", source, at, "move it above the 'else', or give that one a condition: 'else if'");

    public static Diagnostic OutsideWhen(SourceText source, Token token) =>
        Diagnostic.Error("T117", $"{Shown(source, token)} stands in a 'case' but in none of its 'when'", source, token.Span, "move it behind a 'when'");

    public static Diagnostic NotALoopVariable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T118", "a loop needs a variable", source, at, "write 'for post in site.posts'");

    public static Diagnostic UnknownLoopOption(SourceText source, TextSpan at, string name, LoopKind kind) =>
        Diagnostic.Error("T119", $"'{name}' is no option of a loop", source, at,
            DidYouMean(name, ["limit", "offset", "reversed", .. kind == LoopKind.TableRow ? (string[])["cols"] : []]) ??
            $"a loop has 'limit:', 'offset:' and 'reversed'{(kind == LoopKind.TableRow ? ", a 'tablerow' also 'cols:'" : "")}; put a call in parentheses");

    public static Diagnostic UnknownLoopMember(SourceText source, Token token, string word, string[] known) =>
        Diagnostic.Error("T120", $"'{word}' has no member {Shown(source, token)}", source, token.Span, DidYouMean(token.Value.Ref as string ?? "", known) ?? $"it has {string.Join(", ", known)}");

    public static Diagnostic PipeInBranch(SourceText source, TextSpan at) =>
        Diagnostic.Error("T121", "a pipe in the first branch of '? :'", source, at, "write 'a ? (b | f) : c'");

    public static Diagnostic BlockInExpression(SourceText source, TextSpan at) =>
        Diagnostic.Error("T122", "'$$' is a statement of its own", source, at, "write '{{ $$ }}' where the block is to stand");

    public static Diagnostic BadKey(SourceText source, TextSpan at) =>
        Diagnostic.Error("T123", "a key is a name or a text in quotes", source, at, "write {name: value, \"other name\": value}");

    public static Diagnostic BehindFunction(SourceText source, TextSpan at) =>
        Diagnostic.Error("T124", "nothing may follow the 'end' of a function here", source, at, "write the function as '@(do …; end)'");

    public static Diagnostic BehindSpread(SourceText source, TextSpan at) =>
        Diagnostic.Error("T125", "nothing may follow a '^' argument", source, at, "move the '^' argument to the end");

    public static Diagnostic NoFrontMatter(SourceText source, string marker) =>
        Diagnostic.Error("T126", $"a template with front matter begins with a line '{marker}'", source, new(0, 0));

    public static Diagnostic UnclosedFrontMatter(SourceText source, TextSpan at, string marker) =>
        Diagnostic.Error("T127", "this front matter is never closed", source, at, $"write a line '{marker}' behind its code");

    public static Diagnostic NotAVariable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T128", "only a variable can be made read-only", source, at);
}
