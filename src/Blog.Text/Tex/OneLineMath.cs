namespace Blog.Text.Tex;

/// <summary>A formula as one line of plain text, for excerpts, descriptions and feeds.</summary>
/// <example><c>O(n^2 \log n)</c> is <c>O(n² log n)</c>, <c>e^{i\pi}</c> is <c>e^(iπ)</c>, a matrix is null.</example>
public static class OneLineMath
{
    /// <summary>The line; null when the formula cannot be said on one, or has a mistake. Then the excerpt shows <c>[Math]</c>.</summary>
    /// <param name="tex">The formula without its delimiters.</param>
    /// <param name="macros">Those that hold where the formula stands: <see cref="MathPage.Macros"/>.</param>
    /// <remarks>Trimmed, without doubled blanks, never TeX: no backslash or dollar, and a brace only where the author wrote <c>\{</c>.</remarks>
    public static string? Of(string tex, MathMacros? macros = null)
    {
        var reader = new FormulaReader();
        var formula = reader.Read(tex, new MathMacros(macros));
        return formula is null || !reader.Problems.IsEmpty || reader.HasDefinitions ? null : OneLineWriter.TryWrite(formula);
    }
}
