using System.Numerics;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>The binary operators (chapter 5.3 of the language): the first rule whose operand appears on a side applies.</summary>
internal static class Arithmetic
{
    public static Value Binary(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        // The overwhelmingly usual case first.
        return ReferenceEquals(left.Ref, Value.Tag.Integer) && ReferenceEquals(right.Ref, Value.Tag.Integer) && TrySmall(op, left.Bits, right.Bits, out var quick)
            ? quick
            : General(frame, op, left, right, node);
    }

    /// <summary>The result for two constants; null where it depends on the rendering or is an error.</summary>
    public static Value? Fold(TokenKind op, Value left, Value right)
    {
        if (ReferenceEquals(left.Ref, Value.Tag.Integer) && ReferenceEquals(right.Ref, Value.Tag.Integer) && TrySmall(op, left.Bits, right.Bits, out var number))
        {
            return number;
        }

        return op == TokenKind.Plus && left.Ref is string start && right.Ref is string end ? start + end : default(Value?);
    }

    private static Value General(Frame frame, TokenKind op, Value left, Value right, Binary node)
    {
        if (op is TokenKind.Range or TokenKind.RangeExclusive)
        {
            return MakeRange(frame, left, right, op == TokenKind.RangeExclusive, node);
        }

        if (left.IsList && op == TokenKind.ShiftLeft || right.IsList && op == TokenKind.ShiftRight)
        {
            return ListArithmetic.Binary(frame, op, left, right, node);
        }

        if (left.IsText || right.IsText)
        {
            return TextArithmetic.Binary(frame, op, left, right, node);
        }

        if (left.IsNull || right.IsNull)
        {
            return op switch
            {
                TokenKind.Equal => left.IsNull && right.IsNull,
                TokenKind.NotEqual => !(left.IsNull && right.IsNull),
                TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual => false,
                _ => default(Value),
            };
        }

        if (left.Kind == ValueKind.Empty || right.Kind == ValueKind.Empty)
        {
            return Empty(frame, op, left.Kind == ValueKind.Empty ? right : left);
        }

        if (left.IsList || right.IsList)
        {
            return ListArithmetic.Binary(frame, op, left, right, node);
        }

        return NumberArithmetic.Binary(frame, op, left, right, node) ?? DateArithmetic.Binary(frame, op, left, right, node) ?? op switch
        {
            TokenKind.Equal => IsSame(left, right),
            TokenKind.NotEqual => !IsSame(left, right),
            _ => throw frame.Fail(Problems.BadOperands(frame, node, left, right)),
        };
    }

    public static bool AreEqual(Frame frame, Value left, Value right, Expression at) =>
        Binary(frame, TokenKind.Equal, left, right, new(TokenKind.Equal, at, at, at.Span) { Span = at.Span }).IsTrue;

    /// <summary>Equal value of the same type: <c>array.contains</c>, <c>array.uniq</c>.</summary>
    public static bool IsSame(Value left, Value right)
    {
        if (left.IsText && right.IsText)
        {
            return left.Kind == ValueKind.Character == (right.Kind == ValueKind.Character) && left.AsText == right.AsText;
        }

        return left.Kind == right.Kind && left.KindName == right.KindName && left.Ref switch
        {
            decimal number => number == (decimal)right.Ref!,
            BigInteger number => number == (BigInteger)right.Ref!,
            DateTimeOffset date => date == (DateTimeOffset)right.Ref!,
            _ => ReferenceEquals(left.Ref, right.Ref) && left.Bits == right.Bits,
        };
    }

    /// <summary>For <c>++</c> and <c>--</c>.</summary>
    public static Value Add(Frame frame, Value number, int step, TextSpan at)
    {
        try
        {
            PayForLong(frame, number);
            return Added(number, step);
        }
        catch (OverflowException)
        {
            throw frame.Fail(Problems.NumberTooLarge(frame.Source, at));
        }
    }

