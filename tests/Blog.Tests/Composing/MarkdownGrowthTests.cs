using System.Text;
using Blog.Tests.Kit;

namespace Blog.Tests.Composing;

/// <summary>
/// Row MD-2: twice the text is never more than three times the work, whatever the text is. First the shapes that CommonMark's own implementation is tested
/// with, then those of which Markdig alone makes minutes, then what our own syntax could be abused for.
/// </summary>
public class MarkdownGrowthTests
{
    /// <summary>Marks that open, close or cross without end. Up to the bound on marks in a block each makes the next one dearer; the size is beyond it.</summary>
    [Theory]
    [InlineData("*a **a ", 28_000)]
    [InlineData("_a ", 24_000)]
    [InlineData("a_ ", 24_000)]
    [InlineData("*a_ ", 24_000)]
    [InlineData("[ a_", 24_000)]
    [InlineData("~a~~", 20_000)]
    [InlineData("a]", 40_000)]
    [InlineData("[a", 10_000)]
    [InlineData("[ (](", 10_000)]
    [InlineData("![[]()", 30_000)]
    [InlineData("[a](<b", 20_000)]
    [InlineData("[a](b", 20_000)]
    public void MD2_marks(string text, int size) => AssertLinear(text, size);

    [Theory]
    [InlineData("> [a](b)\n", 10_000)]
    [InlineData("<!--", 40_000)]
    [InlineData("a <!--", 60_000)]
    [InlineData("a <?", 20_000)]
    [InlineData("a <!A ", 40_000)]
    [InlineData("a <![CDATA[", 60_000)]
    [InlineData("a <b c=\"", 20_000)]
    [InlineData("<?", 12_000)]
    [InlineData("<!A ", 12_000)]
    [InlineData("<![CDATA[", 20_000)]
    [InlineData("a <b>", 10_000)]
    [InlineData("a </b>", 10_000)]
    [InlineData("<div>\n\n", 16_000)]
    public void MD2_html(string text, int size) => AssertLinear(text, size);

    [Theory]
    [InlineData("<div>\n", "<b>a</b>\n", 20_000)]
    [InlineData("<div>\n", "<a\n", 16_000)]
    [InlineData("<div>\n", "<a b=\"\n", 16_000)]
    [InlineData("|a|b|\n|-|-|\n", "|c|d|\n", 10_000)]
    [InlineData("|a|b|\n|-|-|\n", "| $a|b$ | `c|d` |\n", 10_000)]
    [InlineData("*[HTML]: x\n\n", "HTML ", 16_000)]
    [InlineData("*[HTML]: x\n\n", "用HTML写", 10_000)]
    [InlineData("[^1]: a\n\n", "[^1] ", 10_000)]
    [InlineData("``` a ", "{", 20_000)]
    [InlineData("``` a ", "b=\"c\" ", 20_000)]
    [InlineData(":::tabs\n", ":::tab[a]\n:::\n", 10_000)]
    [InlineData("[TOC]\n\n", "# a\n\n## b\n\n### c\n\n", 10_000)]
    public void MD2_what_stands_below_an_opening(string opening, string text, int size) =>
        Growth.AssertLinear(length => opening + Repeat(text, length), size, Render, SmallStack);

    [Theory]
    [InlineData("a\n", 16_000)]
    [InlineData("> a\n", 10_000)]
    [InlineData("- a\n", 10_000)]
    [InlineData("a\n: b\n\n", 10_000)]
    [InlineData("[a]: b\n", 40_000)]
    [InlineData("[a]: b 'c\n", 20_000)]
    [InlineData("## a\n\n", 10_000)]
    [InlineData("# a {#{#", 16_000)]
    [InlineData("http://a.b/(", 20_000)]
    [InlineData("mailto:a@", 20_000)]
    [InlineData("&#", 40_000)]
    [InlineData("<a:", 20_000)]
    public void MD2_other_syntax_of_markdown(string text, int size) => AssertLinear(text, size);

