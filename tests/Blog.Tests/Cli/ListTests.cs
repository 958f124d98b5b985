using System.Text.Json;
using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class ListTests
{
    private static Tool Site() => new Tool()
        .Write("content/site.yaml", "title: Notes\nbase_url: https://example.org/\ntime_zone: Asia/Shanghai\n")
        .Write("content/posts/nlp/word2vec.md", "---\ntitle: 词向量\ndate: 2026-01-01 07:00:00+08:00\ntags: [NLP, C++]\n---\n\nText.\n")
        .Write("content/posts/plain.md", "---\ntitle: Plain\ndate: 2025-12-31\ntags: [NLP]\n---\n\nText.\n")
        .Write("content/posts/a.md", "---\ntitle: Not ready\ndate: 2026-01-02\ndraft: true\n---\n\nText.\n")
        .Write("content/posts/b.md", "---\ntitle: Soon\ndate: 2026-02-01\n---\n\nText.\n")
        .Write("content/posts/c.md", "---\ntitle: Over\ndate: 2025-01-01\nexpires: 2025-02-01\n---\n\nText.\n")
        .Write("content/posts/d.md", "---\ntitle: Both\ndate: 2026-03-01\ndraft: true\n---\n\nText.\n")
        .Write("content/about.md", "---\ntitle: About\n---\n\nText.\n");

    [Theory]
    [InlineData("list-posts.txt", "list")]
    [InlineData("list-all.txt", "list all")]
    [InlineData("list-tags.txt", "list tags")]
    [InlineData("list-categories.txt", "list categories")]
    public void A_list_is_an_aligned_table(string golden, string commandLine)
    {
        using var tool = Site();

        Golden.Matches($"cli/{golden}", tool.Run(commandLine.Split(' ')).Transcript($"blog {commandLine}"));
    }

    [Theory]
    [InlineData("posts", "content/posts/nlp/word2vec.md content/posts/plain.md")]
    [InlineData("drafts", "content/posts/d.md content/posts/a.md")]
    [InlineData("future", "content/posts/d.md content/posts/b.md")]
    [InlineData("expired", "content/posts/c.md")]
    public void A_list_holds_what_a_build_takes_or_leaves_out(string kind, string paths)
    {
        using var tool = Site();

        var ran = tool.Run("list", kind, "--format", "json");

        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(paths.Split(' '), json.RootElement.EnumerateArray().Select(post => post.GetProperty("path").GetString()));
    }

    [Fact]
    public void Json_has_the_facts_of_a_post()
    {
        using var tool = Site();

        using var json = JsonDocument.Parse(tool.Run("list", "--format", "json").Out);

        Assert.Equal(
            """{"path":"content/posts/nlp/word2vec.md","title":"词向量","date":"2026-01-01T07:00:00+08:00","status":"published","url":"/posts/nlp/word2vec/"}""",
            string.Concat(json.RootElement[0].GetRawText().Split('\n').Select(line => line.Trim())).Replace("\": ", "\":", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_list_says_so_beside_the_results()
    {
        using var tool = new Tool().Write("content/site.yaml", "base_url: https://example.org/\n");

        Assert.Equal(new Ran(0, "", "no drafts\n"), tool.Run("list", "drafts"));
        Assert.Equal("[]\n", tool.Run("list", "drafts", "--format", "json").Out);
    }

    [Fact]
    public void A_list_of_a_broken_site_does_not_pass_for_a_complete_one()
    {
        using var tool = Site().Write("content/posts/broken.md", "---\ntitle: [a\n---\n");

        var ran = tool.Run("list");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("the list may be incomplete: 1 error", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Listing_writes_nothing()
    {
        using var tool = Site();
        var before = tool.Files();

        tool.Run("list", "all");

        Assert.Equal(before, tool.Files());
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, ".blog")));
    }

    [Fact]
    public void PUB_6_titles_cannot_drive_the_terminal()
    {
        using var tool = Site().Write("content/posts/plain.md", "---\ntitle: \"\\e[2Jgone\"\ndate: 2025-12-31\n---\n\nText.\n");

        Assert.DoesNotContain('\e', tool.Run("list").Out);
    }
}
