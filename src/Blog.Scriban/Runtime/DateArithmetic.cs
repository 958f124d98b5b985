using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>The binary operators between dates and durations.</summary>
internal static class DateArithmetic
{
    /// <summary>Null: neither is a date or a duration that the other goes with.</summary>
    public static Value? Binary(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        if (left.Ref is DateTimeOffset from && right.Ref is DateTimeOffset to)
        {
            return op == TokenKind.Minus ? from - to
                : op is >= TokenKind.Equal and <= TokenKind.GreaterEqual ? Arithmetic.Holds(op, from.CompareTo(to))
                : throw frame.Fail(Problems.BadOperands(frame, node, left, right));
        }

        try
        {
            if (left.Ref is DateTimeOffset date && right.Kind == ValueKind.Duration && op == TokenKind.Plus)
            {
                return date + right.Duration;
            }

            if (left.Kind == ValueKind.Duration && right.Kind == ValueKind.Duration)
            {
                return op switch
                {
                    TokenKind.Plus => left.Duration + right.Duration,
                    TokenKind.Minus => left.Duration - right.Duration,
                    >= TokenKind.Equal and <= TokenKind.GreaterEqual => Arithmetic.Holds(op, left.Bits.CompareTo(right.Bits)),
                    _ => throw frame.Fail(Problems.BadOperands(frame, node, left, right)),
                };
            }
        }
        catch (Exception problem) when (problem is ArgumentOutOfRangeException or OverflowException)
        {
            throw frame.Fail(Problems.DateOutOfRange(frame.Source, node.Span));
        }

        return null;
    }
}
