using System.Text;
using Blog.Reading;

namespace Blog.Tests.Reading;

public class EntryAddressTests
{
    private static string Url(string path, string frontMatter = "date: 2026-01-11 08:09:10") => Given.Post(frontMatter, path).Url.Value;

    [Theory]
    [InlineData("content/posts/nlp/word2vec.md", "/posts/nlp/word2vec/")]
    [InlineData("content/posts/nlp/word2vec/index.md", "/posts/nlp/word2vec/")]
    [InlineData("content/posts/2026-01-11-title.md", "/posts/title/")]
    [InlineData("content/posts/2026/01/2026-01-11-title.md", "/posts/2026/01/title/")]
    [InlineData("content/posts/2026-01-11-title/index.md", "/posts/title/")]
    [InlineData("content/posts/2026-01-11.md", "/posts/2026-01-11/")]
    [InlineData("content/about.md", "/about/")]
    [InlineData("content/docs/index.md", "/docs/")]
    [InlineData("content/docs/a.markdown", "/docs/a/")]
    [InlineData("content/docs/2026-01-11-a.md", "/docs/2026-01-11-a/")]
    [InlineData("content/index.md", "/")]
    [InlineData("content/posts/index.md", "/posts/")]
    [InlineData("content/posts/Codeforces Round ##FF (Div. 1) - C.md", "/posts/Codeforces Round ##FF (Div. 1) - C/")]
    [InlineData("content/posts/C++ 与 C#？100% & 更多?.md", "/posts/C++ 与 C#？100% & 更多?/")]
    [InlineData("content/posts/cafe\u0301.md", "/posts/caf\u00e9/")]
    [InlineData("content/posts/a.en.md", "/posts/a.en/")]
    public void The_address_is_the_source_path(string path, string url) => Assert.Equal(url, Url(path));

    [Fact]
    public void PATH_7_special_characters_are_encoded_in_the_href() =>
        Assert.Equal("/sub/posts/Codeforces%20Round%20%23%23FF%20(Div.%201)%20-%20C/", Given.Post("title: a", "content/posts/Codeforces Round ##FF (Div. 1) - C.md").Url.ToHref("/sub/"));

    [Fact]
    public void The_introduction_of_the_home_page_can_be_told_from_other_pages()
    {
        Assert.True(Given.Post("title: a", "content/index.md").IsHome);
        Assert.False(Given.Post("title: a", "content/docs/index.md").IsHome);
    }

    [Theory]
    [InlineData("content/posts/a.md", EntryKind.Post)]
    [InlineData("content/posts/index.md", EntryKind.Page)]
    [InlineData("content/posts/a/index.md", EntryKind.Post)]
    [InlineData("content/postscript.md", EntryKind.Page)]
    public void Posts_are_what_lies_below_posts(string path, EntryKind kind) => Assert.Equal(kind, Given.Post("title: a", path).Kind);

    [Theory]
    [InlineData("content/posts/nlp/a.md", "nlp")]
    [InlineData("content/posts/nlp/2026/01/a.md", "nlp")]
    [InlineData("content/posts/nlp/embeddings/a.md", "nlp/embeddings")]
    [InlineData("content/posts/nlp/word2vec/index.md", "nlp")]
    [InlineData("content/posts/word2vec/index.md", "")]
    [InlineData("content/posts/a.md", "")]
    [InlineData("content/docs/a.md", "")]
    public void A_post_without_a_category_has_that_of_its_folders(string path, string expected) =>
        Assert.Equal(expected, string.Join('|', Given.Post("title: a", path).Categories.Select(names => string.Join('/', names))));

