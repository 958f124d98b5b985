using Blog.Composing;
using Blog.Text;

namespace Blog.Tests.Composing;

public class PostTests
{
    [Fact]
    public void The_title_is_the_key_then_the_first_heading_then_the_file_name()
    {
        Assert.Equal("Key", new PostSample("---\ntitle: Key\n---\n# Heading").Render().Title.Text);
        Assert.Equal("Heading eⁱ", new PostSample("# Heading $e^i$").Render().Title.Text);
        Assert.Equal("word vectors", new PostSample("text") { Path = "content/posts/2026-01-11-word-vectors.md" }.Render().Title.Text);
        Assert.Equal("word vectors", new PostSample("text") { Path = "content/posts/2026-01-11-word-vectors/index.md" }.Render().Title.Text);
    }

    [Fact]
    public void A_leading_heading_that_is_the_title_is_not_repeated()
    {
        Assert.Equal("<p>text</p>\n", new PostSample("# Same\n\ntext").Html());
        Assert.Equal("<p>text</p>\n", new PostSample("---\ntitle: Same\n---\n# Same\n\ntext").Html());
        Assert.Contains("<h1", new PostSample("---\ntitle: Other\n---\n# Same\n\ntext").Html());
        Assert.Contains("<h1", new PostSample("before\n\n# Same\n\ntext").Html());
    }

    [Fact]
    public void In_a_title_key_only_formulas_are_markup() =>
        Assert.Equal(
            new RichText("L₂ *norm* & $5", "<math><msub><mi>L</mi><mn>2</mn></msub></math> *norm* &amp; $5"),
            new PostSample("---\ntitle: $L_2$ *norm* & $5\n---\n").Render().Title);

    [Fact]
    public void Contents_are_a_tree_without_the_title()
    {
        var contents = new PostSample("# T\n\n## A *b* [c](other.md)\n\n#### deep\n\n### less\n\n## B").Render().Contents;

        Assert.Equal(["A b c", "B"], contents.Select(item => item.Title.Text));
        Assert.Equal(["deep", "less"], contents[0].Children.Select(item => item.Id));
        Assert.Equal("A <em>b</em> c", contents[0].Title.Html);
    }

    [Fact]
    public void Links_into_the_site_and_ids_are_told()
    {
        var post = new PostSample("---\ntitle: T\n---\n[a](other.md#%E4%BA%8C) [b](https://example.org)\n\n## 一 {#二}\n\n<a id=\"raw\"></a>x[^1]\n\n[^1]: n").Render();

        Assert.Equal([new InternalLink(new UrlPath("/posts/other/"), "二", new TextSpan(21, 18))], post.Links);
        Assert.Equal(["fn-1", "fnref-1", "raw", "二"], post.Anchors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whether_there_is_math_is_known()
    {
        Assert.True(new PostSample("$x$").Render().HasMath);
        Assert.True(new PostSample("---\ntitle: $x$\n---\ntext").Render().HasMath);
        Assert.False(new PostSample("`$x$` costs $5").Render().HasMath);
    }

    [Fact]
    public void Two_threads_render_the_same()
    {
        var sample = new PostSample(string.Concat(Enumerable.Repeat("# a *b* $c$ `d`\n\n- e\n\n", 50)));
        var expected = sample.Html();

        Assert.All(Enumerable.Range(0, 32).AsParallel().Select(_ => sample.Html()).ToArray(), html => Assert.Equal(expected, html));
    }
}
