using System.Globalization;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T1xx: found when reading.
internal static partial class Problems
{
    public static Diagnostic UnclosedEscape(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T101", "this escape block is never closed", source, at, "close it with as many '%' as it was opened with, '}%}'");

    public static Diagnostic UnclosedBlock(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T102", "this '{{' is never closed", source, at, "write '}}' behind the code");

    public static Diagnostic UnclosedString(SourceText source, TextSpan at) =>
        Diagnostic.Error("T103", "this text is never closed", source, at, "a text ends with the quote that it began with");

    public static Diagnostic BadEscape(SourceText source, TextSpan at, string escape) =>
        Diagnostic.Error("T104", $"'{escape}' is no escape sequence", source, at, "write '\\\\' for a backslash, or put the text between backticks");

    public static Diagnostic BadNumber(SourceText source, TextSpan at, string number) =>
        Diagnostic.Error("T105", $"'{number}' is no number", source, at);

    public static Diagnostic TooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T106", string.Create(CultureInfo.InvariantCulture, $"nested deeper than {limit} levels"), source, at);

    public static Diagnostic Unexpected(SourceText source, Token token, string wanted) =>
        Diagnostic.Error("T107", $"expected {wanted}, found {Shown(source, token)}", source, token.Span, Translation(source, token));

    public static Diagnostic Expected(SourceText source, Token token, string what, TextSpan? opened = null) =>
        Diagnostic.Error("T108", $"expected {what}, found {Shown(source, token)}", source, token.Span, Translation(source, token)) with
        {
            Notes = opened is { } at ? [new("opened here", source, at)] : [],
        };

    public static Diagnostic Misplaced(SourceText source, TextSpan at, string word) =>
        Diagnostic.Error("T109", word == "end" ? "this 'end' closes nothing" : $"this '{word}' belongs to no statement", source, at,
            word == "end" ? "remove it, or look for a statement above that was closed too early" : null);

    public static Diagnostic NeverClosed(SourceText source, TextSpan at, string word, TextSpan diagnosticsEnd) =>
        Diagnostic.Error("T110", $"this '{word}' is never closed", source, at, "write '{{ end }}' behind its last line") with
        {
            Notes = [new("the template ends here", source, diagnosticsEnd)],
        };

    public static Diagnostic NestedAssignment(SourceText source, TextSpan at) =>
        Diagnostic.Error("T111", "an assignment is a statement of its own and has no value", source, at, "write '==' to compare, or assign in two statements");

    public static Diagnostic NotAssignable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T112", "only a variable, a member or an item can be assigned to", source, at);

    public static Diagnostic BadParameter(SourceText source, TextSpan at) =>
        Diagnostic.Error("T113", "a parameter is a plain name", source, at, "write 'func f(a, b = 1, rest...)'");

    public static Diagnostic ParameterOrder(SourceText source, TextSpan at, string rule) => Diagnostic.Error("T114", rule, source, at);

    public static Diagnostic DefaultIsNoLiteral(SourceText source, TextSpan at) =>
        Diagnostic.Error("T115", "the default of a parameter is a number, a text, true, false or null", source, at);

    public static Diagnostic SecondElse(SourceText source, TextSpan at) =>
        Diagnostic.Error("T116", "a second 'else', or an 'else if' behind it", source, at);

    public static Diagnostic OutsideWhen(SourceText source, Token token) =>
        Diagnostic.Error("T117", $"{Shown(source, token)} stands in a 'case' but in none of its 'when'", source, token.Span);

    public static Diagnostic NotALoopVariable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T118", "a loop needs a variable", source, at, "write 'for post in site.posts'");

    public static Diagnostic UnknownLoopOption(SourceText source, TextSpan at, string name, LoopKind kind) =>
        Diagnostic.Error("T119", $"'{name}' is no option of a loop", source, at,
            $"a loop has 'limit:', 'offset:' and 'reversed'{(kind == LoopKind.TableRow ? ", a 'tablerow' also 'cols:'" : "")}; put a call in parentheses");

    public static Diagnostic UnknownLoopMember(SourceText source, Token token, string word, string[] known) =>
        Diagnostic.Error("T120", $"'{word}' has no member {Shown(source, token)}", source, token.Span, DidYouMean(token.Value.Ref as string ?? "", known) ?? $"it has {string.Join(", ", known)}");

    public static Diagnostic PipeInBranch(SourceText source, TextSpan at) =>
        Diagnostic.Error("T121", "a pipe in the first branch of '? :'", source, at, "put the branch in parentheses");

    public static Diagnostic BlockInExpression(SourceText source, TextSpan at) =>
        Diagnostic.Error("T122", "'$$' is a statement of its own", source, at);

    public static Diagnostic BadKey(SourceText source, TextSpan at) =>
        Diagnostic.Error("T123", "a key is a name or a text in quotes", source, at, "write {name: value, \"other name\": value}");

    public static Diagnostic BehindFunction(SourceText source, TextSpan at) =>
        Diagnostic.Error("T124", "nothing may follow the 'end' of a function here", source, at, "write the function as '@(do …; end)'");

    public static Diagnostic BehindSpread(SourceText source, TextSpan at) =>
        Diagnostic.Error("T125", "a '^' argument is the last one", source, at);

    public static Diagnostic NoFrontMatter(SourceText source, string marker) =>
        Diagnostic.Error("T126", $"a template with front matter begins with a line '{marker}'", source, new(0, 0));

    public static Diagnostic UnclosedFrontMatter(SourceText source, TextSpan at, string marker) =>
        Diagnostic.Error("T127", "this front matter is never closed", source, at, $"write a line '{marker}' behind its code");

    public static Diagnostic NotAVariable(SourceText source, TextSpan at) =>
        Diagnostic.Error("T128", "only a variable can be made read-only", source, at);

    public static Diagnostic NeverClosed(SourceText source, TextSpan bracket, Token found) =>
        Diagnostic.Error("T129", $"this '{source.Text.Substring(bracket.Start, bracket.Length)}' is never closed", source, bracket, "write ')' behind what belongs to it") with
        {
            Notes = [new($"{Shown(source, found)} cannot stand in it", source, found.Span)],
        };
}
