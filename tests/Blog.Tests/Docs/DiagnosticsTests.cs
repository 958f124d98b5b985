using System.Text.RegularExpressions;

namespace Blog.Tests.Docs;

/// <summary><c>diagnostics.md</c> explains the codes that exist, and no others.</summary>
public partial class DiagnosticsTests
{
    // Their severity is an option of the language; sites warn.
    private static readonly HashSet<string> WarningsInSites = ["B3201", "B3203", "B3207"];

    /// <summary>Code to severity; an empty text where the source does not tell at once.</summary>
    internal static SortedDictionary<string, string> CodesOfSources { get; } = new(
        Manual.Sources.SelectMany(file => CodeInSource().Matches(File.ReadAllText(file)))
            .Select(match => (Code: Shown(match.Groups["code"].Value), Severity: match.Groups["severity"].Value))
            .DistinctBy(found => found.Code)
            .ToDictionary(found => found.Code, found => WarningsInSites.Contains(found.Code) ? "Warning" : found.Severity),
        StringComparer.Ordinal);

    private static Dictionary<string, string> CodesOfManual { get; } =
        CodeInManual().Matches(Manual.Page("diagnostics.md").Text).ToDictionary(match => match.Groups["code"].Value, match => match.Groups["severity"].Value);

    [Fact]
    public void Every_code_is_explained() => Assert.Empty(CodesOfSources.Keys.Except(CodesOfManual.Keys));

    [Fact]
    public void Every_explained_code_exists() => Assert.Empty(CodesOfManual.Keys.Except(CodesOfSources.Keys));

    [Fact]
    public void Errors_and_warnings_are_told_apart() =>
        Assert.Equal(
            CodesOfSources.Where(code => code.Value.Length > 0).Select(code => $"{code.Key} {code.Value}"),
            CodesOfSources.Where(code => code.Value.Length > 0).Select(code => $"{code.Key} {CodesOfManual.GetValueOrDefault(code.Key)}"));

    [Fact]
    public void Codes_stand_in_order() => Assert.Equal(CodesOfManual.Keys.Order(StringComparer.Ordinal), CodesOfManual.Keys);

    // Codes of the template language are shown as codes of rendering.
    private static string Shown(string code) => code[0] == 'T' ? "B3" + code[1..] : code;

    [GeneratedRegex("(?<severity>Error|Warning)\\(\\s*\"(?<code>B[0-9]{4}|T[0-9]{3})\"|\\bCode = \"(?<code>B[0-9]{4})\"", RegexOptions.CultureInvariant)]
    private static partial Regex CodeInSource();

    [GeneratedRegex("^## (?<code>B[0-9]+)\n\n(?<severity>[A-Za-z]*)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CodeInManual();
}
