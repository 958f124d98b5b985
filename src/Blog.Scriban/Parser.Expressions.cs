using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

internal sealed partial class Parser
{
    private const int Prefix = 200;

    // Inside the first branch of "c ? a : b", where "f x : y" is no named argument.
    private bool _isFirstBranch;

    internal static int PrecedenceOf(TokenKind kind) => kind switch
    {
        TokenKind.Coalesce or TokenKind.NotNullThen => 20,
        TokenKind.Or => 30,
        TokenKind.And => 40,
        TokenKind.Equal or TokenKind.NotEqual => 70,
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual => 80,
        TokenKind.Plus or TokenKind.Minus => 100,
        TokenKind.Times or TokenKind.Divide or TokenKind.Floor or TokenKind.Modulo or TokenKind.ShiftLeft or TokenKind.ShiftRight => 110,
        TokenKind.Range or TokenKind.RangeExclusive => 130,
        _ => 0,
    };

    /// <summary>Everything but an assignment: pipes and the conditional included.</summary>
    private Expression ParseExpression() => ParseExpression(null);

    /// <param name="first">Its first operand, when that was parsed already.</param>
    private Expression ParseExpression(Expression? first)
    {
        Nest(Current.Span);
        var expression = ParseOperators(0, canCall: true, first);
        while (Current.Kind == TokenKind.Pipe && !_isFirstBranch)
        {
            var sign = Next();
            SkipNewLines();
            if (EndsStatement(Current.Kind))
            {
                SyntaxError(Problems.Unexpected(source, Current, "a function behind '|'", "write one, or remove '|'"));
                break;
            }

            expression = Pipe(expression, ParseOperators(0, canCall: true), sign.Span);
        }

        if (Current.Kind == TokenKind.Question)
        {
            expression = ParseConditional(expression);
        }

        _nesting--;
        return expression;
    }

    private Expression ParseConditional(Expression condition)
    {
        condition.Tolerate();
        Next();
        GoOn();
        var outer = _isFirstBranch;
        _isFirstBranch = true;
        var whenTrue = ParseExpression();
        _isFirstBranch = outer;
        if (Current.Kind == TokenKind.Pipe)
        {
            Error(Problems.PipeInBranch(source, Current.Span));
        }

        Expect(TokenKind.Colon, "':' and the value for the other case", "write 'condition ? a : b'");
        GoOn();
        var whenFalse = ParseExpression();
        return new Conditional(condition, whenTrue, whenFalse) { Span = From(condition), Depth = Deeper(condition, whenTrue, whenFalse) };
    }

    private Expression ParseOperators(int binding, bool canCall, Expression? first = null)
    {
        var left = first ?? ParsePrefix(canCall);
        while (true)
        {
            var precedence = PrecedenceOf(Current.Kind);
            if (precedence > binding)
            {
                var sign = Next();
                GoOn();
                left = NewBinary(sign.Kind, left, ParseOperators(precedence, canCall), sign.Span);
            }
            else if (canCall && StartsArgument(Current))
            {
                left = ParseCall(left, binding);
            }
            else
            {
                return left;
            }
        }
    }

    private Binary NewBinary(TokenKind op, Expression left, Expression right, TextSpan sign)
    {
        LookAtOperator(op, left, right, sign);
        if (op is TokenKind.Coalesce or TokenKind.NotNullThen || right is Literal { Value.IsNull: true })
        {
            left.Tolerate();
        }

        if (left is Literal { Value.IsNull: true })
        {
            right.Tolerate();
        }

        return new(op, left, right, sign) { Span = TextSpan.FromBounds(left.Span.Start, right.Span.End), Depth = Deeper(left, right) };
    }

    private Expression ParsePrefix(bool canCall)
    {
        var sign = Current;
        switch (sign.Kind)
        {
            case TokenKind.Not or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret:
                Nest(sign.Span);
                Next();
                var operand = ParseOperators(Prefix, canCall);
                _nesting--;
                return new Unary(sign.Kind, operand) { Span = From(sign.Span), Depth = Deeper(operand) };
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                Next();
                var counted = ParseOperand();
                if (counted is Target target and not Parenthesis)
                {
                    return new Increment(target, sign.Kind == TokenKind.PlusPlus ? 1 : -1, isPrefix: true) { Span = From(sign.Span), Depth = Deeper(counted) };
                }

                Error(Problems.NotAssignable(source, counted.Span));
                return counted;
            default:
                return ParsePostfix(ParsePrimary());
        }
    }

