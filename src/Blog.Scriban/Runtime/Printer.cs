using System.Buffers;
using System.Globalization;
using System.Numerics;
using Blog.Scriban.Functions;

namespace Blog.Scriban.Runtime;

/// <summary>The output form of values (chapter 9 of the language).</summary>
internal static class Printer
{
    private const int DeepestUnpaid = 20;

    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl), '"', '\\']);

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
                frame?.Budget.Text(html.Utf8.Length);
                return html.Text;
            case Value.Tag tag:
                return Scalar(tag, value, CultureOf(frame));
            case ScriptFunction:
                return "<function>";
            case DateTimeOffset date:
                return DateFormat.Format(frame, date, frame?.State.DateFormat(frame) ?? DateFormat.Default, CultureOf(frame));
            case decimal number:
                return number.ToString(CultureOf(frame));
            case BigInteger number:
                return Integers.Text(frame, number, CultureOf(frame));
            default:
                var result = new TextBuilder(frame);
                Append(frame, result, value, 0);
                return result.Finish();
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

    private static void Append(Frame? frame, TextBuilder result, Value value, int depth)
    {
        if (frame is null && (depth > DeepestUnpaid || result.IsFull))
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
                AppendQuoted(result, Text(frame, value));
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

    private static void AppendList(Frame? frame, TextBuilder result, int count, Func<int, Value> item, int depth)
    {
        frame?.Budget.EnterValue();
        frame?.Budget.Items(count);
        result.Append('[');
        for (var i = 0; i < count && (frame is not null || !result.IsFull); i++)
        {
            result.Append(i > 0 ? ", " : "");
            Append(frame, result, item(i), depth + 1);
        }

        result.Append(']');
        frame?.Budget.LeaveValue();
    }

    private static void AppendObject(Frame? frame, TextBuilder result, ScriptObject found, int depth)
    {
        frame?.Budget.EnterValue();
        frame?.Budget.Items(found.Count);
        result.Append('{');
        for (var i = 0; i < found.Count && (frame is not null || !result.IsFull); i++)
        {
            var name = found.NameAt(i);
            result.Append(i > 0 ? ", " : "");
            if (Lexer.IsIdentifier(name))
            {
                result.Append(name);
            }
            else
            {
                AppendQuoted(result, name);
            }

            result.Append(": ");
            Append(frame, result, found[name], depth + 1);
        }

        result.Append('}');
        frame?.Budget.LeaveValue();
    }

    /// <summary>The text as one would write it in a template, with its quotes.</summary>
    public static void AppendQuoted(TextBuilder result, string text)
    {
        result.Append('"');
        AppendEscaped(result, text);
        result.Append('"');
    }

    public static void AppendEscaped(TextBuilder result, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            result.Append(text[..next]).Append(EscapeOf(text[next]));
            text = text[(next + 1)..];
        }

        result.Append(text);
    }

    private static string EscapeOf(char c) => c switch
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
        _ => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
    };
}
