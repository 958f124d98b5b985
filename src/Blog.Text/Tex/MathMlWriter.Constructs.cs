namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    private const double LabelPadding = 0.6;

    /// <summary>Whether the next large operator keeps its limits above and below, whatever the style.</summary>
    private bool _hasFixedLimits;

    private MathStyle ScriptStyle => _style <= MathStyle.Text ? MathStyle.Script : MathStyle.ScriptOfScript;

    private void Open(ReadOnlySpan<char> element)
    {
        output.Append('<');
        output.Append(element);
        output.Append('>');
    }

    private void Close(ReadOnlySpan<char> element)
    {
        output.Append("</");
        output.Append(element);
        output.Append('>');
    }

    private void Styled(MathNode styled)
    {
        var outer = _alphabet;
        _alphabet = Alphabets.Combine(outer, styled.Alphabet);
        Base(styled.First);
        _alphabet = outer;
    }

    private void Scripts(MathNode scripts)
    {
        if (scripts.First is { Kind: NodeKind.Prescripts } prescripts)
        {
            Prescripts(prescripts, scripts);
            return;
        }

        var (hasLower, hasUpper) = (scripts.Lower is not null, scripts.Upper is not null || scripts.Count > 0);
        var hasLimits = HasLimits(scripts.First, scripts.Limits);
        var element = (hasLower, hasUpper) switch
        {
            (true, true) => hasLimits ? "munderover" : "msubsup",
            (true, false) => hasLimits ? "munder" : "msub",
            (false, true) => hasLimits ? "mover" : "msup",
            _ => "",
        };
        if (element.Length == 0)
        {
            Base(scripts.First);
            return;
        }

        Open(element);
        _hasFixedLimits = hasLimits && _style != MathStyle.Display;
        ScriptedBase(scripts.First);
        _hasFixedLimits = false;
        LowerAndUpper(scripts);
        Close(element);
    }

    // With scripts of its own a delimiter does not grow to the size it is given in one engine; in a row it does.
    private void ScriptedBase(MathNode? node)
    {
        if (node is { Kind: NodeKind.Delimiter, Text.IsEmpty: false })
        {
            Open("mrow");
            SizedDelimiter(node);
            Close("mrow");
            return;
        }

        Base(node);
    }

    private void LowerAndUpper(MathNode scripts)
    {
        var outer = _style;
        _style = ScriptStyle;
        if (scripts.Lower is not null)
        {
            Argument(scripts.Lower);
        }

        if (scripts.Count == 0)
        {
            if (scripts.Upper is not null)
            {
                Argument(scripts.Upper);
            }
        }
        else if (scripts.Upper is null)
        {
            Primes(scripts.Count);
        }
        else
        {
            Open("mrow");
            if (!scripts.Flag)
            {
                Primes(scripts.Count);
            }

            ImpliedRow(scripts.Upper);
            if (scripts.Flag)
            {
                Primes(scripts.Count);
            }

            Close("mrow");
        }

        _style = outer;
    }

    /// <summary>Signs that fonts raise already, so that as scripts browsers draw them too high and too small; the style sheet corrects it.</summary>
    private void Primes(int count)
    {
        output.Append("<mo class=\"p\"");
        output.Append(count > 1 ? " lspace=\"0\" rspace=\"0\">" : ">");
        for (; count > 0; count--)
        {
            output.Append('′');
        }

        output.Append("</mo>");
    }

    /// <summary>Scripts on the left; those on the right are of the base or of the scripts around the whole.</summary>
    private void Prescripts(MathNode prescripts, MathNode? around)
    {
        var scripts = prescripts.First is { Kind: NodeKind.Scripts } own && around is null ? own : around;
        var body = scripts == prescripts.First ? scripts?.First : prescripts.First;
        Open("mmultiscripts");
        Base(body);
        Argument(scripts?.Lower, ScriptStyle);
        if (scripts is { Count: > 0, Upper: null })
        {
            Primes(scripts.Count);
        }
        else
        {
            Argument(scripts?.Upper, ScriptStyle);
        }

        output.Append("<mprescripts/>");
        Argument(prescripts.Lower, ScriptStyle);
        Argument(prescripts.Upper, ScriptStyle);
        Close("mmultiscripts");
    }

    private void Fraction(MathNode fraction)
    {
        var outer = _style;
        var isForced = fraction.Style is { } forced && forced != outer;
        if (isForced)
        {
            OpenStyle(fraction.Style ?? outer);
            _style = fraction.Style ?? outer;
        }

        var hasDelimiters = fraction.Open.Length > 0 || fraction.Close.Length > 0;
        if (hasDelimiters)
        {
            Open("mrow");
            Fence(fraction.Open, isOpening: true, isFlat: false, isAlone: false);
        }

        output.Append("<mfrac");
        if (!double.IsNaN(fraction.Size))
        {
            Attribute("linethickness", Math.Max(fraction.Size, 0));
        }

        output.Append('>');
        _style = _style == MathStyle.Display ? MathStyle.Text : ScriptStyle;
        Argument(fraction.First);
        Argument(fraction.Lower);
        Close("mfrac");
        if (hasDelimiters)
        {
            Fence(fraction.Close, isOpening: false, isFlat: false, isAlone: false);
            Close("mrow");
        }

        if (isForced)
        {
            Close("mstyle");
        }

        _style = outer;
    }

    private void Root(MathNode root)
    {
        if (root is { Lower: null, First: { } radicand })
        {
            Open("msqrt");
            ImpliedRow(radicand);
            Close("msqrt");
            return;
        }

        Open("mroot");
        Argument(root.First);
        Argument(root.Lower, MathStyle.ScriptOfScript);
        Close("mroot");
    }

    private void Accent(MathNode accent)
    {
        var sign = accent.Sign!; // every accent has its sign
        if (sign.Line is not null)
        {
            output.Append("<mrow class=\"");
            output.Append(sign.Line);
            output.Append("\">");
            ImpliedRow(accent.First!); // and its base
            Close("mrow");
            return;
        }

        var element = sign.IsUnder ? "munder" : "mover";
        output.Append('<');
        output.Append(element);
        output.Append(sign.HasLimits ? ">" : sign.IsUnder ? " accentunder=\"true\">" : " accent=\"true\">");
        Base(accent.First);
        output.Append("<mo");
        output.Append(sign.IsNarrow && HasSeveralAtoms(accent.First) ? " stretchy=\"false\"" : sign.Attributes);
        output.Append('>');
        output.Append(sign.Text);
        output.Append("</mo>");
        Close(element);
    }

    private static bool HasSeveralAtoms(MathNode? node) => node switch
    {
        { Kind: NodeKind.Row or NodeKind.Styled, Only: { } only } => HasSeveralAtoms(only),
        { Kind: NodeKind.Row } => node.First is not null,
        _ => false,
    };

    private void Stack(MathNode stack)
    {
        var element = stack.Upper is null ? "munder" : stack.Lower is null ? "mover" : "munderover";
        Open(element);
        _hasFixedLimits = _style != MathStyle.Display;
        Base(stack.First);
        _hasFixedLimits = false;
        LowerAndUpper(stack);
        Close(element);
    }

    private void Arrow(MathNode arrow)
    {
        var hasUpper = arrow.Upper is { } upper && (ItemsOf(upper) is not null || arrow.Lower is null);
        var element = !hasUpper ? "munder" : arrow.Lower is null ? "mover" : "munderover";
        Open(element);
        OpenOperator(arrow, " stretchy=\"true\"");
        output.Append('>');
        output.AppendEscaped(arrow.Text.Span);
        Close("mo");
        if (arrow.Lower is not null)
        {
            Label(arrow.Lower);
        }

        if (hasUpper)
        {
            Label(arrow.Upper);
        }

        Close(element);
    }

    // Without room at both ends the head of a stretched arrow is lost in one engine.
    private void Label(MathNode? label)
    {
        var outer = _style;
        _style = ScriptStyle;
        var plan = Plan(label is null ? null : ItemsOf(label), default);
        if (plan.Elements == 0)
        {
            Space(2 * LabelPadding);
        }
        else
        {
            Open("mrow");
            Space(LabelPadding);
            Emit(plan);
            Space(LabelPadding);
            Close("mrow");
        }

        _style = outer;
    }
}
