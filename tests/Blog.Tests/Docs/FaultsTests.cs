using System.Text.RegularExpressions;

namespace Blog.Tests.Docs;

/// <summary><c>faults.md</c> claims only what tests hold, and tells of every test that carries the identifier of a fault.</summary>
public partial class FaultsTests
{
    private static (string Id, string Class, string Method)[] Rows { get; } =
    [
        .. Row().Matches(Manual.Page("faults.md").Text).Select(match => (match.Groups["id"].Value, match.Groups["class"].Value, match.Groups["method"].Value)),
    ];

    private static (string Id, string Class, string Method)[] Tests { get; } =
    [
        .. from type in typeof(FaultsTests).Assembly.GetTypes()
           from method in type.GetMethods()
           where method.DeclaringType == type && type.Name.EndsWith("Tests", StringComparison.Ordinal)
           let id = IdOfTest().Match(method.Name)
           select (id.Success ? $"{id.Groups[1].Value}-{id.Groups[2].Value}" : "", type.Name, method.Name),
    ];

    public static TheoryData<string, string, string> Named => [.. Rows.Select(row => new TheoryDataRow<string, string, string>(row.Id, row.Class, row.Method))];

    [Fact]
    public void There_are_rows() => Assert.True(Rows.Length > 40);

    [Theory]
    [MemberData(nameof(Named))]
    public void The_test_of_a_row_exists(string id, string type, string method) =>
        Assert.Contains(Tests, test => test.Class == type && (method.Length > 0 ? test.Method == method : test.Id == id));

    [Fact]
    public void Every_fault_that_is_tested_has_a_row() =>
        Assert.Empty(Tests.Where(test => test.Id.Length > 0).Select(test => test.Id).Distinct().Except(Rows.Select(row => row.Id)));

    [GeneratedRegex("^\\| (?<id>[A-Z]+-[0-9]+) \\|.*\\| `(?<class>\\w+)(?:\\.(?<method>\\w+))?` \\|$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("^([A-Z]{2,})_?([0-9]+)_", RegexOptions.CultureInvariant)]
    private static partial Regex IdOfTest();
}
