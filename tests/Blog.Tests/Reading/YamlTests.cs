using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

public class YamlTests
{
    private static YamlDocument Parse(string text) => Yaml.Parse(new SourceText("a.yaml", text), new(0, text.Length));

    private static string Only(YamlDocument document) => Assert.Single(document.Diagnostics.Lines());

    public static TheoryData<string> DeepTexts => new()
    {
        new string('[', 65),
        new string('[', 100_000),
        new string('[', 65) + new string(']', 65),
        new string('[', 100_000) + new string(']', 100_000),
        "a: " + new string('[', 100_000),
        new string('{', 100_000),
        string.Concat(Enumerable.Repeat("[ ", 100_000)),
        string.Concat(Enumerable.Repeat("[\n", 100_000)),
        string.Concat(Enumerable.Repeat("{a: ", 50_000)),
        string.Concat(Enumerable.Repeat("- ", 100_000)) + "a",
        string.Concat(Enumerable.Repeat("? ", 100_000)) + "a",
        string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', i) + "a:\n")),
        "a: &a " + new string('[', 40) + new string(']', 40) + "\nb: " + new string('[', 40) + "*a" + new string(']', 40),
    };

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void FM_5_nesting_over_the_limit_is_an_error_at_the_first_bracket_too_many(string text) =>
        Assert.EndsWith(": error B1042: nested deeper than 64", Only(Parse(text)));

    [Fact]
    public void FM_5_the_limit_itself_is_allowed()
    {
        Assert.NotNull(Parse(new string('[', 64) + new string(']', 64)).Root);
        Assert.Equal("1:65: error B1042: nested deeper than 64", Only(Parse(new string('[', 65) + new string(']', 65))));
    }

    [Fact]
    public void FM_5_brackets_in_text_are_not_nesting() => Assert.Empty(Parse("title: a " + new string('[', 1000)).Diagnostics);

    [Fact]
    public void FM_6_an_alias_bomb_stops_at_the_limit_of_values()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghi".Select(c => $"{c}: &{c} [{string.Join(',', Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n"));

        Assert.Equal("5:8: error B1045: too many aliases: what they stand for has more than 10000 values", Only(Parse(bomb)));
    }

    [Fact]
    public void FM_6_an_alias_inside_its_own_anchor_refers_to_itself() =>
        Assert.Equal("1:11: error B1046: '*a' refers to itself", Only(Parse("a: &a [b, *a]")));

    [Fact]
    public void FM_6_size_and_number_of_values_have_limits()
    {
        Assert.Equal("1:1: error B1043: 257 KB of values are over the limit of 256 KB", Only(Parse("a: " + new string('字', 88_000))));
        Assert.Equal("1:20000: error B1044: more than 10000 values", Only(Parse("- [" + string.Concat(Enumerable.Repeat("a,", 10_001)) + "]")));
    }

    [Fact]
    public void An_alias_stands_for_the_value_at_its_anchor()
    {
        var map = Assert.IsType<YamlMapping>(Parse("a: &x [1, 2]\nb: *x").Root);

        Assert.Equal(2, Assert.IsType<YamlSequence>(map["b"]).Items.Length);
    }

    [Fact]
    public void An_anchor_that_nothing_refers_to_is_probably_text()
    {
        var document = Parse("title: &amp b");

        Assert.Equal("1:8: warning B1048: '&amp' is read as an anchor and is not part of the text", Only(document));
    }

    [Fact]
    public void FM_7_equal_keys_are_an_error_naming_both_lines()
    {
        var diagnostic = Assert.Single(Parse("title: a\ndate: b\ntitle: c").Diagnostics);

        Assert.Equal("a.yaml:3:1: error B1047: 'title' stands here and in line 1\n  3 | title: c\n    | ^^^^^\n  help: remove one of the two\n  the first 'title': a.yaml:1:1\n",
            DiagnosticText.Of(diagnostic));
    }

    [Theory]
    [InlineData("a: \"one\ntwo\"\nb: c", "one two")]
    [InlineData("a: \"one\n\ntwo\"\nb: c", "one\ntwo")]
    [InlineData("a: \"one \\\ntwo\"\nb: c", "one two")]
    [InlineData("a: \"one\n\"\nb: c", "one ")]
    [InlineData("a: \"one \\\"x\\\"\ntwo\"\nb: c", "one \"x\" two")]
    [InlineData("a: 'one\ntwo'\nb: c", "one two")]
    [InlineData("a: 'it''s\ntwo'\nb: c", "it's two")]
    [InlineData("a:   \"one\ntwo: three\n- four\"\nb: c", "one two: three - four")]
    public void FM_3_quoted_text_that_goes_on_in_column_0_is_folded_as_libyaml_does(string text, string value)
    {
        var map = Assert.IsType<YamlMapping>(Parse(text).Root);

        Assert.Equal(value, Assert.IsType<YamlScalar>(map["a"]).Value);
        var b = Assert.IsType<YamlScalar>(map["b"]);
        Assert.Equal("c", text.Substring(b.Span.Start, b.Span.Length));
    }

    [Fact]
    public void FM_3_what_follows_such_text_has_its_place_in_the_file()
    {
        var document = Parse("nested:\n  a: \"one\ntwo\nthree\"\nb: x\nb: y");

        Assert.Equal("6:1: error B1047: 'b' stands here and in line 5", Only(document));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("no", null)]
    [InlineData("off", null)]
    [InlineData("\"true\"", null)]
    public void FM_8_booleans_are_those_of_YAML_1_2(string text, bool? value) =>
        Assert.Equal(value, Assert.IsType<YamlScalar>(Parse(text).Root).AsBoolean);

    [Theory]
    [InlineData("12", 12.0)]
    [InlineData("-1.5e3", -1500.0)]
    [InlineData("0", 0.0)]
    [InlineData("0.5", 0.5)]
    [InlineData("0777", null)]
    [InlineData("12:30:45", null)]
    [InlineData("1_000", null)]
    [InlineData("\"12\"", null)]
    [InlineData("!!str 12", null)]
    [InlineData("2024-01-01", null)]
    public void FM_8_numbers_are_those_that_all_readers_agree_on(string text, double? value) =>
        Assert.Equal(value, Assert.IsType<YamlScalar>(Parse(text).Root).AsNumber);

    [Fact]
    public void A_second_document_is_an_error() => Assert.Equal("2:1: error B1049: a second document begins here", Only(Parse("a: b\n---\nc: d\n")));

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("\n\n")]
    public void A_document_without_values_is_no_error(string text) => Assert.Equal((null, 0), (Parse(text).Root, Parse(text).Diagnostics.Length));

    [Fact]
    public void Mutated_text_never_throws()
    {
        const string Text = "title: \"a\nb\"\ntags: [x, 'y', {z: 1}]\nother: &a\n  - *a\n  - |\n    text\n? k\n: !!str v\n";
        const string Marks = "[]{}:,&*!|>'\"%@`#?- \t\n\\\u2028\u0085x0";
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var chars = Text.ToCharArray();
            for (var change = 0; change < 4; change++)
            {
                chars[random.Next(chars.Length)] = Marks[random.Next(Marks.Length)];
            }

            Parse(new string(chars));
        }
    }
}
