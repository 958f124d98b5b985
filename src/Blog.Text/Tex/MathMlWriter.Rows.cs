using System.Runtime.InteropServices;

namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>What stands beside a row's first and last item without being in it.</summary>
    private readonly record struct Neighbours(AtomClass? Before = null, AtomClass? After = null, bool HasElements = false);

    /// <summary>The items of a row in <see cref="_items"/>, and how many elements they will be.</summary>
    private readonly record struct RowPlan(int Start, int End, double SpaceBehind, int Elements)
    {
        /// <summary>Whether a delimiter comes behind the last item.</summary>
        public bool IsClosed { get; init; }
    }

    /// <summary>The rows that are being written, the innermost last.</summary>
    private readonly List<RowItem> _items = [];

    /// <summary>The children of an element that is an implied row.</summary>
    private void ImpliedRow(MathNode node) => Emit(Plan(ItemsOf(node), default));

    /// <summary>Exactly one element.</summary>
    private void Argument(MathNode? node)
    {
        if (node is null)
        {
            output.Append("<mrow></mrow>");
            return;
        }

        OneElement(Plan(ItemsOf(node), default));
    }

    private void Argument(MathNode? node, MathStyle style)
    {
        var outer = _style;
        _style = style;
        Argument(node);
        _style = outer;
    }

    private void OneElement(in RowPlan plan)
    {
        if (plan.Elements == 1)
        {
            Emit(plan);
            return;
        }

        output.Append("<mrow>");
        Emit(plan);
        output.Append("</mrow>");
    }

    /// <summary>Exactly one element, which may be the operator that the row around it has spaced.</summary>
    private void Base(MathNode? node)
    {
        if (node is { Kind: NodeKind.Row, Only: { } only } && IsAtom(only))
        {
            Base(only);
        }
        else if (node is null or { Kind: NodeKind.Row } || !IsAtom(node))
        {
            Argument(node);
        }
        else
        {
            Write(node);
        }
    }

    private static MathNode? ItemsOf(MathNode node) => node.Kind == NodeKind.Row ? node.First : node;

    private static bool IsAtom(MathNode node) => node.Kind is not
        (NodeKind.Space or NodeKind.AlphabetSwitch or NodeKind.StyleSwitch or NodeKind.ColourSwitch or NodeKind.SizeSwitch);

    private RowPlan Plan(MathNode? first, in Neighbours neighbours)
    {
        var start = _items.Count;
        var isClosed = neighbours.After == AtomClass.Closing;
        var spaceBehind = Collect(first);
        if (_items.Count == start + 1 && spaceBehind == 0 && _items[start] is { Core: null, IsSwitch: false, Space: 0, Node.Kind: not NodeKind.AlphabetSwitch })
        {
            return new(start, start + 1, 0, 1) { IsClosed = isClosed };
        }

        var items = CollectionsMarshal.AsSpan(_items)[start..];
        SettleBinaries(items, neighbours);
        SettleForms(items, neighbours.HasElements, spaceBehind != 0);
        SettleSpaces(items, neighbours);
        return new(start, start + items.Length, spaceBehind, CountElements(items, spaceBehind)) { IsClosed = isClosed };
    }

    /// <summary>Adds the items; what is left is the space behind the last one.</summary>
    private double Collect(MathNode? first)
    {
        var (style, alphabet, space) = (_style, _alphabet, 0.0);
        for (var node = first; node is not null; node = node.Next)
        {
            switch (node.Kind)
            {
                case NodeKind.Space:
                    space += style == MathStyle.Display ? node.Size : node.OtherSize;
                    continue;
                case NodeKind.StyleSwitch when node.Style == style:
                    continue;
                case NodeKind.StyleSwitch:
                    style = node.Style ?? style;
                    break;
                case NodeKind.AlphabetSwitch:
                    alphabet = Alphabets.Combine(alphabet, node.Alphabet);
                    break;
                case NodeKind.Atom when space == 0 && IsWordLetter(node, alphabet) && _items.Count > 0 && first != node && JoinsWord(node):
                    continue;
            }

            _items.Add(new()
            {
                Node = node,
                Class = ClassOf(node, style),
                Core = CoreOf(node),
                Space = space,
                Style = style,
                IsSwitch = node.Kind is NodeKind.StyleSwitch or NodeKind.ColourSwitch or NodeKind.SizeSwitch,
                Letters = IsWordLetter(node, alphabet) ? 1 : 0,
            });
            space = 0;
        }

        return space;
    }

    private static bool IsWordLetter(MathNode node, Alphabet alphabet) =>
        alphabet != Alphabet.Default && node.Kind == NodeKind.Atom && node.Text.Span is [var letter] && char.IsAsciiLetter(letter) && Alphabets.HasWords(alphabet);

    private bool JoinsWord(MathNode node)
    {
        ref var last = ref CollectionsMarshal.AsSpan(_items)[^1];
        if (last.Letters == 0)
        {
            return false;
        }

        var end = last.Node;
        for (var i = 0; i < last.Letters; i++)
        {
            end = end?.Next;
        }

        last.Letters += end == node ? 1 : 0;
        return end == node;
    }

    private static void SettleBinaries(Span<RowItem> items, in Neighbours neighbours)
    {
        var before = neighbours.Before;
        var last = -1;
        for (var i = 0; i < items.Length; i++)
        {
            if (!IsAtom(items[i].Node))
            {
                continue;
            }

            if (items[i].Class == AtomClass.Binary && MathSpacing.LacksLeft(before))
            {
                items[i].Class = AtomClass.Ordinary;
            }
            else if (last >= 0 && items[last].Class == AtomClass.Binary && MathSpacing.LacksRight(items[i].Class))
            {
                items[last].Class = AtomClass.Ordinary;
            }

            (before, last) = (items[i].Class, i);
        }

        if (last >= 0 && items[last].Class == AtomClass.Binary && MathSpacing.LacksRight(neighbours.After))
        {
            items[last].Class = AtomClass.Ordinary;
        }
    }
}
