using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Blog.Rendering;
using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    private const string Sub = """
        -- content/site.yaml --
        title: 信号
        description: 笔记
        lang: zh-CN
        base_url: https://example.org/sub/
        time_zone: Asia/Shanghai
        authors:
          ann: {name: Ann, url: /about/, email: ann@example.org}
        -- content/about.md --
        Me.
        -- content/posts/nlp/词向量/index.md --
        ---
        title: 词 & 向量
        date: 2026-01-11T08:00:00
        updated: 2026-01-12
        tags: [x, C++]
        authors: [ann]
        ---
        # 一

        A [link](../other.md), [a place](#一), [the web](https://example.net/a?b=1&c=2), [mail](mailto:a@example.org) and ![a picture](own.svg).

        <img src="/sub/x.png" srcset="own.svg 1x, /sub/big.png 2x" alt=""> <a href="//cdn.example/x">x</a>
        -- content/posts/nlp/词向量/own.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/nlp/other.md --
        ---
        title: Other
        date: 2025-12-31
        lang: en
        ---
        Text.
        -- content/posts/nlp/hidden.md --
        ---
        title: Hidden
        date: 2026-01-01
        listed: terms
        ---
        Text.
        """;

    [Fact]
    public void Atom_has_what_RFC_4287_requires()
    {
        var feed = new SiteInAString(Sub).Build().Xml("/feed.xml");

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("zh-CN", (string?)feed.Attribute(XNamespace.Xml + "lang"));
        Assert.Equal(("信号", "笔记"), ((string?)feed.Element(Atom + "title"), (string?)feed.Element(Atom + "subtitle")));
        Assert.Equal("https://example.org/sub/", (string?)feed.Element(Atom + "id"));
        Assert.Equal("2026-01-11T16:00:00Z", (string?)feed.Element(Atom + "updated"));
        Assert.Equal("https://example.org/sub/feed.xml", LinkOf(feed, "self"));
        Assert.Equal("https://example.org/sub/", LinkOf(feed, "alternate"));
        Assert.Equal("https://example.org/sub/about/", (string?)feed.Element(Atom + "author")!.Element(Atom + "uri"));
        Assert.All(feed.Elements(Atom + "entry"), entry =>
        {
            Assert.Equal(LinkOf(entry, "alternate"), (string?)entry.Element(Atom + "id"));
            Assert.NotEmpty((string?)entry.Element(Atom + "title") ?? "");
            Assert.True(DateTimeOffset.TryParse((string?)entry.Element(Atom + "updated"), CultureInfo.InvariantCulture, out _));
        });
    }

    [Fact]
    public void An_Atom_entry_holds_the_facts_and_the_whole_post()
    {
        var entries = new SiteInAString(Sub).Build().Xml("/feed.xml").Elements(Atom + "entry").ToList();

        var entry = entries[0];
        Assert.Equal("词 & 向量", (string?)entry.Element(Atom + "title"));
        Assert.Equal("https://example.org/sub/posts/nlp/%E8%AF%8D%E5%90%91%E9%87%8F/", (string?)entry.Element(Atom + "id"));
        Assert.Equal(("2026-01-11T00:00:00Z", "2026-01-11T16:00:00Z"), ((string?)entry.Element(Atom + "published"), (string?)entry.Element(Atom + "updated")));
        Assert.Equal(["nlp", "x", "C++"], entry.Elements(Atom + "category").Select(category => (string?)category.Attribute("term")));
        Assert.Equal("Ann", (string?)entry.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("html", (string?)entry.Element(Atom + "content")!.Attribute("type"));
        Assert.StartsWith("<h1", ((string?)entry.Element(Atom + "content"))!.TrimStart(), StringComparison.Ordinal);
        Assert.Equal("en", (string?)entries[1].Attribute(XNamespace.Xml + "lang"));
    }

    [Fact]
    public void Rss_has_what_its_specification_requires()
    {
        var rss = new SiteInAString(Sub).Build().Xml("/rss.xml");
        var channel = rss.Element("channel")!;
        var item = channel.Elements("item").First();

        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), (string?)rss.Attribute("version")));
        Assert.Equal(("信号", "https://example.org/sub/", "笔记", "zh-CN"),
            ((string?)channel.Element("title"), (string?)channel.Element("link"), (string?)channel.Element("description"), (string?)channel.Element("language")));
        Assert.Equal("https://example.org/sub/rss.xml", (string?)channel.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == "self").Attribute("href"));
        Assert.Equal("Sun, 11 Jan 2026 16:00:00 GMT", (string?)channel.Element("lastBuildDate"));
        Assert.Equal(("词 & 向量", "Sun, 11 Jan 2026 00:00:00 GMT"), ((string?)item.Element("title"), (string?)item.Element("pubDate")));
        Assert.Equal(((string?)item.Element("link"), "true"), ((string?)item.Element("guid"), (string?)item.Element("guid")!.Attribute("isPermaLink")));
        Assert.Equal("Ann", (string?)item.Element(DublinCore + "creator"));
        Assert.Equal(["nlp", "x", "C++"], item.Elements("category").Select(category => category.Value));
        Assert.StartsWith("<h1", ((string?)item.Element(Content + "encoded"))!.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_what_its_specification_requires()
    {
        var site = new SiteInAString(Sub).Build();
        using var json = JsonDocument.Parse(site["/feed.json"]);
        var feed = json.RootElement;
        var item = feed.GetProperty("items")[0];

        Assert.Equal("https://jsonfeed.org/version/1.1", Text(feed, "version"));
        Assert.Equal(("信号", "https://example.org/sub/", "https://example.org/sub/feed.json", "zh-CN"),
            (Text(feed, "title"), Text(feed, "home_page_url"), Text(feed, "feed_url"), Text(feed, "language")));
        Assert.Equal(("词 & 向量", Text(item, "url"), "2026-01-11T00:00:00Z", "2026-01-11T16:00:00Z"),
            (Text(item, "title"), Text(item, "id"), Text(item, "date_published"), Text(item, "date_modified")));
        Assert.Equal("https://example.org/sub/about/", Text(item.GetProperty("authors")[0], "url"));
        Assert.Equal(["nlp", "x", "C++"], item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        Assert.Contains("\"title\": \"信号\"", site["/feed.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_formats_say_the_same()
    {
        var site = new SiteInAString(Sub).Build();
        using var json = JsonDocument.Parse(site["/feed.json"]);
        var items = json.RootElement.GetProperty("items").EnumerateArray().ToList();
        var atom = site.Xml("/feed.xml").Elements(Atom + "entry").ToList();
        var rss = site.Xml("/rss.xml").Descendants("item").ToList();

        Assert.Equal(["词 & 向量", "Other"], atom.Select(entry => (string?)entry.Element(Atom + "title")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "title")), rss.Select(item => (string?)item.Element("title")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "title")), items.Select(item => Text(item, "title")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "summary")), rss.Select(item => (string?)item.Element("description")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "summary")), items.Select(item => Text(item, "summary")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "content")), rss.Select(item => (string?)item.Element(Content + "encoded")));
        Assert.Equal(atom.Select(entry => (string?)entry.Element(Atom + "content")), items.Select(item => Text(item, "content_html")));
    }

    [Fact]
    public void Every_address_in_a_feed_is_whole()
    {
        var site = new SiteInAString(Sub).Build();
        var bodies = site.Files.Keys.Where(file => file.EndsWith("feed.xml", StringComparison.Ordinal))
            .SelectMany(file => site.Xml("/" + file).Descendants(Atom + "content")).Select(content => new HtmlParser().ParseDocument(content.Value)).ToList();
        var addresses = bodies.SelectMany(body => body.All).SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name is "href" or "src").Select(attribute => attribute.Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "https://cdn.example/x", "https://example.net/a?b=1&c=2", "https://example.org/sub/posts/nlp/%E8%AF%8D%E5%90%91%E9%87%8F/#%E4%B8%80",
                "https://example.org/sub/posts/nlp/%E8%AF%8D%E5%90%91%E9%87%8F/own.svg", "https://example.org/sub/posts/nlp/other/", "https://example.org/sub/x.png",
                "mailto:a@example.org",
            ],
            addresses);
        Assert.Equal(
            ["https://example.org/sub/posts/nlp/%E8%AF%8D%E5%90%91%E9%87%8F/own.svg 1x, https://example.org/sub/big.png 2x"],
            bodies.SelectMany(body => body.QuerySelectorAll("[srcset]")).Select(image => image.GetAttribute("srcset")).Distinct());
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("feed: {entries: 3}", 3)]
    public void A_feed_holds_the_newest_posts_pinned_or_not(string settings, int count)
    {
        var text = new StringBuilder($"-- content/site.yaml --\ntitle: T\n{settings}\n");
        for (var day = 1; day <= 25; day++)
        {
            text.Append(CultureInfo.InvariantCulture, $"-- content/posts/c/p{day:00}.md --\n---\ntitle: P{day}\ndate: 2026-01-{day:00}\ntags: [t]\n{(day == 1 ? "pin: 1\n" : "")}---\nText.\n");
        }

        var site = new SiteInAString(text.ToString()).Build();

        var newest = Enumerable.Range(0, count).Select(i => $"P{25 - i}");
        Assert.Equal(newest, site.Xml("/feed.xml").Elements(Atom + "entry").Select(entry => (string?)entry.Element(Atom + "title")));
        Assert.Equal(newest, site.Xml("/rss.xml").Descendants("item").Select(item => (string?)item.Element("title")));
        Assert.Equal(newest, site.Xml("/tags/t/feed.xml").Elements(Atom + "entry").Select(entry => (string?)entry.Element(Atom + "title")));
    }

    [Fact]
    public void Without_full_a_feed_has_summaries_only()
    {
        var site = new SiteInAString(Sub.Replace("title: 信号", "title: 信号\nfeed: {full: false}", StringComparison.Ordinal)).Build();
        using var json = JsonDocument.Parse(site["/feed.json"]);
        var item = json.RootElement.GetProperty("items")[1];

        Assert.Empty(site.Xml("/feed.xml").Descendants(Atom + "content"));
        Assert.Empty(site.Xml("/rss.xml").Descendants(Content + "encoded"));
        Assert.False(item.TryGetProperty("content_html", out _));
        Assert.Equal(("Text.", "Text."), (Text(item, "content_text"), Text(item, "summary")));
        Assert.Equal("Text.", (string?)site.Xml("/feed.xml").Elements(Atom + "entry").Last().Element(Atom + "summary"));
    }

    [Theory]
    [InlineData("", "/feed.json /feed.xml /rss.xml", "/sub/feed.xml")]
    [InlineData("feed: {formats: [json, atom]}", "/feed.json /feed.xml", "/sub/feed.json")]
    [InlineData("feed: {formats: rss}", "/rss.xml", "/sub/rss.xml")]
    [InlineData("feed: {formats: []}", "", null)]
    public void The_settings_choose_the_formats_and_pages_name_each(string settings, string files, string? subscribe)
    {
        var site = new SiteInAString(Sub.Replace("title: 信号", "title: 信号\n" + settings, StringComparison.Ordinal)).Build();

        Assert.Equal(files, string.Join(' ', new[] { "/feed.json", "/feed.xml", "/rss.xml" }.Where(site.Answers)));
        var page = site.Page("/about/");
        var named = page.QuerySelectorAll("link[rel=alternate]").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(files.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(file => "/sub" + file), named.Order(StringComparer.Ordinal));
        Assert.Equal(named.Count, page.QuerySelectorAll("link[rel=alternate]").Select(link => (link.GetAttribute("type"), link.GetAttribute("title"))).Distinct().Count());
        Assert.Equal(subscribe, page.QuerySelector("footer a[href*='feed'], footer a[href*='rss']")?.GetAttribute("href"));
    }

    [Fact]
    public void Terms_have_an_Atom_feed_of_their_own_unless_told_otherwise()
    {
        var site = new SiteInAString(Sub).Build();

        Assert.Equal("nlp - 信号", (string?)site.Xml("/categories/nlp/feed.xml").Element(Atom + "title"));
        Assert.Equal(["词 & 向量", "Hidden", "Other"], site.Xml("/categories/nlp/feed.xml").Elements(Atom + "entry").Select(entry => (string?)entry.Element(Atom + "title")));
        Assert.Equal("https://example.org/sub/tags/cpp/feed.xml", LinkOf(site.Xml("/tags/cpp/feed.xml"), "self"));
        Assert.False(site.Answers("/tags/cpp/rss.xml"));
        Assert.Contains("href=\"/sub/tags/cpp/feed.xml\"", site["/tags/cpp/"], StringComparison.Ordinal);

        var without = new SiteInAString(Sub.Replace("title: 信号", "title: 信号\nfeed: {terms: none}", StringComparison.Ordinal)).Build();
        Assert.Equal(["feed.json", "feed.xml"], without.Files.Keys.Where(file => file.Contains("feed", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SEC_2_payloads_in_titles_are_harmless_in_every_format()
    {
        const string payload = "]]> </script><!-- & \u2028 \"' 🚀 &amp;";
        var site = new SiteInAString($"-- content/posts/c/a.md --\n---\ntitle: \"{payload.Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\u2028", "\\u2028", StringComparison.Ordinal)}\"\ndate: 2026-01-01\ntags: [\"]]></script>\"]\n---\n]]> `</script>`\n").Build();

        using var json = JsonDocument.Parse(site["/feed.json"]);
        Assert.Equal(payload, Text(json.RootElement.GetProperty("items")[0], "title"));
        Assert.Equal(payload, (string?)site.Xml("/feed.xml").Element(Atom + "entry")!.Element(Atom + "title"));
        Assert.Equal(payload, (string?)site.Xml("/rss.xml").Descendants("item").Single().Element("title"));
        Assert.Equal("<p>]]&gt; <code>&lt;/script&gt;</code></p>", ((string?)site.Xml("/rss.xml").Descendants(Content + "encoded").Single())!.Trim());
        Assert.DoesNotContain("</script>", site["/feed.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", site["/feed.json"], StringComparison.Ordinal);
        Assert.DoesNotContain("]]>", site["/feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void ENC_3_characters_that_XML_excludes_are_left_out()
    {
        // Escapes in YAML make any character; those of the body are escapes of HTML.
        var codes = string.Concat(Enumerable.Range(0, 0x20).Concat([0x7F, 0xFFFE, 0xFFFF]).Where(code => code is not (9 or 10 or 13)).Select(code => $"\\u{code:X4}"));
        var site = new SiteInAString($"-- content/posts/c/a.md --\n---\ntitle: \"a{codes}z\"\nsummary: \"s{codes}t\"\ndate: 2026-01-01\ntags: [\"x{codes[..^12]}y\"]\n---\nBody \u0001\u000B\uFFFF &#1; end.\n").Build();

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        Assert.Equal("a\u007Fz", (string?)site.Xml("/feed.xml").Element(Atom + "entry")!.Element(Atom + "title"));
        Assert.All(site.Files.Keys.Where(file => file.EndsWith(".xml", StringComparison.Ordinal)), file => site.Xml("/" + file));
        using var json = JsonDocument.Parse(site["/feed.json"]);
        Assert.Equal("s\u007Ft", Text(json.RootElement.GetProperty("items")[0], "summary"));
    }

    [Theory]
    [InlineData("plain 词 🚀", "plain 词 🚀")]
    [InlineData("a\0b\u0008c\td\ne\rf\u001Fg", "abc\td\ne\rfg")]
    [InlineData("\uFFFE\uFFFFx\uFFFD", "x\uFFFD")]
    public void Legal_text_can_be_written(string text, string legal)
    {
        Assert.Equal(legal, XmlText.Legal(text));
        Assert.Equal(System.Xml.XmlConvert.VerifyXmlChars(legal), legal);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character() =>
        Assert.Equal("half \uFFFD of a pair", XmlText.Legal("half \uD83D of a pair"));

    [Fact]
    public void A_feed_without_posts_is_a_feed()
    {
        var site = new SiteInAString("-- content/about.md --\nMe.\n").Build();

        Assert.Equal("1970-01-01T00:00:00Z", (string?)site.Xml("/feed.xml").Element(Atom + "updated"));
        Assert.NotNull(site.Xml("/feed.xml").Element(Atom + "author"));
        Assert.Empty(site.Xml("/rss.xml").Descendants("item"));
        Assert.NotEmpty((string?)site.Xml("/rss.xml").Element("channel")!.Element("description") ?? "");
    }

    [Fact]
    public void An_undated_post_comes_last_and_has_no_date_of_publishing()
    {
        var site = new SiteInAString("""
            -- content/posts/a.md --
            ---
            title: Undated
            ---
            Text.
            -- content/posts/b.md --
            ---
            title: Dated
            date: 2020-01-01
            ---
            Text.
            """).Build();

        var items = site.Xml("/rss.xml").Descendants("item").ToList();
        Assert.Equal(["Dated", "Undated"], items.Select(item => (string?)item.Element("title")));
        Assert.Null(items[1].Element("pubDate"));
        Assert.Null(site.Xml("/feed.xml").Elements(Atom + "entry").Last().Element(Atom + "published"));
    }

    [Theory]
    [InlineData("title: T", 1)]
    [InlineData("base_url: https://example.org", 0)]
    [InlineData("feed: {formats: [], terms: none}", 0)]
    [InlineData("base_url: nonsense", 0)]
    public void A_site_without_an_address_is_told_once_when_feeds_need_it(string settings, int warnings)
    {
        var site = new SiteInAString($"-- content/site.yaml --\n{settings}\n-- content/posts/a/b.md --\n---\ndate: 2026-01-01\ntags: [x]\n---\nText.\n") { HasAddress = false }.Build();

        Assert.Equal(warnings, site.Report.Diagnostics.Count(diagnostic => diagnostic.Code == "B3003"));
        Assert.True(warnings == 0 || site["/feed.xml"].Contains("http://localhost:4000/posts/a/b/", StringComparison.Ordinal));
    }

    private static string? LinkOf(XElement element, string relation) =>
        (string?)element.Elements(Atom + "link").Single(link => (string?)link.Attribute("rel") == relation).Attribute("href");

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
