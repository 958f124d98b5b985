using System.Text.Json;
using Blog.Cli;
using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class BuildTests
{
    private const string Config = "title: Notes\nbase_url: https://example.org/\ntime_zone: Asia/Shanghai\nlang: en\n";

    private static Tool Site() => new Tool()
        .Write("content/site.yaml", Config)
        .Write("content/posts/first.md", "---\ntitle: First\ndate: 2026-01-01\n---\n\nHello.\n")
        .Write("content/about.md", "---\ntitle: About\n---\n\nMe.\n");

    private static Tool SiteWithThreeLeftOut() => Site()
        .Write("content/posts/a.md", "---\ntitle: A\ndate: 2026-01-01\ndraft: true\n---\n\nA.\n")
        .Write("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-12\n---\n\nB.\n")
        .Write("content/posts/c.md", "---\ntitle: C\ndate: 2026-01-01\nexpires: 2026-01-02\n---\n\nC.\n");

    [Fact]
    public void A_build_publishes_and_sums_up()
    {
        using var tool = Site();

        var ran = tool.Run("build");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Matches(@"^1 post, 1 page, (\d+) files, \1 changed, 0\.00 s\n$", ran.Out);
        Assert.True(tool.Has("public/posts/first/index.html"));
    }

    [Fact]
    public void A_second_build_changes_nothing()
    {
        using var tool = Site();
        tool.Run("build");

        Assert.Contains(" files, 0 changed, ", tool.Run("build").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_gone_is_counted()
    {
        using var tool = Site();
        tool.Run("build");
        File.Delete(Path.Combine(tool.Folder, "content/about.md"));

        Assert.Contains(", 1 removed, ", tool.Run("build").Out, StringComparison.Ordinal);
        Assert.False(tool.Has("public/about/index.html"));
    }

    [Fact]
    public void Verbose_names_every_file_that_changed()
    {
        using var tool = Site();

        Assert.Contains("  wrote posts/first/index.html\n", tool.Run("build", "-v").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_says_nothing_about_success()
    {
        using var tool = SiteWithThreeLeftOut();

        Assert.Equal(new Ran(0, "", ""), tool.Run("build", "-q"));
    }

    [Fact]
    public void DET_2_what_is_left_out_is_said_with_the_option_that_includes_it()
    {
        using var tool = SiteWithThreeLeftOut();

        Assert.EndsWith(
            "\nleft out: 1 draft (--drafts), 1 expired post (--expired), 1 future post (--future): "
                + "content/posts/a.md, content/posts/b.md, content/posts/c.md\n",
            tool.Run("build").Out, StringComparison.Ordinal);
        Assert.StartsWith("4 posts, 1 page, ", tool.Run("build", "-DFE").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-11T15:59:59Z", 1)]
    [InlineData("2026-01-12T00:00:00+08:00", 2)]
    [InlineData("2026-01-11T16:00:00", 2)]
    public void DET_2_the_clock_of_the_command_line_decides_in_the_zone_of_the_site(string clock, int posts)
    {
        using var tool = Site().Write("content/posts/b.md", "---\ntitle: B\ndate: 2026-01-12\n---\n\nB.\n");

        Assert.StartsWith($"{posts} post", tool.Run("build", "--clock", clock).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void SOURCE_DATE_EPOCH_is_the_time_of_a_build_without_a_clock()
    {
        using var tool = Site().Write("content/posts/b.md", "---\ntitle: B\ndate: 2030-01-01\n---\n\nB.\n");
        tool.Environment["SOURCE_DATE_EPOCH"] = "1900000000";

        Assert.StartsWith("2 posts", tool.Run("build").Out, StringComparison.Ordinal);
        Assert.StartsWith("1 post,", tool.Run("build", "--clock", "2026-01-11").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_counts_from_the_current_folder_and_the_default_from_the_site()
    {
        using var tool = new Tool();
        tool.Run("new", "site", "notes");

        Assert.Equal(0, tool.Run("build", "-s", "notes").ExitCode);
        Assert.Equal(0, tool.Run("build", "-s", "notes", "--destination", "www").ExitCode);

        Assert.True(tool.Has("notes/public/index.html"));
        Assert.True(tool.Has("www/index.html"));
    }

    [Theory]
    [InlineData("en_GB.UTF-8")]
    [InlineData("zh_CN.UTF-8")]
    public void A_new_site_builds_without_a_word_of_warning(string lang)
    {
        using var tool = new Tool();
        tool.Environment["LANG"] = lang;
        tool.Run("new", "site");
        tool.Run("new", "post", "Another: one");

        var ran = tool.Run("build", "--strict");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("2 posts, 1 page, ", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void OUT_1_a_broken_site_is_shown_whole_and_nothing_is_published()
    {
        using var tool = Site();
        tool.Run("build");
        var before = tool.Read("public/index.html");
        tool.Write("content/posts/broken.md", "---\ntitle: [a\ndate: 2026-01-01\n---\n\nText.\n")
            .Write("content/posts/typo.md", "---\ntitle: Typo\ndata: 2026-01-01\n---\n\nText.\n")
            .Write("content/posts/wrong.md", "---\ntitle: Wrong\ndate: 2026-02-30\ndraft: perhaps\n---\n\nText.\n");

        var ran = tool.Run("build");

        Golden.Matches("cli/broken-site.txt", ran.Transcript("blog build"));
        Assert.Equal(ExitCode.ContentErrors, ran.ExitCode);
        Assert.Equal(before, tool.Read("public/index.html"));
    }

    [Fact]
    public void PUB_1_a_wrong_setting_is_refused_with_its_place()
    {
        using var tool = Site().Write("content/site.yaml", "titel: Notes\n");

        var ran = tool.Run("build");

        Golden.Matches("cli/wrong-setting.txt", ran.Transcript("blog build"));
        Assert.Equal(ExitCode.Refused, ran.ExitCode);
    }

    [Fact]
    public void Strict_takes_a_warning_for_an_error()
    {
        using var tool = Site().Write("content/posts/typo.md", "---\ntitle: Typo\ndate: 2026-01-01\ncolour: red\n---\n\nText.\n");

        Assert.Equal(0, tool.Run("build").ExitCode);
        var ran = tool.Run("build", "--strict");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.EndsWith("nothing published: 1 warning, and '--strict' makes them errors\n", ran.Error, StringComparison.Ordinal);
    }

    private static Tool SiteWithATypoInItsTheme() => Site()
        .Write("content/posts/second.md", "---\ntitle: Second\ndate: 2026-01-02\n---\n\nHello.\n")
        .Write("content/posts/third.md", "---\ntitle: Third\ndate: 2026-01-03\n---\n\nHello.\n")
        .Write("templates/post.html", "<h1>{{ post.tittle }}</h1>\n");

    [Fact]
    public void TPL_1_a_mistake_that_every_page_meets_is_told_once_with_a_count()
    {
        using var tool = SiteWithATypoInItsTheme();

        var ran = tool.Run("build");

        Assert.Equal("""
            templates/post.html:1:13: warning B3203: post has no member 'tittle'
              1 | <h1>{{ post.tittle }}</h1>
                |             ^^^^^^
              help: did you mean 'title'?
              while building /posts/third/ from content/posts/third.md
              same warning on 2 more pages

            """, ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public void TPL_1_the_count_stands_in_json_too()
    {
        using var tool = SiteWithATypoInItsTheme();

        using var answer = JsonDocument.Parse(tool.Run("build", "--format", "json").Out);

        var related = Assert.Single(answer.RootElement.GetProperty("diagnostics").EnumerateArray()).GetProperty("related");
        Assert.Equal(
            ["while building /posts/third/ from content/posts/third.md", "same warning on 2 more pages"],
            related.EnumerateArray().Select(note => note.GetProperty("message").GetString()));
    }

    [Fact]
    public void TPL_1_strict_refuses_a_member_that_does_not_exist()
    {
        using var tool = SiteWithATypoInItsTheme();

        var ran = tool.Run("build", "--strict");

        Assert.Equal(ExitCode.ContentErrors, ran.ExitCode);
        Assert.False(tool.Has("public/posts/first/index.html"));
    }

    [Fact]
    public void OUT_5_a_folder_that_is_not_ours_is_refused_until_it_is_adopted()
    {
        using var tool = Site().Write("public/notes.txt", "mine");

        var ran = tool.Run("build");
        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Contains("--adopt", ran.Error, StringComparison.Ordinal);

        Assert.Equal(0, tool.Run("build", "--adopt").ExitCode);
        Assert.Equal("mine", tool.Read("public/notes.txt"));
    }

    [Fact]
    public void PUB_2_a_site_that_lost_most_pages_is_refused_until_that_is_meant()
    {
        using var tool = Site();
        for (var i = 0; i < 40; i++)
        {
            tool.Write($"content/p{i}.md", "---\ntitle: Page\n---\n\nText.\n");
        }

        tool.Run("build");
        Directory.Delete(Path.Combine(tool.Folder, "content"), recursive: true);
        tool.Write("content/site.yaml", Config);

        var ran = tool.Run("build");
        Assert.Equal(ExitCode.Refused, ran.ExitCode);
        Assert.Contains("--allow-shrink", ran.Error, StringComparison.Ordinal);
        Assert.True(tool.Has("public/p0/index.html"));

        Assert.Equal(0, tool.Run("build", "--allow-shrink").ExitCode);
        Assert.False(tool.Has("public/p0/index.html"));
    }

    [Fact]
    public void Json_is_one_object_with_summary_and_diagnostics()
    {
        using var tool = SiteWithThreeLeftOut().Write("content/posts/typo.md", "---\ntitle: Typo\ndate: 2026-01-01\ncolour: red\n---\n\nText.\n");

        var ran = tool.Run("build", "--format", "json");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        using var json = JsonDocument.Parse(ran.Out);
        var summary = json.RootElement.GetProperty("summary");
        Assert.True(summary.GetProperty("published").GetBoolean());
        Assert.Equal((2, 1), (summary.GetProperty("posts").GetInt32(), summary.GetProperty("warnings").GetInt32()));
        Assert.Equal(3, summary.GetProperty("leftOut").GetArrayLength());
        var diagnostic = Assert.Single(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(
            ["severity", "code", "message", "path", "line", "column", "endLine", "endColumn", "help", "related"],
            diagnostic.EnumerateObject().Select(property => property.Name));
        Assert.Equal("content/posts/typo.md", diagnostic.GetProperty("path").GetString());
        Assert.Equal((4, 1), (diagnostic.GetProperty("line").GetInt32(), diagnostic.GetProperty("column").GetInt32()));
    }

    [Fact]
    public void Json_tells_of_wrong_arguments_too()
    {
        using var tool = new Tool();

        var ran = tool.Run("build", "--format", "json");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Error));
        using var json = JsonDocument.Parse(ran.Out);
        Assert.False(json.RootElement.GetProperty("summary").GetProperty("published").GetBoolean());
        Assert.Equal("B0021", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }
}
