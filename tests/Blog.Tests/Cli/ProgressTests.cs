namespace Blog.Tests.Cli;

public sealed class ProgressTests
{
    private static Tool Site(bool isSlow, bool isTerminal)
    {
        var tool = new Tool { IsErrorTerminal = isTerminal }.Write("content/site.yaml", "base_url: https://example.org/\n");
        tool.Clock.AreTimersDue = isSlow;
        return tool;
    }

    [Fact]
    public void A_slow_build_says_what_it_does_and_wipes_it_away()
    {
        using var tool = Site(isSlow: true, isTerminal: true);

        var error = tool.Run("build").Error;

        Assert.Contains("\r\e[Krendering …", error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[K", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, "--strict")]
    [InlineData(true, false, "--strict")]
    [InlineData(true, true, "--quiet")]
    public void A_fast_build_or_a_file_or_a_quiet_person_gets_none(bool isSlow, bool isTerminal, string option)
    {
        using var tool = Site(isSlow, isTerminal);

        Assert.Equal("", tool.Run("build", option).Error);
    }
}
