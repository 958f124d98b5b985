using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class HelpTests
{
    [Theory]
    [InlineData("help.txt", "--help")]
    [InlineData("help-build.txt", "build", "--help")]
    [InlineData("help-new-post.txt", "new", "post", "--help")]
    [InlineData("help-list.txt", "list", "-h")]
    [InlineData("help-clean.txt", "help", "clean")]
    [InlineData("help-serve.txt", "serve", "--help")]
    [InlineData("help-explain.txt", "explain", "--help")]
    [InlineData("help-try.txt", "try", "--help")]
    [InlineData("help-try-template.txt", "try", "template", "--help")]
    [InlineData("help-try-math.txt", "try", "math", "--help")]
    [InlineData("help-try-code.txt", "try", "code", "--help")]
    public void Help_is_a_page_with_options_and_examples(string golden, params string[] args)
    {
        using var tool = new Tool();

        var ran = tool.Run(args);

        Golden.Matches($"cli/{golden}", ran.Transcript($"blog {string.Join(' ', args)}"));
    }

    [Fact]
    public void Without_a_command_the_help_is_shown()
    {
        using var tool = new Tool();

        Assert.Equal(tool.Run("--help"), tool.Run());
    }

    [Fact]
    public void Help_is_given_whatever_else_is_wrong()
    {
        using var tool = new Tool();

        var ran = tool.Run("build", "--nonsense", "--help");

        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("blog build: ", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_answered_alone()
    {
        using var tool = new Tool();

        var ran = tool.Run("--version");

        Assert.Matches(@"^blog \d+\.\d+\.\d+\n$", ran.Out);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public void No_line_of_help_is_wider_than_the_terminal()
    {
        using var tool = new Tool();
        string[][] pages = [[], ["new"], ["new", "site"], ["new", "post"], ["build"], ["list"], ["clean"], ["explain"], ["try"], ["try", "template"]];

        Assert.All(pages.SelectMany(page => tool.Run([.. page, "--help"]).Out.Split('\n')), line => Assert.InRange(line.Length, 0, 80));
    }
}
