using System.Text;
using AngleSharp.Html.Parser;

namespace Blog.Tests.Composing;

/// <summary>Row MD-6: whatever stands behind a fence or in it, the code is shown, in work that grows with the text and no faster.</summary>
public class HostileCodeTests
{
    [Theory]
    [InlineData("pyton", "did you mean 'python'?")]
    [InlineData("kava", "did you mean 'java'?")]
    [InlineData("Javscript", "did you mean 'javascript'?")]
    [InlineData("wombat", "write 'text' for text that is no code")]
    public void MD6_an_unknown_language_is_plain_and_a_warning_with_a_guess(string language, string help)
    {
        var post = new PostSample($"```{language}\nif (a < b) return 1;\n```\n").Render();

        var diagnostic = Assert.Single(post.Diagnostics);
        Assert.Equal(("B2030", help), (diagnostic.Code, diagnostic.Help));
        Assert.Contains(">if (a &lt; b) return 1;</code>", HtmlOf(post), StringComparison.Ordinal);
    }

    [Fact]
    public void MD6_an_unknown_language_is_told_once() =>
        Assert.Single(new PostSample(Repeat("```pyton\nx\n```\n\n", 200)).Render().Diagnostics);

    /// <summary>The code stays, the page stays whole, and nobody gets a page of complaints about one line.</summary>
    [Theory]
    [InlineData("\\", 48)]
    [InlineData("python \\", 48)]
    [InlineData("python title=\"", 1)]
    [InlineData("python title=\"\\\"", 48)]
    [InlineData("\"><script>alert(1)</script>", 1)]
    [InlineData("python data-x=\"'><img src=x onerror=alert(1)>\"", 1)]
    [InlineData("python onclick=alert(1) style=x", 1)]
    [InlineData("python a=1 ", 2_000)]
    [InlineData("{", 20_000)]
    [InlineData("{1", 20_000)]
    [InlineData("=", 20_000)]
    [InlineData("python {0} ", 2_000)]
    [InlineData("python start=x ", 2_000)]
    [InlineData("diff-", 2_000)]
    [InlineData("\u202Epython\0", 10)]
    public void MD6_a_hostile_info_string_harms_nothing(string info, int count)
    {
        var post = new PostSample($"before\n\n~~~ {Repeat(info, count)}\na < b\n~~~\n\nafter\n").Render();

        var page = new HtmlParser().ParseDocument(HtmlOf(post));
        Assert.Equal("a < b", Assert.Single(page.QuerySelectorAll("pre > code")).TextContent);
        Assert.Equal(["before", "after"], page.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style"));
        Assert.InRange(post.Diagnostics.Length, 0, 12);
    }

    [Fact]
    public void MD6_what_is_said_twice_holds_as_it_is_said_last() =>
        Assert.Contains("<pre class=\"hl\" data-lang=\"python\" data-a=\"2\" tabindex=\"0\">", new PostSample("```python a=1 a=2\nx\n```\n").Html(), StringComparison.Ordinal);

    /// <summary>Counted in bytes that are allocated: a range costs what its text costs, whatever numbers it names.</summary>
    [Theory]
    [InlineData("1-999999", 1)]
    [InlineData("1-999999999", 1)]
    [InlineData("0-99999999999999999999", 1)]
    [InlineData("1-999999,", 4_000)]
    [InlineData("1-999999999,", 4_000)]
    [InlineData("3,1-2,", 4_000)]
    public void MD6_ranges_of_lines_cost_what_their_text_costs(string range, int count)
    {
        var ranges = Repeat(range, count).TrimEnd(',');
        _ = BytesOf("```text {2}\na\n```\n");

        Assert.InRange(BytesOf($"```text {{{ranges}}} hide_lines=9-{ranges}\na\nb\n```\n"), 0, 200_000 + 300L * ranges.Length);
    }

    [Fact]
    public void MD6_thousands_of_ranges_mark_what_they_name()
    {
        var marked = new PostSample($"```text {{{Repeat("900000,1-2,", 4_000)}3}}\n{Repeat("a\n", 10_000)}```\n").Render();

        Assert.Equal(3, HtmlOf(marked).Split("<span class=\"line hl\">").Length - 1);
        Assert.Empty(marked.Diagnostics);
    }

    [Theory]
    [InlineData("1-", 3, false)]
    [InlineData("3,1-2", 3, false)]
    [InlineData("1-2,2-3", 0, true)]
    [InlineData("1-,1-,1-,1-,1-,1-,1-,1-", 0, true)]
    public void MD6_an_include_shows_no_more_lines_than_its_file_has(string lines, int shown, bool isRefused)
    {
        var post = new PostSample($"::include{{src=\"local.py\" lines=\"{lines}\"}}\n").Render();

        Assert.Equal(isRefused ? ["B2023"] : [], post.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(shown, isRefused ? 0 : HtmlOf(post).Split('\n').Length - 1);
    }

    private static string HtmlOf(Blog.Composing.Post post) => Encoding.UTF8.GetString(post.Html.Span);

    private static long BytesOf(string text)
    {
        var sample = new PostSample("---\ntitle: T\n---\n" + text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = sample.Render();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
