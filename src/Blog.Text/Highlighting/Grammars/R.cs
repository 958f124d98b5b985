using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>R, and the languages of models that statisticians write beside it.</summary>
internal static class R
{
    private static readonly Rule Operators = new Signs();

    public static Mode Create() => new(
    [
        new ToLineEnd("#"),
        .. RawStrings(),
        new Quoted("\"") { IsMultiLine = true },
        new Quoted("'") { IsMultiLine = true },
        new Quoted("`") { Escapes = Escapes.None, Kind = TokenKind.Text, NeedsClose = true },
        new Quoted("%") { Escapes = Escapes.None, Kind = TokenKind.Operator, NeedsClose = true },
        new Number('\0') { Suffix = CharSet.Of("Li") },
        new Name(new Words()
            .Keywords("if else repeat while function for in next break")
            .Constants("TRUE FALSE NULL Inf NaN NA NA_integer_ NA_real_ NA_character_ NA_complex_ T F")
            .Builtins("library require c"))
        { Start = CharSet.NameStart | CharSet.Of("."), Part = CharSet.NamePart | CharSet.Of(".") },
        Operators,
    ]);

    /// <summary>WinBUGS and JAGS.</summary>
    public static Mode CreateBugs() => new(
        new ToLineEnd("#"),
        CLike.BlockComment,
        CLike.DoubleQuoted,
        new Number('\0'),
        new Name(new Words().Keywords("model data for in if else var")) { Part = CharSet.NamePart | CharSet.Of(".") },
        Operators);

    public static Mode CreateStan() => new(
        new ToLineEnd("#include", TokenKind.Directive) { Place = Place.FirstOnLine },
        new ToLineEnd("#"),
        CLike.LineComment,
        CLike.BlockComment,
        CLike.DoubleQuoted,
        new Number('\0'),
        new Name(new Words()
            .Keywords("data parameters model transformed generated quantities functions for in while if else break continue return print reject target lower upper offset multiplier")
            .Types("int real vector matrix row_vector simplex ordered positive_ordered unit_vector cov_matrix corr_matrix cholesky_factor_corr cholesky_factor_cov void array complex")),
        Operators);

    private static IEnumerable<Rule> RawStrings()
    {
        foreach (var prefix in new[] { "r", "R" })
        {
            foreach (var (open, close) in new[] { ("(", ")"), ("[", "]"), ("{", "}"), ("-(", ")-"), ("--(", ")--") })
            {
                foreach (var quote in new[] { "\"", "'" })
                {
                    yield return new Quoted(prefix + quote + open, close + quote) { Escapes = Escapes.None, IsMultiLine = true };
                }
            }
        }
    }
}
