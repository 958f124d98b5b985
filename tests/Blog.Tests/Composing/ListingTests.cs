using System.Globalization;
using System.Text;
using Blog.Tests.Kit;

namespace Blog.Tests.Composing;

public class ListingTests
{
    [Fact]
    public void Pinned_posts_come_first_then_the_newest_then_by_path_and_undated_ones_last()
    {
        var site = new SiteInAString(Posts(
            ("z/undated", ""), ("b/same", "date: 2026-01-02"), ("a/same", "date: 2026-01-02"), ("later-that-day", "date: 2026-01-02T10:00:00"),
            ("old-pinned", "date: 2020-01-01\npin: 1"), ("higher", "date: 2019-01-01\npin: 5"), ("new", "date: 2026-02-01"))).Build();

        Assert.Equal(["higher", "old-pinned", "new", "later-that-day", "a/same", "b/same", "z/undated"], site.Plan.Site.Home.Posts.Select(post => post.Title.Text));
    }

    [Theory]
    [InlineData(0, "", "/")]
    [InlineData(12, "", "/")]
    [InlineData(13, "", "/ /page/2/")]
    [InlineData(30, "", "/ /page/2/ /page/3/")]
    [InlineData(5, "page_size: 2", "/ /page/2/ /page/3/")]
    public void A_listing_has_as_many_pages_as_its_posts_fill(int posts, string settings, string pages)
    {
        var site = new SiteInAString($"-- content/site.yaml --\ntitle: T\n{settings}\n" + Posts([.. Enumerable.Range(1, posts).Select(day => ($"p{day:00}", $"date: 2026-01-{day:00}"))])).Build();

        Assert.Equal(pages, string.Join(' ', Enumerable.Range(1, 9).Select(page => page == 1 ? "/" : $"/page/{page}/").Where(site.Answers)));
        Assert.Equal(pages.Split(' ').Length > 1, site.Page("/").QuerySelector("nav.pagination") is not null);
    }

    [Fact]
    public void Years_and_months_are_those_of_the_site_s_zone()
    {
        const string post = "-- content/posts/a.md --\n---\ntitle: A\ndate: 2025-12-31T23:30:00Z\n---\nText.\n";
        var shanghai = new SiteInAString("-- content/site.yaml --\ntime_zone: Asia/Shanghai\n" + post).Build();
        var utc = new SiteInAString(post).Build();

        Assert.Equal((true, true, false), (shanghai.Answers("/archives/2026/"), shanghai.Answers("/archives/2026/01/"), shanghai.Answers("/archives/2025/")));
        Assert.Equal((true, true, false), (utc.Answers("/archives/2025/"), utc.Answers("/archives/2025/12/"), utc.Answers("/archives/2026/")));
        Assert.Equal("2026-01-01", shanghai.Page("/").QuerySelector("time")?.TextContent);
        Assert.Equal("2025-12-31", utc.Page("/").QuerySelector("time")?.TextContent);
    }

