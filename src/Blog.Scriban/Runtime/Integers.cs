using System.Numerics;
using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>Whole numbers of any length up to a limit; what leaves 64 bits comes here.</summary>
internal static class Integers
{
    /// <summary>315 thousand digits.</summary>
    private const int MostBits = 1 << 20;

    public static Value? Binary(Frame frame, TokenKind op, BigInteger left, BigInteger right, Binary node)
    {
        var (a, b) = (left.GetBitLength(), right.GetBitLength());
        switch (op)
        {
            case TokenKind.Plus:
                Pay(frame, Math.Max(a, b) + 1, node);
                return left + right;
            case TokenKind.Minus:
                Pay(frame, Math.Max(a, b) + 1, node);
                return left - right;
            case TokenKind.Times:
                Pay(frame, a + b, node);
                frame.Budget.Products(a, b, node);
                return left * right;
            case TokenKind.Divide:
                return (double)left / (double)right;
            case TokenKind.Floor or TokenKind.Modulo:
                Pay(frame, Math.Max(a, b), node);
                frame.Budget.Products(a, b, node);
                return op == TokenKind.Floor ? BigInteger.Divide(left, right) : BigInteger.Remainder(left, right);
            case TokenKind.ShiftLeft or TokenKind.ShiftRight:
                return Shifted(frame, left, op == TokenKind.ShiftLeft ? right : -right, node);
            case >= TokenKind.Equal and <= TokenKind.GreaterEqual:
                frame.Budget.Number(Math.Min(a, b), node);
                return Arithmetic.Holds(op, left.CompareTo(right));
            default:
                return null;
        }
    }

    public static string Text(Frame? frame, BigInteger number, IFormatProvider culture, string? format = null)
    {
        // Digits are found by dividing again and again.
        var bits = number.GetBitLength();
        frame?.Budget.Products(bits, bits);
        frame?.Budget.Number(bits * 5);
        return number.ToString(format, culture);
    }

    private static Value Shifted(Frame frame, BigInteger number, BigInteger places, Binary node)
    {
        if (places > MostBits)
        {
            throw frame.Fail(Problems.NumberTooLarge(frame.Source, node.Span));
        }

        var bits = number.GetBitLength();
        if (places < -bits)
        {
            return number.Sign < 0 ? -1 : 0;
        }

        Pay(frame, bits + (long)places, node);
        return number << (int)places;
    }

    private static void Pay(Frame frame, long bits, Binary node)
    {
        if (bits > MostBits)
        {
            throw frame.Fail(Problems.NumberTooLarge(frame.Source, node.Span));
        }

        frame.Budget.Number(bits, node);
    }
}
