using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class NewSiteTests
{
    private static readonly string[] Written = [".gitignore", "content/about.md", "content/posts/hello.md", "content/site.yaml"];

    [Fact]
    public void A_site_is_four_files_and_two_next_steps()
    {
        using var tool = new Tool();

        var ran = tool.Run("new", "site", "notes");

        Golden.Matches("cli/new-site.txt", ran.Transcript("blog new site notes"));
        Golden.Matches("cli/new-site.site.yaml", tool.Read("notes/content/site.yaml"));
        Assert.Equal(Written.Select(file => "notes/" + file), tool.Files());
        Assert.Equal("public/\n.blog/\n", tool.Read("notes/.gitignore"));
    }

    [Fact]
    public void Without_a_folder_the_site_is_here()
    {
        using var tool = new Tool();

        var ran = tool.Run("new", "site");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(Written, tool.Files());
        Assert.DoesNotContain("cd ", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LANG", "zh_CN.UTF-8", "zh-CN")]
    [InlineData("LANG", "de_DE@euro", "de-DE")]
    [InlineData("LANG", "en", "en")]
    [InlineData("LANG", "C.UTF-8", "en")]
    [InlineData("LANG", "POSIX", "en")]
    [InlineData("LANG", "", "en")]
    [InlineData("LC_ALL", "ja_JP", "ja-JP")]
    [InlineData("LC_ALL", "x: y\n_", "en")]
    public void The_language_is_guessed_and_written_down(string variable, string value, string lang)
    {
        using var tool = new Tool();
        tool.Environment[variable] = value;

        tool.Run("new", "site");

        Assert.Contains($"\nlang: {lang}\n", tool.Read("content/site.yaml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Shanghai")]
    [InlineData(":Europe/Berlin", "Europe/Berlin")]
    [InlineData("CST-8", "UTC")]
    [InlineData("No/Where", "UTC")]
    [InlineData("../../etc/passwd", "UTC")]
    [InlineData("", "UTC")]
    public void The_time_zone_is_guessed_and_written_down(string value, string zone)
    {
        using var tool = new Tool();
        tool.Environment["TZ"] = value;

        tool.Run("new", "site");

        Assert.Contains($"\ntime_zone: {zone}\n", tool.Read("content/site.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_variable_the_zone_of_the_machine_is_taken()
    {
        using var tool = new Tool();
        tool.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

        tool.Run("new", "site");

        Assert.Contains("\ntime_zone: Asia/Tokyo\n", tool.Read("content/site.yaml"), StringComparison.Ordinal);
        Assert.Contains("\ndate: 2026-01-11 15:30:00\n", tool.Read("content/posts/hello.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/site.yaml")]
    [InlineData("content/posts/hello.md")]
    [InlineData("content/about.md")]
    public void OUT_9_nothing_is_overwritten_and_nothing_half_done(string existing)
    {
        using var tool = new Tool();
        tool.Write(existing, "mine");

        var ran = tool.Run("new", "site");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.Equal([existing], tool.Files());
        Assert.Equal("mine", tool.Read(existing));
    }

    [Fact]
    public void OUT_9_a_gitignore_that_exists_stays_as_it_is()
    {
        using var tool = new Tool();
        tool.Write(".gitignore", "*.tmp\npublic\n");

        var ran = tool.Run("new", "site");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(".gitignore exists and stays as it is; let it ignore .blog/\n", ran.Out, StringComparison.Ordinal);
        Assert.Equal("*.tmp\npublic\n", tool.Read(".gitignore"));
    }

    [Fact]
    public void The_name_of_the_folder_is_the_title_whatever_stands_in_it()
    {
        using var tool = new Tool();

        tool.Run("new", "site", "C: \"the\" {{notes}}");

        Assert.StartsWith("title: \"C: \\\"the\\\" {{notes}}\"\n", tool.Read("C: \"the\" {{notes}}/content/site.yaml"), StringComparison.Ordinal);
    }
}
