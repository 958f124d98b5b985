using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>Operators with a list on a side (chapter 5.4 of the language); operands are never changed.</summary>
internal static class ListArithmetic
{
    public static Value Binary(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        switch (op)
        {
            case TokenKind.ShiftLeft when left.IsList:
                return new ScriptArray([.. List(frame, left), right]);
            case TokenKind.ShiftRight when right.IsList:
                return new ScriptArray([left, .. List(frame, right)]);
            case TokenKind.Plus when left.IsList && right.IsList:
                return new ScriptArray(Limited(frame, [.. List(frame, left), .. List(frame, right)]));
            case >= TokenKind.Equal and <= TokenKind.GreaterEqual when left.IsList && right.IsList:
                return Compare(frame, op, left, right, node);
            case TokenKind.Times when left.IsList != right.IsList:
                return Repeat(frame, left.IsList ? left : right, left.IsList ? right : left, node);
            case TokenKind.Divide or TokenKind.Floor or TokenKind.Modulo when left.IsList && !right.IsList:
                return Part(frame, op, left, right, node);
            default:
                throw frame.Fail(Problems.BadOperands(frame, node, left, right));
        }
    }

    private static List<Value> List(Frame frame, Value value)
    {
        Items.TryOf(frame, value, out var items);
        frame.Step(count: items.Count);
        return items.ToList();
    }

    private static List<Value> Limited(Frame frame, List<Value> items)
    {
        frame.Step(count: 0);
        return items;
    }

    private static bool Compare(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        Items.TryOf(frame, left, out var a);
        Items.TryOf(frame, right, out var b);
        if (a.Count != b.Count || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Arithmetic.Holds(op, a.Count.CompareTo(b.Count));
        }

        for (var i = 0; i < a.Count; i++)
        {
            frame.Step(node);
            if (!Arithmetic.Binary(frame, op, a[i], b[i], node).IsTrue)
            {
                return false;
            }
        }

        return op != TokenKind.NotEqual || a.Count > 0;
    }

    private static ScriptArray Repeat(Frame frame, Value list, Value times, Binary node)
    {
        var count = Math.Max(0, Conversion.ToInt(frame, times, node.Span));
        var items = List(frame, list);
        if ((long)items.Count * count > (frame.Options.LoopLimit == 0 ? int.MaxValue : frame.Options.LoopLimit))
        {
            throw frame.Fail(Problems.RangeTooLong(frame.Source, node.Span, frame.Options.LoopLimit));
        }

        var result = new List<Value>(items.Count * count);
        for (var i = 0; i < count; i++)
        {
            result.AddRange(items);
        }

        return new(result);
    }

    private static ScriptArray Part(Frame frame, TokenKind op, Value list, Value number, Binary node)
    {
        var n = Conversion.ToInt(frame, number, node.Right.Span);
        if (n <= 0)
        {
            throw frame.Fail(Problems.DivisionByZero(frame.Source, node.Sign));
        }

        var items = List(frame, list);
        return new(op == TokenKind.Modulo ? [.. items.Where((_, i) => i % n == 0)] : [.. items.Take(items.Count / n)]);
    }
}
