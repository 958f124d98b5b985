using System.Globalization;
using System.Numerics;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>math</c>.</summary>
internal static class MathFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(16);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "math");

        Add("abs", "value", Abs);
        Add("ceil", "value:n", (_, a) => Math.Ceiling(NumberArithmetic.ToDouble(a[0])));
        Add("divided_by", "value:n divisor:n", DividedBy);
        Add("floor", "value:n", (_, a) => Math.Floor(NumberArithmetic.ToDouble(a[0])));
        Add("format", "value format:s culture:s?", (f, a) => a[0].IsNull || a[0].IsNumber ? Formatting.Format(f, a[0], a[1].Text(), f.Culture(a, 2))
            : throw new TemplateException($"expected a number, found {a[0].Described}", a[0].IsText ? "write 'string.to_float' to make a number of a text" : "give it a number") { Argument = 0 });
        Add("is_number", "value", (_, a) => a[0].IsNumber);
        Add("minus", "value with", (f, a) => Operate(f, TokenKind.Minus, a[0], a[1]));
        Add("modulo", "value with", (f, a) => Operate(f, TokenKind.Modulo, a[0], a[1]));
        Add("plus", "value with", (f, a) => Operate(f, TokenKind.Plus, a[0], a[1]));
        Add("random", "minValue:i maxValue:i", (f, a) => a[0].Bits <= a[1].Bits ? f.State.Random.Next(a[0].Int(), a[1].Int())
            : throw new TemplateException("the smallest value is larger than the largest", "exchange them"));
        Add("round", "value:n precision:i=0", Round);
        Add("times", "value with", (f, a) => Operate(f, TokenKind.Times, a[0], a[1]));
        Add("uuid", "", (f, _) => Uuid(f.State.Random));
        return o;
    }

    private static Value Abs(Frame frame, ReadOnlySpan<Value> a) => a[0].Kind switch
    {
        ValueKind.Null => default,
        ValueKind.Integer => BigInteger.Abs(a[0].Bits),
        ValueKind.BigInteger => BigInteger.Abs((BigInteger)a[0].Ref!),
        ValueKind.Double => Math.Abs(a[0].Double),
        ValueKind.Single => Math.Abs(a[0].Single),
        ValueKind.Decimal => Math.Abs((decimal)a[0].Ref!),
        _ => throw new TemplateException($"expected a number, found {a[0].Described}", a[0].IsText ? "write 'string.to_float' to make a number of a text" : "give it a number") { Argument = 0 },
    };

    private static Value DividedBy(Frame frame, ReadOnlySpan<Value> a)
    {
        if (a[1].Kind is not (ValueKind.Integer or ValueKind.BigInteger))
        {
            return Operate(frame, TokenKind.Divide, a[0], a[1]);
        }

        if (NumberArithmetic.ToBig(a[1]).IsZero)
        {
            throw new TemplateException("division by zero", "test the divisor first") { Argument = 1 };
        }

        var quotient = Math.Floor(NumberArithmetic.ToDouble(a[0]) / NumberArithmetic.ToDouble(a[1]));
        return double.IsFinite(quotient) ? new BigInteger(quotient) : (Value)quotient;
    }

    private static Value Round(Frame frame, ReadOnlySpan<Value> a)
    {
        var number = NumberArithmetic.ToDouble(a[0]);
        return a[1].Bits is >= 0 and <= 15 ? Math.Round(number, a[1].Int(), MidpointRounding.ToEven)
            : throw new TemplateException("the precision is a number from 0 to 15", "leave it out for a whole number") { Argument = 1 };
    }

    private static Value Operate(Frame frame, TokenKind op, Value left, Value right)
    {
        var site = frame.Site!;
        var here = new Literal(left) { Span = site.Span };
        return Arithmetic.Binary(frame, op, left, right, new(op, here, here, site.Span) { Span = site.Span });
    }

    private static string Uuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }
}

/// <summary>.NET format strings, for <c>math.format</c> and <c>object.format</c>.</summary>
internal static class Formatting
{
    // "F999999999" is a legal format of .NET that asks for a gigabyte of zeros.
    private const int MostDigits = 1_000;

    public static Value Format(Frame frame, Value value, string format, Culture culture)
    {
        if (value.IsNumber && format.Length > 1 && char.IsAsciiLetter(format[0]) && int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            && digits > MostDigits)
        {
            throw new TemplateException($"a number has at most {MostDigits.ToString("N0", CultureInfo.InvariantCulture)} digits here", "take a smaller number in the format") { Argument = 1 };
        }

        // Each letter of a date's format may become a word.
        frame.Budget.Text(format.Length * 16L);
        try
        {
            return value.Kind switch
            {
                ValueKind.Null => "",
                ValueKind.Integer when value.Bits is >= int.MinValue and <= int.MaxValue => ((int)value.Bits).ToString(format, culture),
                ValueKind.Integer => value.Bits.ToString(format, culture),
                ValueKind.BigInteger => Integers.Text(frame, (BigInteger)value.Ref!, culture, format),
                ValueKind.Double => value.Double.ToString(format, culture),
                ValueKind.Single => value.Single.ToString(format, culture),
                ValueKind.Decimal => ((decimal)value.Ref!).ToString(format, culture),
                ValueKind.Date => ((DateTimeOffset)value.Ref!).ToString(format, culture),
                ValueKind.Duration => value.Duration.ToString(format, culture),
                _ => throw new TemplateException($"{value.Described} cannot be formatted", "numbers, dates and timespans can") { Argument = 0 },
            };
        }
        catch (FormatException)
        {
            throw new TemplateException($"'{format}' is no format of {value.Described}", value.Kind == ValueKind.Date ? "write 'date.to_string' with a pattern such as '%Y-%m-%d'" : "write one such as '0.00' or 'N0'") { Argument = 1 };
        }
    }
}
