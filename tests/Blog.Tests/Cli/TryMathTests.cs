using System.Text.Json;
using Blog.Cli;

namespace Blog.Tests.Cli;

public sealed class TryMathTests
{
    private static Ran Try(string input, params string[] args)
    {
        using var tool = new Tool()
            .Write("macros.yaml", "R: '\\mathbb{R}'\n")
            .Write("macros.json", """{"\\R": "\\mathbb{R}"}""")
            .Write("site.yaml", "title: T\nmath: {macros: {R: '\\mathbb{R}'}}\n")
            .Write("wrong.yaml", "R: '}'\n");
        return tool.Pipe(input, ["try", "math", .. args]);
    }

    [Fact]
    public void A_formula_becomes_MathML() => Assert.Equal(new Ran(0, "<math><msub><mi>x</mi><mn>1</mn></msub></math>\n", ""), Try("x_1\n"));

    [Fact]
    public void A_displayed_one_says_so() => Assert.StartsWith("<math display=\"block\">", Try("x", "--display").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("macros.yaml")]
    [InlineData("macros.json")]
    [InlineData("site.yaml")]
    public void Macros_come_from_a_file(string file)
    {
        var ran = Try("\\R", "--macros", file);

        Assert.Contains("<mi>ℝ</mi>", ran.Out, StringComparison.Ordinal);
        Assert.Equal("", ran.Error);
    }

    [Theory]
    [InlineData("wrong.yaml", "macro 'R' closes a '}' that is not open")]
    [InlineData("macos.yaml", "did you mean 'macros.yaml'?")]
    public void A_file_that_cannot_be_used_is_refused(string file, string reason)
    {
        var ran = Try("\\R", "--macros", file);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_is_told_and_with_strict_nothing_is_shown()
    {
        var ran = Try("a\n\\aplha\n");
        var strict = Try("a\n\\aplha\n", "--strict");

        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("stdin:2:1: warning B2201: '\\aplha' is not a command", ran.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (strict.ExitCode, strict.Out));
    }

    [Fact]
    public void A_list_comes_back_as_a_list()
    {
        var ran = Try("""[{"id": 7, "tex": "\\a^2", "pre": "\\def\\a{b}", "display": true}, {"id": "q", "tex": "\\x"}, {"tex": "y"}]""", "--format", "json");
        var items = JsonDocument.Parse(ran.Out).RootElement.EnumerateArray().ToArray();

        Assert.Equal(["7", "\"q\"", ""], items.Select(item => item.TryGetProperty("id", out var id) ? id.GetRawText() : ""));
        Assert.StartsWith("<math display=\"block\"><semantics><msup><mi>b</mi>", items[0].GetProperty("mathml").GetString(), StringComparison.Ordinal);
        Assert.Equal([0, 1, 0], items.Select(item => item.GetProperty("diagnostics").GetArrayLength()));
        Assert.Equal("B2201", items[1].GetProperty("diagnostics")[0].GetProperty("code").GetString());
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
    }

    [Theory]
    [InlineData("x^2", "it is not JSON")]
    [InlineData("{}", "it is an object")]
    [InlineData("""[{"tex": "x"}, {"tx": "x"}]""", "item 2 has no text 'tex'")]
    [InlineData("""[{"tex": "\ud835"}]""", "it is not JSON")]
    public void What_is_no_list_is_refused(string input, string reason)
    {
        var ran = Try(input, "--format", "json");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal($"the standard input is no list of formulas: {reason}", JsonDocument.Parse(ran.Out).RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void Nothing_is_refused() => Assert.Contains("the standard input is empty", Try("").Error, StringComparison.Ordinal);
}
