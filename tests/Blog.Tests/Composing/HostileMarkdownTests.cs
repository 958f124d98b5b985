using System.Text;
using Blog.Tests.Kit;

namespace Blog.Tests.Composing;

/// <summary>Rows MD-1 to MD-3: nothing that a text contains may end or hang the build.</summary>
public class HostileMarkdownTests
{
    [Theory]
    [InlineData("> ", 126)]
    [InlineData("> ", 200)]
    [InlineData("> ", 50_000)]
    [InlineData("- ", 126)]
    [InlineData("- ", 5_000)]
    public void MD1_true_nesting_is_an_error_with_its_line(string mark, int levels)
    {
        var post = new PostSample("---\ntitle: T\n---\nfirst\n\n" + Repeat(mark, levels) + "x").Render();

        var diagnostic = Assert.Single(post.Diagnostics);
        Assert.Equal(("B2001", 6), (diagnostic.Code, diagnostic.Start.Line));
    }

    [Fact]
    public void MD1_nesting_by_indent_is_an_error_with_its_line()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', 2 * depth) + "- a\n"));

        Assert.Equal("B2001", Assert.Single(new PostSample(text).Render().Diagnostics).Code);
    }

    [Theory]
    [InlineData("> ", 90)]
    [InlineData("- ", 60)]
    public void MD1_what_people_write_is_not_too_deep(string mark, int levels) => Assert.Empty(new PostSample(Repeat(mark, levels) + "x").Render().Diagnostics);

    [Theory]
    [InlineData("_a ", 50_000)]
    [InlineData("a_ ", 50_000)]
    [InlineData("*a_ ", 20_000)]
    [InlineData("~a~~", 20_000)]
    [InlineData("[", 50_000)]
    [InlineData("![[]()", 15_000)]
    public void MD1_flat_text_renders(string text, int count)
    {
        var post = OnASmallStack(Repeat(text, count));

        Assert.Empty(post.Diagnostics);
        Assert.True(post.Html.Length >= text.Length * count);
    }

    /// <summary>Counted in bytes that are allocated, which no busy machine changes; a thing that is built again for each of its neighbours shows here.</summary>
    [Theory]
    [InlineData("[TOC]\n\n## a\n\n", 1_000)]
    [InlineData("> [!NOTE]- x\n\n", 2_000)]
    [InlineData("{字|a", 5_000)]
    [InlineData("{字|", 5_000)]
    [InlineData("**“强”**a", 1_000)]
    [InlineData(":::tabs\n:::tab[a]\n:::\n:::\n", 1_000)]
    [InlineData("::include{src=\"local.py\"}\n\n", 1_000)]
    [InlineData("![](local.png) ", 2_000)]
    [InlineData("用HTML写", 2_000)]
    [InlineData("한 の字", 2_000)]
    public void MD2_twice_the_text_is_less_than_three_times_the_work(string text, int count)
    {
        const string Abbreviation = "\n\n*[HTML]: x\n";
        _ = BytesOf(text + Abbreviation);

        var (once, twice) = (BytesOf(Repeat(text, count) + Abbreviation), BytesOf(Repeat(text, 2 * count) + Abbreviation));

        Assert.InRange((double)twice / once, 1.5, 3);
    }

    private static long BytesOf(string text)
    {
        var sample = new PostSample("---\ntitle: T\n---\n" + text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = sample.Render();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Fact]
    public void MD3_equal_headings_have_unique_ids()
    {
        var post = new PostSample("---\ntitle: T\n---\n" + Repeat("## 同\n\n", 20_000)).Render();

        Assert.Equal(20_000, post.Anchors.Count);
        Assert.Contains("同-19999", post.Anchors);
    }

    [Theory]
    [InlineData("<div>\na </", "<div>\na &lt;/\n</div>\n")]
    [InlineData("<div>\na </\n\nb", "<div>\na &lt;/\n<p>b</p>\n</div>\n")]
    [InlineData("<div>\na </1>\n</div>", "<div>\na </1>\n</div>\n")]
    public void MD4_an_end_tag_without_a_name_does_not_swallow_what_follows(string text, string html) =>
        Assert.Equal(html, new PostSample("---\ntitle: T\n---\n" + text).Html());

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/../../outside.txt")]
    [InlineData("linked.txt")]
    [InlineData("folder/outside.txt")]
    [InlineData(".secret.txt")]
    [InlineData("%2e%2e/%2e%2e/outside.txt")]
    public void MD9_an_include_never_leaves_the_site(string address)
    {
        using var folder = new TemporaryFolder();
        folder.Write("outside.txt", "secret");
        folder.Write("site/content/posts/.secret.txt", "secret");
        folder.Write("site/content/posts/a.md", $"---\ndate: 2026-01-01\n---\n::include{{src=\"{address}\"}}\n");
        File.CreateSymbolicLink(folder["site/content/posts/linked.txt"], folder["outside.txt"]);
        folder.Link("site/content/posts/folder", folder.Path);

        var plan = Build.Plan(Blog.Reading.Sources.Read(folder["site"]), new BuildOptions { Now = DateTimeOffset.UnixEpoch.AddYears(100) });

        Assert.DoesNotContain("secret", Encoding.UTF8.GetString(Assert.Single(plan.Site.Posts).Html.Span), StringComparison.Ordinal);
        Assert.Contains(plan.Outputs.Diagnostics, diagnostic => diagnostic.Code == "B2021");
    }

    // Posts render on pool threads.
    private static Blog.Composing.Post OnASmallStack(string text)
    {
        Blog.Composing.Post? post = null;
        var thread = new Thread(() => post = new PostSample("---\ntitle: T\n---\n" + text).Render(), 512 * 1024);
        thread.Start();
        thread.Join();
        return post!; // an exception on the thread would have ended the process
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
