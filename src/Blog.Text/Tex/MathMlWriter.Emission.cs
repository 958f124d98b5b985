namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>Negative space is a margin of the style sheet, in these steps of an eighteenth of an em; browsers know no negative width.</summary>
    private static ReadOnlySpan<byte> NegativeSteps => [18, 6, 3, 1];

    private const int MostNegativeSpace = 10 * 18;

    /// <summary>The operator that is about to be written, and how its row wants it.</summary>
    private MathNode? _core;
    private RowItem _coreItem;

    private void Emit(in RowPlan plan)
    {
        var (style, alphabet, open) = (_style, _alphabet, 0);
        var applies = false;
        for (var i = plan.Start; i < plan.End; i++)
        {
            var item = _items[i];
            Space(item.Space);
            if (applies)
            {
                output.Append("<mo>");
                output.Append(FunctionApplication);
                output.Append("</mo>");
            }

            applies = item.Applies;
            if (item.IsSwitch)
            {
                OpenSwitch(item.Node);
                open++;
            }
            else if (item.Node.Kind == NodeKind.AlphabetSwitch)
            {
                _alphabet = Alphabets.Combine(_alphabet, item.Node.Alphabet);
            }
            else if (item.Letters > 1)
            {
                Word(item.Node, item.Letters);
            }
            else
            {
                (_core, _coreItem) = (item.Core, item);
                _leans = LeansOver(i, plan);
                Write(item.Node);
                _leans = false;
            }
        }

        Space(plan.SpaceBehind);
        for (; open > 0; open--)
        {
            output.Append("</mstyle>");
        }

        (_style, _alphabet) = (style, alphabet);
        _items.RemoveRange(plan.Start, _items.Count - plan.Start);
    }

    /// <summary>Whether a slanted letter would reach into what follows: a delimiter, a bar, or the text behind the formula.</summary>
    private bool LeansOver(int index, in RowPlan plan)
    {
        if (_items[index] is not { Class: AtomClass.Ordinary, Node.Kind: NodeKind.Atom })
        {
            return false;
        }

        if (index + 1 == plan.End)
        {
            return plan.SpaceBehind == 0 && (plan.IsClosed || (plan.Start == 0 && _style == MathStyle.Text));
        }

        return _items[index + 1] is { Space: 0, Class: AtomClass.Opening or AtomClass.Closing } or { Space: 0, Node: { Kind: NodeKind.Atom, Text.Span: "|" or "‖" } };
    }

    private void OpenSwitch(MathNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.StyleSwitch when node.Style is { } style:
                OpenStyle(style);
                _style = style;
                break;
            case NodeKind.ColourSwitch:
                output.Append("<mstyle mathcolor=\"");
                output.AppendEscaped(node.Open);
                output.Append("\">");
                break;
            default:
                output.Append("<mstyle mathsize=\"");
                Percent(node.Size);
                output.Append("%\">");
                break;
        }
    }

    private void Percent(double percent)
    {
        Span<char> digits = stackalloc char[8];
        var isWritten = ((int)percent).TryFormat(digits, out var length);
        output.Append(isWritten ? digits[..length] : "100");
    }

    private void OpenStyle(MathStyle style)
    {
        output.Append("<mstyle");
        if ((style == MathStyle.Display) != (_style == MathStyle.Display))
        {
            output.Append(style == MathStyle.Display ? " displaystyle=\"true\"" : " displaystyle=\"false\"");
        }

        if (LevelOf(style) != LevelOf(_style))
        {
            output.Append(" scriptlevel=\"");
            output.Append((char)('0' + LevelOf(style)));
            output.Append('"');
        }

        output.Append('>');
    }

    private static int LevelOf(MathStyle style) => style <= MathStyle.Text ? 0 : style - MathStyle.Text;

    private static int SpaceElements(double em)
    {
        if (Math.Abs(em) < 0.001)
        {
            return 0;
        }

        if (em > 0)
        {
            return 1;
        }

        var (elements, rest) = (0, NegativeEighteenths(em));
        foreach (var step in NegativeSteps)
        {
            (elements, rest) = (elements + (rest / step), rest % step);
        }

        return elements;
    }

    private static int NegativeEighteenths(double em) => Math.Clamp((int)Math.Round(-em * 18), 1, MostNegativeSpace);

    private void Space(double em)
    {
        if (em >= 0.001)
        {
            output.Append("<mspace");
            Attribute("width", em);
            output.Append("/>");
        }
        else if (em <= -0.001)
        {
            var rest = NegativeEighteenths(em);
            foreach (var step in NegativeSteps)
            {
                for (; rest >= step; rest -= step)
                {
                    output.Append("<mspace class=\"n");
                    Percent(step);
                    output.Append("\"/>");
                }
            }
        }
    }

    /// <summary>An operator, with the space that its row wants where browsers would do something else.</summary>
    /// <param name="node">What is written.</param>
    /// <param name="attributes">More of them, as markup.</param>
    private void OpenOperator(MathNode node, ReadOnlySpan<char> attributes = default)
    {
        output.Append("<mo");
        output.Append(attributes);
        if (node == _core)
        {
            SpaceAttributes(_coreItem, SignOf(node));
            _core = null;
        }
    }

    private void SpaceAttributes(in RowItem item, ReadOnlySpan<char> sign)
    {
        var extra = (int)Math.Round(item.Core is { Kind: NodeKind.Atom } atom ? atom.Size * 18 : 0);
        var wanted = new OperatorSpace(item.Left + extra, item.Right + extra);
        var form = item.Form == OperatorForm.Unsure ? OperatorForm.Infix : item.Form;
        var isSure = item.Form != OperatorForm.Unsure || IsSameInAllForms(sign);
        var own = OperatorDictionary.Space(sign, form);
        if (item.Class == AtomClass.Binary && own is { Left: 3, Right: 3 })
        {
            // × is set a little tighter than in TeX: not worth two attributes.
            wanted = new(wanted.Left == 4 ? 3 : wanted.Left, wanted.Right == 4 ? 3 : wanted.Right);
        }

        if (isSure && own == wanted)
        {
            return;
        }

        if (wanted is { Left: 0, Right: 0 } && HasTightPrefix(sign))
        {
            output.Append(" form=\"prefix\"");
            return;
        }

        if (OperatorDictionary.Space(sign, OperatorForm.Infix) == wanted)
        {
            output.Append(" form=\"infix\"");
            return;
        }

        if (!isSure || own.Left != wanted.Left)
        {
            Attribute("lspace", wanted.Left / 18.0);
        }

        if (!isSure || own.Right != wanted.Right)
        {
            Attribute("rspace", wanted.Right / 18.0);
        }
    }

    // The shortest way to say that a sign has no space.
    private static bool HasTightPrefix(ReadOnlySpan<char> sign) => sign is "+" or "−" or "±" or "∓";

    private static bool IsSameInAllForms(ReadOnlySpan<char> sign)
    {
        var space = OperatorDictionary.Space(sign, OperatorForm.Infix);
        return space == OperatorDictionary.Space(sign, OperatorForm.Prefix) && space == OperatorDictionary.Space(sign, OperatorForm.Postfix);
    }
}
