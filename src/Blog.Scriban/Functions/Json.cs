using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>JSON of values, both ways; text is escaped so that it can stand in a script.</summary>
internal static class Json
{
    public static string Write(Frame frame, Value value)
    {
        if (value.Ref is ScriptFunction)
        {
            throw new TemplateException("a function has no JSON form") { Argument = 0 };
        }

        var result = new StringBuilder();
        Append(frame, result, value, 0);
        return frame.Checked(result.ToString());
    }

    public static string Quoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => result.Append("\\u0022"),
                '\\' => result.Append("\\\\"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                < ' ' or > '~' or '<' or '>' or '&' or '\'' or '+' or '`' => result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => result.Append(c),
            };
        }

        return result.Append('"').ToString();
    }

    private static void Append(Frame frame, StringBuilder result, Value value, int depth)
    {
        if (depth > frame.Options.ObjectDepthLimit)
        {
            throw new TemplateException($"nested deeper than {frame.Options.ObjectDepthLimit.ToString(CultureInfo.InvariantCulture)} levels; does an object hold itself?");
        }

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
                AppendList(frame, result, value, depth);
                break;
            case ValueKind.Object:
                AppendObject(frame, result, frame.Current((ScriptObject)value.Ref!), depth);
                break;
            case ValueKind.Date:
                result.Append(Quoted(((DateTimeOffset)value.Ref!).ToString(
                    ((DateTimeOffset)value.Ref!).Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-ddTHH:mm:sszzz" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
                    CultureInfo.InvariantCulture)).Replace("\\u002B", "+", StringComparison.Ordinal));
                break;
            default:
                result.Append(Quoted(Printer.Text(frame, value)));
                break;
        }
    }

    private static string Number(Value value)
    {
        var text = Printer.Text(null, value);
        return value.Kind != ValueKind.Decimal && !double.IsFinite(Arithmetic.ToDouble(value))
            ? throw new TemplateException($"{text} has no JSON form") : text;
    }

    private static void AppendList(Frame frame, StringBuilder result, Value value, int depth)
    {
        Items.TryOf(frame, value, out var items);
        result.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            result.Append(i > 0 ? "," : "");
            Append(frame, result, items[i], depth + 1);
            Guard(frame, result);
        }

        result.Append(']');
    }

    private static void AppendObject(Frame frame, StringBuilder result, ScriptObject found, int depth)
    {
        result.Append('{');
        var isFirst = true;
        for (var i = 0; i < found.Count; i++)
        {
            var name = found.NameAt(i);
            if (found[name] is { Ref: not ScriptFunction } member)
            {
                result.Append(isFirst ? "" : ",").Append(Quoted(name)).Append(':');
                Append(frame, result, member, depth + 1);
                isFirst = false;
                Guard(frame, result);
            }
        }

        result.Append('}');
    }

    private static void Guard(Frame frame, StringBuilder result)
    {
        if (result.Length > frame.Options.OutputLimit && frame.Options.OutputLimit > 0)
        {
            frame.Checked(result.ToString());
        }
    }

    public static Value Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw new TemplateException("the text is not JSON: " + problem.Message) { Argument = 0 };
        }
    }

    private static Value Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var result = new ScriptObject();
                foreach (var property in element.EnumerateObject())
                {
                    result.Store(property.Name, Of(property.Value));
                }

                return result;
            case JsonValueKind.Array:
                return new ScriptArray(element.EnumerateArray().Select(Of).ToList());
            case JsonValueKind.String:
                return element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out var integer) ? integer
                    : BigInteger.TryParse(element.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) ? big
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
