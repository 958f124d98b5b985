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

        Assert.True(failure is null, $"{id}: {failure}");
    }

    [Fact]
    public void Every_listed_deviation_is_a_case() => Assert.Empty(Deviations.ById.Keys.Except(Case.All.Keys));
}
