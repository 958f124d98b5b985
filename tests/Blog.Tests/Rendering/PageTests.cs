using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

/// <summary>The markup that tools rely on: microformats2 of listings and posts, the pager, the home page.</summary>
public class PageTests
{
    [Fact]
    public void The_home_page_is_a_feed_of_entries()
    {
        var site = ThirtyPosts();
        var home = site.Page("/");

        Assert.Equal("INCOMING TRANSMISSION", home.QuerySelector(".hero h1")?.TextContent);
        var feed = Assert.Single(home.QuerySelectorAll(".h-feed"));
        Assert.Equal("LATEST UPDATES", feed.QuerySelector("h2.p-name")?.TextContent);
        var entries = feed.QuerySelectorAll(".h-entry").ToList();
        Assert.Equal(12, entries.Count);
        Assert.All(entries, entry =>
        {
            Assert.Equal("nlp", Assert.Single(entry.QuerySelectorAll(".p-category")).TextContent);
            Assert.Matches("^2026-01-[0-9]{2}$", Assert.Single(entry.QuerySelectorAll("time.dt-published")).TextContent);
            Assert.NotEmpty(Assert.Single(entry.QuerySelectorAll(".p-summary")).TextContent.Trim());
            Assert.NotEmpty(Assert.Single(entry.QuerySelectorAll(".p-name")).TextContent.Trim());
        });
        Assert.Equal(Enumerable.Range(19, 12).Reverse().Select(day => $"Post {day}"), entries.Select(entry => entry.QuerySelector(".p-name")!.TextContent.Trim()));
        Assert.Equal("2026-01-30", entries[0].QuerySelector("time")!.TextContent);
        Assert.Equal("2026-01-30T00:00:00+08:00", entries[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("/posts/nlp/p30/", entries[0].QuerySelector("a.u-url")!.GetAttribute("href"));
        Assert.Equal("/categories/nlp/", entries[0].QuerySelector("a.p-category")!.GetAttribute("href"));
    }

    [Fact]
    public void A_page_of_several_whole_posts_has_no_id_twice()
    {
        var site = new SiteInAString("""
            -- templates/home.html --
            {{ for post in listing.posts }}{{ for heading in post.toc }}<a href="{{ heading.href }}">{{ heading.title }}</a>{{ end }}<article>{{ post.html }}</article>{{ end }}
            -- content/posts/a&b.md --
            ---
            title: A
            date: 2026-01-02
            ---
            ## 方法 One

            Text[^1], [up](#方法-one), see \eqref{eq:x}.

            $$\begin{equation} x \label{eq:x} \end{equation}$$

            [^1]: Note.
            -- content/posts/c.md --
            ---
            title: C
            date: 2026-01-01
            ---
            ## 方法 One

            Text[^1], see \eqref{eq:x}.

            $$\begin{equation} x \label{eq:x} \end{equation}$$

            [^1]: Note.
            """).Build();

        var home = site.Page("/");
        var ids = home.All.Select(element => element.GetAttribute("id")).OfType<string>().ToList();
        var fragments = home.QuerySelectorAll("a[href*='#']").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("posts/a&b:方法-one", ids);
        Assert.Equal(9, fragments.Count);
        Assert.All(fragments, fragment => Assert.Contains(fragment[1..], ids));
        Assert.Equal("方法-one", site.Page("/posts/c/").QuerySelector("h2")!.Id);
    }

    [Fact]
    public void The_pager_says_what_it_is_and_numbers_the_pages()
    {
        var site = ThirtyPosts();

        foreach (var (url, current) in new[] { ("/", "1"), ("/page/2/", "2"), ("/page/3/", "3") })
        {
            var pager = Assert.Single(site.Page(url).QuerySelectorAll("nav.pagination"));
            Assert.Equal("分页", pager.GetAttribute("aria-label"));
            Assert.Equal("1 2 3", Words(pager));
            Assert.Equal(current, Words(Assert.Single(pager.QuerySelectorAll("[aria-current=page]"))));
        }

        Assert.Equal(("/", "/page/3/"), (site.Page("/page/2/").QuerySelector("a[rel=prev]")?.GetAttribute("href"), site.Page("/page/2/").QuerySelector("a[rel=next]")?.GetAttribute("href")));
        Assert.Equal(6, site.Page("/page/3/").QuerySelectorAll(".h-entry").Length);
        Assert.Null(site.Page("/page/3/").QuerySelector("nav.pagination a[rel=next]"));
    }

    [Fact]
    public void A_card_shows_the_beginning_of_its_post_as_text()
    {
        var home = new SiteInAString("""
            -- content/site.yaml --
            lang: zh-CN
            -- content/posts/guide/quick-start.md --
            ---
            title: Quick Start
            date: 2026-01-11
            ---
            # Quick Start

            Install it with `dotnet tool`, **then**:

            1. Make a *site*
            2. Write a [post](quick-start.md)

            - in Markdown
            - with $x_1^2$ in it

            ```sh
            blog build
            ```

            > It is $\frac{a}{b}$ or $\sqrt{x}$, see:

            $$
            \sum_{i=1}^{n} i
            $$

            ## And then

            Publish $\begin{matrix}a\\b\end{matrix}$ & be <b>done</b>.
            """).Build().Page("/");

        Assert.Equal(
            "Install it with dotnet tool, then: 1. Make a site 2. Write a post in Markdown with x₁² in it [代码] It is a/b or √x, see: [公式] And then Publish [Math] & be done.",
            home.QuerySelector(".p-summary")?.TextContent);
        Assert.Equal("Quick Start", home.QuerySelector(".h-entry .p-name")?.TextContent);
    }

    [Fact]
    public void A_post_page_is_one_entry()
    {
        var site = new SiteInAString("""
            -- content/site.yaml --
            title: S
            base_url: https://example.org/sub/
            time_zone: Asia/Shanghai
            -- content/posts/nlp/deep/a.md --
            ---
            title: L $x_1$
            date: 2026-01-11T08:30:00
            updated: 2026-02-01
            tags: [词, C++]
            author: Ann
            ---
            ## One

            Text.
            """).Build();
        var page = site.Page("/posts/nlp/deep/a/");

        var entry = Assert.Single(page.QuerySelectorAll(".h-entry"));
        Assert.Equal("h1", entry.QuerySelector(".p-name")?.LocalName);
        Assert.Equal("https://example.org/sub/posts/nlp/deep/a/", entry.QuerySelector(".u-url")?.GetAttribute("href"));
        Assert.Equal("2026-01-11T08:30:00+08:00", entry.QuerySelector("time.dt-published")?.GetAttribute("datetime"));
        Assert.Equal("2026-02-01", entry.QuerySelector("time.dt-updated")?.TextContent);
        Assert.Equal(["deep", "词", "C++"], entry.QuerySelectorAll(".p-category").Select(category => category.TextContent));
        Assert.Equal("Ann", entry.QuerySelector(".p-author .p-name")?.TextContent);
        Assert.Equal("One", Assert.Single(entry.QuerySelectorAll(".e-content")).QuerySelector("h2")?.TextContent);
        Assert.Equal("https://example.org/sub/posts/nlp/deep/a/", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Equal("L x₁ · S", page.Title);
    }

    [Theory]
    [InlineData("/categories/nlp/", "nlp")]
    [InlineData("/tags/t/", "t")]
    [InlineData("/archives/2026/", "2026")]
    [InlineData("/archives/2026/01/", "2026-01")]
    public void Every_listing_is_a_feed_with_a_name(string url, string name)
    {
        var feed = Assert.Single(ThirtyPosts().Page(url).QuerySelectorAll(".h-feed"));

        Assert.Equal(name, feed.QuerySelector("h1.p-name")?.TextContent);
        Assert.Equal(12, feed.QuerySelectorAll(".h-entry").Length);
    }

    [Fact]
    public void Headings_of_every_page_begin_with_one_and_leave_no_level_out()
    {
        var site = ThirtyPosts();
        foreach (var file in site.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            var levels = site.Page("/" + file).QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(heading => heading.LocalName[1] - '0').ToList();
            Assert.True(levels.Count(level => level == 1) == 1 && levels[0] == 1, $"{file}: {string.Join(' ', levels)}");
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{file}: {string.Join(' ', levels)}"));
        }
    }

    [Fact]
    public void Every_address_on_every_page_answers_below_a_base_path()
    {
        var site = ThirtyPosts("base_url: https://example.org/sub/");
        foreach (var file in site.Files.Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (var address in site.Page("/" + file).QuerySelectorAll("[href],[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
            {
                var path = address.Replace("https://example.org/", "/", StringComparison.Ordinal).Split('#')[0];
                Assert.True(path.Length == 0 || (path.StartsWith("/sub/", StringComparison.Ordinal) && site.Answers(Uri.UnescapeDataString(path["/sub".Length..]))), $"{file}: {address}");
            }
        }
    }

    private static SiteInAString ThirtyPosts(string settings = "")
    {
        var text = new StringBuilder($"-- content/site.yaml --\ntitle: S\ntagline: INCOMING TRANSMISSION\nlang: zh-CN\ntime_zone: Asia/Shanghai\n{settings}\n");
        for (var day = 1; day <= 30; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"-- content/posts/nlp/p{day:00}.md --\n---\ntitle: Post {day}\ndate: 2026-01-{day:00}\ntags: [t]\n---\nThe text of post {day}.\n\n## 一节\n\nMore.\n");
        }

        return new SiteInAString(text.ToString()).Build();
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
