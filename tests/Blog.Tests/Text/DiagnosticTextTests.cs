using Blog.Text;

namespace Blog.Tests.Text;

public class DiagnosticTextTests
{
    private static readonly SourceText Source = new("a.html", string.Concat(Enumerable.Range(1, 12).Select(line => $"line {line}\n")));

    private static TextSpan Line(int line) => new(Source.StartOfLine(line), 4);

    [Fact]
    public void A_label_stands_behind_the_caret() =>
        Assert.Equal("""
            a.html:2:1: error T1: m
              2 | line 2
                | ^^^^ opened here

            """, DiagnosticText.Of(Diagnostic.Error("T1", "m", Source, Line(2)) with { Label = "opened here" }));

    [Fact]
    public void A_note_can_quote_its_line_below_the_first_with_one_gutter_and_before_the_help() =>
        Assert.Equal("""
            a.html:2:1: error T1: m
               2 | line 2
                 | ^^^^
              12 | line 12
                 | ^^^^ closed here
              help: h

            """, DiagnosticText.Of(Diagnostic.Error("T1", "m", Source, Line(2), "h") with { Notes = [new("closed here", Source, Line(12), Quote.Line)] }));

    [Fact]
    public void Two_places_of_one_line_share_it() =>
        Assert.Equal("""
            a.html:2:6: error T1: m
              2 | line 2
                |      ^
                | ^^^^ opened here

            """, DiagnosticText.Of(Diagnostic.Error("T1", "m", Source, new(Source.StartOfLine(2) + 5, 1)) with { Notes = [new("opened here", Source, Line(2), Quote.Line)] }));

    [Fact]
    public void A_line_of_another_file_is_not_mixed_in() =>
        Assert.Equal("""
            a.html:2:1: error T1: m
              2 | line 2
                | ^^^^
              opened here b.html:1:1: other

            """, DiagnosticText.Of(Diagnostic.Error("T1", "m", Source, Line(2)) with { Notes = [new("opened here", new("b.html", "other"), new(0, 5), Quote.Line)] }));

    [Fact]
    public void The_words_of_a_note_are_quoted_on_one_line_and_cut()
    {
        var source = new SourceText("b.html", "include 'card'\r\n  " + new string('x', 80));

        var text = DiagnosticText.Of(Diagnostic.Error("T1", "m", null, default) with { Notes = [new("included from", source, new(0, source.Text.Length), Quote.Words)] });

        Assert.Equal($"error T1: m\n  included from b.html:1:1: include 'card'   {new string('x', 42)}…\n", text);
    }

    [Theory]
    [InlineData("a\r\nb 文x\r\n")]
    [InlineData("a\rb 文x\r")]
    [InlineData("a\nb 文x\n")]
    public void Every_line_end_ends_a_line_and_none_is_shown(string text) =>
        Assert.Equal("""
            a.html:2:4: error T1: m
              2 | b 文x
                |     ^

            """, DiagnosticText.Of(Diagnostic.Error("T1", "m", new("a.html", text), new(text.IndexOf('x', StringComparison.Ordinal), 1))));

    [Fact]
    public void A_cut_never_leaves_half_a_character() => Assert.Equal("a", DiagnosticText.Cut("a😀b", 2));
}
