using Blog.Tests.Kit;

namespace Blog.Tests.Checking;

public class LinkCheckerTests
{
    [Theory]
    [InlineData("/about/")]
    [InlineData("/about")]
    [InlineData("/tags/x/")]
    [InlineData("/categories/c/feed.xml")]
    [InlineData("/archives/2026/")]
    [InlineData("/old/")]
    [InlineData("/img/a.svg")]
    [InlineData("/sitemap.xml")]
    [InlineData("/")]
    [InlineData("b.md#二")]
    [InlineData("b.md#%E4%BA%8C")]
    [InlineData("/posts/c/b/#二")]
    [InlineData("b.md#top")]
    [InlineData("#here")]
    [InlineData("https://elsewhere.example/about")]
    public void A_link_to_what_the_site_publishes_is_right(string link) => Assert.Equal("", Site($"[x]({link})").Diagnostics);

    [Theory]
    [InlineData("/abuot/", "B5001: there is no page '/abuot/'", "did you mean '/about/'?")]
    [InlineData("/tags/y/", "B5001: there is no page '/tags/y/'", "did you mean '/tags/x/'?")]
    [InlineData("/posts/2019/something-else-entirely/", "B5001: there is no page '/posts/2019/something-else-entirely/'", "link to a file by its path from here, such as '../other-post.md'")]
    [InlineData("b.md#tow", "B5002: the page '/posts/c/b/' has no heading '#tow'", "did you mean '#two'?")]
    [InlineData("#hree", "B5002: the page '/posts/c/a/' has no heading '#hree'", "did you mean '#here'?")]
    [InlineData("b.md#nothing-like-it", "B5002: the page '/posts/c/b/' has no heading '#nothing-like-it'", null)]
    public void A_link_that_leads_nowhere_is_shown_with_the_nearest_address(string link, string message, string? help)
    {
        var site = Site($"A [link]({link}).");

        var warning = Assert.Single(site.Report.Diagnostics);
        Assert.Equal(message, $"{warning.Code}: {warning.Message}");
        Assert.Equal(("content/posts/c/a.md", 7, 10, help), (warning.Source?.Path, warning.Start.Line, warning.Start.Column, warning.Help));
        Assert.True(site.Report.IsPublished);
    }

    [Fact]
    public void Links_of_pages_and_of_the_home_page_s_introduction_are_followed_too()
    {
        var site = Site("x").Edit("content/about.md", "[x](/nowhere-1/)").Edit("content/index.md", "[x](/nowhere-2/)").Build();

        Assert.Equal(["content/about.md", "content/index.md"], site.Report.Diagnostics.Select(diagnostic => diagnostic.Source?.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_sources_of_one_address_are_told_and_their_links_too()
    {
        var site = Site("[x](/same/#one) [y](/same/#two)").Edit("content/p.md", "---\npermalink: /same/\n---\n## One\n").Edit("content/q.md", "---\npermalink: /same/\n---\n## Two\n").Build();

        Assert.Equal(["B4001"], site.Report.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Addresses_are_those_below_the_base_path()
    {
        var site = Site("[x](/about/) [y](/tags/x/)").Edit("content/site.yaml", "base_url: https://example.org/sub/").Build();

        Assert.Equal("", site.Diagnostics);
        Assert.Contains("href=\"/sub/about/\"", site["/posts/c/a/"], StringComparison.Ordinal);
    }

    private static SiteInAString Site(string text) => new SiteInAString($"""
        -- content/about.md --
        Me.
        -- content/img/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/c/a.md --
        ---
        title: A
        date: 2026-01-01
        tags: [x]
        ---

        {text}

        ## Here
        -- content/posts/c/b.md --
        ---
        title: B
        date: 2026-01-01
        aliases: [/old/]
        ---
        ## 二

        ## Two
        """).Build();
}
