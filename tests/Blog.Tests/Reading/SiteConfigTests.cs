using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

public class SiteConfigTests
{
    [Fact]
    public void A_site_without_the_file_has_every_default()
    {
        var config = SiteConfig.Read(null, "my-site", Given.Options);

        Assert.Equal(("my-site", "en", 12, "http://localhost:4000", "/", false), (config.Title, config.Lang, config.PageSize, config.Origin, config.BasePath, config.HasBaseUrl));
        Assert.Equal((20, true, true), (config.Feed.Entries, config.Feed.IsFull, config.Feed.HasTermFeeds));
        Assert.Equal(["atom", "rss", "json"], config.Feed.Formats);
        Assert.Equal((TimeZoneInfo.Utc, 350, "[code]"), (config.TimeZone, config.Excerpt.Length, config.Excerpt.Code));
        Assert.Empty(config.Diagnostics);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var config = Given.Config("""
            title: T
            tagline: G
            description: D
            lang: zh-CN
            base_url: https://例子.example:8080/a b
            time_zone: Asia/Shanghai
            authors:
              ann: {name: Ann, url: https://a.example, email: a@a.example}
              bo: Bo
            terms:
              aliases: {ML: 机器学习}
              slugs: {C++: cpp, "C#": csharp}
            page_size: 5
            permalink: pretty
            excerpt: {length: 100, ellipsis: …, math: ""}
            feed: {entries: 7, full: false, terms: none, formats: [atom]}
            menu:
              - title: About
                url: /about/
                children: [{title: More, url: /more/}]
            math: {macros: {R: \mathbb{R}}, numbers: false, double_dollar: display, legacy_escapes: true, in_code: true}
            code: {light: day, dark: night, line_numbers: true}
            theme: {accent: red, links: [{title: GitHub, url: "https://github.com"}], licence: CC BY 4.0, favicon: /f.svg, beian: x, head: [a, b], toc: false}
            params: {anything: [1, {a: b}]}
            """.Replace(@"\mathbb{R}", @"'\mathbb{R}'", StringComparison.Ordinal));

        Assert.Empty(config.Diagnostics);
        Assert.Equal(("T", "G", "D", "zh-CN", 5), (config.Title, config.Tagline, config.Description, config.Lang, config.PageSize));
        Assert.Equal(("https://xn--fsqu00a.example:8080", "/a%20b/", true), (config.Origin, config.BasePath, config.HasBaseUrl));
        Assert.Equal([new("ann", "Ann", "https://a.example", "a@a.example"), new("bo", "Bo")], config.Authors);
        Assert.Equal(("机器学习", "cpp"), (config.Terms.Aliases["ml"], config.Terms.Slugs["c++"]));
        Assert.Equal(new(100, "[代码]", "[公式]", "", "…"), config.Excerpt);
        Assert.Equal((7, false, false), (config.Feed.Entries, config.Feed.IsFull, config.Feed.HasTermFeeds));
        Assert.Equal("/more/", Assert.Single(Assert.Single(config.Menu).Children).Url);
        Assert.Equal((@"\mathbb{R}", "/:categories/:year/:month/:day/:title/"), (config.Math.Macros["R"], config.Permalink));
        Assert.Equal(new(config.Math.Macros, HasNumbers: false, DisplaysDoubleDollars: true, HasLegacyEscapes: true, IsInCode: true), config.Math);
        Assert.Equal(new("day", "night", true), config.Code);
        Assert.Equal((7, 1), (config.Theme.Values?.Pairs.Length, config.Params?.Pairs.Length));
    }

