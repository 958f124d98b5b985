using Blog.Composing;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Composing;

public class TermsTests
{
    [Theory]
    [InlineData("C", "/tags/c/")]
    [InlineData("C++", "/tags/cpp/")]
    [InlineData("C#", "/tags/csharp/")]
    [InlineData("C/C++", "/tags/c-cpp/")]
    [InlineData("F#", "/tags/fsharp/")]
    [InlineData(".NET", "/tags/dotnet/")]
    [InlineData("C++17", "/tags/cpp17/")]
    [InlineData("机器 学习", "/tags/机器-学习/")]
    [InlineData("ＮＬＰ", "/tags/nlp/")]
    public void PATH_3_a_tag_has_a_stable_address(string tag, string url)
    {
        var site = new SiteInAString(Posts(("a", $"tags: [\"{tag}\"]"))).Build();

        Assert.Equal(url, Assert.Single(site.Plan.Site.Tags).Url.Value);
        Assert.True(site.Answers(url), site.Diagnostics);
    }

    [Fact]
    public void PATH_3_the_languages_that_begin_with_C_are_four_tags()
    {
        var site = new SiteInAString(Posts(("a", "tags: [C, C++, \"C#\", C/C++]"))).Build();

        Assert.Equal("", site.Diagnostics);
        Assert.Equal(["C", "C#", "C++", "C/C++"], site.Plan.Site.Tags.Select(tag => tag.Title).Order(StringComparer.Ordinal));
        Assert.Equal(4, site.Plan.Site.Tags.Select(tag => tag.Url).Distinct().Count());
    }

    [Fact]
    public void PATH_2_spellings_of_one_tag_are_merged_and_told_once()
    {
        var site = new SiteInAString(Posts(("a", "tags: [NLP, x]"), ("b", "tags: [NLP]"), ("c", "tags: [nlp]"), ("d", "tags: Ｎlp"))).Build();

        var tag = Assert.Single(site.Plan.Site.Tags, tag => tag.Url.Value == "/tags/nlp/");
        Assert.Equal(("NLP", 4), (tag.Title, tag.Posts.Length));
        Assert.Equal(
            """
            content/posts/d.md:4:7: warning B2101: the tag 'NLP' is written in 3 ways: 'NLP' (2 posts), 'nlp' (1 post), 'Ｎlp' (1 post)
              4 | tags: Ｎlp
                |       ^^^^
              help: write 'NLP' everywhere
              'NLP' stands in content/posts/a.md:4:7
              'nlp' stands in content/posts/c.md:4:7
              'Ｎlp' stands in content/posts/d.md:4:7

            """, site.Diagnostics);
    }

    [Fact]
    public void Tags_that_differ_in_invisible_characters_are_one() =>
        Assert.Single(new SiteInAString(Posts(("a", "tags: [\"re\\u200Bact\"]"), ("b", "tags: [react]"))).Build().Plan.Site.Tags);

    [Fact]
    public void A_post_that_says_a_tag_twice_is_listed_once() =>
        Assert.Single(Assert.Single(new SiteInAString(Posts(("a", "tags: [x, x]"))).Build().Plan.Site.Tags).Posts);

    [Fact]
    public void Aliases_of_the_settings_are_merged_without_a_word()
    {
        var site = new SiteInAString("-- content/site.yaml --\nterms: {aliases: {ML: 机器学习, nlp: NLP}}\n"
            + Posts(("a", "tags: [ML, nlp]"), ("b", "tags: [机器学习, NLP]"), ("c", "tags: [ml, Nlp]\ncategory: ml"))).Build();

        Assert.Equal("", site.Diagnostics);
        Assert.Equal([("NLP", 3), ("机器学习", 3)], site.Plan.Site.Tags.Select(tag => (tag.Title, tag.Posts.Length)).OrderBy(tag => tag.Title, StringComparer.Ordinal));
        Assert.Equal("机器学习", Assert.Single(site.Plan.Site.Categories).Title);
    }

    [Fact]
    public void Slugs_of_the_settings_name_the_addresses()
    {
        var site = new SiteInAString("-- content/site.yaml --\nterms: {slugs: {机器学习: ml, \"?\": question}}\n" + Posts(("a", "tags: [机器学习, \"?\"]\ncategory: 机器学习"))).Build();

        Assert.Equal(["/tags/ml/", "/tags/question/"], site.Plan.Site.Tags.Select(tag => tag.Url.Value).Order(StringComparer.Ordinal));
        Assert.True(site.Answers("/categories/ml/"));
    }

