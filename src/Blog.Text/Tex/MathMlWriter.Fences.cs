namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    private const string PrefixFences = "([{⌈⌊⟦⟨⟮|‖";

    private const string PostfixFences = ")]}⌉⌋⟧⟩⟯|‖";

    private void Fenced(MathNode fenced)
    {
        var isFlat = IsFlat(fenced.First);
        Open("mrow");
        var hasFences = fenced.Open.Length > 0 || fenced.Close.Length > 0;
        var plan = Plan(fenced.First, new(AtomClass.Opening, AtomClass.Closing, hasFences));
        var isAlone = plan.Elements == 0 && (fenced.Open.Length == 0 || fenced.Close.Length == 0);
        Fence(fenced.Open, isOpening: true, isFlat, isAlone);
        Emit(plan);
        Fence(fenced.Close, isOpening: false, isFlat, isAlone);
        Close("mrow");
    }

    /// <summary>One delimiter of a pair. Most are prefix or postfix by where they stand, and grow by themselves.</summary>
    /// <remarks>Flat content leaves it as it is: one engine reserves the width of the widest variant for every delimiter that may grow, another draws it too high.</remarks>
    private void Fence(string delimiter, bool isOpening, bool isFlat, bool isAlone)
    {
        if (delimiter.Length == 0)
        {
            return;
        }

        output.Append("<mo");
        var isOwn = (isOpening ? PrefixFences : PostfixFences).Contains(delimiter[0]);
        var isReversed = !isOwn && (isOpening ? PostfixFences : PrefixFences).Contains(delimiter[0]);
        if (isReversed || (isAlone && isOwn))
        {
            output.Append(isOpening == isReversed ? " form=\"postfix\"" : " form=\"prefix\"");
        }

        if (isFlat)
        {
            output.Append(" stretchy=\"false\"");
        }

        if (!isOwn && !isReversed)
        {
            output.Append(isOpening ? " form=\"prefix\"" : " form=\"postfix\"");
            output.Append(isFlat ? "" : " stretchy=\"true\" symmetric=\"true\"");
            output.Append(" lspace=\"0\" rspace=\"0\"");
        }

        output.Append('>');
        output.AppendEscaped(delimiter);
        Close("mo");
    }

    /// <summary>Whether nothing is higher or deeper than a letter with a subscript.</summary>
    private static bool IsFlat(MathNode? first, bool mayHaveScript = true)
    {
        for (var node = first; node is not null; node = node.Next)
        {
            var isFlat = node.Kind switch
            {
                NodeKind.Atom or NodeKind.Number or NodeKind.Function or NodeKind.Text or NodeKind.Space or NodeKind.AlphabetSwitch or NodeKind.ColourSwitch
                    or NodeKind.Reference => true,
                NodeKind.Row or NodeKind.Styled or NodeKind.Coloured or NodeKind.Classed => IsFlat(node.First, mayHaveScript),
                NodeKind.Fenced => IsFlat(node.First, mayHaveScript),
                NodeKind.Scripts => mayHaveScript && node is { Upper: null, Count: 0, Limits: LimitsPlacement.ByStyle } && IsFlat(node.First, false) && IsFlat(node.Lower, false),
                NodeKind.Accent => IsSmallAccent(node),
                _ => false,
            };
            if (!isFlat)
            {
                return false;
            }
        }

        return true;
    }

    // ā is no higher than d, Ā is.
    private static bool IsSmallAccent(MathNode accent) =>
        accent is { Sign: { Line: null, HasLimits: false, IsUnder: false } } && Letter(accent.First) is { } letter && letter.Text.Span is [>= 'a' and <= 'z' and not ('b' or 'd' or 'f' or 'h' or 'k' or 'l' or 't')];

    private static MathNode? Letter(MathNode? node) => node switch
    {
        { Kind: NodeKind.Atom } => node,
        { Kind: NodeKind.Row or NodeKind.Styled } => Letter(node.Only),
        _ => null,
    };

    private void SizedDelimiter(MathNode delimiter)
    {
        if (delimiter.Text.IsEmpty)
        {
            output.Append("<mrow></mrow>");
            return;
        }

        output.Append("<mo stretchy=\"true\" symmetric=\"true\"");
        if (delimiter.Size == 0)
        {
            output.Append(" form=\"infix\" lspace=\"0.05em\" rspace=\"0.05em\"");
        }
        else
        {
            Attribute("minsize", delimiter.Size);
            Attribute("maxsize", delimiter.Size);
            var isSpaced = delimiter == _core;
            Attribute("lspace", isSpaced ? _coreItem.Left / 18.0 : 0);
            Attribute("rspace", isSpaced ? _coreItem.Right / 18.0 : 0);
        }

        output.Append('>');
        output.AppendEscaped(delimiter.Text.Span);
        Close("mo");
    }
}
