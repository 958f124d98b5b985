using System.Globalization;

namespace Blog.Text.Tex;

/// <summary>Writes a tree as MathML Core, spaced as TeX does where browsers do otherwise.</summary>
/// <remarks>https://www.w3.org/TR/mathml-core/ is what three engines draw; what they lack is done by classes of the style sheet, never by <c>style</c> attributes.</remarks>
internal sealed partial class MathMlWriter(TextBuffer output, MathOptions options)
{
    private const int MostOutput = 1_000_000;

    private const char FunctionApplication = '\u2061';

    private readonly List<LateReference> _references = [];

    private MathStyle _style;
    private Alphabet _alphabet;

    /// <summary>Whether a formula became too long to be of use.</summary>
    public bool IsTooLong { get; private set; }

    public List<LateReference> References => _references;

    /// <summary>The <c>math</c> element of a formula; several for a long one of a line, when the options allow it.</summary>
    public void Formula(MathNode formula, string tex, bool isDisplay)
    {
        Begin(isDisplay);
        if (!isDisplay && options.BreaksLines && tex.Length >= ShortestBroken && TryLines(formula, tex))
        {
            return;
        }

        Open(isDisplay, tex);
        if (IsAnnotated(isDisplay, tex))
        {
            output.Append("<semantics>");
            Argument(formula);
            Annotation(tex);
        }
        else
        {
            ImpliedRow(formula);
        }

        Close("math");
    }

    private void Begin(bool isDisplay)
    {
        _style = isDisplay ? MathStyle.Display : MathStyle.Text;
        _alphabet = Alphabet.Default;
        _references.Clear();
        _items.Clear();
        _core = null;
        IsTooLong = false;
    }

    private void Open(bool isDisplay, string? tex)
    {
        output.Append("<math");
        if (options.IsXml)
        {
            output.Append(" xmlns=\"http://www.w3.org/1998/Math/MathML\"");
        }

        if (isDisplay)
        {
            output.Append(" display=\"block\"");
        }

        if (options.Annotation == MathAnnotation.AltText && tex is not null)
        {
            output.Append(" alttext=\"");
            output.AppendEscaped(tex.Trim());
            output.Append('"');
        }

        output.Append('>');
    }

    // What is one letter needs no second spelling.
    private bool IsAnnotated(bool isDisplay, string tex) => options.Annotation == MathAnnotation.Tex && (isDisplay || tex.Contains('\\', StringComparison.Ordinal));

    private void Annotation(string tex)
    {
        output.Append("<annotation encoding=\"application/x-tex\">");
        output.AppendEscaped(tex.AsSpan().Trim());
        output.Append("</annotation></semantics>");
    }

    /// <summary>One element, or nothing for what is not seen.</summary>
    private void Write(MathNode node)
    {
        if (output.Length > MostOutput)
        {
            IsTooLong = true;
            return;
        }

        switch (node.Kind)
        {
            case NodeKind.Row:
                Base(node);
                break;
            case NodeKind.Atom:
                Atom(node);
                break;
            case NodeKind.Number:
                Number(node.Text.Span);
                break;
            case NodeKind.Function:
                Function(node);
                break;
            case NodeKind.LargeOperator:
                Operator(node, node.Text.Span);
                break;
            case NodeKind.Text:
                Words(node);
                break;
            case NodeKind.Scripts:
                Scripts(node);
                break;
            case NodeKind.Fraction:
                Fraction(node);
                break;
            case NodeKind.Root:
                Root(node);
                break;
            case NodeKind.Accent:
                Accent(node);
                break;
            case NodeKind.Stack:
                Stack(node);
                break;
            case NodeKind.Arrow:
                Arrow(node);
                break;
            case NodeKind.Styled:
                Styled(node);
                break;
            case NodeKind.Fenced:
                Fenced(node);
                break;
            case NodeKind.Delimiter:
                SizedDelimiter(node);
                break;
            case NodeKind.Classed:
                Base(node.First);
                break;
            case NodeKind.Coloured:
                Coloured(node);
                break;
            case NodeKind.Boxed:
                Boxed(node);
                break;
            case NodeKind.Phantom:
                Phantom(node);
                break;
            case NodeKind.Padded:
                Padded(node);
                break;
            case NodeKind.Prescripts:
                Prescripts(node, null);
                break;
            case NodeKind.Choice:
                Base(Chosen(node));
                break;
            case NodeKind.Table:
                Table(node);
                break;
            case NodeKind.Link:
                Link(node);
                break;
            case NodeKind.Reference:
                Reference(node);
                break;
            case NodeKind.Rule:
                Rule(node);
                break;
            case NodeKind.Error:
                output.Append("<merror><mtext>\\");
                output.AppendEscaped(node.Text.Span);
                output.Append("</mtext></merror>");
                break;
        }
    }

    private void Attribute(ReadOnlySpan<char> name, double em)
    {
        output.Append(' ');
        output.Append(name);
        output.Append("=\"");
        Length(em);
        output.Append('"');
    }

    private void Length(double em)
    {
        Span<char> digits = stackalloc char[32];
        var isWritten = em.TryFormat(digits, out var length, "0.####", CultureInfo.InvariantCulture);
        output.Append(isWritten ? digits[..length] : "0");
        if (length != 1 || digits[0] != '0')
        {
            output.Append("em");
        }
    }
}