    [Fact]
    public void PATH_3_two_tags_with_one_address_are_one_error_that_names_both()
    {
        var site = new SiteInAString(Posts(("a", "tags: a b"), ("b", "tags: a-b"))).Build();

        Assert.False(site.Report.IsPublished);
        var error = Assert.Single(site.Report.Diagnostics);
        Assert.Equal(
            """
            content/posts/b.md:4:7: error B2102: the tag 'a b' and the tag 'a-b' would share the address part 'a-b'
              4 | tags: a-b
                |       ^^^
              help: give one of them its own in content/site.yaml, 'terms: {slugs: {"a-b": another-name}}'
              'a b' stands in content/posts/a.md:4:7
              'a-b' stands in content/posts/b.md:4:7

            """, DiagnosticText.Of(error));

        Assert.True(site.Edit("content/site.yaml", "terms: {slugs: {\"a-b\": a-hyphen-b}}").Build().Report.IsPublished, site.Diagnostics);
    }

    [Fact]
    public void A_tag_without_letters_has_an_address_too()
    {
        var site = new SiteInAString(Posts(("a", "tags: [\"🚀\", \"!!\"]"))).Build();

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        Assert.All(site.Plan.Site.Tags, tag => Assert.Matches("^/tags/[0-9a-f]{8}/$", tag.Url.Value));
    }

    [Fact]
    public void A_category_holds_the_posts_of_those_below_it_once()
    {
        var site = new SiteInAString(Posts(("a", "category: A/B"), ("b", "categories: [[A, B], [A, C]]"), ("c", "category: A"), ("d", "categories: [D]"))).Build();

        var a = site.Plan.Site.Categories[0];
        Assert.Equal(("A", "/categories/a/", 3), (a.Title, a.Url.Value, a.Posts.Length));
        Assert.Equal([("B", 2), ("C", 1)], a.Children.Select(child => (child.Title, child.Posts.Length)));
        Assert.Equal("/categories/a/b/", a.Children[0].Url.Value);
        Assert.Equal([new NamedLink("A", a.Url)], a.Children[0].Path);
        Assert.Equal(3, site.Page("/categories/a/").QuerySelectorAll(".h-entry").Length);
        Assert.Equal(["B", "C"], site.Page("/categories/a/").QuerySelectorAll(".chips a").Select(link => link.TextContent));
        Assert.Equal(["A"], site.Page("/categories/a/b/").QuerySelectorAll(".path a").Select(link => link.TextContent));
        Assert.Equal(["A", "B", "C", "D"], site.Page("/categories/").QuerySelectorAll(".tree a").Select(link => link.TextContent));
    }

    [Fact]
    public void Folders_are_categories_and_say_how_they_are_called()
    {
        var site = new SiteInAString("""
            -- content/posts/nlp/_folder.yaml --
            title: 自然语言处理
            description: 词与句
            -- content/posts/nlp/2024/bundle/index.md --
            ---
            title: A
            date: 2026-01-02
            ---
            Text.
            -- content/posts/nlp/deep/b.md --
            ---
            title: B
            date: 2026-01-01
            ---
            Text.
            -- content/posts/c.md --
            ---
            title: C
            date: 2026-01-01
            category: NLP
            ---
            Text.
            """).Build();

        var category = Assert.Single(site.Plan.Site.Categories);
        Assert.Equal(("自然语言处理", "词与句", "/categories/nlp/", 3), (category.Title, category.Description, category.Url.Value, category.Posts.Length));
        Assert.Equal("/categories/nlp/deep/", Assert.Single(category.Children).Url.Value);
        Assert.Equal("自然语言处理", site.Page("/").QuerySelector(".p-category")?.TextContent);
        Assert.Equal("词与句", site.Page("/categories/nlp/").QuerySelector(".p-summary")?.TextContent);
    }

    private static string Posts(params (string Name, string Meta)[] posts) =>
        string.Concat(posts.Select(post => $"-- content/posts/{post.Name}.md --\n---\ntitle: {post.Name}\ndate: 2026-01-01\n{post.Meta}\n---\nText.\n"));
}
