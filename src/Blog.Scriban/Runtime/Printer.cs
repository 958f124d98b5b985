using System.Globalization;
using System.Numerics;
using System.Text;
using Blog.Scriban.Functions;

namespace Blog.Scriban.Runtime;

/// <summary>The output form of values (chapter 9 of the language).</summary>
internal static class Printer
{
    public static void Write(Frame frame, Value value, Output output)
    {
        switch (value.Ref)
        {
            case null:
                break;
            case string text:
                output.Write(text);
                break;
            case Html html:
                output.Write(html.Utf8.Span);
                break;
            case Value.Tag { Kind: ValueKind.Integer }:
                output.Write(value.Bits);
                break;
            default:
                output.Write(Text(frame, value));
                break;
        }
    }

    /// <param name="frame">Null where no rendering is running: dates then take the default form.</param>
    public static string Text(Frame? frame, Value value)
    {
        switch (value.Ref)
        {
            case null:
                return "";
            case string text:
                return text;
            case Html html:
                return html.Text;
            case Value.Tag tag:
                return Scalar(tag, value, CultureOf(frame));
            case ScriptFunction:
                return "<function>";
            case DateTimeOffset date:
                return DateFormat.Format(date, frame?.State.DateFormat(frame) ?? DateFormat.Default, CultureOf(frame));
            case decimal number:
                return number.ToString(CultureOf(frame));
            case BigInteger number:
                return number.ToString(CultureOf(frame));
            default:
                var result = new StringBuilder();
                Append(frame, result, value, 0);
                return frame is null ? result.ToString() : frame.Checked(result.ToString());
        }
    }

    private static Culture CultureOf(Frame? frame) => frame?.Culture ?? Culture.Invariant;

    private static string Scalar(Value.Tag tag, Value value, Culture culture) => tag.Kind switch
    {
        ValueKind.Boolean => value.Bits != 0 ? "true" : "false",
        ValueKind.Integer => value.Bits.ToString(CultureInfo.InvariantCulture),
        ValueKind.Double => Real(value.Double, culture),
        ValueKind.Single => value.Single.ToString(culture),
        ValueKind.Character => ((char)value.Bits).ToString(),
        ValueKind.Duration => value.Duration.ToString("c", CultureInfo.InvariantCulture),
        _ => "",
    };

    // The shortest form that reads back, but digits up to 10^16 where .NET changes to an exponent at 10^15.
    private static string Real(double number, Culture culture)
    {
        var text = number.ToString(culture);
        return text.EndsWith("E+15", StringComparison.Ordinal) || text.EndsWith("E+16", StringComparison.Ordinal)
            ? number.ToString("F0", culture)
            : text;
    }

    private static void Append(Frame? frame, StringBuilder result, Value value, int depth)
    {
        if (frame is not null && depth > frame.Options.ObjectDepthLimit)
        {
            throw frame.Fail(Problems.ObjectTooDeep(frame.Source, frame.Here?.Span ?? default, frame.Options.ObjectDepthLimit));
        }

        if (frame is not null && result.Length > frame.Options.OutputLimit && frame.Options.OutputLimit > 0)
        {
            frame.Checked(result.ToString());
        }

        if (depth > 100)
        {
            result.Append('…');
            return;
        }

        switch (value.Ref)
        {
            case null or Value.Tag { Kind: ValueKind.Empty }:
                result.Append("null");
                break;
            case string or Html:
                result.Append(Quoted(Text(frame, value)));
                break;
            case ScriptArray array:
                AppendList(frame, result, array.Count, i => array[i], depth);
                break;
            case ScriptRange range:
                AppendList(frame, result, range.Count, i => range[i], depth);
                break;
            case ScriptObject found:
                AppendObject(frame, result, frame?.Current(found) ?? found, depth);
                break;
            default:
                result.Append(Text(frame, value));
                break;
        }
    }

    private static void AppendList(Frame? frame, StringBuilder result, int count, Func<int, Value> item, int depth)
    {
        result.Append('[');
        for (var i = 0; i < count; i++)
        {
            result.Append(i > 0 ? ", " : "");
            Append(frame, result, item(i), depth + 1);
        }

        result.Append(']');
    }

    private static void AppendObject(Frame? frame, StringBuilder result, ScriptObject found, int depth)
    {
        result.Append('{');
        for (var i = 0; i < found.Count; i++)
        {
            var name = found.NameAt(i);
            result.Append(i > 0 ? ", " : "").Append(Lexer.IsIdentifier(name) ? name : Quoted(name)).Append(": ");
            Append(frame, result, found[name], depth + 1);
        }

        result.Append('}');
    }

    public static string Quoted(string text) => $"\"{Escaped(text)}\"";

    public static string Escaped(string text)
    {
        if (!text.Any(c => c is '"' or '\\' || char.IsControl(c)))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\a' => "\\a",
                '\b' => "\\b",
                '\t' => "\\t",
                '\r' => "\\r",
                '\v' => "\\v",
                '\f' => "\\f",
                '\n' => "\\n",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => c.ToString(),
            });
        }

        return result.ToString();
    }
}
