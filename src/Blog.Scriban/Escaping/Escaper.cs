using Blog.Scriban.Functions;
using Blog.Scriban.Runtime;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Escaping;

/// <summary>Prints values so that they stay what they are: text in text, an attribute's value in an attribute.</summary>
internal static class Escaper
{
    /// <summary>Prints what an expression gives; the text of an include goes straight to the page.</summary>
    public static void Write(Frame frame, Expression expression, EscapePlace place)
    {
        switch (expression)
        {
            case Call call:
                if (!call.TryIncludeInPlace(frame, out var value))
                {
                    Write(frame, value, place);
                }

                break;
            case Parenthesis { Inner: Call or Conditional or Binary or Parenthesis } parenthesis:
                Write(frame, parenthesis.Inner, place);
                break;
            case Conditional conditional:
                Write(frame, frame.Holds(conditional.Condition, conditional.Condition.Eval(frame)) ? conditional.WhenTrue : conditional.WhenFalse, place);
                break;
            case Binary { Operator: TokenKind.Coalesce } coalesce:
                var left = coalesce.Left.Eval(frame);
                if (left.IsNull)
                {
                    Write(frame, coalesce.Right, place);
                }
                else
                {
                    Write(frame, left, place);
                }

                break;
            case Literal { Value.Ref: string literal } when place == EscapePlace.Markup:
                frame.Output.WriteEscaped(literal);
                break;
            default:
                Write(frame, expression.Eval(frame), place);
                break;
        }
    }

    public static void Write(Frame frame, Value value, EscapePlace place)
    {
        var output = frame.Output;
        switch (place)
        {
            case EscapePlace.None:
                Printer.Write(frame, value, output);
                break;
            case EscapePlace.Text:
                WriteText(frame, value, MarkupForms.Html);
                break;
            case EscapePlace.XmlText:
                WriteText(frame, value, MarkupForms.Xml);
                break;
            case EscapePlace.Attribute when value.Kind == ValueKind.Integer:
                output.Write(value.Bits);
                break;
            case EscapePlace.Attribute:
                output.WriteEscaped(Plain(frame, value));
                break;
            case EscapePlace.XmlAttribute:
                XmlEscaper.WriteAttribute(output, Plain(frame, value));
                break;
            case EscapePlace.Unquoted or EscapePlace.UnquotedRest:
                output.WriteEscaped(AllowList.Unquoted(frame, Plain(frame, value), mayBeEmpty: place == EscapePlace.UnquotedRest));
                break;
            case EscapePlace.Markup or EscapePlace.Forbidden:
                WriteMarkup(frame, value, place);
                break;
            case >= EscapePlace.Address and <= EscapePlace.AddressListRest or EscapePlace.StyleAddress:
                Addresses.Write(frame, Plain(frame, value), place);
                break;
            case >= EscapePlace.Script and <= EscapePlace.EventBackticks:
                ScriptEscaper.Write(frame, value, place);
                break;
            case EscapePlace.Style or EscapePlace.StyleAttribute:
                WriteStyle(frame, value, place);
                break;
            case EscapePlace.Comment:
                output.WriteEscaped(Sections.InComment(Plain(frame, value)));
                break;
            case EscapePlace.CdataSection:
                output.Write(Sections.InCdata(Printer.Text(frame, value), frame.Language));
                break;
            case EscapePlace.ScriptTemplate:
                WriteScriptTemplate(frame, value);
                break;
            case EscapePlace.Document:
                // What is printed is text of a document that is itself the value of an attribute: escaped for one, then for the other.
                output.WriteEscaped(value.Ref is Html { Forms: var forms } html && forms.HasFlag(MarkupForms.Html) ? html.Text : HtmlText.Escape(Plain(frame, value)));
                break;
        }
    }

    /// <summary>What a value says, without markup: what is printed where there can be none.</summary>
    private static string Plain(Frame frame, Value value)
    {
        var text = Printer.Text(frame, value);
        if (value.Ref is Html)
        {
            frame.Budget.Text(text.Length);
            text = PlainText.Of(text);
        }

        return frame.Language == MarkupLanguage.Xml ? XmlEscaper.WithoutControls(text) : text;
    }

    private static void WriteText(Frame frame, Value value, MarkupForms form)
    {
        var output = frame.Output;
        switch (value.Ref)
        {
            case null:
                break;
            case Html html when (html.Forms & form) != 0:
                output.Write(html.Utf8.Span);
                break;
            case Value.Tag { Kind: ValueKind.Integer }:
                output.Write(value.Bits);
                break;
            default:
                if (form == MarkupForms.Xml)
                {
                    XmlEscaper.WriteText(output, Printer.Text(frame, value));
                }
                else
                {
                    output.WriteEscaped(Printer.Text(frame, value));
                }

                break;
        }
    }

    private static void WriteMarkup(Frame frame, Value value, EscapePlace place)
    {
        if (place == EscapePlace.Markup && value.Ref is Html { Forms: MarkupForms.Everywhere } html)
        {
            frame.Output.Write(html.Utf8.Span);
        }
        else if (!value.IsNull)
        {
            throw frame.Fail(Problems.UnsafePlace(frame.Source, frame.Here!.Span, "here", "mark it as safe with '| html.raw', if it is")); // something is being printed
        }
    }

    private static void WriteStyle(Frame frame, Value value, EscapePlace place)
    {
        var isRaw = value.Ref is Html { Forms: MarkupForms.Everywhere };
        var text = isRaw ? Printer.Text(frame, value) : AllowList.Style(frame, Plain(frame, value));
        if (place == EscapePlace.Style)
        {
            frame.Output.Write(text);
        }
        else
        {
            frame.Output.WriteEscaped(text);
        }
    }

    // Markup for a script is read by that script alone; only its end must not come too early.
    private static void WriteScriptTemplate(Frame frame, Value value)
    {
        if (value.Ref is not Html { Forms: var forms } html || !forms.HasFlag(MarkupForms.Html))
        {
            frame.Output.WriteEscaped(Printer.Text(frame, value));
        }
        else if (html.Text.Contains("<!--", StringComparison.Ordinal) || html.Text.Contains("script", StringComparison.OrdinalIgnoreCase) && Sections.HoldsScriptTag(html.Text))
        {
            throw frame.Fail(Problems.Unfit(frame.Source, frame.Here!.Span, html.Text, "in a <script>", "take '<script', '</script' and '<!--' out of it")); // something is being printed
        }
        else
        {
            frame.Output.Write(html.Utf8.Span);
        }
    }
}
