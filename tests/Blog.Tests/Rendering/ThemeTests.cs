using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Rendering;

public class ThemeTests
{
    private const string Post = """
        -- content/posts/c/a.md --
        ---
        title: A
        date: 2026-01-01
        ---
        ## One

        Text.

        ## Two
        -- content/about.md --
        ---
        title: About
        ---
        Me.

        """;

    [Fact]
    public void A_template_of_the_site_s_own_replaces_the_default_one_of_its_name_and_no_other()
    {
        var before = new SiteInAString(Post).Build();
        var after = new SiteInAString(Post + "-- templates/post.html --\n<p>own {{ post.title }}</p>\n").Build();

        Assert.Equal("<p>own A</p>\n", after["/posts/c/a/"].TrimEnd('\n') + "\n");
        Assert.Equal(before["/about/"], after["/about/"]);
        Assert.Equal(before["/"], after["/"]);
    }

    [Fact]
    public void A_partial_of_the_site_s_own_is_used_by_the_default_templates()
    {
        var site = new SiteInAString(Post + "-- templates/partials/footer.html --\n<footer>own</footer>\n").Build();

        Assert.All(new[] { "/", "/posts/c/a/", "/about/", "/404.html" }, url => Assert.Equal("own", site.Page(url).QuerySelector("footer")?.TextContent));
    }

    [Fact]
    public void A_part_is_read_for_the_place_where_it_is_included()
    {
        var site = new SiteInAString(Post
            + "-- templates/post.html --\n<title>{{ include \"name\" }}</title><script>{{ include \"code.js\" }}</script>{{ include \"icon.svg\" }}\n"
            + "-- templates/partials/name.html --\n{{ post.title }}{{- \"\" -}}\n"
            + "-- templates/partials/code.js --\nif (a<b) f({{ post.title }}, \"{{ include \"name\" }}\")\n"
            + "-- templates/partials/icon.svg --\n<svg><title>{{ post.title }}</title></svg>\n").Edit("content/posts/c/a.md", "---\ntitle: A \"<b>\n---\nText.\n").Build();

        Assert.Equal(
            "<title>A &quot;&lt;b&gt;</title><script>if (a<b) f(\"A \\u0022\\u003Cb\\u003E\", \"A \\u0022\\u003Cb\\u003E\")\n</script><svg><title>A &quot;&lt;b&gt;</title></svg>",
            site["/posts/c/a/"].Trim());
    }

