namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary><c>\overset{above}{base}</c>, <c>\underset{below}{base}</c>, and both in this order.</summary>
    public MathNode Stack(in Token token, bool hasUpper, bool hasLower)
    {
        var upper = hasUpper ? Argument(token) : null;
        var lower = hasLower ? Argument(token) : null;
        return NewStack(Argument(token), lower, upper, token);
    }

    public MathNode LowerFirstStack(in Token token)
    {
        var (lower, upper) = (Argument(token), Argument(token));
        return NewStack(Argument(token), lower, upper, token);
    }

    private MathNode NewStack(MathNode @base, MathNode? lower, MathNode? upper, in Token token)
    {
        var stack = tree.Around(NodeKind.Stack, @base, SpanFrom(token));
        (stack.Lower, stack.Upper) = (lower, upper);
        return stack;
    }

    public MathNode StackedRelation(in Token token)
    {
        var lower = OptionalArgument();
        var upper = Argument(token);
        return Relation(NewStack(Argument(token), lower, upper, token));
    }

    private MathNode Relation(MathNode body)
    {
        var relation = tree.Around(NodeKind.Classed, body, body.Span);
        relation.Class = AtomClass.Relation;
        return relation;
    }

    /// <summary><c>\buildrel above \over base</c>.</summary>
    public MathNode BuiltRelation(in Token token)
    {
        var items = new NodeList();
        while (!Current.IsWord("over") && !AtEnd(RowEnd.Formula) && Current.Kind != TokenKind.CloseBrace)
        {
            if (Current.Kind == TokenKind.Space)
            {
                Advance();
            }
            else if (ItemWithScripts() is { } item)
            {
                items.Add(item);
            }
        }

        if (!Current.IsWord("over"))
        {
            problems.Add("missing-argument", "'\\buildrel' needs '\\over' behind what goes above", token.Span, "write '\\overset{…}{…}'");
            return tree.Row(items, SpanFrom(token));
        }

        Advance();
        return Relation(NewStack(Argument(token), null, tree.Row(items, SpanFrom(token)), token));
    }

    /// <summary>An arrow as long as <c>\xrightarrow[below]{above}</c>.</summary>
    public MathNode Arrow(in Token token, string sign)
    {
        var lower = OptionalArgument();
        var upper = Argument(token);
        var arrow = tree.New(NodeKind.Arrow, SpanFrom(token));
        arrow.Class = AtomClass.Relation;
        (arrow.Text, arrow.Lower, arrow.Upper) = (sign.AsMemory(), lower, upper);
        return arrow;
    }

    /// <summary><c>\sideset{_a^b}{_c^d}\sum</c>: scripts at all corners, and limits as the operator has them.</summary>
    public MathNode SideSet(in Token token)
    {
        var before = CornerScripts(token);
        var behind = CornerScripts(token);
        SkipSpaces();
        var @base = Argument(token);
        var sides = tree.Around(NodeKind.Prescripts, behind is null ? @base : WithBase(behind, @base), SpanFrom(token));
        (sides.Lower, sides.Upper) = (before?.Lower, before?.Upper);
        if (before is { Count: > 0, Upper: null })
        {
            sides.Upper = tree.Atom("′", AtomClass.Ordinary, before.Span);
        }

        var whole = tree.Around(NodeKind.Classed, sides, sides.Span);
        (whole.Class, whole.Flag) = (AtomClass.Operator, true);
        return whole;
    }

    private static MathNode WithBase(MathNode scripts, MathNode @base)
    {
        scripts.First = @base;
        scripts.Limits = LimitsPlacement.Beside;
        return scripts;
    }

    // {_a^b}: scripts without a base.
    private MathNode? CornerScripts(in Token token)
    {
        var argument = Argument(token);
        var only = argument.Kind == NodeKind.Row ? argument.Only : argument;
        return only is { Kind: NodeKind.Scripts, First: null } ? only : null;
    }

    /// <summary><c>\prescript{above}{below}{base}</c>.</summary>
    public MathNode Prescript(in Token token)
    {
        var (upper, lower) = (Argument(token), Argument(token));
        var prescripts = tree.Around(NodeKind.Prescripts, Argument(token), SpanFrom(token));
        (prescripts.Lower, prescripts.Upper) = (lower, upper);
        return prescripts;
    }
}
