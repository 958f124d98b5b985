namespace Blog.Text.Tex;

/// <summary>How wide a part of a formula will be, about: good enough to see which formulas are too long for a line.</summary>
internal static class MathWidth
{
    private const double Sign = 0.55;
    private const double Operator = 1.3;
    private const double ScriptShare = 0.7;

    /// <returns>In em.</returns>
    public static double Of(MathNode? node) => node is null ? 0 : node.Kind switch
    {
        NodeKind.Atom => node.Class is AtomClass.Binary or AtomClass.Relation ? Operator : Sign,
        NodeKind.Number or NodeKind.Function => Sign * node.Text.Length,
        NodeKind.Text => OfWords(node.Text.Span),
        NodeKind.Space => Math.Max(node.OtherSize, 0),
        NodeKind.Scripts => Of(node.First) + (ScriptShare * Math.Max(Of(node.Lower), Of(node.Upper))),
        NodeKind.Fraction => ScriptShare * Math.Max(Of(node.First), Of(node.Lower)),
        NodeKind.Table => OfTable(node),
        NodeKind.Fenced => 1 + OfItems(node),
        NodeKind.Choice or NodeKind.AlphabetSwitch or NodeKind.StyleSwitch or NodeKind.ColourSwitch or NodeKind.SizeSwitch => 0,
        _ when node.First is null => Sign,
        _ => OfItems(node),
    };

    private static double OfItems(MathNode node)
    {
        var width = 0.0;
        foreach (var item in node.Items)
        {
            width += Of(item);
        }

        return width;
    }

    private static double OfWords(ReadOnlySpan<char> words)
    {
        var width = 0.0;
        foreach (var character in words)
        {
            width += character > '\u2E80' ? 1 : 0.5;
        }

        return width;
    }

    // As wide as its rows are on average.
    private static double OfTable(MathNode table)
    {
        var (width, rows) = (0.0, 0);
        foreach (var row in table.Items)
        {
            width += OfItems(row);
            rows++;
        }

        return width / Math.Max(rows, 1);
    }
}
