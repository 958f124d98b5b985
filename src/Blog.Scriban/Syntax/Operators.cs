using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

internal sealed class Binary(TokenKind op, Expression left, Expression right, TextSpan sign) : Expression
{
    public TokenKind Operator { get; } = op;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public TextSpan Sign { get; } = sign;

    public override Value? Constant { get; } = left.Constant is { } l && right.Constant is { } r ? Arithmetic.Fold(op, l, r) : default;

    public override Value Eval(Frame frame) => Constant ?? Operator switch
    {
        TokenKind.And => Left.Eval(frame).IsTrue && Right.Eval(frame).IsTrue,
        TokenKind.Or => Left.Eval(frame).IsTrue || Right.Eval(frame).IsTrue,
        TokenKind.Coalesce => Left.Eval(frame) is { IsNull: false } left ? left : Right.Eval(frame),
        TokenKind.NotNullThen => Left.Eval(frame).IsNull ? default : Right.Eval(frame),
        _ => Arithmetic.Binary(frame, Operator, Left.Eval(frame), Right.Eval(frame), this),
    };

    public override void Tolerate()
    {
        base.Tolerate();
        if (Operator is TokenKind.And or TokenKind.Or or TokenKind.Coalesce or TokenKind.NotNullThen or (>= TokenKind.Equal and <= TokenKind.GreaterEqual))
        {
            Left.Tolerate();
            Right.Tolerate();
        }
    }
}

/// <summary>Prefix <c>! - + @ ^</c></summary>
internal sealed class Unary(TokenKind op, Expression operand) : Expression
{
    public TokenKind Operator { get; } = op;

    public Expression Operand { get; } = operand;

    public override Value Eval(Frame frame) => Operator switch
    {
        TokenKind.Not => !Operand.Eval(frame).IsTrue,
        TokenKind.At => Operand.EvalTarget(frame),
        TokenKind.Caret => Operand.Eval(frame),
        _ => Arithmetic.Sign(frame, Operator, Operand.Eval(frame), Operand.Span),
    };

    public override void Tolerate()
    {
        base.Tolerate();
        if (Operator == TokenKind.Not)
        {
            Operand.Tolerate();
        }
    }
}

/// <summary><c>x++</c>, <c>--x</c></summary>
internal sealed class Increment(Target operand, int step, bool isPrefix) : Expression
{
    public Target Operand { get; } = operand;

    public override Value Eval(Frame frame)
    {
        var before = Operand.Eval(frame);
        if (before.IsNull)
        {
            // As "x += 1" does.
            return before;
        }

        if (!before.IsNumber)
        {
            throw frame.Fail(Problems.NotANumber(frame.Source, Operand.Span, before));
        }

        var after = Arithmetic.Add(frame, before, step, Operand.Span);
        Operand.Assign(frame, after);
        return isPrefix ? after : before;
    }
}

/// <summary><c>condition ? a : b</c></summary>
internal sealed class Conditional(Expression condition, Expression whenTrue, Expression whenFalse) : Expression
{
    public Expression Condition { get; } = condition;

    public Expression WhenTrue { get; } = whenTrue;

    public Expression WhenFalse { get; } = whenFalse;

    public override Value Eval(Frame frame) => frame.Holds(Condition, Condition.Eval(frame)) ? WhenTrue.Eval(frame) : WhenFalse.Eval(frame);

    public override void Tolerate()
    {
        base.Tolerate();
        WhenTrue.Tolerate();
        WhenFalse.Tolerate();
    }
}