    [Theory]
    [InlineData("slug: other", "/posts/nlp/other/")]
    [InlineData("slug: 404", "/posts/nlp/404/")]
    [InlineData("slug: 词 向量", "/posts/nlp/词-向量/")]
    [InlineData("permalink: /notes/w2v/", "/notes/w2v/")]
    [InlineData("permalink: notes/w2v", "/notes/w2v/")]
    [InlineData("url: /notes/w2v.html", "/notes/w2v.html")]
    [InlineData("permalink: /notes/index.html", "/notes/")]
    [InlineData("permalink: /%E4%BD%A0%E5%A5%BD/", "/你好/")]
    [InlineData("permalink: /.well-known/a.txt", "/.well-known/a.txt")]
    [InlineData("permalink: /:year/:month/:day/:title/\ndate: 2026-01-11 08:09:10", "/2026/01/11/word2vec/")]
    [InlineData("permalink: date\ndate: 2026-01-11\ncategories: [NLP, C++]", "/nlp/cpp/2026/01/11/word2vec.html")]
    [InlineData("permalink: ordinal\ndate: 2026-02-01\ncategories: []", "/2026/032/word2vec.html")]
    [InlineData("permalink: none\ncategories: [A]", "/a/word2vec.html")]
    [InlineData("permalink: /:short_year/:i_month/:i_day/:hour:minute:second/:slug\ndate: 2026-01-05 08:09:10", "/26/1/5/080910/word2vec/")]
    [InlineData("permalink: /:sections/:filename/", "/posts/nlp/word2vec/")]
    [InlineData("permalink: /:section/:post_title/\ntitle: What is NLP?", "/posts/What-is-NLP/")]
    [InlineData("permalink: /p/:abbrlink/\nextra: {abbrlink: 4a17b156}", "/p/4a17b156/")]
    public void Slug_and_permalink_replace_the_name_and_the_address(string frontMatter, string url) =>
        Assert.Equal(url, Given.Post(frontMatter, "content/posts/nlp/word2vec.md").Url.Value);

    [Fact]
    public void A_pattern_of_the_site_is_for_posts_only()
    {
        var config = Given.Config("permalink: /:year/:slug/");

        Assert.Equal("/2026/a/", Given.Post("title: a", "content/posts/2026-01-11-a.md", config).Url.Value);
        Assert.Equal("/about/", Given.Post("title: a", "content/about.md", config).Url.Value);
    }

    [Fact]
    public void A_pattern_that_asks_for_a_date_is_an_error_for_a_post_without_one()
    {
        var entry = Given.Post("title: a", "content/posts/a.md", Given.Config("permalink: /:year/:slug/"));

        Assert.Contains("1:1: error B1082: the address '/:year/:slug/' needs a date, and this post has none", entry.Diagnostics.Lines());
    }

