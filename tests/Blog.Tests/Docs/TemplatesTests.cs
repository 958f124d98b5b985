using System.Globalization;
using Blog.Tests.Scriban;

namespace Blog.Tests.Docs;

/// <summary><c>templates.md</c> says how faithful the language is, and the tests of the language agree.</summary>
public class TemplatesTests
{
    private static readonly Manual Page = Manual.Page("templates.md");

    [Fact]
    public void Every_deviation_is_told_with_its_words() =>
        Assert.All(Deviations.Reasons, reason => Assert.Contains(reason, Page.Section("## Deviations"), StringComparison.Ordinal));

    [Fact]
    public void No_deviation_is_told_that_is_none() =>
        Assert.Equal(Deviations.Reasons.Count(), Page.Section("## Deviations").Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)));

    [Fact]
    public void The_numbers_of_cases_are_right()
    {
        var section = Page.Section("## The language");

        Assert.All([Case.Own.Count, Case.Own.Count - Deviations.ById.Count, Deviations.ById.Count],
            number => Assert.Contains($" {number.ToString("N0", CultureInfo.InvariantCulture)} ", section, StringComparison.Ordinal));
    }
}