    private static Value Added(Value number, int step) => number.Kind switch
    {
        ValueKind.Integer => (BigInteger)number.Bits + step,
        ValueKind.BigInteger => (BigInteger)number.Ref! + step,
        ValueKind.Single => number.Single + step,
        ValueKind.Decimal => (decimal)number.Ref! + step,
        _ => number.Double + step,
    };

    public static Value Sign(Frame frame, TokenKind op, Value value, TextSpan at)
    {
        if (!value.IsNumber)
        {
            throw frame.Fail(Problems.NotANumber(frame.Source, at, value));
        }

        PayForLong(frame, value);
        return op == TokenKind.Plus ? value : value.Kind switch
        {
            ValueKind.Integer => -(BigInteger)value.Bits,
            ValueKind.BigInteger => -(BigInteger)value.Ref!,
            ValueKind.Single => -value.Single,
            ValueKind.Decimal => -(decimal)value.Ref!,
            _ => -value.Double,
        };
    }

    // Operations that copy the number. The parser, which has no frame, knows short literals only.
    private static void PayForLong(Frame? frame, Value number)
    {
        if (number.Ref is BigInteger big)
        {
            frame?.Budget.Number(big.GetBitLength());
        }
    }

    private static bool TrySmall(TokenKind op, long left, long right, out Value result)
    {
        long number;
        result = default;
        switch (op)
        {
            case TokenKind.Equal:
                result = left == right;
                return true;
            case TokenKind.NotEqual:
                result = left != right;
                return true;
            case TokenKind.Less:
                result = left < right;
                return true;
            case TokenKind.LessEqual:
                result = left <= right;
                return true;
            case TokenKind.Greater:
                result = left > right;
                return true;
            case TokenKind.GreaterEqual:
                result = left >= right;
                return true;
            case TokenKind.Plus:
                result = number = left + right;
                return ((left ^ number) & (right ^ number)) >= 0;
            case TokenKind.Minus:
                result = number = left - right;
                return ((left ^ right) & (left ^ number)) >= 0;
            case TokenKind.Times:
                var high = Math.BigMul(left, right, out number);
                result = number;
                return high == number >> 63;
            case TokenKind.Divide:
                result = (double)left / right;
                return true;
            case TokenKind.Floor when right is not 0 and not -1:
                result = left / right;
                return true;
            case TokenKind.Modulo when right is not 0 and not -1:
                result = left % right;
                return true;
            default:
                return false;
        }
    }

    private static Value MakeRange(Frame frame, Value left, Value right, bool isExclusive, Binary node)
    {
        if (left.AsInteger is not { } from)
        {
            throw frame.Fail(Problems.RangeOfNoInteger(frame.Source, node.Left.Span, left));
        }

        if (right.AsInteger is not { } to)
        {
            throw frame.Fail(Problems.RangeOfNoInteger(frame.Source, node.Right.Span, right));
        }

        var count = (to >= from ? (BigInteger)to - from : (BigInteger)from - to) + (isExclusive ? 0 : 1);
        frame.Budget.Range(count, node);
        return Value.OfRange(new(from, (int)count, to >= from ? 1 : -1));
    }

    internal static bool Holds(TokenKind op, int comparison) => op switch
    {
        TokenKind.Equal => comparison == 0,
        TokenKind.NotEqual => comparison != 0,
        TokenKind.Less => comparison < 0,
        TokenKind.LessEqual => comparison <= 0,
        TokenKind.Greater => comparison > 0,
        _ => comparison >= 0,
    };

    private static Value Empty(Frame frame, TokenKind op, Value other)
    {
        var isEmpty = other.Kind switch
        {
            ValueKind.Empty => true,
            ValueKind.Object => frame.Current((ScriptObject)other.Ref!).Count == 0,
            ValueKind.Array => ((ScriptArray)other.Ref!).Count == 0,
            ValueKind.Range => ((ScriptRange)other.Ref!).Count == 0,
            _ => false,
        };
        return op switch
        {
            TokenKind.Equal or TokenKind.LessEqual or TokenKind.GreaterEqual => isEmpty,
            TokenKind.NotEqual => !isEmpty,
            TokenKind.Less or TokenKind.Greater => false,
            _ => Value.Empty,
        };
    }
}
