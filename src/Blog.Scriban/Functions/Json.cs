using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>JSON of values, both ways; text is escaped so that it can stand in a script.</summary>
internal static class Json
{
    // What needs no escape, in JSON and in a script within HTML.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("\"\\<>&'+`")]);

    public static string Write(Frame frame, Value value)
    {
        if (value.Ref is ScriptFunction)
        {
            throw new TemplateException("a function has no JSON form", "call it first, in parentheses") { Argument = 0 };
        }

        var result = new TextBuilder(frame);
        Append(frame, result, value);
        return result.Finish();
    }

    private static void AppendQuoted(TextBuilder result, ReadOnlySpan<char> text)
    {
        result.Append('"');
        for (var next = text.IndexOfAnyExcept(Plain); next >= 0; next = text.IndexOfAnyExcept(Plain))
        {
            result.Append(text[..next]).Append(text[next] switch
            {
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            });
            text = text[(next + 1)..];
        }

        result.Append(text).Append('"');
    }

    private static void Append(Frame frame, TextBuilder result, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null or ValueKind.Empty or ValueKind.Function:
                result.Append("null");
                break;
            case ValueKind.Integer or ValueKind.BigInteger or ValueKind.Boolean:
                result.Append(Printer.Text(frame, value));
                break;
            case ValueKind.Double or ValueKind.Single or ValueKind.Decimal:
                result.Append(Number(value));
                break;
            case ValueKind.Array or ValueKind.Range:
                AppendList(frame, result, value);
                break;
            case ValueKind.Object:
                AppendObject(frame, result, frame.Current((ScriptObject)value.Ref!));
                break;
            case ValueKind.Date:
                var date = (DateTimeOffset)value.Ref!;
                result.Append('"').Append(date.ToString(
                    date.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
                    CultureInfo.InvariantCulture)).Append('"');
                break;
            default:
                AppendQuoted(result, Printer.Text(frame, value));
                break;
        }
    }

    private static string Number(Value value)
    {
        var text = Printer.Text(null, value);
        return value.Kind != ValueKind.Decimal && !double.IsFinite(NumberArithmetic.ToDouble(value))
            ? throw new TemplateException($"{text} has no JSON form", "test it first: JSON knows only finite numbers") : text;
    }

    private static void AppendList(Frame frame, TextBuilder result, Value value)
    {
        Items.TryOf(frame, value, out var items);
        frame.Budget.EnterValue();
        frame.Budget.Items(items.Count);
        result.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            result.Append(i > 0 ? "," : "");
            Append(frame, result, items[i]);
        }

        result.Append(']');
        frame.Budget.LeaveValue();
    }

    private static void AppendObject(Frame frame, TextBuilder result, ScriptObject found)
    {
        frame.Budget.EnterValue();
        frame.Budget.Items(found.Count);
        result.Append('{');
        var isFirst = true;
        for (var i = 0; i < found.Count; i++)
        {
            var name = found.NameAt(i);
            if (found[name] is { Ref: not ScriptFunction } member)
            {
                result.Append(isFirst ? "" : ",");
                AppendQuoted(result, name);
                result.Append(':');
                Append(frame, result, member);
                isFirst = false;
            }
        }

        result.Append('}');
        frame.Budget.LeaveValue();
    }

    public static Value Read(Frame frame, string json)
    {
        try
        {
            // As UTF-8, and a table of its values.
            frame.Budget.Memory(json.Length * 8L);
            using var document = JsonDocument.Parse(json);
            return Of(frame, document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or ArgumentException)
        {
            // The last two are about halves of characters.
            throw new TemplateException("the text is not JSON: " + problem.Message) { Argument = 0 };
        }
    }

    private static Value Of(Frame frame, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new ScriptObject();
                frame.Budget.Memory(Budget.SizeOfObject(4));
                foreach (var property in element.EnumerateObject())
                {
                    frame.Store(result, property.Name, Of(frame, property.Value));
                }

                return result;
            case JsonValueKind.Array:
                frame.Budget.List(Math.Max(4, element.GetArrayLength()));
                return new ScriptArray([.. element.EnumerateArray().Select(item => Of(frame, item))], isSequence: false);
            case JsonValueKind.String:
                var text = element.GetString()!; // it is a string
                frame.Budget.Text(text.Length);
                return text;
            case JsonValueKind.Number:
                return element.TryGetInt64(out var integer) ? integer
                    : element.GetRawText() is { Length: <= Lexer.MostDigits } digits
                        && BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big
                    : element.GetDouble();
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                return default;
        }
    }
}
