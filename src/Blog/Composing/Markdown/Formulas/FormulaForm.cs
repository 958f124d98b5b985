namespace Blog.Composing.Markdown.Formulas;

/// <summary>A pair of marks between which stands a formula.</summary>
internal sealed record FormulaForm(string Opening, string Closing, bool IsDisplay)
{
    /// <summary>Whether a backslash within means nothing to the closing mark.</summary>
    public bool IsRaw => Closing is "`$" or "\\\\)" or "\\\\]";

    /// <summary>The doubled backslashes are for other tools, which take one of them away.</summary>
    private static readonly FormulaForm[] WithBackslash = [new("\\\\(", "\\\\)", false), new("\\\\[", "\\\\]", true), new("\\(", "\\)", false), new("\\[", "\\]", true)];

    private static readonly FormulaForm[] WithDollar = [new("$`", "`$", false), new("$$", "$$", false), new("$", "$", false)];

    private static readonly string[] Environments =
    [
        "equation", "equation*", "align", "align*", "gather", "gather*", "multline", "multline*", "eqnarray", "eqnarray*", "alignat", "alignat*", "flalign",
        "flalign*", "displaymath", "math",
    ];

    /// <summary>The forms that may begin here, in the order in which to try them.</summary>
    /// <param name="before">The character in front of <paramref name="text"/>.</param>
    public static ReadOnlySpan<FormulaForm> Of(ReadOnlySpan<char> text, char before) => text switch
    {
        ['\\', '\\' or '(' or '[', ..] => WithBackslash,
        ['$', '$', '$', ..] => [],
        ['$', ..] when before != '$' => WithDollar,
        _ => [],
    };

    /// <summary>The closing mark of a formula that begins a block with this line, and how much of the line opens it; null: none does.</summary>
    public static (int Length, string Closing)? OfBlock(ReadOnlySpan<char> line)
    {
        switch (line)
        {
            case ['$', '$', not '$', ..] or ['$', '$']:
                return (2, "$$");
            case ['\\', '[', ..]:
                return (2, "\\]");
            case ['\\', '\\', '[', ..]:
                return (3, "\\\\]");
            case ['\\', 'b', ..] when line.StartsWith("\\begin{", StringComparison.Ordinal):
                var name = line[7..Math.Min(line.Length, 20)];
                name = name[..Math.Max(0, name.IndexOf('}'))];
                foreach (var environment in Environments)
                {
                    if (name.SequenceEqual(environment))
                    {
                        return (0, $"\\end{{{environment}}}");
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
