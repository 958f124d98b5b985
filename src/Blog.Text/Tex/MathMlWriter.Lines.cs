namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>No shorter source is too long for a line.</summary>
    private const int ShortestBroken = 20;

    /// <summary>In em: what fits into half a line stays in one piece.</summary>
    private const double LongestPiece = 20;

    private const double ShortestPiece = 4;

    /// <summary>
    /// A long formula in pieces, with places between them where a line may end: browsers break no line within <c>math</c>. Before relations, and before binary
    /// operators where the pieces are still too long. The whole is one element, so that it stays well-formed.
    /// </summary>
    private bool TryLines(MathNode formula, string tex)
    {
        if (formula.Kind != NodeKind.Row || IsTooShort(formula))
        {
            return false;
        }

        var plan = Plan(formula.First, default);
        var breaks = Breaks(plan);
        _items.RemoveRange(plan.Start, _items.Count - plan.Start);
        if (breaks.Count == 0)
        {
            return false;
        }

        Open("span");
        var piece = formula.First;
        for (var i = 0; i <= breaks.Count; i++)
        {
            if (i < breaks.Count)
            {
                Cut(piece, breaks[i]);
            }

            output.Append(i > 0 ? "<wbr/>" : "");
            Piece(piece, i == 0 ? tex : null);
            piece = i < breaks.Count ? breaks[i] : null;
        }

        Close("span");
        return true;
    }

    private static bool IsTooShort(MathNode formula)
    {
        var width = 0.0;
        foreach (var item in formula.Items)
        {
            width += MathWidth.Of(item);
        }

        return width <= LongestPiece;
    }

    private List<MathNode> Breaks(in RowPlan plan)
    {
        var breaks = new List<MathNode>();
        var (start, depth, width) = (plan.Start, 0, 0.0);
        for (var i = plan.Start; i < plan.End; i++)
        {
            var item = _items[i];
            if (item.IsSwitch || item.Node.Kind == NodeKind.AlphabetSwitch)
            {
                // What is in force goes on to the end of the formula.
                return [];
            }

            depth += item.Class switch { AtomClass.Opening => 1, AtomClass.Closing => -1, _ => 0 };
            var mayBreak = item.Class == AtomClass.Relation ? depth <= 0 || width > LongestPiece : item.Class == AtomClass.Binary && (width > LongestPiece || (depth <= 0 && width > LongestPiece / 2));
            if (mayBreak && i > start && width > ShortestPiece && !FollowsRelation(i, plan.Start))
            {
                breaks.Add(item.Node);
                (start, width) = (i, 0);
            }

            width += MathWidth.Of(item.Node);
        }

        return breaks;
    }

    private bool FollowsRelation(int index, int start) => index > start && _items[index - 1].Class is AtomClass.Relation or AtomClass.Binary or AtomClass.Opening;

    private static void Cut(MathNode? first, MathNode before)
    {
        for (var node = first; node is not null; node = node.Next)
        {
            if (node.Next == before)
            {
                node.Next = null;
                return;
            }
        }
    }

    /// <param name="first">The first node of the piece, others by <see cref="MathNode.Next"/>.</param>
    /// <param name="tex">The source of the whole, which goes with the first piece.</param>
    private void Piece(MathNode? first, string? tex)
    {
        Open(isDisplay: false, tex);
        var isAnnotated = tex is not null && IsAnnotated(isDisplay: false, tex);
        output.Append(isAnnotated ? "<semantics>" : "");
        var plan = Plan(first, new(tex is null ? AtomClass.Ordinary : null));
        if (isAnnotated)
        {
            OneElement(plan);
            Annotation(tex ?? "");
        }
        else
        {
            Emit(plan);
        }

        Close("math");
    }
}
