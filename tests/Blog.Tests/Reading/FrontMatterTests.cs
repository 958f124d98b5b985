using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

public class FrontMatterTests
{
    [Theory]
    [InlineData("---\ntitle: a\n---\nBody")]
    [InlineData("---   \ntitle: a\n---\t\nBody")]
    [InlineData("---\ntitle: a\n...\nBody")]
    [InlineData("{\"title\": \"a\"}\nBody")]
    [InlineData("{\n  \"title\": \"a\",\n}\nBody")]
    public void Front_matter_stands_between_its_delimiters(string text)
    {
        var entry = Given.Entry(text);

        Assert.Equal(("a", "Body"), (entry.Meta.Title, entry.BodyText.ToString().Trim()));
        Assert.Empty(entry.Diagnostics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Body")]
    [InlineData("# Title\n\n---\n\ntext")]
    [InlineData("{{< shortcode >}}\n")]
    [InlineData("{: .class}\ntext")]
    [InlineData("----\ntext\n----\n")]
    [InlineData("Note: this is text\n---\nand more")]
    [InlineData("title: this is\nno: front matter, for nothing ends it")]
    [InlineData("date: a\n\n- a list\n---\nthe parser says no")]
    public void FM_11_text_without_front_matter_is_body_from_its_first_character(string text)
    {
        var entry = Given.Entry(text);

        Assert.Equal(text, entry.BodyText.ToString());
        Assert.Empty(entry.Diagnostics);
    }

    [Theory]
    [InlineData("---\ntitle: a\n\nBody")]
    [InlineData("---\n")]
    [InlineData("---")]
    [InlineData("---\n\nText below a rule.\n")]
    public void FM_2_front_matter_that_is_not_closed_is_an_error_that_says_how_to_write_a_rule(string text)
    {
        var diagnostic = Assert.Single(Given.Entry(text).Diagnostics);

        Assert.Equal("1:1: error B1060: front matter opened in line 1 is not closed", Assert.Single(new[] { diagnostic }.Lines()));
        Assert.Equal("put '---' on a line of its own below the keys; for a rule in the first line write '***'", diagnostic.Help);
    }

    [Fact]
    public void FM_2_prose_between_two_rules_is_no_front_matter()
    {
        var diagnostic = Assert.Single(Given.Entry("---\n\nJust some prose, then a rule.\n\n---\n\nMore.").Diagnostics);

        Assert.Equal("3:1: error B1061: front matter must be lines of 'key: value'", Assert.Single(new[] { diagnostic }.Lines()));
        Assert.Equal("for a rule in the first line write '***' instead of '---'", diagnostic.Help);
    }

    [Fact]
    public void FM_1_TOML_is_an_error_that_says_how_to_convert_and_its_text_is_not_body()
    {
        var entry = Given.Entry("+++\ntitle = \"a\"\n+++\nBody");

        Assert.Equal("1:1: error B1062: front matter in TOML is not supported", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Contains("put '---' in place of both '+++'", entry.Diagnostics[0].Help, StringComparison.Ordinal);
        Assert.Equal("Body", entry.BodyText.ToString());
    }

    [Theory]
    [InlineData("{\n  \"title\": a\n}\n", "2:12: error B1050: this is not JSON: 'a' is an invalid start of a value")]
    [InlineData("{\n  \"title\": \"a\"\n", "1:1: error B1050: the JSON object that begins in line 1 is not closed")]
    [InlineData("{\"title\": \"a\",\n \"title\": \"b\"}\n", "2:2: error B1047: 'title' stands here and in line 1")]
    [InlineData("{\"标题\": \"a\", \"tags\": {\"a\": 1}}\n", "1:21: error B1067: 'tags': expected a list of texts, found a map")]
    public void FM_1_JSON_has_places_too(string text, string expected) =>
        Assert.Equal(expected, Given.Entry(text).Diagnostics.Lines().Last());

    [Fact]
    public void FM_5_JSON_has_the_same_limit_of_depth() =>
        Assert.EndsWith("nested deeper than 64", Assert.Single(Given.Entry("{\"a\": " + new string('[', 100) + new string(']', 100) + "}").Diagnostics.Lines()));

    [Fact]
    public void FM_4_front_matter_without_its_opening_line_is_taken_with_a_warning()
    {
        var entry = Given.Entry("title: a\ndate: 2020-01-02\n---\nBody");

        Assert.Equal(("a", "Body"), (entry.Meta.Title, entry.BodyText.ToString()));
        Assert.Equal("1:1: warning B1063: front matter without its opening '---'", Assert.Single(entry.Diagnostics.Lines()));
    }

    [Fact]
    public void FM_4_front_matter_below_an_empty_line_is_taken_with_a_warning()
    {
        var entry = Given.Entry("\n\n---\ntitle: a\n---\nBody");

        Assert.Equal(("a", "Body"), (entry.Meta.Title, entry.BodyText.ToString()));
        Assert.Equal("3:1: warning B1063: front matter must begin in line 1", Assert.Single(entry.Diagnostics.Lines()));
    }

    [Theory]
    [InlineData("categries: A", "did you mean 'categories'?")]
    [InlineData("categorieso: A", "did you mean 'categories'?")]
    [InlineData("Title: A", "did you mean 'title'?")]
    [InlineData("data: A", "did you mean 'date'?")]
    [InlineData("mathjax_: A", "values of your own go under 'extra'")]
    public void FM_10_an_unknown_key_is_a_warning_and_its_value_is_kept(string yaml, string help)
    {
        var entry = Given.Post(yaml);

        var key = yaml.Split(':')[0];
        Assert.Equal($"2:1: warning B1064: '{key}' is not a known key", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Equal(help, entry.Diagnostics[0].Help);
        Assert.Equal("A", Assert.IsType<YamlScalar>(entry.Meta.Extra?[key]).Value);
    }

    [Theory]
    [InlineData("keywords: a", "tags")]
    [InlineData("subtitle: a", "description")]
    [InlineData("type: a", "layout")]
    [InlineData("status: a", "draft")]
    [InlineData("mathjax: true", "math")]
    public void FM_10_a_key_of_another_generator_is_a_warning_that_names_the_right_one(string yaml, string meant)
    {
        var entry = Given.Post(yaml);

        Assert.StartsWith("2:1: warning B1065: ", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Equal($"write '{meant}', or put it under 'extra'", entry.Diagnostics[0].Help);
    }

    [Fact]
    public void Values_under_extra_are_free()
    {
        var entry = Given.Post("extra:\n  anything: [1, 2]\n  more: {a: b}");

        Assert.Equal(["anything", "more"], entry.Meta.Extra!.Pairs.Select(pair => pair.Key.Value)); // asserted by its use
        Assert.Empty(entry.Diagnostics);
    }

    [Fact]
    public void Of_two_names_for_one_key_the_canonical_one_is_used()
    {
        var entry = Given.Post("category: A\ncategories: [B]");

        Assert.Equal("3:1: warning B1066: 'categories' means the same as 'category'; 'categories' is used", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Equal("B", Assert.Single(Assert.Single(entry.Categories)));
    }

    [Fact]
    public void FM_11_a_post_without_any_date_is_told_and_a_page_is_not()
    {
        Assert.Equal("1:1: warning B1072: this post has no date and is listed last", Assert.Single(Given.Post("title: a", "content/posts/a.md").Diagnostics.Lines()));
        Assert.Empty(Given.Post("title: a", "content/a.md").Diagnostics);
    }

    [Fact]
    public void FM_11_a_date_key_wins_over_the_file_name()
    {
        Assert.Equal(2020, Given.Post("date: 2020-05-06").Date?.Instant.Year);
        Assert.Equal(2026, Given.Post("title: a").Date?.Instant.Year);
    }

    [Fact]
    public void FM_11_names_of_a_file_without_title_come_without_date() =>
        Assert.Equal(("hello", "bundle"), (Given.Post("tags: a", "content/posts/2026-01-11-hello.md").Name, Given.Post("tags: a", "content/posts/2026-01-11-bundle/index.md").Name));

    [Fact]
    public void A_wrong_key_does_not_hide_the_others()
    {
        var lines = Given.Post("title: [a]\ndate: 2024-02-30\ndraft: maybe\ntags: {a: b}").Diagnostics.Lines();

        Assert.Equal(["2:8", "3:7", "4:8", "5:7"], lines.Select(line => line.Split(": ")[0]).Order());
    }

    [Fact]
    public void Places_of_values_are_kept_for_later_messages()
    {
        var entry = Given.Post("title: a\ncover: a.png");

        Assert.Equal((3, 8), entry.Source.PositionOf(entry.Meta.Places["cover"].Start) is var place ? (place.Line, place.Column) : default);
    }
}
