using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

public class RedirectTests
{
    private static SiteInAString Site(string aliases) => new SiteInAString($"""
        -- content/site.yaml --
        base_url: https://example.org/sub/
        -- content/about.md --
        Me.
        -- content/posts/nlp/词.md --
        ---
        title: A <b> & "c"
        date: 2026-01-01
        lang: zh
        aliases: [{aliases}]
        ---
        Text.
        """).Build();

    [Theory]
    [InlineData("/old/name/", "/old/name/")]
    [InlineData("old", "/old/")]
    [InlineData("/2019/old.html", "/2019/old.html")]
    [InlineData("/%E6%97%A7/", "/旧/")]
    [InlineData("/100%25/", "/100%/")]
    [InlineData("/a%2541/", "/a%41/")]
    public void An_old_address_sends_the_reader_on(string alias, string url)
    {
        var site = Site(alias);

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        var page = site.Page(url);
        Assert.Equal("0; url=/sub/posts/nlp/%E8%AF%8D/", page.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal("https://example.org/sub/posts/nlp/%E8%AF%8D/", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal(("zh", "A <b> & \"c\"", "A <b> & \"c\""), (page.DocumentElement.GetAttribute("lang"), page.Title, page.QuerySelector("a")?.TextContent));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/a/../../b/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/%2e%2e/%2e%2e/b/")]
    [InlineData("/.git/config")]
    public void An_alias_that_is_no_address_of_the_site_is_an_error(string alias)
    {
        var site = Site($"\"{alias}\"");

        Assert.False(site.Report.IsPublished);
        var error = Assert.Single(site.Report.Diagnostics);
        Assert.Equal(("content/posts/nlp/词.md", 5), (error.Source?.Path, error.Start.Line));
    }

    [Theory]
    [InlineData("/about/", "content/about.md")]
    [InlineData("/feed.xml", "the Atom feed")]
    public void An_alias_where_something_else_stands_is_an_error_that_names_both(string alias, string other)
    {
        var site = Site(alias);

        Assert.False(site.Report.IsPublished);
        var error = Assert.Single(site.Report.Diagnostics);
        Assert.Equal("B4001", error.Code);
        Assert.Contains(other, error.Message, StringComparison.Ordinal);
        Assert.Contains("an alias of content/posts/nlp/词.md", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_is_the_pages_own_address_is_left_out_with_a_warning()
    {
        var site = Site("/posts/nlp/词/");

        Assert.True(site.Report.IsPublished);
        Assert.Equal("B3005", Assert.Single(site.Report.Diagnostics).Code);
        Assert.Contains("h-entry", site["/posts/nlp/词/"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_is_no_page_of_the_site()
    {
        var site = Site("/old/");

        Assert.False(site.Plan.Outputs.Outputs.Single(output => output.Path.Value == "/old/").IsPage);
        Assert.DoesNotContain("/old/", site["/sitemap.xml"], StringComparison.Ordinal);
    }
}
