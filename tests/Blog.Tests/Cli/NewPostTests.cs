namespace Blog.Tests.Cli;

public sealed class NewPostTests
{
    private static Tool SiteWith(string config) => new Tool().Write("content/site.yaml", config);

    [Fact]
    public void A_post_has_its_title_and_the_time_in_the_zone_of_the_site()
    {
        using var tool = SiteWith("time_zone: Asia/Shanghai\n");

        var ran = tool.Run("new", "post", "First steps: a \"quoted\" title");

        Assert.Equal((0, "created content/posts/first-steps-a-quoted-title.md\n", ""), (ran.ExitCode, ran.Out, ran.Error));
        Assert.Equal(
            """
            ---
            title: "First steps: a \"quoted\" title"
            date: 2026-01-11 14:30:00
            tags: []
            ---


            """,
            tool.Read("content/posts/first-steps-a-quoted-title.md"));
    }

    [Theory]
    [InlineData("词向量 Word2Vec", "词向量-word2vec")]
    [InlineData("C++", "cpp")]
    [InlineData("  two\nlines  ", "two-lines")]
    [InlineData("Café, naïve", "café-naïve")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("Index", "index-post")]
    [InlineData("CON", "con-post")]
    public void The_name_of_the_file_keeps_the_letters_of_the_title(string title, string slug)
    {
        using var tool = SiteWith("");

        tool.Run("new", "post", title);

        Assert.Equal(["content/posts/" + slug + ".md", "content/site.yaml"], tool.Files());
    }

    [Fact]
    public void A_title_without_letters_gets_a_name_all_the_same()
    {
        using var tool = SiteWith("");

        Assert.Equal(0, tool.Run("new", "post", "🎉").ExitCode);
        Assert.Matches("^content/posts/[0-9a-f]{8}\\.md$", tool.Files()[0]);
    }

    [Fact]
    public void A_long_title_is_cut_between_characters()
    {
        using var tool = SiteWith("");

        Assert.Equal(0, tool.Run("new", "post", new string('词', 300)).ExitCode);
        Assert.Equal($"content/posts/{new string('词', 66)}.md", tool.Files()[0]);
    }

    [Fact]
    public void A_draft_says_so()
    {
        using var tool = SiteWith("");

        tool.Run("new", "post", "Soon", "--draft");

        Assert.Contains("\ndraft: true\n", tool.Read("content/posts/soon.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/posts/soon.md")]
    [InlineData("content/posts/soon/index.md")]
    public void OUT_9_a_post_that_exists_is_an_error_and_no_file_changes(string existing)
    {
        using var tool = SiteWith("");
        tool.Write(existing, "mine");

        var ran = tool.Run("new", "post", "Soon");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith($"error B0022: '{existing}' exists already; nothing was changed\n", ran.Error, StringComparison.Ordinal);
        Assert.Equal("mine", tool.Read(existing));
        Assert.Equal(2, tool.Files().Length);
    }

    [Fact]
    public void OUT_9_of_many_at_once_one_wins()
    {
        using var tool = SiteWith("");
        var exitCodes = new int[8];

        Parallel.For(0, exitCodes.Length, i => exitCodes[i] = tool.Run("new", "post", "Race").ExitCode);

        Assert.Equal([0, 1, 1, 1, 1, 1, 1, 1], exitCodes.Order());
    }

    [Fact]
    public void OUT_9_a_link_that_leads_nowhere_is_not_written_through()
    {
        using var tool = SiteWith("");
        Directory.CreateDirectory(Path.Combine(tool.Folder, "content/posts"));
        File.CreateSymbolicLink(Path.Combine(tool.Folder, "content/posts/soon.md"), Path.Combine(tool.Folder, "elsewhere"));

        Assert.Equal(1, tool.Run("new", "post", "Soon").ExitCode);
        Assert.False(tool.Has("elsewhere"));
    }

    [Fact]
    public void A_title_of_blanks_is_refused()
    {
        using var tool = SiteWith("");

        Assert.Equal(2, tool.Run("new", "post", "  ").ExitCode);
        Assert.Equal(["content/site.yaml"], tool.Files());
    }

    [Fact]
    public void Outside_a_site_nothing_is_written()
    {
        using var tool = new Tool();

        var ran = tool.Run("new", "post", "Soon");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("blog new site", ran.Error, StringComparison.Ordinal);
        Assert.Empty(tool.Files());
    }
}
