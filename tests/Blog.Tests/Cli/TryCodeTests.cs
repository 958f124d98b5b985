using System.Text.Json;

namespace Blog.Tests.Cli;

public sealed class TryCodeTests
{
    private static Ran Try(string code, params string[] args)
    {
        using var tool = new Tool();
        return tool.Pipe(code, ["try", "code", .. args]);
    }

    [Fact]
    public void Code_becomes_what_a_post_shows() =>
        Assert.Equal(
            new Ran(0, "<pre class=\"hl\" data-lang=\"python\" tabindex=\"0\"><code class=\"language-py\"><span class=\"k\">return</span> x &lt; <span class=\"m\">1</span></code></pre>\n", ""),
            Try("return x < 1\n", "--lang", "py"));

    [Fact]
    public void Without_a_language_it_has_no_colours() =>
        Assert.Equal(new Ran(0, "<pre class=\"hl\" tabindex=\"0\"><code>return 1</code></pre>\n", ""), Try("return 1\n"));

    [Fact]
    public void An_unknown_language_is_a_warning_and_with_strict_the_end()
    {
        var ran = Try("x\n", "--lang", "pyton");
        var strict = Try("x\n", "--lang", "pyton", "--strict");

        Assert.Equal((0, "<pre class=\"hl\" data-lang=\"pyton\" tabindex=\"0\"><code class=\"language-pyton\">x</code></pre>\n"), (ran.ExitCode, ran.Out));
        Assert.Contains("warning B2030: there is no language 'pyton'", ran.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'python'?", ran.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (strict.ExitCode, strict.Out));
    }

    [Fact]
    public void A_list_becomes_a_list_in_the_same_order()
    {
        var ran = Try("""[{"id": "a", "lang": "go", "code": "func f() {}\r\n// 😀\n"}, {"id": 2, "lang": null, "code": "x"}]""", "--format", "json");
        var list = JsonDocument.Parse(ran.Out).RootElement;

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(["id", "html", "spans"], list[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("a", list[0].GetProperty("id").GetString());
        Assert.Equal(2, list[1].GetProperty("id").GetInt32());
        Assert.Equal("[[0,4,\"k\"],[5,6,\"nf\"],[13,18,\"c\"]]", list[0].GetProperty("spans").GetRawText());
        Assert.Equal("<pre class=\"hl\" tabindex=\"0\"><code>x</code></pre>", list[1].GetProperty("html").GetString());
        Assert.Equal(0, list[1].GetProperty("spans").GetArrayLength());
    }

    [Fact]
    public void A_span_never_crosses_a_line_end()
    {
        var ran = Try("""[{"lang": "c", "code": "x /* a\r\n\r\nb */ \"y\";\n"}]""", "--format", "json");

        Assert.Equal("[[2,6,\"c\"],[10,14,\"c\"],[15,18,\"s\"]]", JsonDocument.Parse(ran.Out).RootElement[0].GetProperty("spans").GetRawText());
    }

    [Theory]
    [InlineData("{\"id\": 1}", "it does not begin with '['")]
    [InlineData("[{\"id\": 1,\n,]", "line 2 is no JSON")]
    public void What_is_no_list_is_refused(string input, string reason)
    {
        var ran = Try(input, "--format", "json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains($"error B0047: the standard input is no list of code: {reason}", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_refused()
    {
        var ran = Try("", "--lang", "go");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("type 'blog try code < FILE'", ran.Error, StringComparison.Ordinal);
    }
}
