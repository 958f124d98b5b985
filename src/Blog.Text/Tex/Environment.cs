namespace Blog.Text.Tex;

/// <summary>How the columns of an environment stand.</summary>
internal enum TableLayout
{
    /// <summary>All centred: matrices.</summary>
    Centred,

    /// <summary>As the author's specification says, <c>{l|cr}</c>.</summary>
    Specified,

    /// <summary>Left, with a gap: cases.</summary>
    Cases,

    /// <summary>Right and left in turn, pairs apart.</summary>
    Pairs,

    /// <summary>Right and left in turn, without room between the pairs.</summary>
    TightPairs,

    /// <summary>Pairs over the whole width of the page.</summary>
    SpreadPairs,

    /// <summary>Right, centre, left.</summary>
    Relation,

    /// <summary>Lines, each centred.</summary>
    Lines,
    LeftLines,
    RightLines,

    /// <summary>The first line left, the last right.</summary>
    Multline,

    /// <summary>Small and tight: <c>smallmatrix</c>.</summary>
    Small,

    /// <summary>Lines in script size: <c>\substack</c>.</summary>
    Stack,
}

internal enum EquationNumbers
{
    None,

    /// <summary>One for the whole.</summary>
    One,

    /// <summary>One a row.</summary>
    EachRow,
}

/// <summary>What <c>\begin</c> knows of a name.</summary>
/// <param name="Numbers">Who gets a number without asking.</param>
internal sealed record Environment(string Name, TableLayout Layout, MathStyle Style, string Open = "", string Close = "", EquationNumbers Numbers = EquationNumbers.None)
{
    public EnvironmentArgument Argument { get; init; }

    /// <summary>Whether each row is an equation of its own: <c>align</c> and <c>align*</c>.</summary>
    public bool IsNumberedByRow { get; init; }

    /// <summary>Whether the rows may carry tags of their own.</summary>
    public bool HasRowTags => Layout is TableLayout.Pairs or TableLayout.TightPairs or TableLayout.SpreadPairs or TableLayout.Relation or TableLayout.Lines;
}

/// <summary>What is written between the name and the first cell.</summary>
internal enum EnvironmentArgument
{
    None,

    /// <summary><c>{lcr}</c>.</summary>
    Columns,

    /// <summary><c>[lcr]</c>, for all columns alike.</summary>
    Alignment,

    /// <summary><c>[t]</c>, how the whole stands on the line: read and not followed.</summary>
    Position,

    /// <summary><c>{2}</c>, the number of pairs, which can be counted as well.</summary>
    Count,
}
