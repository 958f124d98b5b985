using Blog.Tests.Kit;

namespace Blog.Tests.Scriban;

/// <summary>The language as its original behaves, case by case; deviations are listed with their reasons.</summary>
public class ConformanceTests
{
    public static TheoryData<string> Ids => [.. Case.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_case_gives_what_the_original_gives(string id)
    {
        var failure = Case.All[id].Failure();
        if (Deviations.ById.TryGetValue(id, out var reason))
        {
            Assert.True(failure is not null, $"{id} passes now; take it from the list ({reason})");
            return;
        }

        Assert.True(failure is null || Case.All[id].Refusal() is { } code && Deviations.ByCode.ContainsKey(code), $"{id}: {failure}");
    }

    [Fact]
    public void Every_listed_deviation_is_a_case() => Assert.Empty(Deviations.ById.Keys.Except(Case.Own.Keys));

    [Fact]
    public void A_folder_of_other_cases_may_lack_files_but_not_all()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<DirectoryNotFoundException>(() => Case.In(folder.Path));

        File.WriteAllText(Path.Combine(folder.Path, "lines.json"), """[{"id": "other@1", "template": "{{ 1 + 1 }}", "expected": "2"}]""");

        Assert.Null(Case.In(folder.Path)["other@1"].Failure());
    }
}
