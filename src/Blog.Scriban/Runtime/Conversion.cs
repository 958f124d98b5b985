using System.Globalization;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>Arguments to the types that functions ask for (chapter 11.2 of the language).</summary>
internal static class Conversion
{
    public static Value To(Frame frame, Parameter parameter, Value value, Node site, int index)
    {
        TextSpan At() => site is Call call ? call.SpanOfArgument(index) : site.Span;
        switch (parameter.Kind)
        {
            case ParameterKind.Text:
                return value.IsNull || value.Ref is string ? value : Printer.Text(frame, value);
            case ParameterKind.Integer:
                return value.IsNull && !parameter.IsRequired && parameter.Default.IsNull ? value : ToInt(frame, value, At());
            case ParameterKind.Boolean:
                return value.IsTrue;
            case ParameterKind.Number when value.IsNumber:
                return value;
            case ParameterKind.Number when value.IsNull || value.Kind == ValueKind.Boolean:
                return (double)value.Bits;
            case ParameterKind.List when value.IsNull || value.IsList || value.IsText || value.Ref is ScriptObject:
                return value;
            case ParameterKind.Object when value.IsNull || value.Ref is ScriptObject:
                return value;
            case ParameterKind.Date when value.IsNull || value.Ref is DateTimeOffset:
                return value;
            case ParameterKind.Duration when value.Kind == ValueKind.Duration:
                return value;
            case ParameterKind.Function when value.IsNull || value.Ref is ScriptFunction:
                return value;
            default:
                throw frame.Fail(Problems.WrongArgument(frame.Source, site, At(), parameter, value));
        }
    }

    public static int ToInt(Frame frame, Value value, TextSpan at)
    {
        var number = value.Kind switch
        {
            ValueKind.Null => 0,
            ValueKind.Boolean or ValueKind.Integer => value.Bits,
            ValueKind.Single or ValueKind.Double or ValueKind.Decimal or ValueKind.BigInteger => Rounded(value),
            _ when value.IsText && int.TryParse(Printer.Text(frame, value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => long.MaxValue,
        };
        return number is >= int.MinValue and <= int.MaxValue ? (int)number
            : throw frame.Fail(Problems.NotAnInteger(frame.Source, at, value));
    }

    private static long Rounded(Value value)
    {
        var real = Math.Round(NumberArithmetic.ToDouble(value), MidpointRounding.ToEven);
        return real is >= int.MinValue and <= int.MaxValue ? (long)real : long.MaxValue;
    }
}
