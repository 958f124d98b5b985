using Blog.Scriban.Habits;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

internal sealed partial class Parser
{
    private Statement? ParseStatement()
    {
        Nest(Current.Span);
        var statement = Current.Kind switch
        {
            TokenKind.Identifier => ParseWord(),
            TokenKind.Block => ParseWrappedBlock(),
            TokenKind.End => null,
            _ => ParseExpressionStatement(),
        };
        _nesting--;
        return statement;
    }

    private Statement? ParseWord()
    {
        var token = Current;
        var isLoopObject = Following is { Kind: TokenKind.Dot, SpaceBefore: false };
        switch (token.Name)
        {
            case "if":
                return ParseIf();
            case "case":
                return ParseCase();
            case "for" or "tablerow" when !isLoopObject:
                return ParseFor();
            case "while" when !isLoopObject:
                return ParseWhile();
            case "break" or "continue":
                Next();
                return new Jump(token.Name == "break" ? Flow.Break : Flow.Continue) { Span = token.Span };
            case "func":
                return ParseFunction();
            case "ret":
                HasReturn |= _functionBodies == 0;
                _hasReturnInBody = true;
                Next();
                return new Ret(EndsStatement(Current.Kind) ? null : ParseExpression()) { Span = From(token.Span) };
            case "capture":
                return ParseCapture();
            case "readonly":
                return ParseReadOnly();
            case "import":
                Next();
                return new Import(ParseExpression()) { Span = From(token.Span) };
            case "with":
                Next();
                var scope = ParseExpression();
                var inner = Apart(ParseBody);
                ExpectEnd(token);
                return new With(scope, inner) { Span = token.Span };
            case "wrap":
                return ParseWrap();
            case var word when KnowsOtherLanguages && Sentence.OpensBlock(word) && !EndsStatement(Following.Kind) && HabitOf(_at, _at) is { } habit:
                return SkipForeignBlock(habit);
            case ['e', 'n', 'd', ..] word when EndsStatement(Following.Kind) && Sentence.IsForeignEnd(word) && !IsDefined(word):
                HasForeignEnd = true;
                return ParseExpressionStatement();
            default:
                return ParseExpressionStatement();
        }
    }

    private ReadOnly ParseReadOnly()
    {
        var opening = Next();
        var name = ParseOperand();
        if (name is not (Variable or Local))
        {
            Error(Problems.NotAVariable(source, name.Span));
        }

        return new(name) { Span = From(opening.Span) };
    }

    // A block of another language has an end all the same.
    private Statement? SkipForeignBlock(Habit habit)
    {
        var opening = Current;
        Error(Problems.OtherLanguage(source, habit));
        do
        {
            while (!EndsStatement(Current.Kind))
            {
                _at++;
            }

            ParseBody();
            _statement = _at;
        }
        while (IsWord("else"));
        ExpectEnd(opening);
        return null;
    }

    private Statement ParseWrappedBlock()
    {
        var token = Next();
        return new WrappedBlock { Span = token.Span };
    }

    private Statement ParseExpressionStatement()
    {
        var expression = ParseExpression();
        var op = Current.Kind;
        if (op == TokenKind.Assign && _lastCall is not null && ReferenceEquals(_lastCall, expression) && _lastCall.Target is Target name and (Variable or Local))
        {
            return ParseInlineFunction(name, _lastCall);
        }

        if (op is < TokenKind.Assign or > TokenKind.ModuloAssign)
        {
            LookAtValue(expression, null);
            return new Print(expression) { Span = expression.Span };
        }

        var sign = Next();
        GoOn();
        var value = ParseExpression();
        if (Current.Kind is >= TokenKind.Assign and <= TokenKind.ModuloAssign)
        {
            SyntaxError(Problems.NestedAssignment(source, Current.Span));
        }

        if (AsTarget(expression) is not { } target)
        {
            SyntaxError(Problems.NotAssignable(source, expression.Span));
            return new Print(expression) { Span = expression.Span };
        }

        LookAtValue(value, target);
        var compound = op == TokenKind.Assign ? null : NewBinary(Operator(op), target, value, sign.Span);
        return new Assignment(target, op, value, compound) { Span = From(target) };
    }

    // A name, member or item, in parentheses or not.
    private static Target? AsTarget(Expression expression) =>
        expression is Parenthesis parenthesis ? AsTarget(parenthesis.Inner) : expression as Target;

    private static TokenKind Operator(TokenKind assignment) => assignment switch
    {
        TokenKind.PlusAssign => TokenKind.Plus,
        TokenKind.MinusAssign => TokenKind.Minus,
        TokenKind.TimesAssign => TokenKind.Times,
        TokenKind.DivideAssign => TokenKind.Divide,
        TokenKind.FloorAssign => TokenKind.Floor,
        _ => TokenKind.Modulo,
    };

    private If ParseIf()
    {
        var opening = Current;
        List<(Expression?, Block)> branches = [];
        var hasElse = false;
        Next();
        var condition = ParseExpression();
        condition.Tolerate();
        branches.Add((condition, ParseBody()));
        while (IsWord("else") || IsForeignElseIf)
        {
            _statement = _at;
            var isForeign = IsForeignElseIf;
            if (isForeign)
            {
                Misplaced();
            }

            var word = Next();
            if (hasElse)
            {
                Error(Problems.SecondElse(source, word.Span));
            }

            condition = null;
            if (isForeign || IsWord("if"))
            {
                _at -= isForeign ? 1 : 0;
                Next();
                condition = ParseExpression();
                condition.Tolerate();
            }

            hasElse = condition is null;
            branches.Add((condition, ParseBody()));
        }

        ExpectEnd(opening);
        return new([.. branches]) { Span = opening.Span };
    }

