using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Tests.Scriban;

namespace Blog.Tests.Docs;

/// <summary><c>template-values.md</c> against the model that templates see, <c>templates.md</c> against its deviations.</summary>
public partial class TemplateValuesTests
{
    private static readonly Manual Guide = Manual.Page("templates.md");
    private static readonly Manual Values = Manual.Page("template-values.md");

    private static string[] NamesOfModel { get; } =
    [
        .. NameInModel().Matches(Manual.Source("Blog/Rendering/TemplateModel.cs")).Select(match => match.Groups[1].Value + match.Groups[2].Value).Distinct(),
    ];

    [Fact]
    public void Every_value_of_the_model_is_in_the_reference()
    {
        Assert.Contains("intro_html", NamesOfModel);
        Assert.Contains("previous", NamesOfModel);
        Assert.Empty(NamesOfModel.Except(Values.Words));
    }

    [Fact]
    public void Every_value_of_the_reference_is_in_the_model()
    {
        var members = MemberInManual().Matches(Values.Text).Select(match => match.Groups[1].Value).Distinct();

        Assert.Empty(members.Except(NamesOfModel).Except(["yaml"])); // site.yaml
    }

    [Fact]
    public void Every_deviation_is_told_with_its_words() =>
        Assert.All(Deviations.ById.Values.Distinct(), reason => Assert.Contains(reason, Guide.Section("## Deviations"), StringComparison.Ordinal));

    [Fact]
    public void No_deviation_is_told_that_is_none() =>
        Assert.Equal(Deviations.ById.Values.Distinct().Count(), Guide.Section("## Deviations").Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));

    [Fact]
    public void The_number_of_cases_is_right() =>
        Assert.Contains(Case.All.Count.ToString("N0", CultureInfo.InvariantCulture), Guide.Section("## The language"), StringComparison.Ordinal);

    [GeneratedRegex("\\[\"(\\w+)\"\\]\\s*=(?!=)|AddLazy\\(\"(\\w+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex NameInModel();

    [GeneratedRegex("`(?!t\\.)[a-z_]+\\.([a-z_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex MemberInManual();
}