    [Theory]
    [InlineData("titel: a", "1:1: error B1002: 'titel' is not a setting", "did you mean 'title'?")]
    [InlineData("page-size: 3", "1:1: error B1002: 'page-size' is not a setting", "did you mean 'page_size'?")]
    [InlineData("nonsense: 3", "1:1: error B1002: 'nonsense' is not a setting", "values of your own go under 'params'")]
    [InlineData("feed:\n  entires: 3", "2:3: error B1002: 'entires' is not a setting of 'feed'", "did you mean 'entries'?")]
    [InlineData("theme: {acent: red}", "1:9: error B1002: 'acent' is not a setting of 'theme'", "did you mean 'accent'?")]
    [InlineData("theme: {links: [{titel: a}]}", "1:18: error B1002: 'titel' is not a setting of 'links'", "did you mean 'title'?")]
    [InlineData("title: [a]", "1:8: error B1003: 'title': expected text, found a list", null)]
    [InlineData("page_size: many", "1:12: error B1003: 'page_size': expected a whole number from 1, found 'many'", null)]
    [InlineData("page_size: 0", "1:12: error B1003: 'page_size': expected a whole number from 1, found '0'", null)]
    [InlineData("feed: all", "1:7: error B1003: 'feed': expected a map, found 'all'", null)]
    [InlineData("feed: {formats: [rdf]}", "1:17: error B1004: 'formats' cannot be 'rdf': there is no such feed", "write any of atom, rss, json")]
    [InlineData("math: {double_dollar: block}", "1:23: error B1004: 'double_dollar' cannot be 'block': it is neither 'inline' nor 'display'", "write 'double_dollar: display'")]
    [InlineData("menu: {a: b}", "1:7: error B1003: 'menu': expected a list, found a map", null)]
    [InlineData("base_url: example.org", "1:11: error B1004: 'base_url' cannot be 'example.org': it does not begin with https:// or http://", "write it like https://example.org")]
    [InlineData("base_url: https://a.example/?x", "1:11: error B1004: 'base_url' cannot be 'https://a.example/?x': an address with a user, '?' or '#' cannot be the beginning of others", null)]
    [InlineData("base_url: \"https://\"", "1:11: error B1004: 'base_url' cannot be 'https://': it is no address", null)]
    [InlineData("time_zone: Asia/Shangai", "1:12: error B1005: there is no time zone 'Asia/Shangai'", "did you mean 'Asia/Shanghai'?")]
    [InlineData("time_zone: CST8", "1:12: error B1005: there is no time zone 'CST8'", null)]
    [InlineData("languages: [{lang: en}, {lang: zh}]", "1:12: error B1007: several languages are not supported yet", "set 'lang' for the site")]
    [InlineData("permalink: /:yaer/", "1:12: error B1001: ':yaer' is nothing that an address can be made of", "did you mean ':year'?")]
    [InlineData("permalink: /../:slug/", "1:12: error B1004: 'permalink' cannot be '/../:slug/': it leads out of its folder", null)]
    [InlineData("terms: {slugs: {A: a/b}}", "1:20: error B1004: 'slugs' cannot be 'a/b': it cannot stand in an address", null)]
    [InlineData("title: a: b", "1:9: error B1001: a colon in the text reads as the end of a second key", "quote the text: title: \"a: b\"")]
    [InlineData("title: a\ntitle: b", "2:1: error B1001: 'title' stands here and in line 1", null)]
    [InlineData("just text", "1:1: error B1001: expected lines of 'key: value'", null)]
    public void PUB_1_a_wrong_setting_is_an_error_of_the_configuration_with_a_guess(string yaml, string line, string? help)
    {
        var diagnostic = Assert.Single(Given.Config(yaml).Diagnostics);

        Assert.Equal(line, Assert.Single(new[] { diagnostic }.Lines()));
        Assert.True(Problems.IsConfiguration(diagnostic.Code));
        Assert.StartsWith(help ?? "", diagnostic.Help ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_overrides_the_address()
    {
        var config = Given.Config("base_url: https://example.org/", baseUrl: "https://other.example/sub");

        Assert.Equal(("https://other.example", "/sub/", true), (config.Origin, config.BasePath, config.HasBaseUrl));
        Assert.Equal("https://other.example/sub/posts/a/", config.AbsoluteUrl(new UrlPath("/posts/a/")));
    }

    [Fact]
    public void A_wrong_address_on_the_command_line_is_named_as_such()
    {
        var diagnostic = Assert.Single(Given.Config("title: a", baseUrl: "/sub/").Diagnostics);

        Assert.Equal("error B1004: --base-url cannot be '/sub/': it does not begin with https:// or http://", Assert.Single(new[] { diagnostic }.Lines()));
    }

    [Fact]
    public void ENC_1_a_file_that_is_not_UTF_8_is_an_error_of_the_configuration()
    {
        var config = SiteConfig.Read(Given.File("content/site.yaml", [.. "title: "u8, 0xE9, .. " a"u8]), "x", Given.Options);

        Assert.StartsWith("1:8: error B1001: the byte E9 is not UTF-8", config.Diagnostics.Lines()[0], StringComparison.Ordinal);
    }
}