    private Case ParseCase()
    {
        var opening = Next();
        var value = ParseExpression();
        value.Tolerate();
        if (!EndsStatement(Current.Kind))
        {
            EndStatement();
        }

        List<(Expression[], Block)> branches = [];
        Block? otherwise = null;
        while (!IsWord("end") && Current.Kind != TokenKind.End)
        {
            if (Current.Kind == TokenKind.CodeEnter)
            {
                EnterCode();
            }
            else if (Current.Kind == TokenKind.Text || EndsStatement(Current.Kind))
            {
                _at++;
            }
            else if (IsWord("when"))
            {
                _statement = _at;
                Next();
                branches.Add((ParseWhen(), ParseBody()));
            }
            else if (IsWord("else") && branches.Count > 0 && otherwise is null)
            {
                Next();
                otherwise = ParseBody();
            }
            else
            {
                Error(IsWord("else") ? Problems.Misplaced(source, Current.Span, "else", null) : Problems.OutsideWhen(source, Current));
                _at++;
                EndStatement();
            }
        }

        ExpectEnd(opening);
        return new(value, [.. branches], otherwise) { Span = opening.Span };
    }

    private Expression[] ParseWhen()
    {
        List<Expression> values = [];
        do
        {
            values.Add(ParseOperators(PrecedenceOf(TokenKind.Or), canCall: true));
        }
        while (Take(TokenKind.Comma) || Take(TokenKind.Or));
        return [.. values];
    }

    private For ParseFor()
    {
        var opening = Next();
        var kind = opening.Name == "for" ? LoopKind.For : LoopKind.TableRow;
        var start = Current.Span;
        var variable = ParseOperand();
        if (AsTarget(variable) is not { } target)
        {
            SyntaxError(Problems.NotALoopVariable(source, start));
            target = new Variable("") { Span = start };
        }

        if (IsWord("in"))
        {
            Next();
        }
        else
        {
            SyntaxError(Problems.Expected(source, Current, "'in'", "write 'for post in site.posts'"));
        }

        var list = ParseLoopList();
        LookAtLoopList(list);
        var loopOptions = ParseLoopOptions(kind);
        var body = Within(kind, target, ParseBody);
        Block? otherwise = null;
        if (IsWord("else"))
        {
            _statement = _at;
            Next();
            otherwise = ParseBody();
        }

        ExpectEnd(opening);
        return new(kind, target, list, loopOptions, body, otherwise) { Span = From(opening.Span) is var all && all.Length > 0 ? opening.Span : all };
    }

    private While ParseWhile()
    {
        var opening = Next();
        return Within(LoopKind.While, null, () =>
        {
            var condition = Weighed(ParseExpression, out var weight);
            condition.Tolerate();
            var body = ParseBody();
            ExpectEnd(opening);
            return new While(condition, body) { Span = opening.Span, Weight = weight };
        });
    }

    // One operand or range in front of options; anything else is an expression of its own, and "limit:" an argument in it.
    private Expression ParseLoopList()
    {
        var operand = ParseOperand();
        if (Current.Kind is TokenKind.Range or TokenKind.RangeExclusive)
        {
            var sign = Next();
            operand = NewBinary(sign.Kind, operand, ParseOperand(), sign.Span);
        }

        return _isSuppressed || IsLoopOption() ? operand : ParseExpression(operand);
    }

    private bool IsLoopOption() => IsWord("reversed") || (Current.Kind == TokenKind.Identifier && Following.Kind == TokenKind.Colon);

    private LoopOptions? ParseLoopOptions(LoopKind kind)
    {
        LoopOptions? result = null;
        while (IsLoopOption())
        {
            result ??= new(null, null, null, false);
            var name = Next();
            if (name.Name == "reversed")
            {
                result = result with { IsReversed = true };
                continue;
            }

            Next();
            var value = ParseOperand();
            switch (name.Name)
            {
                case "limit":
                    LookAtLimit(name, value);
                    result = result with { Limit = value };
                    break;
                case "offset": result = result with { Offset = value }; break;
                case "cols" when kind == LoopKind.TableRow: result = result with { Columns = value }; break;
                default: Error(Problems.UnknownLoopOption(source, name.Span, name.Name, kind)); break;
            }
        }

        return result;
    }

    private Capture ParseCapture()
    {
        var opening = Next();
        var start = Current.Span;
        var target = ParseExpression();
        if (AsTarget(target) is not { } assignable)
        {
            Error(Problems.NotAssignable(source, start));
            assignable = new Variable("") { Span = start };
        }

        var body = ParseBody();
        ExpectEnd(opening);
        return new(assignable, body) { Span = opening.Span };
    }

    private Wrap ParseWrap()
    {
        var opening = Next();
        var function = ParseExpression();
        var body = Apart(ParseBody);
        ExpectEnd(opening);
        Expression call = function switch
        {
            Call { IsPipe: false } c => new Call(c.Target, c.Arguments, false, body) { Span = c.Span, Depth = c.Depth },
            Variable or Local or Member or Indexer => new Call(function, [], false, body) { Span = function.Span, Depth = function.Depth },
            _ => function,
        };
        return new(call, body) { Span = opening.Span };
    }
}
