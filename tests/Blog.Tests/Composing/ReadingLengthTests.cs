using Blog.Composing;

namespace Blog.Tests.Composing;

public class ReadingLengthTests
{
    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("。， — !", 0, 0)]
    [InlineData("中文和English混排", 5, 1)]
    [InlineData("don't, state-of-the-art; 3.14 and e.g. this", 0, 6)]
    [InlineData("ひらがなとカタカナー", 10, 0)]
    [InlineData("한국어 문장", 0, 2)]
    [InlineData("naïve cafe\u0301 x", 0, 3)]
    [InlineData("𠮷野家 😀 a", 3, 1)]
    [InlineData("\ud800a\ud800", 0, 1)]
    public void Scripts_are_counted_each_in_its_way(string text, int characters, int words) => Assert.Equal(new ReadingLength(characters, words), ReadingLength.Of(text));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(400, 0, 1)]
    [InlineData(401, 0, 2)]
    [InlineData(0, 220, 1)]
    [InlineData(200, 110, 1)]
    [InlineData(200, 111, 2)]
    public void Minutes_add_up_over_the_scripts(int characters, int words, int minutes) => Assert.Equal(minutes, new ReadingLength(characters, words).Minutes);

    [Fact]
    public void Prose_counts_and_code_does_not() =>
        Assert.Equal(new ReadingLength(3, 6), new PostSample("# 题\n\n正文 a $x_1$\n\n```\nnot this\n```\n\n| 表 | b |\n|---|---|\n| c | d |\n\n<p>nor this</p>\n\n- `e`\n").Render().Length);
}
