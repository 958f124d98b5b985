using System.Buffers;
using System.Text;
using Blog.Scriban.Functions;
using Blog.Scriban.Syntax;

namespace Blog.Scriban.Runtime;

/// <summary>Where in the HTML a value is printed; decides what must be done to it.</summary>
internal enum EscapePlace
{
    /// <summary>Escaping is off.</summary>
    None,
    Text,
    Attribute,

    /// <summary>The start of an attribute that holds an address.</summary>
    Url,
    Script,

    /// <summary>Between quotes in a script.</summary>
    ScriptText,
    Style,

    /// <summary>Within a tag: only markup that the template calls safe.</summary>
    Markup,
}

/// <summary>Prints values so that they stay what they are: text in text, an attribute's value in an attribute.</summary>
internal static class Escaper
{
    private static readonly SearchValues<byte> Quotes = SearchValues.Create("<>\"'"u8);
    private static readonly string[] BlockedSchemes = ["javascript:", "vbscript:", "data:text/html"];

    public static void Write(Frame frame, Expression expression, EscapePlace place)
    {
        if (place == EscapePlace.Text && expression is Call)
        {
            // An include goes straight to the page; other calls come back here with their value.
            var call = (Call)expression;
            if (call.TryIncludeInPlace(frame, out var value))
            {
                return;
            }

            Write(frame, value, place);
            return;
        }

        Write(frame, expression.Eval(frame), place);
    }

    public static void Write(Frame frame, Value value, EscapePlace place)
    {
        var output = frame.Output;
        switch (place)
        {
            case EscapePlace.Script:
                WriteScript(frame, value, output, isQuoted: false);
                break;
            case EscapePlace.ScriptText:
                WriteScript(frame, value, output, isQuoted: true);
                break;
            case EscapePlace.Style:
                WriteStyle(frame, value, output);
                break;
            case EscapePlace.Url when !value.IsNull:
                WriteUrl(frame, value, output);
                break;
            default:
                WriteMarkup(frame, value, output, place);
                break;
        }
    }

    private static void WriteMarkup(Frame frame, Value value, Output output, EscapePlace place)
    {
        switch (value.Ref)
        {
            case null:
                break;
            case string text:
                output.WriteEscaped(text);
                break;
            case Html html when place is EscapePlace.Text or EscapePlace.Markup:
                output.Write(html.Utf8.Span);
                break;
            case Html html:
                WriteQuotes(html.Utf8.Span, output);
                break;
            case Value.Tag { Kind: ValueKind.Integer }:
                output.Write(value.Bits);
                break;
            default:
                output.WriteEscaped(Printer.Text(frame, value));
                break;
        }
    }

    // Safe markup in an attribute: its references stand, only what could end the attribute is escaped.
    private static void WriteQuotes(ReadOnlySpan<byte> utf8, Output output)
    {
        for (var next = utf8.IndexOfAny(Quotes); next >= 0; next = utf8.IndexOfAny(Quotes))
        {
            output.Write(utf8[..next]);
            output.Write(utf8[next] switch
            {
                (byte)'<' => "&lt;"u8,
                (byte)'>' => "&gt;"u8,
                (byte)'"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            utf8 = utf8[(next + 1)..];
        }

        output.Write(utf8);
    }

    private static void WriteUrl(Frame frame, Value value, Output output)
    {
        var text = Printer.Text(frame, value);
        if (!IsBlocked(text))
        {
            WriteMarkup(frame, value, output, EscapePlace.Attribute);
            return;
        }

        frame.Warn(frame.Here!, Problems.BlockedUrl(frame.Source, frame.Here!.Span, text));
        output.Write("#blocked"u8);
    }

    // Browsers skip blanks and control characters in front of a scheme, and line ends and tabs within it.
    private static bool IsBlocked(string url)
    {
        if (url.StartsWith('/'))
        {
            return false;
        }

        var scheme = new StringBuilder();
        foreach (var c in url)
        {
            if (c > ' ' && !char.IsControl(c))
            {
                scheme.Append(char.ToLowerInvariant(c));
            }

            if (scheme.Length >= 14)
            {
                break;
            }
        }

        var start = scheme.ToString();
        return BlockedSchemes.Any(blocked => start.StartsWith(blocked, StringComparison.Ordinal));
    }

    private static void WriteScript(Frame frame, Value value, Output output, bool isQuoted)
    {
        if (value.Ref is Html html && !isQuoted)
        {
            output.Write(html.Utf8.Span);
            return;
        }

        if (!isQuoted)
        {
            output.Write(Json.Write(frame, value));
            return;
        }

        var text = Json.Quoted(frame, Printer.Text(frame, value));
        output.Write(text.AsSpan(1, text.Length - 2));
    }

    private static void WriteStyle(Frame frame, Value value, Output output)
    {
        var text = Printer.Text(frame, value);
        if (value.Ref is not Html && text.Any(c => c < 128 && !char.IsAsciiLetterOrDigit(c) && !" #%.,-_".Contains(c)))
        {
            throw frame.Fail(Problems.UnsafeStyle(frame.Source, frame.Here!.Span, text));
        }

        output.Write(text);
    }
}
