using Blog.Scriban.Functions;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

// Code that follows the rules and cannot have been meant: it fails whenever it runs (an error), or does something else than it seems to (a warning).
internal sealed partial class Parser
{
    // Functions of this template by name: whether they give a value, and whether they can be called without arguments.
    private Dictionary<string, (bool GivesValue, bool NeedsArguments)>? _functions;
    private bool _hasReturnInBody;

    private bool HasLints => options.Lints != Lints.None;

    private void Warn(Diagnostic diagnostic)
    {
        if (!_isSuppressed && !code.IsBroken(diagnostic.Span.Start))
        {
            Reading.Add(diagnostics, diagnostic);
        }
    }

    private string TextOf(TextSpan span) => source.Text.Substring(span.Start, span.Length);

    private void LookAtFunction(UserFunction function)
    {
        if (HasLints)
        {
            (_functions ??= new(StringComparer.Ordinal))[function.Name] = (function.Result is not null || _hasReturnInBody, function.Parameters?.Any(p => p.IsRequired) == true);
        }
    }

    private void LookAtOperator(TokenKind op, Expression left, Expression right, TextSpan sign)
    {
        if (!HasLints || _isSuppressed)
        {
            return;
        }

        switch (op)
        {
            case TokenKind.Minus when left is Binary { Operator: TokenKind.Range or TokenKind.RangeExclusive } range:
                Error(Problems.RangeWithoutParentheses(source, range, sign, right));
                break;
            case TokenKind.Plus when left is Binary { Operator: TokenKind.Range or TokenKind.RangeExclusive } range && right is Literal { Value.IsNumber: true }:
                Error(Problems.RangeWithoutParentheses(source, range, sign, right));
                break;
            case TokenKind.Minus when IsUnevenlySpaced(sign) && NeedsArguments(left):
                Error(Problems.SubtractionFromFunction(source, left, sign, right));
                break;
            case TokenKind.Coalesce when right is Binary { Operator: >= TokenKind.Equal and <= TokenKind.GreaterEqual, Left: Literal } comparison:
                Warn(Problems.ComparisonBehindDefault(source, left, sign, comparison));
                break;
            case TokenKind.Coalesce when left is Binary { Operator: TokenKind.Plus, Left: Literal { Value.IsText: true } } sum:
                Warn(Problems.DefaultOfSum(source, sum, sign, right));
                break;
            default:
                break;
        }
    }

    // "f -1", not "f - 1" or "f-1"
    private bool IsUnevenlySpaced(TextSpan sign) =>
        sign.Start > 0 && char.IsWhiteSpace(source.Text[sign.Start - 1]) && sign.End < source.Text.Length && !char.IsWhiteSpace(source.Text[sign.End]);

    private bool NeedsArguments(Expression target) => target switch
    {
        Variable variable when _functions?.TryGetValue(variable.Name, out var function) == true => function.NeedsArguments,
        Member { Target: Variable owner } when !IsDefined(owner.Name) => Builtins.Find(target) is BuiltinFunction { Parameters: [{ IsRequired: true }, ..] },
        _ => false,
    };

    private void LookAtCall(Expression target, List<Argument> arguments, bool isPipe, TextSpan span)
    {
        if (!HasLints || _isSuppressed || target is not Literal { Value.IsNull: false } literal)
        {
            return;
        }

        // On the next line begins something else, and a bracket in front is open.
        if (!isPipe && source.Text.AsSpan(literal.Span.End, arguments[0].Value.Span.Start - literal.Span.End).Contains('\n'))
        {
            return;
        }

        if (_tokens[_statement] is { Kind: TokenKind.Identifier, Name: "for" or "tablerow" } && arguments.Find(IsLoopOption) is { } option)
        {
            Error(Problems.OptionOfCall(source, option, TextOf(target.Span), LoopWithParentheses()));
            return;
        }

        Error(HabitOf(_statement, _at) is { } habit ? Problems.OtherLanguage(source, habit)
            : Problems.LiteralCalled(source, literal, isPipe ? literal.Span : span, isPipe));
    }

    private static bool IsLoopOption(Argument argument) =>
        argument.Name is "limit" or "offset" or "cols" || argument is { Name: null, Value: Variable { Name: "limit" or "offset" or "cols" or "reversed" } };

    private void LookAtValue(Expression value, Target? assigned)
    {
        if (!HasLints)
        {
            return;
        }

        if (value is Binary { Operator: TokenKind.Or or TokenKind.And, Right: Literal { Value.IsText: true } } choice)
        {
            Warn(Problems.ChoiceOfBooleans(source, choice));
        }

        var called = value is Call { IsPipe: false, Target: Variable target } ? target : value as Variable;
        if (assigned is not null && called is not null && _functions?.TryGetValue(called.Name, out var function) == true && !function.GivesValue)
        {
            Warn(Problems.FunctionWithoutValue(source, assigned, value, called.Name));
        }
    }

    // "for x in list limit 5", and "for x in list | array.sort 'd' limit: 5", where the option goes to the call.
    private void LookAtLoopList(Expression list)
    {
        if (HasLints && !_isSuppressed && list is Call call && call.Arguments.FirstOrDefault(IsLoopOption) is { } option && (call.Target is not Variable || Builtins.Find(call.Target) is not null))
        {
            Error(Problems.OptionOfCall(source, option, TextOf(call.Target.Span), LoopWithParentheses()));
        }
    }

    // The loop with its sequence in parentheses, where it needs them, and a colon behind every option; null where the head is no loop's.
    private string? LoopWithParentheses()
    {
        var end = Habits.Habit.EndOf(_tokens, _at);
        var isIn = _tokens.FindIndex(_statement, end - _statement, token => token is { Kind: TokenKind.Identifier, Name: "in" });
        if (isIn < 0)
        {
            return null;
        }

        var options = _tokens.FindIndex(isIn, end - isIn, token => token is { Kind: TokenKind.Identifier, Name: "limit" or "offset" or "cols" or "reversed" });
        if (options <= isIn + 1)
        {
            return null;
        }

        var sequence = TextOf(TextSpan.FromBounds(_tokens[isIn + 1].Span.Start, _tokens[options - 1].Span.End));
        var text = new System.Text.StringBuilder(TextOf(TextSpan.FromBounds(_tokens[_statement].Span.Start, _tokens[isIn].Span.End)));
        text.Append(sequence.Any(c => c is ' ' or '|') || sequence.Contains("..", StringComparison.Ordinal) ? $" ({sequence})" : " " + sequence);
        for (var i = options; i < end; i++)
        {
            var isName = _tokens[i] is { Kind: TokenKind.Identifier, Name: "limit" or "offset" or "cols" };
            text.Append(i == options || _tokens[i].SpaceBefore ? " " : "").Append(TextOf(_tokens[i].Span)).Append(isName && _tokens[i + 1].Kind != TokenKind.Colon ? ":" : "");
        }

        return text.ToString();
    }

    private void LookAtLimit(Token name, Expression value)
    {
        if (HasLints && value is Literal { Value: { Kind: ValueKind.Integer, Bits: 0 } })
        {
            Warn(Problems.NoLimit(source, TextSpan.FromBounds(name.Span.Start, value.Span.End)));
        }
    }
}
