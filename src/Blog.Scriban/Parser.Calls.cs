using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

internal sealed partial class Parser
{
    // The last call written with parentheses: "f(x)" in front of "=" is the head of a function.
    private Call? _lastCall;

    private static bool StartsArgument(Token token) => token.Kind is TokenKind.Identifier or TokenKind.Local or TokenKind.Arguments
        or TokenKind.Literal or TokenKind.StringOpen or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace
        or TokenKind.At or TokenKind.Caret or TokenKind.Not;

    /// <summary><c>f a b</c>: arguments take the operators that bind tighter than the one in front of the call.</summary>
    private Call ParseCall(Expression target, int binding)
    {
        if (KnowsOtherLanguages || target is Variable { Name: "not" or "and" or "or" or "unless" or "elseif" or "elsif" or "elif" or "extends" })
        {
            Suspect(_at - 1);
        }

        List<Argument> arguments = [];
        while (StartsArgument(Current) || (arguments is [.., { Name: not null }] && Current.Kind is (TokenKind.Plus or TokenKind.Minus)))
        {
            if (IsNamed())
            {
                var name = Next();
                Next();
                arguments.Add(new(ParseOperand(), name.Name, NameSpan: name.Span));
            }
            else if (IsWord("do"))
            {
                arguments.Add(new(ParsePrimary()));
                if (!EndsStatement(Current.Kind) && Current.Kind is not (TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.Comma))
                {
                    Error(Problems.BehindFunction(source, Current.Span));
                }

                break;
            }
            else
            {
                if (Current is { Kind: TokenKind.Identifier, Name: "and" or "or" or "not" or "is" or "in" or "contains" or "if" or "else" })
                {
                    Suspect(_at);
                }

                var value = ParseOperators(binding, canCall: false);
                var isSpread = value is Unary { Operator: TokenKind.Caret };
                arguments.Add(new(value, IsSpread: isSpread));
                if (isSpread && StartsArgument(Current))
                {
                    Error(Problems.BehindSpread(source, Current.Span));
                }
            }
        }

        return NewCall(target, arguments, isPipe: false, From(target));
    }

    private bool IsNamed() =>
        Current.Kind == TokenKind.Identifier && Following is { Kind: TokenKind.Colon } colon && !(_isFirstBranch && colon.SpaceBefore);

    private Call ParseAttachedCall(Expression target)
    {
        var open = Current.Span;
        var arguments = InBrackets(TokenKind.CloseParen, "',' or ')'", open, ParseArguments);
        return _lastCall = NewCall(target, arguments, isPipe: false, From(target));
    }

    private List<Argument> ParseArguments()
    {
        List<Argument> arguments = [];
        while (Current.Kind != TokenKind.CloseParen)
        {
            var name = IsNamed() ? Next() : default;
            if (name.Kind == TokenKind.Identifier)
            {
                Next();
            }

            var value = ParseExpression();
            arguments.Add(name.Kind == TokenKind.Identifier
                ? new(value, name.Name, NameSpan: name.Span)
                : new(value, IsSpread: value is Unary { Operator: TokenKind.Caret }));
            if (!Take(TokenKind.Comma))
            {
                break;
            }
        }

        return arguments;
    }

    private Call NewCall(Expression target, List<Argument> arguments, bool isPipe, TextSpan span)
    {
        LookAtCall(target, arguments, isPipe, span);
        target.Tolerate();
        if (target is Variable { Name: "include" } && arguments is [{ Value: Variable }, ..])
        {
            // A name without quotes has a message of its own.
            arguments[0].Value.Tolerate();
        }

        if (target is Member { Name: "default", Target: Variable { Name: "object" } } && arguments.Count > 0)
        {
            arguments[0].Value.Tolerate();
        }

        return new(target, [.. arguments], isPipe)
        {
            Span = span,
            Depth = Deeper([target, .. arguments.Select(a => a.Value)]),
        };
    }

    /// <summary>The left value becomes the first argument of the first function call evaluated on the right.</summary>
    private Expression Pipe(Expression left, Expression right, TextSpan sign)
    {
        var span = TextSpan.FromBounds(left.Span.Start, right.Span.End);
        switch (right)
        {
            case Call { IsPipe: false } call when HoldsCall(call.Target):
                return NewCall(Pipe(left, call.Target, sign), [.. call.Arguments], isPipe: false, span);
            case Member member when HoldsCall(member.Target):
                return new Member(Pipe(left, member.Target, sign), member.Name, member.IsForgiving, member.NameSpan) { Span = span, Depth = Deeper(member, left) };
            case Indexer indexer when HoldsCall(indexer.Target):
                return new Indexer(Pipe(left, indexer.Target, sign), indexer.At, indexer.IsForgiving) { Span = span, Depth = Deeper(indexer, left) };
            case IsEmpty test when HoldsCall(test.Target):
                return new IsEmpty(Pipe(left, test.Target, sign)) { Span = span, Depth = Deeper(test, left) };
            case Call { IsPipe: false } call:
                return NewCall(call.Target, [new(left), .. call.Arguments], isPipe: true, span);
            case Binary { Left: Literal } binary:
                return new Binary(binary.Operator, binary.Left, Pipe(left, binary.Right, sign), binary.Sign) { Span = span, Depth = Deeper(binary, left) };
            case Binary binary:
                return new Binary(binary.Operator, Pipe(left, binary.Left, sign), binary.Right, binary.Sign) { Span = span, Depth = Deeper(binary, left) };
            case Unary { Operator: not TokenKind.At } unary:
                return new Unary(unary.Operator, Pipe(left, unary.Operand, sign)) { Span = span, Depth = Deeper(unary, left) };
            default:
                return NewCall(right, [new(left)], isPipe: true, span);
        }
    }

    // "split(',')[0]": the call is made before its result is looked into.
    private static bool HoldsCall(Expression expression) => expression switch
    {
        Call => true,
        Member member => HoldsCall(member.Target),
        Indexer indexer => HoldsCall(indexer.Target),
        IsEmpty test => HoldsCall(test.Target),
        _ => false,
    };
}