    [Fact]
    public void An_unknown_token_is_an_error_with_a_guess()
    {
        var entry = Given.Post("permalink: /:yaer/:slug/");

        Assert.Equal("2:12: error B1081: ':yaer' is nothing that an address can be made of", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Equal("did you mean ':year'?", entry.Diagnostics[0].Help);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/../x")]
    [InlineData("/a/../../x")]
    [InlineData("/a/..")]
    [InlineData("..")]
    [InlineData("/%2e%2e/x")]
    [InlineData("/%2E%2E/x")]
    [InlineData("/%2e./x")]
    [InlineData("/.%2e/x")]
    [InlineData("/..%2fx")]
    [InlineData("/..%2Fx")]
    [InlineData("/%252e%252e/x")]
    [InlineData("/%252e%252e%252fx")]
    [InlineData("/a%252fb")]
    [InlineData("/..%5cx")]
    [InlineData("/a%255cb")]
    [InlineData("\"/a\\\\b\"")]
    [InlineData("'..\\x'")]
    [InlineData("'\\\\server\\share'")]
    [InlineData("'C:\\x'")]
    [InlineData("C:/x")]
    [InlineData("c:x")]
    [InlineData("//evil.com/x")]
    [InlineData("http://evil.com/x")]
    [InlineData("https://evil.com")]
    [InlineData("HTTPS://evil.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/a%00b")]
    [InlineData("/a%0ab")]
    [InlineData("\"/a\\x01b\"")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/%ff")]
    [InlineData("/%c0%ae%c0%ae/x")]
    [InlineData("/.git/config")]
    [InlineData("/.htaccess")]
    [InlineData("/a/.env")]
    [InlineData("/.. /x")]
    [InlineData("/a/.. ")]
    [InlineData("/...")]
    [InlineData("/\u200B../x")]
    [InlineData("/.\u200B./x")]
    [InlineData("/aux/")]
    [InlineData("/con.html")]
    [InlineData("/a./b")]
    [InlineData("'/a|b'")]
    [InlineData("'/a*b'")]
    public void PATH_6_a_permalink_that_is_no_path_of_this_site_is_an_error(string permalink)
    {
        foreach (var key in new[] { "permalink", "aliases" })
        {
            var entry = Given.Post($"{key}: {permalink}");

            Assert.StartsWith($"2:{key.Length + 3}: error B1080: '{key}' cannot be '", Assert.Single(entry.Diagnostics.Lines()), StringComparison.Ordinal);
            Assert.Equal(("/posts/a/", 0), (entry.Url.Value, entry.Meta.Aliases.Length));
        }
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("..")]
    [InlineData("'a\\b'")]
    [InlineData("con")]
    public void PATH_6_a_slug_is_one_name(string slug)
    {
        var entry = Given.Post($"slug: {slug}");

        Assert.StartsWith("2:7: error B1080: 'slug' cannot be '", Assert.Single(entry.Diagnostics.Lines()), StringComparison.Ordinal);
        Assert.Equal("/posts/a/", entry.Url.Value);
    }

    [Theory]
    [InlineData("content/posts/aux.md", "the name 'aux.md' is the name of a device on Windows")]
    [InlineData("content/posts/CON/a.md", "the name 'CON' is the name of a device on Windows")]
    [InlineData("content/com1.x.md", "the name 'com1.x.md' is the name of a device on Windows")]
    [InlineData("content/lpt9.md", "the name 'lpt9.md' is the name of a device on Windows")]
    [InlineData("content/posts/a:b.md", "the name 'a:b.md' has ':' in it, which Windows refuses")]
    [InlineData("content/posts/a|b.md", "the name 'a|b.md' has '|' in it, which Windows refuses")]
    [InlineData("content/posts/a..md", "the name 'a..md' ends in a dot or blank, which Windows removes")]
    [InlineData("content/posts/x /a.md", "the name 'x ' ends in a dot or blank, which Windows removes")]
    public void PATH_5_names_that_Windows_refuses_are_an_error_on_every_system(string path, string message) =>
        Assert.Equal($"1:1: error B1029: {message}", Assert.Single(Given.Post("date: 2026-01-11", path).Diagnostics.Lines()));

    [Theory]
    [InlineData("content/posts/auxiliary.md")]
    [InlineData("content/posts/com10.md")]
    [InlineData("content/posts/console.md")]
    [InlineData("content/posts/...and more.md")]
    public void PATH_5_names_that_only_look_like_it_are_fine(string path) => Assert.Empty(Given.Post("date: 2026-01-11", path).Diagnostics);

    [Theory]
    [InlineData(60, false)]
    [InlineData(84, false)]
    [InlineData(85, false)]
    [InlineData(86, true)]
    [InlineData(300, true)]
    public void PATH_4_a_long_slug_is_cut_between_characters_with_a_hash(int characters, bool isCut)
    {
        var entry = Given.Post($"slug: {new string('字', characters)}");

        var name = entry.Url.Value.Split('/')[2];
        Assert.True(Encoding.UTF8.GetByteCount(name) <= 255);
        Assert.Equal(isCut, name.Contains('-', StringComparison.Ordinal));
        Assert.Equal(isCut ? ["2:7: warning B1084: the slug is longer than 255 bytes and is cut"] : [], entry.Diagnostics.Lines());
    }

    [Fact]
    public void PATH_4_long_slugs_that_differ_at_their_end_stay_apart_and_clusters_stay_whole()
    {
        var family = string.Concat(Enumerable.Repeat("e\u0301\u0323", 100));

        Assert.NotEqual(PathNames.Cut(family + "a"), PathNames.Cut(family + "b"));
        Assert.StartsWith("e\u0301\u0323-", PathNames.Cut(family)[^12..], StringComparison.Ordinal);
    }

    [Fact]
    public void PATH_4_an_over_long_file_name_is_an_error() =>
        Assert.Equal("1:1: error B1030: the name '字字字字字字字字字字字字字字字字字字字字字字字字…' has 303 bytes, and file systems allow 255",
            Assert.Single(Given.Post("date: 2026-01-11", $"content/posts/{new string('字', 100)}.md").Diagnostics.Lines()));

    [Fact]
    public void PATH_4_a_slug_of_nothing_but_punctuation_is_a_short_hash_with_a_warning()
    {
        var entry = Given.Post("slug: 🎉");

        Assert.Matches("^/posts/[0-9a-f]{8}/$", entry.Url.Value);
        Assert.StartsWith("2:7: warning B1083: nothing of '🎉' can stand in an address", Assert.Single(entry.Diagnostics.Lines()), StringComparison.Ordinal);
    }
}
