using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// T16x: what follows the rules and cannot have been meant.
internal static partial class Problems
{
    public static Diagnostic RangeWithoutParentheses(SourceText source, Binary range, TextSpan sign, Expression right) =>
        Diagnostic.Error("T160", $"'{Cut(source, range.Sign)}' binds tighter than '{Cut(source, sign)}'", source, sign,
            $"write '{TextOf(source, range.Left)}{Cut(source, range.Sign)}({TextOf(source, range.Right)} {Cut(source, sign)} {TextOf(source, right)})'");

    public static Diagnostic SubtractionFromFunction(SourceText source, Expression function, TextSpan sign, Expression right) =>
        Diagnostic.Error("T161", $"this subtracts from the function '{TextOf(source, function)}'", source, sign,
            $"write '{TextOf(source, function)} ({Cut(source, sign)}{TextOf(source, right)})' to call it with a negative number");

    public static Diagnostic OptionOfCall(SourceText source, Argument option, string target, string? loop) =>
        Diagnostic.Error("T162", $"'{option.Name ?? TextOf(source, option.Value)}' is an argument of '{target}' here, not an option of the loop", source,
            option.Name is null ? option.Value.Span : option.NameSpan, $"write '{loop ?? "for item in (list) limit: 5"}'");

    public static Diagnostic NoLimit(SourceText source, TextSpan at) =>
        Diagnostic.Warning("T163", "a limit of 0 is no limit", source, at, "remove it, or the loop");

    public static Diagnostic LiteralCalled(SourceText source, Literal literal, TextSpan at, bool isPipe) =>
        Diagnostic.Error("T164", $"{literal.Value.Described} is not a function", source, isPipe ? at : literal.Span,
            isPipe ? "write a function behind '|'" : "write '+', ',' or ';' between two values");

    public static Diagnostic FunctionWithoutValue(SourceText source, Target assigned, Expression value, string name) =>
        Diagnostic.Warning("T165", $"'{name}' prints its text here and gives no value", source, value.Span,
            $"write '{{{{ capture {TextOf(source, assigned)} }}}}{{{{ {TextOf(source, value)} }}}}{{{{ end }}}}', or give the value with 'ret' in '{name}'");

    public static Diagnostic ChoiceOfBooleans(SourceText source, Binary choice) =>
        Diagnostic.Warning("T166", $"'{Cut(source, choice.Sign)}' gives true or false, never one of its sides", source, choice.Sign,
            choice.Operator == TokenKind.Or ? $"write '{TextOf(source, choice.Left)} ?? {TextOf(source, choice.Right)}'"
            : $"write '{TextOf(source, choice.Left)} ? {TextOf(source, choice.Right)} : \"\"'");

    public static Diagnostic ComparisonBehindDefault(SourceText source, Expression left, TextSpan sign, Binary comparison) =>
        Diagnostic.Warning("T167", $"'{Cut(source, comparison.Sign)}' binds tighter than '??', so '{TextOf(source, comparison)}' is the default", source, comparison.Sign,
            $"write '({TextOf(source, left)} ?? {TextOf(source, comparison.Left)}) {Cut(source, comparison.Sign)} {TextOf(source, comparison.Right)}'");

    public static Diagnostic HollowCondition(Frame frame, Expression condition, Value value)
    {
        var text = TextOf(frame.Source, condition);
        var (what, test) = value.IsText ? ("an empty text", $"{text} != \"\"") : value.IsList ? ("an empty list", $"!{text}.empty?") : ("0", $"{text} != 0");
        return Diagnostic.Warning("T250", $"'{text}' is {what}, and the condition is true all the same", frame.Source, condition.Span, $"write '{test}'; only null and false are false");
    }

    public static Diagnostic DefaultOfSum(SourceText source, Binary sum, TextSpan sign, Expression right) =>
        Diagnostic.Warning("T168", "'+' binds tighter than '??', and a text with something added is never null", source, sign,
            $"write '{TextOf(source, sum.Left)} + ({TextOf(source, sum.Right)} ?? {TextOf(source, right)})'");
}