    [Fact]
    public void The_archive_has_every_listed_post_by_year_and_month_and_undated_ones_last()
    {
        var page = new SiteInAString(Posts(("a", "date: 2025-03-01"), ("b", "date: 2026-01-05\npin: 1"), ("c", "date: 2026-01-07"), ("d", ""), ("e", "date: 2026-02-01\nlisted: terms")))
            .Build().Page("/archives/");

        Assert.Equal(["e", "c", "b", "a", "d"], page.QuerySelectorAll(".h-entry .p-name").Select(name => name.TextContent));
        Assert.Equal(["/archives/2026/", "/archives/2025/"], page.QuerySelectorAll("h2 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["/archives/2026/02/", "/archives/2026/01/", "/archives/2025/03/"], page.QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(3, page.QuerySelectorAll("h2").Length);
    }

    [Fact]
    public void Listed_decides_where_a_post_stands()
    {
        var site = new SiteInAString(Posts(
            ("c/seen", "date: 2026-01-01\ntags: [t]"), ("c/terms", "date: 2026-01-02\ntags: [t]\nlisted: terms"), ("c/nowhere", "date: 2026-01-03\ntags: [t]\nlisted: nowhere"))).Build();

        Assert.Equal(["c/seen"], Titles(site, "/"));
        Assert.Equal(["c/terms", "c/seen"], Titles(site, "/categories/c/"));
        Assert.Equal(["c/terms", "c/seen"], Titles(site, "/tags/t/"));
        Assert.Equal(["c/terms", "c/seen"], Titles(site, "/archives/2026/01/"));
        Assert.True(site.Answers("/posts/c/nowhere/"));
    }

    [Fact]
    public void Neighbours_are_the_posts_before_and_after_in_time_among_those_listed_alike()
    {
        var site = new SiteInAString(Posts(
            ("one", "date: 2026-01-01\npin: 9"), ("two", "date: 2026-01-02"), ("three", "date: 2026-01-03"),
            ("guide-1", "date: 2026-01-01\nlisted: terms"), ("guide-2", "date: 2026-01-02\nlisted: terms"),
            ("secret", "date: 2026-01-02\nlisted: nowhere"), ("undated", ""))).Build();

        Assert.Equal((null, "two"), Neighbours(site, "one"));
        Assert.Equal(("one", "three"), Neighbours(site, "two"));
        Assert.Equal(("two", null), Neighbours(site, "three"));
        Assert.Equal((null, "guide-2"), Neighbours(site, "guide-1"));
        Assert.Equal((null, null), Neighbours(site, "secret"));
        Assert.Equal((null, null), Neighbours(site, "undated"));
    }

    [Fact]
    public void SEC_3_what_is_not_published_or_listed_leaves_no_trace()
    {
        var text = new StringBuilder("-- content/site.yaml --\ntitle: T\n");
        foreach (var (name, meta) in new[] { ("draft", "draft: true"), ("future", "date: 2030-01-01"), ("expired", "expires: 2026-01-02"), ("nowhere", "listed: nowhere") })
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                -- content/posts/canary{name}/{name}/index.md --
                ---
                title: canary {name}
                {(name == "future" ? "" : "date: 2026-01-01\n")}{meta}
                tags: [canarytag{name}]
                summary: canary
                aliases: [/canary{name}/old/]
                ---
                A canary, and ![its picture](canary.svg).
                -- content/posts/canary{name}/{name}/canary.svg --
                <svg xmlns="http://www.w3.org/2000/svg"><title>canary</title></svg>

                """);
        }

        var site = new SiteInAString(text + Posts(("c/before", "date: 2025-12-31"), ("c/after", "date: 2026-01-02"))).Build();

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        string[] ownOfNowhere = ["posts/canarynowhere/nowhere/index.html", "posts/canarynowhere/nowhere/canary.svg", "canarynowhere/old/index.html"];
        var traces = site.Files.Where(file => file.Key.Contains("canary", StringComparison.Ordinal) || Encoding.UTF8.GetString(file.Value).Contains("canary", StringComparison.Ordinal));
        Assert.Equal(ownOfNowhere.Order(StringComparer.Ordinal), traces.Select(file => file.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_beside_a_draft_are_published_when_other_pages_of_the_folder_are()
    {
        var site = new SiteInAString("""
            -- content/docs/index.md --
            ---
            title: Contents
            draft: true
            ---
            Text.
            -- content/docs/guide.md --
            ![a](img/a.svg)
            -- content/docs/img/a.svg --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            """).Build();

        Assert.Equal("", site.Diagnostics);
        Assert.True(site.Answers("/docs/img/a.svg"));
    }

    private static IEnumerable<string> Titles(SiteInAString site, string url) => site.Page(url).QuerySelectorAll(".h-entry .p-name").Select(name => name.TextContent);

    private static (string? Before, string? After) Neighbours(SiteInAString site, string name)
    {
        var page = site.Page($"/posts/{name}/");
        return (page.QuerySelector("a[rel=prev]")?.GetAttribute("href")?.Split('/')[^2], page.QuerySelector("a[rel=next]")?.GetAttribute("href")?.Split('/')[^2]);
    }

    private static string Posts(params (string Name, string Meta)[] posts) =>
        string.Concat(posts.Select(post => $"-- content/posts/{post.Name}.md --\n---\ntitle: {post.Name}\n{(post.Meta.Length > 0 ? post.Meta + "\n" : "")}---\nText.\n"));
}
