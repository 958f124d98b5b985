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
                return Joined(frame, left, new ScriptArray([right], isSequence: false), node);
            case TokenKind.ShiftRight when right.IsList:
                return Joined(frame, new ScriptArray([left], isSequence: false), right, node);
            case TokenKind.Plus when left.IsList && right.IsList:
                return Joined(frame, left, right, node);
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

    private static ScriptArray Joined(Frame frame, Value left, Value right, Node node)
    {
        Items.TryOf(frame, left, out var first);
        Items.TryOf(frame, right, out var second);
        frame.Budget.List((long)first.Count + second.Count, node);
        var result = new List<Value>(first.Count + second.Count);
        first.AddTo(result);
        second.AddTo(result);
        return new(result);
    }

    private static bool Compare(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        Items.TryOf(frame, left, out var a);
        Items.TryOf(frame, right, out var b);
        if (a.Count != b.Count)
        {
            return Arithmetic.Holds(op, a.Count.CompareTo(b.Count));
        }

        frame.Budget.EnterValue(node);

        // Two lists without items are equal, neither smaller nor different.
        var holds = a.Count > 0 || op is TokenKind.Equal or TokenKind.LessEqual or TokenKind.GreaterEqual;
        for (var i = 0; i < a.Count && holds; i++)
        {
            frame.Budget.Items(1, node);
            holds = Arithmetic.Binary(frame, op, a[i], b[i], node).IsTrue;
        }

        frame.Budget.LeaveValue();
        return holds;
    }

    private static ScriptArray Repeat(Frame frame, Value list, Value times, Binary node)
    {
        var count = Math.Max(0, Conversion.ToInt(frame, times, node.Span));
        Items.TryOf(frame, list, out var items);
        frame.Budget.List((long)items.Count * count, node);
        var result = new List<Value>(items.Count * count);
        for (var i = 0; i < count && items.Count > 0; i++)
        {
            items.AddTo(result);
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

        Items.TryOf(frame, list, out var all);
        var items = all.ToList(frame, node);
        return new(op == TokenKind.Modulo ? [.. items.Where((_, i) => i % n == 0)] : [.. items.Take(items.Count / n)]);
    }
}
