using System.Xml.Linq;
using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

public class SitemapTests
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private const string Site = """
        -- content/site.yaml --
        base_url: https://example.org/sub/
        time_zone: Asia/Shanghai
        page_size: 1
        -- content/index.md --
        Welcome.
        -- content/about.md --
        ---
        title: About
        aliases: [/me/]
        ---
        Me.
        -- content/secret.md --
        ---
        title: Secret
        listed: nowhere
        ---
        By its address only.
        -- content/posts/c/a.md --
        ---
        title: A
        date: 2025-12-31T23:30:00Z
        tags: [词]
        ---
        Text.
        -- content/posts/c/b.md --
        ---
        title: B
        date: 2025-06-01
        updated: 2025-07-02
        ---
        Text.
        -- content/posts/c/hidden.md --
        ---
        title: Hidden
        date: 2025-06-01
        listed: nowhere
        ---
        Text.
        """;

    [Fact]
    public void The_sitemap_lists_every_page_once_and_no_other_file()
    {
        var site = new SiteInAString(Site).Build();
        var listed = Locations(site);

        var pages = site.Plan.Outputs.Outputs.Where(output => output.IsPage).Select(output => "https://example.org" + output.Path.ToHref("/sub/"))
            .Except(["https://example.org/sub/404.html", "https://example.org/sub/secret/", "https://example.org/sub/posts/c/hidden/"]);
        Assert.Equal(pages.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains("https://example.org/sub/tags/%E8%AF%8D/", listed);
        Assert.Contains("https://example.org/sub/page/2/", listed);
    }

    [Theory]
    [InlineData("/posts/c/a/", "2026-01-01")]
    [InlineData("/posts/c/b/", "2025-07-02")]
    [InlineData("/about/", null)]
    [InlineData("/", null)]
    public void A_page_with_a_date_says_when_it_last_changed_by_the_site_s_calendar(string url, string? day)
    {
        var entry = new SiteInAString(Site).Build().Xml("/sitemap.xml").Elements(Namespace + "url")
            .Single(entry => (string?)entry.Element(Namespace + "loc") == "https://example.org/sub" + url);

        Assert.Equal(day, (string?)entry.Element(Namespace + "lastmod"));
    }

    [Fact]
    public void Robots_may_read_everything_and_find_the_sitemap()
    {
        var robots = new SiteInAString(Site).Build()["/robots.txt"];

        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sub/sitemap.xml\n", robots);
    }

    [Fact]
    public void GitHub_is_asked_to_publish_every_name()
    {
        Assert.Equal("", new SiteInAString(Site).Build()["/.nojekyll"]);
    }

    private static List<string> Locations(SiteInAString site) => [.. site.Xml("/sitemap.xml").Descendants(Namespace + "loc").Select(location => location.Value)];
}
