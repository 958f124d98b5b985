using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("buidl", "did you mean 'blog build'?")]
    [InlineData("Build", "did you mean 'blog build'?")]
    [InlineData("init", "did you mean 'blog new site'?")]
    [InlineData("generate", "did you mean 'blog build'?")]
    [InlineData("frobnicate", "commands: new, build, serve, list, try, clean, explain")]
    [InlineData("tri", "did you mean 'blog try'?")]
    [InlineData("render", "did you mean 'blog try template'?")]
    [InlineData("try", "one of: template")]
    [InlineData("try tempalte", "did you mean 'blog try template'?")]
    [InlineData("try template card.html", "it reads the standard input: type 'blog try template < card.html'")]
    [InlineData("try template --format xml", "one of: text, json")]
    [InlineData("try template --data", "type '--data FILE'")]
    [InlineData("explian", "did you mean 'blog explain'?")]
    [InlineData("new pst", "did you mean 'blog new post'?")]
    [InlineData("buidl --drafs", "did you mean 'blog build'?")]
    [InlineData("build --drafs", "did you mean '--drafts'?")]
    [InlineData("build --buildDrafts", "did you mean '--drafts'?")]
    [InlineData("build --baseURL https://example.org", "did you mean '--base-url'?")]
    [InlineData("build --outptu=x", "did you mean '--output'?")]
    [InlineData("build --Strict", "did you mean '--strict'?")]
    [InlineData("build -Z", "'blog build --help' lists the options")]
    [InlineData("--drafts", "it is an option of 'blog build'")]
    [InlineData("build --format xml", "one of: text, json")]
    [InlineData("build --format jsn", "did you mean 'json'?")]
    [InlineData("list tgas", "did you mean 'tags'?")]
    [InlineData("build --output", "type '--output FOLDER'")]
    [InlineData("build --output --drafts", "type '--output FOLDER'")]
    [InlineData("build --jobs 0", "a whole number from 1")]
    [InlineData("build --jobs many", "a whole number from 1")]
    [InlineData("build --clock yesterday", "for example 2026-01-31")]
    [InlineData("build --base-url example.org", "write it like --base-url https://example.org/blog/")]
    [InlineData("new", "one of: site, post")]
    [InlineData("new post", "'blog new post --help' shows examples")]
    [InlineData("build here", "'blog build --help' shows what it takes")]
    public void PUB_1_a_wrong_word_is_refused_with_a_guess(string commandLine, string help)
    {
        using var tool = new Tool();
        tool.Write("content/site.yaml", "title: Test\n");

        var ran = tool.Run(commandLine.Split(' '));

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains($"help: {help}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PUB_1_an_option_that_is_given_twice_is_refused()
    {
        using var tool = new Tool();

        var ran = tool.Run("build", "-o", "a", "--output", "b");

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith("error B0004: '--output' takes one value", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void PUB_1_a_wrong_SOURCE_DATE_EPOCH_is_refused()
    {
        using var tool = new Tool();
        tool.Environment["SOURCE_DATE_EPOCH"] = "today";

        var ran = tool.Write("content/site.yaml", "").Run("build");

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith("error B0012: the environment variable SOURCE_DATE_EPOCH is 'today'", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown-command.txt", "buidl")]
    [InlineData("unknown-option.txt", "build --drafs --outptu public")]
    [InlineData("empty-folder.txt", "build")]
    [InlineData("no-folder.txt", "build -s nowhere")]
    public void Refusals_look_like_diagnostics(string golden, string commandLine)
    {
        using var tool = new Tool();

        Golden.Matches($"cli/{golden}", tool.Run(commandLine.Split(' ')).Transcript($"blog {commandLine}"));
        Assert.Empty(tool.Files());
    }

    [Fact]
    public void A_word_that_begins_with_an_at_sign_is_no_file_to_read()
    {
        using var tool = new Tool();
        tool.Write("content/site.yaml", "");

        Assert.Equal(0, tool.Run("new", "post", "@home").ExitCode);
        Assert.True(tool.Has("content/posts/home.md"));
    }

    [Fact]
    public void PUB_6_control_characters_of_the_command_line_do_not_reach_the_terminal()
    {
        using var tool = new Tool();

        var ran = tool.Run("\e[31mred");

        Assert.DoesNotContain('\e', ran.Error);
        Assert.Contains(@"\u001b[31mred", ran.Error, StringComparison.Ordinal);
    }
}
