using Blog.Text;

namespace Blog.Tests.Reading;

public class YamlSlipTests
{
    /// <summary>The lines of front matter; where the message points, counted from the front matter's first line; a part of text and of help.</summary>
    public static TheoryData<string, int, int, string, string> Slips => new()
    {
        { "title: a: b", 1, 9, "a colon in the text", "quote the text: title: \"a: b\"" },
        { "title: 你好: 世界", 1, 10, "a colon in the text", "title: \"你好: 世界\"" },
        { "title: 😀 a: b", 1, 11, "a colon in the text", "title: \"😀 a: b\"" },
        { "title: say \"a\": b", 1, 15, "a colon in the text", "title: 'say \"a\": b'" },
        { "title: a:", 1, 9, "a colon in the text", "title: \"a:\"" },
        { "title: [译] 你好", 1, 8, "text that begins with '[' reads as a list, but '你好' follows", "title: \"[译] 你好\"" },
        { "title: [a] \"b\"", 1, 8, "reads as a list", "title: '[a] \"b\"'" },
        { "title: {a} b", 1, 8, "reads as a map, but 'b' follows", "title: \"{a} b\"" },
        { "title: @x", 1, 8, "text cannot begin with '@'", "title: \"@x\"" },
        { "title: `x` y", 1, 8, "text cannot begin with '`'", "title: \"`x` y\"" },
        { "title: *x* y", 1, 8, "text cannot begin with '*'", "title: \"*x* y\"" },
        { "title: *x", 1, 8, "text cannot begin with '*'", "title: \"*x\"" },
        { "title: **x** y", 1, 8, "text cannot begin with '*'", "title: \"**x** y\"" },
        { "title: !x", 1, 8, "'!x' is a tag", "title: \"!x\"" },
        { "title: !important note", 1, 8, "'!important' is a tag", "title: \"!important note\"" },
        { "title: !!python/object:os.system x", 1, 8, "'!!python/object:os.system' is a tag", "remove the tag" },
        { "title: {{ x }}", 1, 8, "text cannot begin with '{{'", "title: \"{{ x }}\"" },
        { "title: {{ page.title }} and more", 1, 8, "text cannot begin with '{{'", "title: \"{{ page.title }} and more\"" },
        { "title: {% x %}", 1, 8, "'title': expected text, found a map", "title: \"{% x %}\"" },
        { "title: %x", 1, 8, "text cannot begin with '%'", "title: \"%x\"" },
        { "title: , x", 1, 8, "text cannot begin with ','", "title: \", x\"" },
        { "title: ] x", 1, 8, "text cannot begin with ']'", "title: \"] x\"" },
        { "title: } x", 1, 8, "text cannot begin with '}'", "title: \"} x\"" },
        { "title: - x", 1, 8, "text cannot begin with '-'", "title: \"- x\"" },
        { "title: ? x", 1, 8, "text cannot begin with '?'", "title: \"? x\"" },
        { "title: > x", 1, 8, "text cannot begin with '>'", "title: \"> x\"" },
        { "title: | x", 1, 8, "text cannot begin with '|'", "title: \"| x\"" },
        { "title: 'it's'", 1, 11, "the quoted text ends here, but 's'' follows", "title: 'it''s'" },
        { "title: \"a\" b", 1, 10, "the quoted text ends here, but 'b' follows", "title: '\"a\" b'" },
        { "title: \"say \"a\" b\"", 1, 13, "the quoted text ends here", "title: \"say \\\"a\\\" b\"" },
        { "title: \"abc", 1, 8, "the quoted text that begins here is not closed", "put \" at its end" },
        { "title: 'abc", 1, 8, "the quoted text that begins here is not closed", "put ' at its end" },
        { "title: \"C:\\Users\"", 1, 11, "'\\U' means nothing in double quotes", "single quotes" },
        { "title: \"a\\d\"", 1, 10, "'\\d' means nothing in double quotes", "single quotes" },
        { "tags:\n\t- a", 2, 1, "a tab cannot indent", "use blanks" },
        { "title: a\ntags：b", 2, 5, "a full-width colon '：' after 'tags'", "write 'tags: b'" },
        { "title：你好", 1, 6, "a full-width colon '：' after 'title'", "write 'title: 你好'" },
        { "title:a\ntags: b", 1, 6, "no blank after the colon of 'title'", "write 'title: a'" },
        { "title: a\ndraft:true", 2, 6, "no blank after the colon of 'draft'", "write 'draft: true'" },
        { "title:\u00A0a\ntags: b", 1, 6, "a no-break space after the colon of 'title'", "write 'title: a'" },
        { "title:\u3000a\ntags: b", 1, 6, "a full-width space after the colon of 'title'", "write 'title: a'" },
        { "title = a\ntags: b", 1, 7, "'=' after 'title' is TOML", "write 'title: a'" },
        { "title: a\ntags", 2, 1, "no colon after 'tags'", "write 'tags: value'" },
        { "tags: [a, b\ntitle: c", 1, 7, "the list that begins here is not closed", "put ']' at its end" },
        { "tags: [a, b]]", 1, 7, "reads as a list, but ']' follows", "quote the text" },
        { "tags:\n- a\n-b", 3, 1, "no blank after the '-' of a list", "write '- b'" },
        { "tags:\n  - @a", 2, 5, "text cannot begin with '@'", "quote the text: - \"@a\"" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void FM_1_a_slip_is_named_at_its_place_with_a_hint(string yaml, int line, int column, string text, string help)
    {
        var diagnostic = Assert.Single(Given.Post(yaml).Diagnostics);

        Assert.Equal((Severity.Error, line + 1, column), (diagnostic.Severity, diagnostic.Start.Line, diagnostic.Start.Column));
        Assert.Contains(text, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(help, diagnostic.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void FM_1_a_slip_nobody_thought_of_still_has_its_place()
    {
        var diagnostic = Assert.Single(Given.Post("tags:\n  - a\n - b").Diagnostics);

        Assert.Equal("4:2: error B1040: while parsing a block mapping, did not find expected key", Assert.Single(new[] { diagnostic }.Lines()));
    }

    [Theory]
    [InlineData("title: a #b")]
    [InlineData("title: C# and F#")]
    [InlineData("title: 12:30:45")]
    [InlineData("title: \"a: b\"")]
    [InlineData("title: a, [b], {c}")]
    [InlineData("title: 100% @home")]
    [InlineData("url_of: https://example.org/a?b=c#d")]
    [InlineData("title: “引号”：你好")]
    [InlineData("title: a\tb")]
    [InlineData("title: >-\n  folded: text\n  'more")]
    [InlineData("# a comment\ntitle: a")]
    public void FM_1_text_that_needs_no_quotes_is_taken(string yaml) =>
        Assert.DoesNotContain(Given.Post(yaml).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
}