    [Fact]
    public void A_part_that_ends_elsewhere_is_an_error_also_when_no_page_comes_to_it()
    {
        var site = new SiteInAString(Post + "-- templates/wide.html --\n{{ if false }}{{ include \"open\" }}{{ end }}\n-- templates/partials/open.html --\n<a title=\"\n").Build();

        Assert.StartsWith("templates/partials/open.html:2:1: error B3305: the template ends in the value of 'title'\n", site.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void A_string_of_the_site_s_own_replaces_the_file_of_that_language()
    {
        var site = new SiteInAString(Post + "-- templates/strings/zh.yaml --\nlatest_updates: 最新\n").Edit("content/site.yaml", "lang: zh-CN").Build();

        Assert.Equal("最新", site.Page("/").QuerySelector("h2")?.TextContent);
        Assert.Equal("Archives", site.Page("/archives/").QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public void The_layout_key_chooses_a_template()
    {
        var site = new SiteInAString(Post + "-- templates/wide.html --\n<p>wide {{ page.kind }} {{ post.title }}</p>\n").Edit("content/posts/c/a.md", "---\ntitle: A\ndate: 2026-01-01\nlayout: wide\n---\nText.\n").Build();

        Assert.Equal("<p>wide post A</p>", site["/posts/c/a/"].Trim());
    }

    [Theory]
    [InlineData("paeg", "did you mean 'page'?")]
    [InlineData("magazine", "layouts: page, post")]
    public void A_layout_that_does_not_exist_is_a_warning_with_a_guess_and_the_page_is_shown(string layout, string help)
    {
        var site = new SiteInAString(Post).Edit("content/about.md", $"---\ntitle: About\nlayout: {layout}\n---\nMe.\n").Build();

        Assert.Contains("<p>Me.</p>", site["/about/"], StringComparison.Ordinal);
        Assert.Equal(
            $"""
            content/about.md:3:9: warning B3001: there is no template '{layout}.html' for this layout, so 'page.html' shows it
              3 | layout: {layout}
                |         {new string('^', layout.Length)}
              help: {help}

            """, site.Diagnostics);
    }

    [Fact]
    public void A_member_that_does_not_exist_is_a_warning_at_its_place_in_the_template()
    {
        var site = new SiteInAString(Post + "-- templates/page.html --\n<h1>{{ post.title }}</h1>\n{{ post.titel }}\n").Build();

        Assert.True(site.Report.IsPublished);
        var warning = Assert.Single(site.Report.Diagnostics);
        Assert.StartsWith("templates/page.html:2:", DiagnosticText.Of(warning), StringComparison.Ordinal);
        Assert.Contains("'titel'", warning.Message, StringComparison.Ordinal);
        Assert.Contains("title", warning.Help, StringComparison.Ordinal);
        Assert.Contains("while building /about/ from content/about.md", DiagnosticText.Of(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_template_is_told_although_no_page_uses_it()
    {
        var site = new SiteInAString(Post + "-- templates/unused.html --\n{{ if x }}\n").Build();

        Assert.False(site.Report.IsPublished);
        Assert.Equal("templates/unused.html", Assert.Single(site.Report.Diagnostics).Source?.Path);
    }

    [Fact]
    public void Every_setting_of_the_theme_is_seen_on_a_page()
    {
        var site = new SiteInAString(Post).Edit("content/site.yaml", """
            base_url: https://example.org/sub/
            theme:
              accent: "#b3261e"
              favicon: /my.svg
              links: [{title: Code, url: "https://code.example/", rel: me}]
              licence: {title: CC BY 4.0, url: "https://licence.example/"}
              footer: Made of <words>
              beian: 京ICP备 1 号
              head: ["<meta name='one' content='1'>", "<script src='/x.js'></script>"]
              body_end: <p id="last">end</p>
              toc: false
            """).Build();

        Assert.Equal("", site.Diagnostics);
        var page = site.Page("/posts/c/a/");
        Assert.Contains("--accent:#b3261e", page.QuerySelector("head style")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("/sub/my.svg", page.QuerySelector("link[rel=icon]")?.GetAttribute("href"));
        Assert.Equal(("Code", "me"), (page.QuerySelector("footer a[href='https://code.example/']")?.TextContent, page.QuerySelector("footer a[href='https://code.example/']")?.GetAttribute("rel")));
        Assert.Equal("CC BY 4.0", page.QuerySelector("footer a[rel=license][href='https://licence.example/']")?.TextContent);
        Assert.Equal("Made of <words>", page.QuerySelector("footer > p")?.TextContent);
        Assert.Equal("京ICP备 1 号", page.QuerySelector("footer a[href^='https://beian']")?.TextContent);
        Assert.NotNull(page.QuerySelector("head meta[name=one]"));
        Assert.NotNull(page.QuerySelector("head script[src='/x.js']"));
        Assert.Equal("last", page.Body!.LastElementChild?.Id);
        Assert.Null(page.QuerySelector(".toc"));
        Assert.NotNull(new SiteInAString(Post).Build().Page("/posts/c/a/").QuerySelector(".toc"));
    }

    [Theory]
    [InlineData("licence: CC0", "CC0")]
    [InlineData("licence: {title: CC0}", "CC0")]
    public void A_licence_without_an_address_is_text(string setting, string text) =>
        Assert.Contains(text, new SiteInAString(Post).Edit("content/site.yaml", $"theme:\n  {setting}").Build().Page("/").QuerySelectorAll("footer li").Select(item => item.TextContent));

    [Theory]
    [InlineData("scheme: dark")]
    [InlineData("comments: {provider: giscus}")]
    [InlineData("search: true")]
    [InlineData("licence: {name: x}")]
    [InlineData("head: {a: b}")]
    public void A_setting_that_the_theme_would_ignore_is_refused(string setting) =>
        Assert.False(new SiteInAString(Post).Edit("content/site.yaml", $"theme:\n  {setting}").Build().Report.IsPublished);
}
