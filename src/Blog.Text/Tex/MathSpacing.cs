namespace Blog.Text.Tex;

/// <summary>The space between neighbours by their classes: chapter 18 of the TeXbook.</summary>
internal static class MathSpacing
{
    // Eighteenths of an em; negative: only outside of scripts. Rows: left; columns: right.
    private static ReadOnlySpan<sbyte> Table =>
    [
        //       Ord Op Bin Rel Open Close Punct Inner
        /* Ord   */ 0, 3, -4, -5, 0, 0, 0, -3,
        /* Op    */ 3, 3, 0, -5, 0, 0, 0, -3,
        /* Bin   */ -4, -4, 0, 0, -4, 0, 0, -4,
        /* Rel   */ -5, -5, 0, 0, -5, 0, 0, -5,
        /* Open  */ 0, 0, 0, 0, 0, 0, 0, 0,
        /* Close */ 0, 3, -4, -5, 0, 0, 0, -3,
        /* Punct */ -3, -3, 0, -3, -3, -3, -3, -3,
        /* Inner */ -3, 3, -4, -5, -3, 0, -3, -3,
    ];

    public static int Between(AtomClass left, AtomClass right, MathStyle style)
    {
        var space = Table[((int)left * 8) + (int)right];
        return space >= 0 ? space : style >= MathStyle.Script ? 0 : -space;
    }

    /// <summary>Whether a binary operator has nothing on its left to operate on.</summary>
    public static bool LacksLeft(AtomClass? before) =>
        before is null or AtomClass.Binary or AtomClass.Operator or AtomClass.Relation or AtomClass.Opening or AtomClass.Punctuation;

    /// <summary>Whether a binary operator has nothing on its right to operate on.</summary>
    public static bool LacksRight(AtomClass? after) => after is null or AtomClass.Relation or AtomClass.Closing or AtomClass.Punctuation;
}