    /// <summary>One operand: no binary operators, no calls without parentheses.</summary>
    private Expression ParseOperand()
    {
        if (Current.Kind is TokenKind.Not or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret)
        {
            return ParsePrefix(canCall: false);
        }

        return ParsePostfix(ParsePrimary());
    }

    private Expression ParsePostfix(Expression left)
    {
        var isForgiving = false;
        while (true)
        {
            switch (Current.Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    isForgiving |= Current.Kind == TokenKind.QuestionDot;
                    left = ParseMember(left, isForgiving);
                    break;
                case TokenKind.OpenBracket when !Current.SpaceBefore && left is not Unary:
                    var bracket = Current.Span;
                    var index = InBrackets(TokenKind.CloseBracket, "']'", bracket, ParseExpression);
                    left.Tolerate();
                    left = new Indexer(left, index, isForgiving) { Span = From(left), Depth = Deeper(left, index) };
                    break;
                case TokenKind.OpenParen when !Current.SpaceBefore && left is Target:
                    left = ParseAttachedCall(left);
                    break;
                case TokenKind.PlusPlus or TokenKind.MinusMinus when left is Target target and not Parenthesis:
                    var sign = Next();
                    left = new Increment(target, sign.Kind == TokenKind.PlusPlus ? 1 : -1, isPrefix: false) { Span = From(left), Depth = Deeper(left) };
                    break;
                default:
                    return left;
            }
        }
    }

    private Expression ParseMember(Expression left, bool isForgiving)
    {
        // When it is missing, the member of null is the error to report.
        left.Tolerate();
        if (Current.SpaceBefore && !Following.SpaceBefore)
        {
            Suspect(_at - 1);
        }

        Next();
        if (Current.Kind != TokenKind.Identifier)
        {
            SyntaxError(Problems.Expected(source, Current, "the name of a member", "write 'a.name', or 'a[index]'"));
            return left;
        }

        var name = Next();
        if (name.Name is "empty" or "blank" && Current.Kind == TokenKind.Question)
        {
            Next();
            left.Tolerate();
            return new IsEmpty(left) { Span = From(left), Depth = Deeper(left) };
        }

        return left is ArgumentsVariable all
            ? new NamedArgument(all, name.Name, isForgiving, name.Span) { Span = From(left), Depth = Deeper(left) }
            : new Member(left, name.Name, isForgiving, name.Span) { Span = From(left), Depth = Deeper(left) };
    }

    private T InBrackets<T>(TokenKind close, string what, TextSpan opened, Func<T> content)
    {
        var isFirstBranch = _isFirstBranch;
        _isFirstBranch = false;
        var outer = _bracket;
        _bracket = (opened, close);
        _brackets++;
        Next();
        SkipNewLines();
        var result = content();
        _brackets--;
        _bracket = outer;
        Expect(close, what, close == TokenKind.CloseParen ? "write an operator or ',' between two values" : "write ',' between two of them", opened);
        _isFirstBranch = isFirstBranch;
        return result;
    }

