using Blog.Publishing;

namespace Blog.Tests.Publishing;

public class ClashesTests
{
    [Theory]
    [InlineData("/a/", "/a/")]
    [InlineData("/a/", "/a/index.html")]
    [InlineData("/", "/index.html")]
    [InlineData("/feed.xml", "/feed.xml")]
    public void PATH_1_two_outputs_for_one_address_are_named_both(string first, string second)
    {
        var problem = Assert.Single(Clashes.Of([Plan.Page("/x/", "x"), Named(first, "content/posts/a.md"), Named(second, "the tag 'a'")]));

        Assert.Equal($"two outputs for the address '{first}': content/posts/a.md and the tag 'a'", problem.Message);
        Assert.Equal("B4001", problem.Code);
    }

    [Theory]
    [InlineData("content/posts/a.md", "content/posts/b.md", "give one of them another 'slug' or 'permalink', or rename its file")]
    [InlineData("content/feed.md", "the Atom feed of 'T'", "the site makes this one by itself: write 'draft: true' in content/feed.md if that is what it was for, else give it another 'permalink'")]
    [InlineData("the Atom feed of 'T'", "content/feed.xml", "the site makes this one by itself: delete content/feed.xml if that is what it was for, else rename it")]
    public void PATH_1_the_remedy_is_one_that_helps(string first, string second, string help) =>
        Assert.Equal(help, Assert.Single(Clashes.Of([Named("/feed.xml", first), Named("/feed.xml", second)])).Help);

    [Fact]
    public void PATH_1_three_outputs_for_one_address_are_two_errors() =>
        Assert.Equal(2, Clashes.Of([Named("/a/", "one"), Named("/a/", "two"), Named("/a/", "three")]).Length);

    [Theory]
    [InlineData("/a/", "/A/")]
    [InlineData("/tags/python/", "/tags/Python/")]
    [InlineData("/caf\u00e9/", "/cafe\u0301/")]
    [InlineData("/CAF\u00c9/", "/cafe\u0301/")]
    [InlineData("/img/A.PNG", "/img/a.png")]
    [InlineData("/İ/", "/I\u0307/")]
    [InlineData("/Σ/", "/ς/")]
    public void PATH_2_addresses_that_some_file_systems_take_for_one(string first, string second) =>
        Assert.Equal("B4002", Assert.Single(Clashes.Of([Named(first, "one"), Named(second, "two")])).Code);

    [Theory]
    [InlineData("/a", "/a/")]
    [InlineData("/a", "/a/b/c.html")]
    [InlineData("/A", "/a/b/")]
    [InlineData("/x/a", "/x/a/")]
    public void PATH_8_a_page_and_a_folder_of_one_name(string file, string folder)
    {
        Assert.Equal("B4003", Assert.Single(Clashes.Of([Named(file, "one"), Named(folder, "two")])).Code);
        Assert.Equal("B4003", Assert.Single(Clashes.Of([Named(folder, "two"), Named(file, "one")])).Code);
    }

    [Theory]
    [InlineData("/aux/")]
    [InlineData("/posts/CON/")]
    [InlineData("/nul.html")]
    [InlineData("/com1.tar.gz")]
    [InlineData("/lpt³/")]
    [InlineData("/a:b/")]
    [InlineData("/a?/")]
    [InlineData("/a|b.png")]
    [InlineData("/a./")]
    [InlineData("/a /")]
    [InlineData("/a\nb/")]
    [InlineData("/a\0b/")]
    public void PATH_5_names_that_cannot_be_published_everywhere(string url) =>
        Assert.Equal("B4004", Assert.Single(Clashes.Of([Named(url, "one")])).Code);

    [Fact]
    public void PATH_5_half_a_character_is_no_name() =>
        Assert.Equal(["B4004", "B4004"], Clashes.Of([Named("/a\ud800b/", "one"), Named("/a\udc00", "two")]).Select(one => one.Code));

    [Theory]
    [InlineData("/../x/")]
    [InlineData("/a/../../x")]
    [InlineData("/./x/")]
    [InlineData("//x/")]
    [InlineData("/a//x/")]
    [InlineData("x/")]
    [InlineData("/a\\..\\b/")]
    public void PATH_6_addresses_outside_the_site(string url) =>
        Assert.Equal("B4006", Assert.Single(Clashes.Of([Named(url, "one")])).Code);

    [Fact]
    public void PATH_4_a_name_may_have_255_bytes()
    {
        Assert.Empty(Clashes.Of([Named($"/{new string('词', 85)}/", "one"), Named($"/{new string('a', 255)}", "two")]));
        Assert.Equal("B4005", Assert.Single(Clashes.Of([Named($"/{new string('词', 86)}/", "one")])).Code);
        Assert.Equal("B4005", Assert.Single(Clashes.Of([Named($"/{new string('a', 256)}", "one")])).Code);
    }

    [Fact]
    public void Ordinary_addresses_do_not_clash() => Assert.Empty(Clashes.Of([.. new[]
    {
        "/", "/404.html", "/.nojekyll", "/.well-known/x", "/a/", "/a/b/", "/ab/", "/a.b/", "/c++/", "/auxiliary/", "/console/", "/词向量/", "/Codeforces Round ##FF (Div. 1) - C/",
        "/ß/", "/ss/", "/ı/", "/i/", "/com10/", "/a'b&c%d/", "/page/2/",
    }.Select(url => Named(url, "one"))]));

    [Fact]
    public void Errors_come_in_the_order_of_the_addresses()
    {
        Output[] outputs = [Named("/b/", "1"), Named("/aux/", "2"), Named("/b/", "3"), Named("/a/", "4"), Named("/A/", "5")];

        Assert.Equal(Clashes.Of(outputs).Select(one => one.Code), Clashes.Of([.. outputs.Reverse()]).Select(one => one.Code));
    }

    private static Output Named(string url, string origin) => Plan.Page(url, "text") with { Origin = origin };
}
