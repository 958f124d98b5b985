using System.Text;
using Blog.Scriban.Escaping;
using Blog.Scriban.Runtime;
using Blog.Text;

namespace Blog.Scriban.Syntax;

/// <summary>The expression statement: the one place where values are printed, and escaped.</summary>
internal sealed class Print(Expression value) : Statement
{
    public Expression Value { get; } = value;

    /// <summary>Where in the HTML it stands; set once, right after parsing.</summary>
    public EscapePlace Place { get; set; } = EscapePlace.None;

    /// <summary>A value that need only be escaped as text.</summary>
    public bool IsPlain => Place is EscapePlace.Text or EscapePlace.Attribute && Value is not (Call or Parenthesis or Conditional or Binary { Operator: TokenKind.Coalesce });

    /// <summary>What it prints, whatever the model; null when that depends.</summary>
    public string? Constant => Value.Constant switch
    {
        { IsNull: true } => "",
        { Ref: string text } when Place == EscapePlace.None => text,
        { Ref: string text } when IsPlain => HtmlText.Escape(text),
        { AsInteger: not null } number when Place == EscapePlace.None || IsPlain => number.AsText,
        _ => null,
    };

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        if (Place == EscapePlace.None)
        {
            Value.Write(frame, frame.Output);
        }
        else
        {
            Escaper.Write(frame, Value, Place);
        }

        return Flow.Next;
    }
}

/// <summary>Literal text and a value behind it, the commonest pair of statements.</summary>
/// <param name="leads">As <see cref="TextStatement.Leads"/>.</param>
internal sealed class TextAndPrint(string text, EscapePlace? leads, Expression value, EscapePlace place) : Statement
{
    private readonly byte[] _text = Encoding.UTF8.GetBytes(text);

    public override Flow Run(Frame frame)
    {
        frame.Here = this;
        var output = frame.Output;
        if (_text.Length > 0)
        {
            output.Write(_text);
            output.Place = leads ?? output.Place;
        }

        var printed = value.Eval(frame);
        if (printed.Ref is string plain)
        {
            output.WriteEscaped(plain);
        }
        else
        {
            Escaper.Write(frame, printed, place);
        }

        return Flow.Next;
    }
}
