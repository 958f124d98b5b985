using System.Buffers;
using System.Globalization;
using Blog.Scriban.Functions;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Escaping;

/// <summary>Prints values as literals of JavaScript and JSON, and texts between the quotes of a script.</summary>
/// <remarks>
/// Nothing that HTML or XML would read is left in them, so that the same form stands in an element and, but for its quotes, in an attribute.
/// </remarks>
internal static class ScriptEscaper
{
    private const string Special =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\"'&<>\\`\u007F\u0085\u2028\u2029\uFFFE\uFFFF";

    private static readonly SearchValues<char> InQuotes = SearchValues.Create(Special);
    private static readonly SearchValues<char> InBackticks = SearchValues.Create(Special + "${");

    public static void Write(Frame frame, Value value, EscapePlace place)
    {
        switch (place)
        {
            case EscapePlace.Script:
                WriteLiteral(frame, value, "\""u8, isInAttribute: false);
                break;
            case EscapePlace.EventScript:
                WriteLiteral(frame, value, "&quot;"u8, isInAttribute: true);
                break;
            default:
                WriteText(frame.Output, Printer.Text(frame, value), place is EscapePlace.ScriptBackticks or EscapePlace.EventBackticks ? InBackticks : InQuotes);
                break;
        }
    }

    private static void WriteLiteral(Frame frame, Value value, ReadOnlySpan<byte> quote, bool isInAttribute)
    {
        var output = frame.Output;
        if (value.Ref is string || (value.Ref is Html { Forms: var forms } && !forms.HasFlag(MarkupForms.Script)))
        {
            output.Write(quote);
            WriteText(output, Printer.Text(frame, value), InQuotes);
            output.Write(quote);
            return;
        }

        var literal = value.Ref is Html html ? html.Text : Json(frame, value);
        if (isInAttribute)
        {
            output.WriteEscaped(literal);
        }
        else
        {
            output.Write(literal);
        }
    }

    private static string Json(Frame frame, Value value)
    {
        try
        {
            return Functions.Json.Write(frame, value);
        }
        catch (TemplateException problem)
        {
            throw frame.Fail(Problems.NoLiteral(frame.Source, frame.Here!.Span, problem.Message)); // something is being printed
        }
    }

    private static void WriteText(Output output, ReadOnlySpan<char> text, SearchValues<char> special)
    {
        Span<byte> escaped = stackalloc byte[6];
        "\\u"u8.CopyTo(escaped);
        for (var next = text.IndexOfAny(special); next >= 0; next = text.IndexOfAny(special))
        {
            output.Write(text[..next]);
            var c = text[next];
            var name = c switch
            {
                '\\' => "\\\\"u8,
                '\b' => "\\b"u8,
                '\f' => "\\f"u8,
                '\n' => "\\n"u8,
                '\r' => "\\r"u8,
                '\t' => "\\t"u8,
                _ => default,
            };
            if (name.IsEmpty)
            {
                ((int)c).TryFormat(escaped[2..], out _, "X4", CultureInfo.InvariantCulture);
                output.Write(escaped);
            }
            else
            {
                output.Write(name);
            }

            text = text[(next + 1)..];
        }

        output.Write(text);
    }
}
