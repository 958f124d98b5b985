using Blog.Cli.Terminal;

namespace Blog.Tests.Cli;

public sealed class TableTests
{
    [Fact]
    public void Wide_characters_take_two_cells_and_marks_none()
    {
        var table = Table.Of([["词向量", "a"], ["word", "b"], ["e\u0301", "c"]]);

        Assert.Equal("词向量  a\nword    b\ne\u0301       c\n", table);
    }

    [Fact]
    public void Control_characters_are_spelled_out_and_counted_as_such() =>
        Assert.Equal("\\u001b[2J  a\nx          b\n", Table.Of([["\e[2J", "a"], ["x", "b"]]));

    [Fact]
    public void No_rows_are_no_text() => Assert.Equal("", Table.Of([]));
}
