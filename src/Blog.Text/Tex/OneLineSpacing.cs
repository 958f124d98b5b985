namespace Blog.Text.Tex;

/// <summary>Where the one-line form has blanks: where TeX has space, with the few exceptions that a line of letters needs.</summary>
internal static class OneLineSpacing
{
    /// <summary>Whether two neighbours are parted, by the table of chapter 18 of the TeXbook.</summary>
    public static bool IsBlankBetween(AtomClass left, AtomClass right, bool isInScript) => (left, right) switch
    {
        // TeX has a thin space between "…" and ","; a blank would be too much.
        (_, AtomClass.Punctuation) => false,
        (AtomClass.Operator, AtomClass.Ordinary or AtomClass.Operator) => true,
        (AtomClass.Ordinary or AtomClass.Closing or AtomClass.Inner, AtomClass.Operator) => true,
        _ when isInScript => false,
        (AtomClass.Opening, _) => false,
        (AtomClass.Inner, AtomClass.Closing) => false,
        (AtomClass.Punctuation, _) => true,
        (AtomClass.Relation, AtomClass.Relation or AtomClass.Closing) => false,
        (AtomClass.Relation or AtomClass.Binary, _) => true,
        (_, AtomClass.Relation or AtomClass.Binary) => true,
        (AtomClass.Inner, _) => true,
        (_, AtomClass.Inner) => true,
        _ => false,
    };

    /// <summary>
    /// The classes of a row's items on their left and right side, null for what is no atom. A sign without an operand before it belongs to
    /// what follows (−1, ±x) and is given an opening right side; bars that come in pairs open and close.
    /// </summary>
    public static (AtomClass? Left, AtomClass? Right)[] Of(List<MathNode> items, AtomClass? before, AtomClass? after)
    {
        var classes = new (AtomClass? Left, AtomClass? Right)[items.Count];
        for (var i = 0; i < classes.Length; i++)
        {
            classes[i] = (LeftOf(items[i]), RightOf(items[i]));
        }

        PairBars(items, classes, '|');
        PairBars(items, classes, '‖');
        SettleSigns(classes, before, after);
        return classes;
    }

    private static void PairBars(List<MathNode> items, (AtomClass? Left, AtomClass? Right)[] classes, char bar)
    {
        if (items.Count(item => IsBar(item, bar)) % 2 != 0)
        {
            return;
        }

        var isOpen = false;
        for (var i = 0; i < classes.Length; i++)
        {
            if (IsBar(items[i], bar))
            {
                isOpen = !isOpen;
                var side = isOpen ? AtomClass.Opening : AtomClass.Closing;
                classes[i] = (side, side);
            }
        }
    }

    private static bool IsBar(MathNode node, char bar)
    {
        var scripted = node is { Kind: NodeKind.Scripts, First: { } inner } ? inner : node;
        return scripted is { Kind: NodeKind.Atom, Class: AtomClass.Ordinary } && scripted.Text.Span is [var only] && only == bar;
    }

    private static void SettleSigns((AtomClass? Left, AtomClass? Right)[] classes, AtomClass? before, AtomClass? after)
    {
        var next = after;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var lacksOperand = next is null or AtomClass.Relation or AtomClass.Closing or AtomClass.Punctuation;
            if (classes[i].Left == AtomClass.Binary && lacksOperand)
            {
                classes[i] = (AtomClass.Ordinary, AtomClass.Ordinary);
            }

            next = classes[i].Left ?? next;
        }

        var previous = before;
        for (var i = 0; i < classes.Length; i++)
        {
            var hasOperand = previous is AtomClass.Ordinary or AtomClass.Closing or AtomClass.Inner;
            if (classes[i].Left == AtomClass.Binary && !hasOperand)
            {
                classes[i] = (AtomClass.Ordinary, AtomClass.Opening);
            }

            previous = classes[i].Right ?? previous;
        }
    }

    private static AtomClass? LeftOf(MathNode node) => node switch
    {
        { Kind: NodeKind.Fenced } => AtomClass.Opening,
        { Kind: NodeKind.Root } => AtomClass.Ordinary,
        { Kind: NodeKind.Scripts, First: { } scripted } => LeftOf(scripted),
        _ => ClassOf(node),
    };

    private static AtomClass? RightOf(MathNode node) => node switch
    {
        { Kind: NodeKind.Fenced } => AtomClass.Closing,
        { Kind: NodeKind.Scripts, First: { } scripted } => RightOf(scripted),
        _ => ClassOf(node),
    };

    private static AtomClass? ClassOf(MathNode node) => node.Kind switch
    {
        NodeKind.Space or NodeKind.AlphabetSwitch or NodeKind.StyleSwitch => null,
        NodeKind.Atom or NodeKind.Function or NodeKind.LargeOperator or NodeKind.Classed => node.Class,
        NodeKind.Delimiter => node.Class == AtomClass.Ordinary ? Symbols.ClassOf(node.Text.Span) : node.Class,
        NodeKind.Fraction => AtomClass.Inner,
        NodeKind.Styled when Single(node) is { Kind: NodeKind.Atom or NodeKind.Function } single => single.Class,
        _ => AtomClass.Ordinary,
    };

    private static MathNode? Single(MathNode styled) => styled.First is { Kind: NodeKind.Row } row ? row.Only : styled.First;
}
