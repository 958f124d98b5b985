using System.Numerics;
using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>The binary operators between two numbers, of the wider type of the two; a boolean beside a number is 0 or 1.</summary>
internal static class NumberArithmetic
{
    /// <summary>Null: the operator means nothing for numbers, or these are none.</summary>
    public static Value? Binary(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        var bothFlags = left.Kind == ValueKind.Boolean && right.Kind == ValueKind.Boolean;
        if (!IsNumeric(left) || !IsNumeric(right) || bothFlags)
        {
            return null;
        }

        try
        {
            if (left.Kind == ValueKind.Decimal || right.Kind == ValueKind.Decimal)
            {
                return Real(op, ToDecimal(left), ToDecimal(right), decimal.Remainder, x => Math.Round(x, MidpointRounding.ToEven));
            }

            if (left.Kind == ValueKind.Double || right.Kind == ValueKind.Double)
            {
                return Real(op, ToDouble(left), ToDouble(right), (a, b) => a % b, x => Math.Round(x, MidpointRounding.ToEven));
            }

            if (left.Kind == ValueKind.Single || right.Kind == ValueKind.Single)
            {
                return Real(op, (float)ToDouble(left), (float)ToDouble(right), (a, b) => a % b, MathF.Truncate);
            }

            return Integers.Binary(frame, op, ToBig(left), ToBig(right), node);
        }
        catch (DivideByZeroException)
        {
            throw frame.Fail(Problems.DivisionByZero(frame.Source, node.Sign));
        }
        catch (OverflowException)
        {
            throw frame.Fail(Problems.BadOperands(frame, node, left, right));
        }
    }

    private static bool IsNumeric(Value value) => value.IsNumber || value.Kind == ValueKind.Boolean;

    private static Value? Real<T>(TokenKind op, T left, T right, Func<T, T, T> modulo, Func<T, T> floor)
        where T : struct, INumber<T> => op switch
        {
            TokenKind.Plus => Of(left + right),
            TokenKind.Minus => Of(left - right),
            TokenKind.Times => Of(left * right),
            TokenKind.Divide => Of(left / right),
            TokenKind.Floor => Of(floor(left / right)),
            TokenKind.Modulo => Of(modulo(left, right)),
            TokenKind.Equal => left == right,
            TokenKind.NotEqual => left != right,
            TokenKind.Less => left < right,
            TokenKind.LessEqual => left <= right,
            TokenKind.Greater => left > right,
            TokenKind.GreaterEqual => left >= right,
            _ => default(Value?),
        };

    private static Value Of<T>(T number)
        where T : struct => number switch
        {
            double real => real,
            float single => single,
            decimal exact => exact,
            _ => default(Value),
        };

    public static BigInteger ToBig(Value value) => value.Ref is BigInteger big ? big : value.Bits;

    public static double ToDouble(Value value) => value.Kind switch
    {
        ValueKind.Double => value.Double,
        ValueKind.Single => value.Single,
        ValueKind.Decimal => (double)(decimal)value.Ref!,
        ValueKind.BigInteger => (double)(BigInteger)value.Ref!,
        _ => value.Bits,
    };

    private static decimal ToDecimal(Value value) => value.Kind switch
    {
        ValueKind.Decimal => (decimal)value.Ref!,
        ValueKind.Double => (decimal)value.Double,
        ValueKind.Single => (decimal)value.Single,
        ValueKind.BigInteger => (decimal)(BigInteger)value.Ref!,
        _ => value.Bits,
    };
}
