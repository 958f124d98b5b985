namespace Blog.Text.Tex;

/// <summary>An item of a row with the space that it gets.</summary>
internal struct RowItem
{
    public MathNode Node;

    /// <summary>The operator that the item is, maybe with scripts around it; browsers put space on both sides of it. Null for others.</summary>
    public MathNode? Core;

    public AtomClass Class;

    /// <summary>Space before it as an element of its own, in em.</summary>
    public double Space;

    /// <summary>Space that the operator should have, in eighteenths of an em.</summary>
    public int Left;
    public int Right;

    public OperatorForm Form;

    public MathStyle Style;

    /// <summary>A function whose argument follows.</summary>
    public bool Applies;

    /// <summary>How many items are one word, this one the first of them.</summary>
    public int Letters;

    /// <summary>From here to the end of the row all is inside an element: a colour or a style.</summary>
    public bool IsSwitch;

    /// <summary>Whether engines may overlook it when they look for the first and last of a row.</summary>
    public readonly bool IsSpaceLike => Node.Kind == NodeKind.Text;
}
