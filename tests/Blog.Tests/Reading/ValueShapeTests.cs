using Blog.Reading;

namespace Blog.Tests.Reading;

public class ValueShapeTests
{
    private static string Show(FrontMatter meta, string key) => key switch
    {
        "title" => meta.Title ?? "-",
        "tags" => string.Join("|", meta.Tags),
        "categories" => meta.Categories.IsDefault ? "-" : string.Join("|", meta.Categories.Select(path => string.Join("/", path))),
        "draft" => meta.IsDraft.ToString(),
        "date" => meta.Date is { } date ? date.Instant.ToString("yyyy-MM-dd", null) : "-",
        "summary" => meta.Summary ?? "-",
        "slug" => meta.Slug ?? "-",
        "authors" => string.Join("|", meta.Authors),
        "weight" => meta.Weight?.ToString() ?? "-",
        "pin" => meta.Pin.ToString(),
        "toc" => meta.Toc?.ToString() ?? "-",
        "cover" => meta.Cover ?? "-",
        "layout" => meta.Layout ?? "-",
        "listed" => meta.Listed.ToString(),
        "series" => meta.Series ?? "-",
        "aliases" => string.Join("|", meta.Aliases),
        "comments" => meta.Comments?.ToString() ?? "-",
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    [Theory]
    [InlineData("title: 2024", "title", "2024")]
    [InlineData("title: true", "title", "true")]
    [InlineData("title: 0777", "title", "0777")]
    [InlineData("title: 12:30:45", "title", "12:30:45")]
    [InlineData("title: no", "title", "no")]
    [InlineData("title: 2024-01-01", "title", "2024-01-01")]
    [InlineData("title:", "title", "-")]
    [InlineData("title: null", "title", "-")]
    [InlineData("title: ~", "title", "-")]
    [InlineData("title: \"\"", "title", "-")]
    [InlineData("title: \"null\"", "title", "null")]
    [InlineData("title: a\n  b", "title", "a b")]
    [InlineData("title: |\n  a\n  b", "title", "a b")]
    [InlineData("title: >-\n  a\n  b", "title", "a b")]
    [InlineData("title: \"a\n\n  b\"", "title", "a b")]
    [InlineData("tags: a b", "tags", "a b")]
    [InlineData("tags: a, b", "tags", "a|b")]
    [InlineData("tags: a，b", "tags", "a|b")]
    [InlineData("tags: a,, b,", "tags", "a|b")]
    [InlineData("tags: [2016]", "tags", "2016")]
    [InlineData("tags: 2016", "tags", "2016")]
    [InlineData("tags: [true, no, 1_000]", "tags", "true|no|1_000")]
    [InlineData("tags: [a, null, '', b]", "tags", "a|b")]
    [InlineData("tags: []", "tags", "")]
    [InlineData("tags:", "tags", "")]
    [InlineData("tags: ''", "tags", "")]
    [InlineData("tags:\n- a\n- b", "tags", "a|b")]
    [InlineData("tags:\n  - a\n  - b", "tags", "a|b")]
    [InlineData("tags: [C++, C#, C/C++]", "tags", "C++|C#|C/C++")]
    [InlineData("tags: [AI, ai, ＡＩ]", "tags", "AI")]
    [InlineData("tags: [\"a, b\"]", "tags", "a, b")]
    [InlineData("categories: A", "categories", "A")]
    [InlineData("categories: A/B", "categories", "A/B")]
    [InlineData("categories: [A, B]", "categories", "A/B")]
    [InlineData("categories:\n- A\n- B", "categories", "A/B")]
    [InlineData("categories: [[A, B], [C]]", "categories", "A/B|C")]
    [InlineData("categories:\n- [A, B]\n- C", "categories", "A/B|C")]
    [InlineData("categories: []", "categories", "")]
    [InlineData("categories:", "categories", "-")]
    [InlineData("category: C/C++", "categories", "C/C++")]
    [InlineData("category: a, b", "categories", "a, b")]
    [InlineData("categories: 2016", "categories", "2016")]
    [InlineData("draft: true", "draft", "True")]
    [InlineData("draft: False", "draft", "False")]
    [InlineData("draft: \"true\"", "draft", "True")]
    [InlineData("draft:", "draft", "False")]
    [InlineData("published: false", "draft", "True")]
    [InlineData("published: true", "draft", "False")]
    [InlineData("published: 2024-05-06", "date", "2024-05-06")]
    [InlineData("pubDate: 2024-05-06", "date", "2024-05-06")]
    [InlineData("publishDate: \"2024-05-06\"", "date", "2024-05-06")]
    [InlineData("date:", "date", "-")]
    [InlineData("excerpt: \" \"", "summary", "-")]
    [InlineData("excerpt: a", "summary", "a")]
    [InlineData("slug: 404", "slug", "404")]
    [InlineData("author: Ann", "authors", "Ann")]
    [InlineData("authors: [Ann, Bo]", "authors", "Ann|Bo")]
    [InlineData("author: {name: Ann, url: x}", "authors", "Ann")]
    [InlineData("authors:\n- name: Ann\n- id: bo", "authors", "Ann|bo")]
    [InlineData("weight: 3", "weight", "3")]
    [InlineData("order: \"3\"", "weight", "3")]
    [InlineData("top: true", "pin", "1")]
    [InlineData("sticky: 100", "pin", "100")]
    [InlineData("toc: {enable: false, number: true}", "toc", "False")]
    [InlineData("cover: {image: a.png}", "cover", "a.png")]
    [InlineData("image: a.png", "cover", "a.png")]
    [InlineData("layout: null", "layout", "-")]
    [InlineData("template: wide.html", "layout", "wide")]
    [InlineData("listed: terms", "listed", "Terms")]
    [InlineData("listed: false", "listed", "Nowhere")]
    [InlineData("series: [A]", "series", "A")]
    [InlineData("redirect_from: /old", "aliases", "/old/")]
    [InlineData("redirect_from:\n- /old\n- /older.html", "aliases", "/old/|/older.html")]
    [InlineData("comments: false", "comments", "False")]
    public void FM_8_a_value_with_one_possible_meaning_is_taken(string yaml, string key, string expected)
    {
        var entry = Given.Post(yaml);

        Assert.Equal(expected, Show(entry.Meta, key));
        Assert.Empty(entry.Diagnostics);
    }

    [Theory]
    [InlineData("title: [a]", "2:8: error B1067: 'title': expected text, found a list")]
    [InlineData("title: {a: b}", "2:8: error B1067: 'title': expected text, found a map")]
    [InlineData("title:\n  a: b", "3:3: error B1067: 'title': expected text, found a map")]
    [InlineData("tags: {a: b}", "2:7: error B1067: 'tags': expected a list of texts, found a map")]
    [InlineData("tags: [a, [b]]", "2:11: error B1067: 'tags': expected a list of texts, found a list inside the list")]
    [InlineData("tags:\n- a: b", "3:3: error B1067: 'tags': expected a list of texts, found a map inside the list")]
    [InlineData("categories: {a: b}", "2:13: error B1067: 'categories': expected a list of texts, found a map")]
    [InlineData("draft: maybe", "2:8: error B1067: 'draft': expected true or false, found 'maybe'")]
    [InlineData("draft: 1", "2:8: error B1067: 'draft': expected true or false, found '1'")]
    [InlineData("draft: []", "2:8: error B1067: 'draft': expected true or false, found a list")]
    [InlineData("date: [2024-01-01]", "2:7: error B1067: 'date': expected a date, found a list")]
    [InlineData("weight: heavy", "2:9: error B1067: 'weight': expected a whole number, found 'heavy'")]
    [InlineData("weight: 1.5", "2:9: error B1067: 'weight': expected a whole number, found '1.5'")]
    [InlineData("listed: term", "2:9: error B1068: 'listed' cannot be 'term'")]
    [InlineData("extra: a", "2:8: error B1067: 'extra': expected a map, found 'a'")]
    [InlineData("draft: \"no\"", "2:8: warning B1069: 'draft': 'no' is text in YAML 1.2, read as false")]
    [InlineData("draft: yes", "2:8: warning B1069: 'draft': 'yes' is text in YAML 1.2, read as true")]
    [InlineData("comments: off", "2:11: warning B1069: 'comments': 'off' is text in YAML 1.2, read as false")]
    [InlineData("date: \"\"\ndate: x", "3:1: error B1047: 'date' stands here and in line 2")]
    public void FM_8_any_other_value_is_told_with_what_was_expected(string yaml, string expected) =>
        Assert.Equal(expected, Assert.Single(Given.Post(yaml).Diagnostics.Lines()));
}
