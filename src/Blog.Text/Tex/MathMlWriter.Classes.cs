namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>What an item is for the space around it.</summary>
    private static AtomClass ClassOf(MathNode node, MathStyle style) => node.Kind switch
    {
        NodeKind.Atom or NodeKind.Function or NodeKind.LargeOperator or NodeKind.Classed or NodeKind.Fenced or NodeKind.Arrow => node.Class,
        NodeKind.Delimiter => node.Size == 0 ? AtomClass.Opening : node.Class,
        NodeKind.Scripts or NodeKind.Stack or NodeKind.Prescripts => node.First is { } first ? ClassOf(first, style) : AtomClass.Ordinary,
        NodeKind.Styled => ClassOfSingle(node.First, style),
        NodeKind.Coloured => ClassOfSingle(node.First, style),
        NodeKind.Accent => node.Sign is { HasLimits: true } ? AtomClass.Operator : AtomClass.Ordinary,
        NodeKind.Table => node.Environment is { Open.Length: > 0 } or { Close.Length: > 0 } ? AtomClass.Inner : AtomClass.Ordinary,
        _ => AtomClass.Ordinary,
    };

    // One sign in another alphabet or colour is still the same sign; more of them are a group.
    private static AtomClass ClassOfSingle(MathNode? body, MathStyle style) => body switch
    {
        { Kind: NodeKind.Row, Only: { } only } => ClassOf(only, style),
        { Kind: not NodeKind.Row, Next: null } => ClassOf(body, style),
        _ => AtomClass.Ordinary,
    };

    /// <summary>The operator that engines see in an item, however deep in scripts and groups; null when they see none.</summary>
    private static MathNode? CoreOf(MathNode node) => node.Kind switch
    {
        NodeKind.Atom => node.Class == AtomClass.Ordinary ? null : node,
        NodeKind.LargeOperator or NodeKind.Arrow => node,
        NodeKind.Delimiter => node.Text.IsEmpty ? null : node,
        NodeKind.Scripts or NodeKind.Stack or NodeKind.Classed or NodeKind.Prescripts or NodeKind.Styled => node.First is { } first ? CoreOf(first) : null,
        NodeKind.Accent => node.Sign is { Line: null } && node.First is { } accented ? CoreOf(accented) : null,
        NodeKind.Coloured or NodeKind.Row => node.Only is { } only && IsAtom(only) ? CoreOf(only) : null,
        _ => null,
    };

    private static MathNode? LargeOperatorOf(MathNode? node) => node switch
    {
        { Kind: NodeKind.LargeOperator } => node,
        { Kind: NodeKind.Scripts or NodeKind.Stack or NodeKind.Classed or NodeKind.Prescripts or NodeKind.Styled } => LargeOperatorOf(node.First),
        { Kind: NodeKind.Row } => LargeOperatorOf(node.Only),
        _ => null,
    };

    /// <summary>Whether scripts go below and above.</summary>
    private bool HasLimits(MathNode? node, LimitsPlacement placement) => placement switch
    {
        LimitsPlacement.AboveAndBelow => true,
        LimitsPlacement.Beside => node is { Kind: NodeKind.Accent, Sign.HasLimits: true },
        _ => node switch
        {
            { Kind: NodeKind.LargeOperator or NodeKind.Function or NodeKind.Classed } => node.HasLimits && _style == MathStyle.Display,
            { Kind: NodeKind.Accent } => node.Sign is { HasLimits: true },
            { Kind: NodeKind.Styled } => HasLimits(node.First, placement),
            { Kind: NodeKind.Row } => node.Only is { Kind: NodeKind.Function } && HasLimits(node.Only, placement),
            _ => false,
        },
    };

    private MathNode Chosen(MathNode choice)
    {
        var chosen = choice.First!; // a choice has four items
        for (var style = MathStyle.Display; style < _style && chosen.Next is { } next; style++)
        {
            chosen = next;
        }

        return chosen;
    }
}
