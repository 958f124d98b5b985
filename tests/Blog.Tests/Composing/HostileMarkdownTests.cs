using System.Diagnostics;
using System.Text;

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

    /// <summary>The shapes of which Markdig alone makes minutes at this size or a little above; generous limits, for the machine may be busy.</summary>
    [Theory]
    [InlineData("[ (](", 80_000)]
    [InlineData("[a](b", 30_000)]
    [InlineData("# a {#{#", 15_000)]
    [InlineData("<!--", 25_000)]
    [InlineData("\\(a ", 30_000)]
    [InlineData("$$ a\n\n", 15_000)]
    [InlineData("<div>\n\n", 10_000)]
    public void MD2_quadratic_shapes_render_in_time(string text, int count)
    {
        var time = Stopwatch.StartNew();
        OnASmallStack(Repeat(text, count));

        Assert.True(time.Elapsed < TimeSpan.FromSeconds(30), $"{time.Elapsed}");
    }

    [Fact]
    public void MD3_equal_headings_have_unique_ids_in_linear_time()
    {
        var time = Stopwatch.StartNew();
        var post = new PostSample("---\ntitle: T\n---\n" + Repeat("## 同\n\n", 20_000)).Render();

        Assert.Equal(20_000, post.Anchors.Count);
        Assert.Contains("同-19999", post.Anchors);
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(10), $"{time.Elapsed}");
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
