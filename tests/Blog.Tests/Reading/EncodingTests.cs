using System.Globalization;
using System.Text;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

public class EncodingTests
{
    private const string Chinese = "---\ntitle: 词向量\n---\n自然语言处理里，词向量把每个词变成一个向量。\n";
    private const string French = "---\ntitle: Résumé\n---\nLe café était fermé, où êtes-vous passés à midi ?\n";
    private const string Japanese = "---\ntitle: これは\n---\nこれはテストです。ひらがなとカタカナの文章。\n";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static Entry Read(byte[] bytes) => Entry.Read(Given.File("content/posts/2026-01-11-a.md", bytes), Given.Shanghai);

    [Theory]
    [InlineData("GB18030", Chinese, "2:8", "B4", "GB18030")]
    [InlineData("big5", "---\ntitle: 詞向量\n---\n自然語言處理裡，詞向量把每個詞變成一個向量。\n", "2:8", "B5", "BIG5")]
    [InlineData("shift_jis", Japanese, "2:8", "82", "SHIFT_JIS")]
    [InlineData("iso-8859-1", French, "2:9", "E9", "ISO-8859-1")]
    [InlineData("windows-1252", "---\ntitle: a\n---\nIt’s “quoted”: – so what…\n", "4:3", "92", "WINDOWS-1252")]
    public void ENC_1_bytes_that_are_not_UTF_8_are_an_error_with_place_guess_and_command(string encoding, string text, string place, string first, string guess)
    {
        var entry = Read(Encoding.GetEncoding(encoding).GetBytes(text));

        var diagnostic = Assert.Single(entry.Diagnostics, d => d.Code == "B1031");
        Assert.Equal($"{place}: error B1031: the byte {first} is not UTF-8; the file looks like {guess}", Assert.Single(new[] { diagnostic }.Lines()));
        Assert.StartsWith($"iconv -f {guess} -t UTF-8 content/posts/2026-01-11-a.md > ", diagnostic.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void ENC_1_the_place_counts_characters_of_the_file_with_its_own_line_ends()
    {
        var entry = Read([.. "a\r\n你好 "u8, 0xFF, .. "\r\n"u8]);

        Assert.StartsWith("2:4: error B1031", entry.Diagnostics.Lines()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-16", "1:1: warning B1032: saved as UTF-16")]
    [InlineData("utf-16BE", "1:1: warning B1032: saved as UTF-16")]
    [InlineData("utf-32", "1:1: warning B1032: saved as UTF-32")]
    [InlineData("utf-32BE", "1:1: warning B1032: saved as UTF-32")]
    public void ENC_2_a_byte_order_mark_is_read_and_left_out(string name, string warning)
    {
        var encoding = Encoding.GetEncoding(name);
        var entry = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Chinese)]);

        Assert.Equal(("词向量", Chinese), (entry.Meta.Title, entry.Source.Text));
        Assert.Equal(warning, string.Join('\n', entry.Diagnostics.Lines()));
    }

    public static TheoryData<int> Controls => new(Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n' or '\r')).Append(0xFFFE).Append(0xFFFF));

    [Theory]
    [MemberData(nameof(Controls))]
    public void ENC_3_a_control_character_is_a_warning_and_becomes_the_replacement_character(int code)
    {
        var bad = (char)code;
        var entry = Read(Encoding.UTF8.GetBytes($"---\ntitle: a{bad}b\ntags: [c{bad}]\n---\nbo{bad}dy\n"));

        Assert.Equal($"2:9: warning B1033: the control character U+{code.ToString("X4", CultureInfo.InvariantCulture)} and 2 more", Assert.Single(entry.Diagnostics.Lines()));
        Assert.Equal(("a\uFFFDb", "c\uFFFD", "bo\uFFFDdy\n"), (entry.Meta.Title, Assert.Single(entry.Meta.Tags), entry.BodyText.ToString()));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void ENC_4_line_ends_make_no_difference(string lineEnd)
    {
        var text = "---\ntitle: \"a\nb\"\nsummary: |\n  c\n  d\nwrong key: e\n---\n# Body\n\ntext\n";
        var expected = Given.Entry(text);
        var entry = Given.Entry(text.Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(expected.Source.Text, entry.Source.Text);
        Assert.Equal((expected.Meta.Title, expected.Meta.Summary, expected.BodyText.ToString()), (entry.Meta.Title, entry.Meta.Summary, entry.BodyText.ToString()));
        Assert.Equal(expected.Diagnostics.Lines(), entry.Diagnostics.Lines());
    }

    [Fact]
    public void ENC_4_mixed_line_ends_are_read_and_other_separators_stay() =>
        Assert.Equal("a\nb\n\nc\u2028d\u0085e", Given.File("a.md", "a\r\nb\n\rc\u2028d\u0085e").Text.Text);

    [Fact]
    public void ENC_5_tags_that_differ_by_an_invisible_character_are_one()
    {
        var entry = Given.Post("tags: [ab, a\u200Bb]");

        Assert.Equal("ab", Assert.Single(entry.Meta.Tags));
        Assert.Equal("2:7: warning B1036: invisible character U+200B in a tag", Assert.Single(entry.Diagnostics.Lines()));
    }

    [Theory]
    [InlineData("\uFEFFtitle: a", "invisible character U+FEFF in the key 'title'")]
    [InlineData("ti\u200Btle: a", "invisible character U+200B in the key 'title'")]
    [InlineData("title\u00A0: a", "invisible character U+00A0 in the key 'title'")]
    public void ENC_5_invisible_characters_in_keys_are_left_out_with_a_warning(string yaml, string message)
    {
        var entry = Given.Post(yaml);

        Assert.Equal("a", entry.Meta.Title);
        Assert.Equal("2:1: warning B1036: " + message, Assert.Single(entry.Diagnostics.Lines()));
    }

    [Fact]
    public void ENC_5_slugs_and_paths_lose_them_and_the_body_keeps_them()
    {
        var slug = Given.Post("slug: a\u202Eb");
        var path = Given.Entry("---\ntitle: a\n---\nbo\u200Bdy", "content/posts/2026-01-11-a\u200Bb.md");

        Assert.Equal(("/posts/ab/", "2:7: warning B1036: invisible character U+202E in the slug"), (slug.Url.Value, Assert.Single(slug.Diagnostics.Lines())));
        Assert.Equal(("/posts/ab/", "1:1: warning B1036: invisible character U+200B in the path"), (path.Url.Value, Assert.Single(path.Diagnostics.Lines())));
        Assert.Equal("bo\u200Bdy", path.BodyText.ToString());
    }

    [Fact]
    public void FM_11_a_picture_named_as_text_looks_binary()
    {
        var entry = Read([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13]);

        Assert.Equal("1:1: error B1034: looks binary: this is a PNG image, not text", Assert.Single(entry.Diagnostics.Lines()));
        Assert.False(entry.File.HasText);
    }

    [Fact]
    public void FM_11_bytes_of_any_kind_look_binary_when_many_are_zero() =>
        Assert.StartsWith("1:1: error B1034: looks binary", Read([.. Enumerable.Range(0, 4000).Select(i => (byte)(i % 4 == 1 ? 200 : 0))]).Diagnostics.Lines()[0], StringComparison.Ordinal);

    [Fact]
    public void A_text_over_the_limit_is_an_error_and_is_not_even_read()
    {
        var file = new SourceFile(new("content/a.md"), new(20 * 1024 * 1024, 0), () => throw new InvalidOperationException());

        Assert.Equal("1:1: error B1035: a text of 20 MB is over the limit of 16 MB", Assert.Single(file.TextDiagnostics.Lines()));
    }
}
