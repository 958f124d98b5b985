using Blog.Tests.Kit;

namespace Blog.Tests.Laws;

/// <summary>What a blog brings along that was written for another generator: it is told, and no text is lost over it.</summary>
public class MovedBlogTests
{
    [Fact]
    public void PATH_1_two_posts_at_one_address_are_an_error_with_its_place()
    {
        var site = new SiteInAString("""
            -- content/posts/a.md --
            ---
            date: 2026-01-01
            ---
            [self](b.md#x)
            -- content/posts/b.md --
            ---
            date: 2026-01-01
            slug: a
            ---
            text
            """).Build();

        Assert.False(site.Report.IsPublished);
        Assert.Contains("content/posts/b.md:3:7: error B4001: two outputs for the address '/posts/a/'", site.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_differ_by_their_date_only_keep_apart()
    {
        var site = new SiteInAString("""
            -- content/posts/2026-02-01-News.md --
            February [January](2026-01-01-news.md) [March](2026-03-01-news/index.md)
            -- content/posts/2026-03-01-news/index.md --
            March
            -- content/posts/2026-01-01-news.md --
            January
            -- content/posts/2026-04-01-april.md --
            ---
            slug: news
            ---
            April
            -- content/posts/2026-01-02-taken.md --
            by date
            -- content/posts/taken.md --
            ---
            date: 2026-01-05
            ---
            by name
            """).Build();

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        Assert.Contains("January", site["/posts/news/"], StringComparison.Ordinal);
        Assert.Contains("href=\"/posts/2026-03-01-news/\"", site["/posts/2026-02-01-News/"], StringComparison.Ordinal);
        Assert.Contains("April", site["/posts/2026-04-01-news/"], StringComparison.Ordinal);
        Assert.Contains("by name", site["/posts/taken/"], StringComparison.Ordinal);
        Assert.Contains("by date", site["/posts/2026-01-02-taken/"], StringComparison.Ordinal);
        Assert.Equal(["B1085", "B1085"], site.Report.Diagnostics.Select(diagnostic => diagnostic.Code).Where(code => code == "B1085"));
        Assert.Contains(
            "'/posts/news/' is the address of content/posts/2026-01-01-news.md, so this post is at '/posts/2026-02-01-News/', and so on: 4 files have this name",
            site.Diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("styled-container", "there is no template 'styled-container.html' for this layout, so 'post.html' shows it")]
    [InlineData("home", "there is no template 'home.html' for this layout, so 'post.html' shows it")]
    public void A_layout_that_there_is_not_loses_no_text(string layout, string message)
    {
        var site = new SiteInAString($"-- content/posts/a.md --\n---\ndate: 2026-01-01\nlayout: {layout}\n---\nthe words\n").Build();

        Assert.Contains("content/posts/a.md:3:9: warning B3001: " + message, site.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("the words", site["/posts/a/"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/posts/a/")]
    [InlineData("/posts/A/")]
    public void An_alias_that_is_the_address_itself_is_left_out(string alias)
    {
        var site = new SiteInAString($"-- content/posts/a.md --\n---\ndate: 2026-01-01\nredirect_from: {alias}\n---\nthe words\n").Build();

        Assert.Contains($"warning B3005: the alias '{alias}' is the address of this page itself", site.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("the words", site["/posts/a/"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_the_author_stand_in_place_of_those_that_are_made_for_him()
    {
        var site = new SiteInAString("""
            -- content/posts/2026-01-01-a.md --
            ---
            tags: [x]
            categories: [y]
            ---
            text
            -- content/tags/index.md --
            ---
            title: All tags
            type: tags
            ---
            -- content/categories.md --
            my own words
            -- content/404.md --
            ---
            permalink: /404.html
            ---
            lost?
            -- content/robots.txt --
            User-agent: nobody
            """).Build();

        Assert.Contains("content/tags/index.md:1:1: warning B3006: the list at '/tags/' is made without this page", site.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("href=\"/tags/x/\"", site["/tags/"], StringComparison.Ordinal);
        Assert.Contains("my own words", site["/categories/"], StringComparison.Ordinal);
        Assert.Contains("lost?", site["/404.html"], StringComparison.Ordinal);
        Assert.StartsWith("User-agent: nobody", site["/robots.txt"], StringComparison.Ordinal);
        Assert.Equal(2, site["/sitemap.xml"].Split("/categories/<").Length);
    }

    [Fact]
    public void Feeds_hold_whole_addresses_only()
    {
        var site = new SiteInAString("-- content/site.yaml --\nbase_url: https://x.example/sub/\n-- content/posts/2026-01-01-a.md --\n![a](//host.example/a.png) [b](#c) [d](/img/d.png)\n").Build();

        Assert.Contains("src=\"https://host.example/a.png\"", System.Net.WebUtility.HtmlDecode(site["/feed.xml"]), StringComparison.Ordinal);
        Assert.Contains("href=\"https://x.example/sub/posts/a/#c\"", System.Net.WebUtility.HtmlDecode(site["/feed.xml"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_permalink_that_is_a_flag_is_no_address()
    {
        var site = new SiteInAString("-- content/a.md --\n---\npermalink: false\n---\nthe words\n").Build();

        Assert.Contains("content/a.md:2:12: warning B1086", site.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("the words", site["/a/"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_in_every_file_is_told_once()
    {
        var site = new SiteInAString(string.Concat(Enumerable.Range(1, 9).Select(i => $"-- content/posts/{i}.md --\n---\ndate: 2026-01-01\nforum_id: {i}\n---\ntext\n"))).Build();

        var told = Assert.Single(site.Report.Diagnostics, diagnostic => diagnostic.Code == "B1064");
        Assert.Equal(["also in", "also in", "also in", "and in 5 more files"], told.Notes.Select(note => note.Message));
    }
}
