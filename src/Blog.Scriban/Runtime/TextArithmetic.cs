using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>The binary operators with a text on one side or both.</summary>
internal static class TextArithmetic
{
    public static Value Binary(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        switch (op)
        {
            case TokenKind.Plus when left.Ref is Html a && right.Ref is Html b:
                frame.Budget.Memory((long)a.Utf8.Length + b.Utf8.Length, node);
                return Html.Of(a, b);
            case TokenKind.Plus:
                var (first, second) = (Printer.Text(frame, left), Printer.Text(frame, right));
                frame.Budget.Text((long)first.Length + second.Length, node);
                return string.Concat(first, second);
            case TokenKind.Times when !(left.IsText && right.IsText):
                return left.IsText ? Repeated(frame, left, right, node) : Repeated(frame, right, left, node);
            case >= TokenKind.Equal and <= TokenKind.GreaterEqual when HasNoText(left) || HasNoText(right):
                return op == TokenKind.NotEqual;
            case >= TokenKind.Equal and <= TokenKind.GreaterEqual:
                return Compared(frame, op, Printer.Text(frame, left), Printer.Text(frame, right), node);
            default:
                throw frame.Fail(Problems.BadOperands(frame, node, left, right));
        }
    }

    private static string Repeated(Frame frame, Value text, Value times, Binary node)
    {
        var count = times.IsNull ? 0 : Math.Max(0, Conversion.ToInt(frame, times, node.Span));
        var unit = Printer.Text(frame, text);
        frame.Budget.Text((long)unit.Length * count, node);
        return string.Create(unit.Length * count, unit, static (all, unit) =>
        {
            for (var at = 0; at < all.Length; at += unit.Length)
            {
                unit.CopyTo(all[at..]);
            }
        });
    }

    private static bool Compared(Frame frame, TokenKind op, string left, string right, Binary node)
    {
        frame.Budget.Characters(Math.Min(left.Length, right.Length), node);
        return Arithmetic.Holds(op, string.CompareOrdinal(left, right));
    }

    private static bool HasNoText(Value value) => value.IsNull || value.Kind == ValueKind.Empty;
}
