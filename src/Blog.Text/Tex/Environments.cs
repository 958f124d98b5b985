using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The environments by name.</summary>
internal static class Environments
{
    /// <summary>What <c>&amp;</c> and <c>\\</c> mean without an environment.</summary>
    public static readonly Environment Aligned = new("aligned", TableLayout.Pairs, MathStyle.Display) { Argument = EnvironmentArgument.Position };

    public static readonly Environment Gathered = new("gathered", TableLayout.Lines, MathStyle.Display) { Argument = EnvironmentArgument.Position };

    /// <summary>What <c>\\</c> means without an environment.</summary>
    public static readonly Environment Lines = new("", TableLayout.Lines, MathStyle.Display);

    public static readonly Environment Stack = new("substack", TableLayout.Stack, MathStyle.Script);

    private static readonly FrozenDictionary<string, Environment> ByName = All().ToFrozenDictionary(environment => environment.Name);

    private static readonly FrozenDictionary<string, Environment>.AlternateLookup<ReadOnlySpan<char>> ByNameSpan =
        ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    public static IEnumerable<string> Names => ByName.Keys;

    public static Environment Named(string name) => ByName[name];

    public static Environment? Find(ReadOnlySpan<char> name) => ByNameSpan.TryGetValue(name, out var environment) ? environment : null;

    /// <summary>Environments of packages that draw: known, and not for this engine.</summary>
    public static bool IsUnsupported(ReadOnlySpan<char> name) => name is "CD" or "tikzcd" or "tikzpicture" or "tabular" or "prooftree" or "forest" or "picture"
        or "xy" or "algorithm" or "algorithmic" or "table" or "figure" or "itemize" or "enumerate" or "tabular*" or "document" or "asy";

    private static IEnumerable<Environment> All() => [.. Matrices(), .. Arrays(), .. CasesAndStacks(), .. Alignments(), .. Equations(), Aligned, Gathered];

    private static IEnumerable<Environment> Matrices()
    {
        (string Prefix, string Open, string Close)[] fences = [("", "", ""), ("p", "(", ")"), ("b", "[", "]"), ("B", "{", "}"), ("v", "|", "|"), ("V", "‖", "‖")];
        return fences.SelectMany(fence => new Environment[]
        {
            new(fence.Prefix + "matrix", TableLayout.Centred, MathStyle.Text, fence.Open, fence.Close),
            new(fence.Prefix + "matrix*", TableLayout.Centred, MathStyle.Text, fence.Open, fence.Close) { Argument = EnvironmentArgument.Alignment },
            new(fence.Prefix + "smallmatrix", TableLayout.Small, MathStyle.Script, fence.Open, fence.Close),
        });
    }

    private static IEnumerable<Environment> Arrays() =>
    [
        new("array", TableLayout.Specified, MathStyle.Text) { Argument = EnvironmentArgument.Columns },
        new("darray", TableLayout.Specified, MathStyle.Display) { Argument = EnvironmentArgument.Columns },
        new("subarray", TableLayout.Stack, MathStyle.Script) { Argument = EnvironmentArgument.Columns },
    ];

    private static IEnumerable<Environment> CasesAndStacks() =>
    [
        new("cases", TableLayout.Cases, MathStyle.Text, "{"),
        new("cases*", TableLayout.Cases, MathStyle.Text, "{"),
        new("dcases", TableLayout.Cases, MathStyle.Display, "{"),
        new("dcases*", TableLayout.Cases, MathStyle.Display, "{"),
        new("rcases", TableLayout.Cases, MathStyle.Text, "", "}"),
        new("drcases", TableLayout.Cases, MathStyle.Display, "", "}"),
    ];

    private static IEnumerable<Environment> Alignments() =>
    [
        new("split", TableLayout.Pairs, MathStyle.Display),
        new("alignedat", TableLayout.TightPairs, MathStyle.Display) { Argument = EnvironmentArgument.Count },
        new("lgathered", TableLayout.LeftLines, MathStyle.Display) { Argument = EnvironmentArgument.Position },
        new("rgathered", TableLayout.RightLines, MathStyle.Display) { Argument = EnvironmentArgument.Position },
        new("multlined", TableLayout.Multline, MathStyle.Display) { Argument = EnvironmentArgument.Position },
        .. Numbered("align", TableLayout.Pairs, EquationNumbers.EachRow),
        .. Numbered("alignat", TableLayout.TightPairs, EquationNumbers.EachRow, EnvironmentArgument.Count),
        .. Numbered("flalign", TableLayout.SpreadPairs, EquationNumbers.EachRow),
        .. Numbered("gather", TableLayout.Lines, EquationNumbers.EachRow),
        .. Numbered("eqnarray", TableLayout.Relation, EquationNumbers.EachRow),
        .. Numbered("multline", TableLayout.Multline, EquationNumbers.One),
    ];

    private static IEnumerable<Environment> Equations() =>
    [
        .. Numbered("equation", TableLayout.Lines, EquationNumbers.One),
        new("displaymath", TableLayout.Lines, MathStyle.Display),
        new("math", TableLayout.Lines, MathStyle.Display),
    ];

    private static Environment[] Numbered(string name, TableLayout layout, EquationNumbers numbers, EnvironmentArgument argument = EnvironmentArgument.None) =>
    [
        new(name, layout, MathStyle.Display, Numbers: numbers) { Argument = argument, IsNumberedByRow = numbers == EquationNumbers.EachRow },
        new(name + "*", layout, MathStyle.Display) { Argument = argument, IsNumberedByRow = numbers == EquationNumbers.EachRow },
    ];
}
