using System.Text.Json;

namespace Blog.Tests.Cli;

public sealed class TryMarkdownTests
{
    private static Tool Site() => new Tool()
        .Write("content/site.yaml", "title: 笔记\nbase_url: https://example.org/notes/\nlang: zh-CN\n")
        .Write("content/posts/词向量.md", "---\ndate: 2026-01-01\n---\n\nSome **text**.\n");

    [Fact]
    public void Markdown_becomes_HTML_outside_of_a_site()
    {
        using var tool = new Tool();

        Assert.Equal(new Ran(0, "<p>Some <strong>text</strong>.</p>\n", ""), tool.Pipe("Some **text**.\n", "try", "markdown"));
    }

    [Fact]
    public void Front_matter_is_read_and_messages_name_the_line_of_the_input()
    {
        using var tool = new Tool();

        var ran = tool.Pipe("---\ntitle: T\n---\n\n# T\n\n[a](b.md)\n", "try", "markdown");

        Assert.Equal((0, "<p><a href=\"b.md\">a</a></p>\n"), (ran.ExitCode, ran.Out));
        Assert.StartsWith("stdin:7:5: warning B2002: there is no file 'b.md'\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_site_links_lead_to_its_pages_and_its_language_counts()
    {
        using var tool = Site();

        var ran = tool.Pipe("> [!NOTE]\n> [甲](词向量.md)\n", "try", "markdown", "--name", "content/posts/b.md");

        Assert.Contains("注意", ran.Out, StringComparison.Ordinal);
        Assert.Contains("href=\"/notes/posts/%E8%AF%8D%E5%90%91%E9%87%8F/\"", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_takes_the_place_of_the_file_that_it_stands_for()
    {
        using var tool = Site();

        Assert.Equal(0, tool.Pipe("---\ndate: 2026-01-01\n---\n[it](词向量.md#新)\n\n## 新\n", "try", "markdown", "--name", "content/posts/词向量.md", "--strict").ExitCode);
    }

    [Fact]
    public void Errors_and_strict_warnings_end_with_1()
    {
        using var tool = new Tool();

        Assert.Equal(1, tool.Pipe("::figur{src=a}\n", "try", "markdown").ExitCode);
        var strict = tool.Pipe("[a](b.md)\n", "try", "markdown", "--strict");
        Assert.Equal((1, ""), (strict.ExitCode, strict.Out));
    }

    [Fact]
    public void A_list_of_texts_gives_a_list_of_results_with_the_same_ids()
    {
        using var tool = new Tool();

        var ran = tool.Pipe("""[{"id": 7, "markdown": "一 *二*"}, {"id": "x", "markdown": "[a](b.md)"}]""", "try", "markdown", "--format", "json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        using var answer = JsonDocument.Parse(ran.Out);
        var (first, second) = (answer.RootElement[0], answer.RootElement[1]);
        Assert.Equal((7, "<p>一 <em>二</em></p>\n", "一 二", 0),
            (first.GetProperty("id").GetInt32(), first.GetProperty("html").GetString(), first.GetProperty("excerpt").GetString(), first.GetProperty("diagnostics").GetArrayLength()));
        Assert.Equal("x", second.GetProperty("id").GetString());
        Assert.Equal("B2002", second.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("some text")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"id\": 1}]")]
    [InlineData("[{\"id\": 1, \"markdown\": 2}]")]
    [InlineData("[{\"id\": 1, \"markdown\": \"\\ud800\"}]")]
    public void Anything_else_is_no_list(string input)
    {
        using var tool = new Tool();

        var ran = tool.Pipe(input, "try", "markdown", "--format", "json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("B0044", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_no_text_of_the_site_is_refused()
    {
        using var tool = Site();

        Assert.Contains("B0045", tool.Pipe("a", "try", "markdown", "--name", "../a.md").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_input_it_says_how_to_give_some()
    {
        using var tool = new Tool();

        Assert.Contains("B0042", tool.Pipe("", "try", "markdown").Error, StringComparison.Ordinal);
    }
}
