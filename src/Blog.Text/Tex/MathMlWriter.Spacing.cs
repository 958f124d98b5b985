namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>Where each operator stands among the elements that it will have as siblings; what follows a switch is in an element of its own.</summary>
    private static void SettleForms(Span<RowItem> items, bool hasOuterElements, bool hasSpaceBehind)
    {
        for (var start = 0; start <= items.Length;)
        {
            var end = start;
            while (end < items.Length && !items[end].IsSwitch)
            {
                end++;
            }

            var (isOutermost, isLast) = (start == 0, end == items.Length);
            SettleSiblings(items[start..end], isOutermost && hasOuterElements, !isLast || (isOutermost && hasOuterElements), isLast && hasSpaceBehind, !isOutermost);
            start = end + 1;
        }
    }

    private static void SettleSiblings(Span<RowItem> items, bool hasElementBefore, bool hasElementBehind, bool hasSpaceBehind, bool isInSwitch)
    {
        var (first, last) = (-1, -1);
        for (var i = 0; i < items.Length; i++)
        {
            if (IsAtom(items[i].Node) && !items[i].IsSpaceLike)
            {
                items[i].Form = OperatorForm.Infix;
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (first < 0)
        {
            return;
        }

        var hasSpaceBefore = items[first].Space != 0 || HasAtoms(items[..first]);
        hasSpaceBehind |= HasAtoms(items[(last + 1)..]);
        if (first == last && !hasElementBefore && !hasElementBehind)
        {
            items[first].Form = hasSpaceBefore || hasSpaceBehind || isInSwitch ? OperatorForm.Unsure : OperatorForm.Infix;
            return;
        }

        if (!hasElementBefore)
        {
            items[first].Form = hasSpaceBefore ? OperatorForm.Unsure : OperatorForm.Prefix;
        }

        if (!hasElementBehind)
        {
            items[last].Form = hasSpaceBehind ? OperatorForm.Unsure : OperatorForm.Postfix;
        }
    }

    private static bool HasAtoms(Span<RowItem> items)
    {
        foreach (ref var item in items)
        {
            if (IsAtom(item.Node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the space between each two atoms to an operator of the two, or to an element between them when neither is one.</summary>
    private static void SettleSpaces(Span<RowItem> items, in Neighbours neighbours)
    {
        var last = -1;
        for (var i = 0; i < items.Length; i++)
        {
            if (!IsAtom(items[i].Node))
            {
                continue;
            }

            if (last >= 0)
            {
                Between(ref items[last], ref items[i]);
            }
            else if (neighbours.Before is { } before)
            {
                items[i].Left = Gap(before, items[i], items[i].Style);
            }

            last = i;
        }

        if (last >= 0 && neighbours.After is { } after)
        {
            items[last].Right = MathSpacing.Between(items[last].Class, after, items[last].Style);
        }
    }

    private static int Gap(AtomClass left, in RowItem right, MathStyle style)
    {
        // TeX parts f from \left(x\right), which nobody wants.
        var isCall = left == AtomClass.Ordinary && right.Class == AtomClass.Inner && StartsWithDelimiter(right.Node);
        return isCall ? 0 : MathSpacing.Between(left, right.Class, style);
    }

    private static bool StartsWithDelimiter(MathNode node) => node.Kind switch
    {
        NodeKind.Fenced => node.Open.Length > 0,
        NodeKind.Table => node.Environment is { Open.Length: > 0 },
        NodeKind.Scripts or NodeKind.Styled => node.First is { } first && StartsWithDelimiter(first),
        _ => false,
    };

    private static void Between(ref RowItem left, ref RowItem right)
    {
        var gap = Gap(left.Class, right, right.Style);
        left.Applies = IsFunction(left.Node) && right.Class is AtomClass.Ordinary or AtomClass.Operator or AtomClass.Opening or AtomClass.Inner;
        var (leftTakes, rightTakes) = (left.Core is not null, right.Core is not null);
        if (leftTakes && rightTakes)
        {
            // Dots give way to operators, which have their space anyhow.
            leftTakes = left.Class != AtomClass.Inner || right.Class == AtomClass.Inner;
            rightTakes = right.Class != AtomClass.Inner;
        }

        if (leftTakes && rightTakes)
        {
            var ownRight = SpaceOf(left).Right;
            var ownLeft = SpaceOf(right).Left;
            (left.Right, right.Left) = ownRight + ownLeft == gap ? (ownRight, ownLeft)
                : IsTight(left.Class) && !IsTight(right.Class) ? (0, gap)
                : IsTight(right.Class) || ownLeft != gap ? (gap, 0)
                : (0, gap);
        }
        else if (leftTakes)
        {
            left.Right = gap;
        }
        else if (rightTakes)
        {
            right.Left = gap;
        }
        else
        {
            right.Space += gap / 18.0;
        }
    }

    // Signs and delimiters without space of their own.
    private static bool IsTight(AtomClass atomClass) => atomClass is AtomClass.Ordinary or AtomClass.Opening or AtomClass.Closing;

    private static bool IsFunction(MathNode node) => node.Kind switch
    {
        NodeKind.Function => node.Class == AtomClass.Operator,
        NodeKind.Scripts or NodeKind.Classed or NodeKind.Accent => node.First is { } first && IsFunction(first),
        _ => false,
    };

    private static OperatorSpace SpaceOf(in RowItem item) => OperatorDictionary.Space(SignOf(item.Core!), item.Form); // asked only for operators

    private static int CountElements(Span<RowItem> items, double spaceBehind)
    {
        var count = 0;
        foreach (ref var item in items)
        {
            if (item.IsSwitch)
            {
                return count + SpaceElements(item.Space) + 1;
            }

            count += SpaceElements(item.Space) + (IsAtom(item.Node) ? 1 : 0) + (item.Applies ? 1 : 0);
        }

        return count + SpaceElements(spaceBehind);
    }

    /// <summary>The signs of an operator as they are written.</summary>
    private static ReadOnlySpan<char> SignOf(MathNode operation) => operation.Text.Span switch
    {
        "-" or "–" => "−",
        "*" => "∗",
        var sign => sign,
    };
}