    [Theory]
    [InlineData("$", 40_000)]
    [InlineData("$a ", 16_000)]
    [InlineData("$`", 10_000)]
    [InlineData("$a$ ", 10_000)]
    [InlineData("$$ a\n\n", 16_000)]
    [InlineData("\\(a ", 20_000)]
    [InlineData("\\[ a\n\n", 16_000)]
    [InlineData("\\begin{equation}\n\n", 16_000)]
    [InlineData("\\eqref{", 20_000)]
    [InlineData("::figure{", 20_000)]
    [InlineData(":::details\n:::\n", 10_000)]
    [InlineData("{字|", 20_000)]
    [InlineData("{字|a}", 10_000)]
    [InlineData("{a ", 10_000)]
    [InlineData("`a`{.b} ", 10_000)]
    [InlineData("> [!NOTE]\n\n", 10_000)]
    [InlineData("```js\na\n```\n\n", 10_000)]
    [InlineData("한 の字", 10_000)]
    [InlineData("[^1]", 16_000)]
    public void MD2_syntax_of_our_own(string text, int size) => AssertLinear(text, size);

    /// <summary>A text has only as many lengths as the root of its own, so that reading on for each is less than a square: four times the text tells it.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("| a |\n|---|\n| ")]
    public void MD2_runs_of_backticks_of_all_lengths(string opening) => Growth.AssertLinear(
        length => opening + string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2 * length)).Select(run => "a" + new string('`', run))), 400_000, Render, SmallStack, times: 4);

    [Fact]
    public void MD2_definitions_of_links() => Growth.AssertLinear(length => Each(length / 12, i => $"[{i}]: u\n") + Each(length / 12, i => $"[{i}] "), 60_000, Render, SmallStack);

    [Fact]
    public void MD2_definitions_of_links_one_by_one() => Growth.AssertLinear(length => Each(length / 12, i => $"[{i}]: u\n\n"), 100_000, Render, SmallStack);

    [Fact]
    public void MD2_footnotes() => Growth.AssertLinear(length => Each(length / 12, i => $"[^{i}]: a\n\n"), 200_000, Render, SmallStack);

    [Fact]
    public void MD2_abbreviations_in_a_long_text() => Growth.AssertLinear(length => Each(length / 30, i => $"*[A{i}]: b\n") + "\n" + Repeat("A1 b ", length / 2), 60_000, Render, SmallStack);

    [Fact]
    public void MD2_elements_that_other_names_close() => Growth.AssertLinear(length => "<div>\n" + Repeat("<b>\n", length / 2) + Repeat("</i>\n", length / 2), 60_000, Render, SmallStack);

    /// <summary>By GitHub's rules a row gets as many cells as the first one: here that would be a square.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("    ```\n\n")]
    [InlineData("> ")]
    public void MD2_short_rows_of_a_wide_table(string opening) => Growth.AssertLinear(
        length => $"{opening}|{Repeat("a|", length / 3)}\n|{Repeat("-|", length / 3)}\n{Repeat("|c|\n", length / 3)}", 6_000, Render, SmallStack);

    [Fact]
    public void MD2_a_wide_table_that_is_filled_in_stays_one()
    {
        var row = Repeat("|a", 2 * 300) + "|\n";

        Assert.Contains("<table>", new PostSample(row + Repeat("|-", 2 * 300) + "|\n" + Repeat(row, 100 * row.Length)).Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void MD2_empty_lines_in_deep_lists() => Growth.AssertLinear(length => Repeat("- ", 120) + "x\n" + new string('\n', length), 20_000, Render, SmallStack);

    [Fact]
    public void MD2_quotes_as_deep_as_may_be() => Growth.AssertLinear(length => Repeat(Repeat("> ", 180) + "a\n\n", length), 20_000, Render, SmallStack);

    [Fact]
    public void MD2_brackets_in_each_other() =>
        Growth.AssertLinear(length => new string('[', length / 2) + "a" + new string(']', length / 2), 20_000, Render, SmallStack);

    // Posts render on pool threads.
    private const int SmallStack = 512 * 1024;

    private static void AssertLinear(string text, int size) => Growth.AssertLinear(length => Repeat(text, length), size, Render, SmallStack);

    private static void Render(string text) => _ = new PostSample("---\ntitle: T\n---\n" + text).Render();

    private static string Repeat(string text, int length) => new StringBuilder().Insert(0, text, Math.Max(1, length / text.Length)).ToString();

    private static string Each(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