    private Expression ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                Next();
                return new Literal(token.Value) { Span = token.Span };
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.Local:
                Next();
                return LocalNamed(token);
            case TokenKind.Arguments:
                Next();
                var all = new ArgumentsVariable { Span = token.Span };
                return token.Value.IsNull ? all
                    : new PositionalArgument(all, new(token.Value) { Span = token.Span }, (int)token.Value.Bits) { Span = token.Span, Depth = 1 };
            case TokenKind.StringOpen:
                return ParseInterpolation();
            case TokenKind.OpenParen:
                var inner = InBrackets(TokenKind.CloseParen, "')'", token.Span, ParseExpression);
                return new Parenthesis(inner) { Span = From(token.Span), Depth = Deeper(inner) };
            case TokenKind.OpenBracket:
                var items = InBrackets(TokenKind.CloseBracket, "',' or ']'", token.Span, ParseItems);
                return new ArrayLiteral(items) { Span = From(token.Span), Depth = Deeper(items) };
            case TokenKind.OpenBrace:
                var members = Apart(() => InBrackets(TokenKind.CloseBrace, "',' or '}'", token.Span, ParseMembers));
                return new ObjectLiteral(members) { Span = From(token.Span), Depth = Deeper([.. members.Select(m => m.Item2)]) };
            case TokenKind.Block:
                Error(Problems.BlockInExpression(source, token.Span));
                break;
            default:
                if (_bracket is { } open && token.Kind is TokenKind.CodeExit or TokenKind.End)
                {
                    Expected(open.Close, "", "", open.Opened);
                }
                else
                {
                    SyntaxError(NoValue(token));
                }

                break;
        }

        if (!EndsStatement(Current.Kind) && Current.Kind is not (TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace or TokenKind.HoleClose))
        {
            _at++;
        }

        return new Literal(default) { Span = token.Span };
    }

    // "a value behind '+'": what stands in front says more than what does not follow.
    private Diagnostic NoValue(Token found)
    {
        var before = _at > 0 ? _tokens[_at - 1] : default;
        var isSign = before.Kind is TokenKind.Comma or TokenKind.Question or TokenKind.Colon or TokenKind.OpenParen or TokenKind.OpenBracket
            or (>= TokenKind.At and <= TokenKind.ModuloAssign) or (>= TokenKind.Coalesce and <= TokenKind.RangeExclusive);
        return isSign ? Problems.Unexpected(source, found, $"a value behind '{TextOf(before.Span)}'", $"write one, or remove '{TextOf(before.Span)}'")
            : before is { Kind: TokenKind.Identifier, Name: "if" or "while" or "case" or "when" or "in" or "with" or "import" or "wrap" or "capture" }
                ? Problems.Unexpected(source, found, $"a value behind '{before.Name}'", $"write one, as in '{{{{ {before.Name} post.title }}}}'")
            : Problems.Unexpected(source, found, "a value", null);
    }

    private Expression ParseName()
    {
        var token = Next();
        switch (token.Name)
        {
            case "true" or "false":
                return new Literal(token.Name == "true") { Span = token.Span };
            case "null":
                return new Literal(default) { Span = token.Span };
            case "this":
                return new This { Span = token.Span };
            case "do":
                return ParseAnonymousFunction(token);
            case "for" or "while" or "tablerow" when Current is { Kind: TokenKind.Dot, SpaceBefore: false }:
                return ParseLoopMember(token);
            default:
                return VariableNamed(token);
        }
    }

    private Expression ParseLoopMember(Token word)
    {
        var kind = word.Name == "for" ? LoopKind.For : word.Name == "while" ? LoopKind.While : LoopKind.TableRow;
        Next();
        if (Current.Kind != TokenKind.Identifier || !LoopMember.MembersOf(kind).Contains(Current.Name))
        {
            Error(Problems.UnknownLoopMember(source, Current, word.Name, LoopMember.MembersOf(kind)));
        }

        var name = Current.Kind == TokenKind.Identifier ? Next().Name : "";
        return new LoopMember(kind, name, HopsTo(loop => loop.Kind == kind)) { Span = From(word.Span) };
    }

    private FunctionLiteral ParseAnonymousFunction(Token opening)
    {
        Nest(opening.Span);
        var parameters = ParseParameters();
        var isFirstBranch = _isFirstBranch;
        _isFirstBranch = false;
        _functionBodies++;

        // The line end that brackets passed over ends the head.
        _at -= _tokens[_at - 1].Kind == TokenKind.NewLine ? 1 : 0;
        var outer = _hasReturnInBody;
        var (body, depth) = Apart(ParseFunctionBody);
        _hasReturnInBody = outer;
        _functionBodies--;
        _isFirstBranch = isFirstBranch;
        ExpectEnd(opening);
        _nesting--;
        return new(new(null) { Parameters = parameters, Body = body, Source = source }) { Span = From(opening.Span), Depth = depth };
    }
}
