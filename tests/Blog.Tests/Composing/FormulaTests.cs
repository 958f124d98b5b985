using System.Text;
using System.Text.RegularExpressions;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Composing;

/// <summary>What the examples in prose cannot show: places, titles, links, time.</summary>
public class FormulaTests
{
    [Theory]
    [InlineData("text\n\n$$\na \\q c\n$$\n", "4:3")]
    [InlineData("> $$\n> a\n>   \\q\n> $$\n", "3:5")]
    [InlineData("- x\n\n  - $$\n    a\n    \\q $$\n", "5:5")]
    [InlineData("a\n𝒳 $\\q$ c\n", "2:4")]
    [InlineData("> a $x\n> =  \\q$\n", "2:6")]
    [InlineData("| h |\n|---|\n| $a|b$ $\\q$ |\n", "3:10")]
    [InlineData("```math\na\n\\q\n```\n", "3:1")]
    [InlineData("- ```math\n  \\q\n  ```\n", "2:3")]
    [InlineData("$a &lt; b &gt; \\q$\n", "1:16")]
    [InlineData("\\begin{align}\na &= \\q\n\\end{align}\n", "2:6")]
    [InlineData("$$ \\begin{aligned}\n\\q\n\\end{aligned} $$\n", "2:1")]
    [InlineData("![a](/img/a.png \"t $\\q$\")\n", "1:21")]
    public void A_mistake_is_told_where_it_stands_in_the_file(string text, string place)
    {
        var diagnostic = Assert.Single(new PostSample("---\ntitle: T\n---\n" + text.Replace("\\q", "\\bogus", StringComparison.Ordinal)).Render().Diagnostics, found => found.Code == "B2201");

        var line = int.Parse(place.Split(':')[0], null) + 3;
        Assert.Equal($"{line}:{place.Split(':')[1]}", $"{diagnostic.Start.Line}:{diagnostic.Start.Column}");
        Assert.Equal(6, diagnostic.Span.Length);
    }

    [Theory]
    [InlineData("设$x$，$y$ 与（$z$）。", "设<span class=\"nowrap\">[x]，</span>[y] 与<span class=\"nowrap\">（[z]）。</span>")]
    [InlineData("See ($x$), $y$.", "See <span class=\"nowrap\">([x]),</span> <span class=\"nowrap\">[y].</span>")]
    [InlineData("**当$x$**，and [$y$](/img/a.png), $z$ end", "<strong>当[x]</strong>，and <a href=\"/img/a.png\">[y]</a>, [z] end")]
    [InlineData("$x$“甲”$y$ “$z$”&amp; $a$", "[x]“甲”[y] <span class=\"nowrap\">“[z]”</span>&amp; [a]")]
    public void Punctuation_stays_on_the_line_of_its_formula(string text, string expected) =>
        Assert.Equal($"<p>{expected}", Regex.Replace(new PostSample(text).Html().Split("</p>")[0], "<math><mi>(.)</mi></math>", "[$1]"));

    [Fact]
    public void A_long_formula_breaks_between_its_parts_but_not_at_punctuation()
    {
        var html = new PostSample("式（$f(x_1,x_2,\\dots,x_n)=a_1x_1+a_2x_2+\\cdots+a_nx_n\\le b_1x_1+b_2x_2+\\cdots+b_nx_n$）。").Html();

        Assert.StartsWith("<p>式<span><span class=\"nowrap\">（<math>", html, StringComparison.Ordinal);
        Assert.EndsWith("</math>）。</span></span></p>\n", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("nowrap").Length - 1);
        Assert.Contains("</span><wbr/>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"$x\_1 \bogus$", "x_1 \\bogus", "1:7")]
    [InlineData(@"$\\{a\*b\\} \bogus$", @"\{a*b\} \bogus", "1:13")]
    [InlineData("> $$\n> a \\\\\\\\\n> \\bogus$$\n", "a \\\\\n\\bogus", "3:3")]
    [InlineData(@"$\text{a\_b\} c} x\_1 \\ y \bogus$", @"\text{a\_b\} c} x_1 \\ y \bogus", "1:28")]
    [InlineData("$$\n\\text{a\\_b \\bogus\n$$", @"\text{a\_b \bogus", "2:12")]
    public void Escapes_for_other_processors_go_when_the_site_says_so(string text, string tex, string place)
    {
        var post = new PostSample(text) { Math = MathSettings.Default with { HasLegacyEscapes = true } }.Render();

        Assert.Contains($"x-tex\">{tex}</annotation>", Encoding.UTF8.GetString(post.Html.Span), StringComparison.Ordinal);
        var diagnostic = Assert.Single(post.Diagnostics, found => found.Code == "B2201");
        Assert.Equal(place, $"{diagnostic.Start.Line}:{diagnostic.Start.Column}");
    }

    [Theory]
    [InlineData("设`$x$`为", "<p>设<math><mi>x</mi></math>为</p>")]
    [InlineData("`\\(x\\)`", "<p><math><mi>x</mi></math></p>")]
    [InlineData("`$$x$$`", "<p><span class=\"math-display\" tabindex=\"0\"><math display=\"block\"><semantics><mi>x</mi>")]
    [InlineData("> `\\begin{equation*}\n> x\n> \\end{equation*}`", "<math display=\"block\"><semantics><mi>x</mi>")]
    [InlineData("| a | b |\n| - | - |\n| `$P(x|y)$` | 2 |", "<mi>y</mi>")]
    [InlineData("`` `$x$` `` ``$x$``", "<p><code>`$x$`</code> <code>$x$</code></p>")]
    [InlineData("`$HOME and $PATH` `$x$ + 1` `\\n` `$`", "<p><code>$HOME and $PATH</code> <code>$x$ + 1</code> <code>\\n</code> <code>$</code></p>")]
    public void A_site_may_have_its_formulas_in_the_marks_of_code(string text, string html)
    {
        var shown = new PostSample(text) { Math = MathSettings.Default with { IsInCode = true } }.Html();
        Assert.Contains(html, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(html.Contains("<math", StringComparison.Ordinal) ? html : "<math", new PostSample(text).Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_formula_in_the_marks_of_code_has_its_place()
    {
        var post = new PostSample("- text\n  `$$a\n  = \\nope$$`") { Math = MathSettings.Default with { IsInCode = true } }.Render();

        Assert.Equal((3, 5), (Assert.Single(post.Diagnostics).Start.Line, Assert.Single(post.Diagnostics).Start.Column));
    }

    [Theory]
    [InlineData(false, "<math><mi>x</mi>")]
    [InlineData(true, "<span class=\"math-display\" tabindex=\"0\"><math display=\"block\">")]
    public void Doubled_dollars_within_a_line_are_what_the_site_says(bool isDisplayed, string math) =>
        Assert.Contains(math, new PostSample("这是$$x$$。") { Math = MathSettings.Default with { DisplaysDoubleDollars = isDisplayed } }.Html(), StringComparison.Ordinal);

    [Theory]
    [InlineData(true, "(1) (7)")]
    [InlineData(false, "(7)")]
    public void Equations_have_numbers_unless_the_site_says_otherwise(bool hasNumbers, string expected)
    {
        var html = new PostSample("\\begin{equation} x \\end{equation}\n\n$$ y \\tag{7} $$") { Math = MathSettings.Default with { HasNumbers = hasNumbers } }.Html();

        Assert.Equal(expected, string.Join(' ', html.Split("eqn-no\">").Skip(1).Select(part => part[..part.IndexOf('<')])));
    }

    [Fact]
    public void A_title_is_markup_with_formulas_and_text_without()
    {
        var post = new PostSample("---\ntitle: 关于 $O(n^2)$ 与 $\\bogus$，$5\n---\ntext").Render();

        Assert.StartsWith("关于 <math><mi>O</mi>", post.Title.Html, StringComparison.Ordinal);
        Assert.EndsWith("</math>，$5", post.Title.Html, StringComparison.Ordinal);
        Assert.Equal("关于 O(n²) 与 [math]，$5", post.Title.Text);
        Assert.Equal("B2201", Assert.Single(post.Diagnostics).Code);
    }

    [Fact]
    public void A_heading_is_in_the_contents_with_its_formula()
    {
        var heading = Assert.Single(new PostSample("---\ntitle: T\n---\n## The $\\alpha$ of \\eqref{a} {#h}\n\n$$ x \\tag{7}\\label{a} $$").Render().Contents);

        Assert.Equal("The α of (7)", heading.Title.Text);
        Assert.StartsWith("The <math><semantics><mi>α</mi>", heading.Title.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", heading.Title.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_within_a_formula_within_a_link_is_no_link()
    {
        var html = new PostSample("[$\\eqref{a}$, \\ref{a}](/img/a.png)\n\n$$ x \\tag{7}\\label{a} $$").Html();

        Assert.Equal(1, html.Split("<a ").Length - 1);
    }

    [Fact]
    public void A_label_is_an_anchor_that_links_find() =>
        Assert.Contains("eq-sum", new PostSample("\\begin{equation} x \\label{sum} \\end{equation}").Render().Anchors);

    [Fact]
    public void A_paragraph_holds_no_division() =>
        Assert.DoesNotContain("<div", new PostSample("a \\[ x \\tag{1} \\] b \\[ y \\] c").Html(), StringComparison.Ordinal);

    [Theory]
    [InlineData("$$\n\\newcommand{\\x}{y}\n$$\n")]
    [InlineData("$\\newcommand{\\x}{y}$\n")]
    [InlineData("```math\n\\newcommand{\\x}{y}\n```\n")]
    public void Definitions_alone_leave_no_trace(string text)
    {
        var post = new PostSample("---\ntitle: T\n---\n" + text + "\nrest").Render();

        Assert.Equal(("<p>rest</p>\n", "rest", false), (System.Text.Encoding.UTF8.GetString(post.Html.Span), post.Excerpt, post.HasMath));
    }

    [Fact]
    public void Excerpts_know_the_macros_of_the_text() =>
        Assert.Equal("a ℝⁿ b", new PostSample("---\ntitle: T\n---\n$$\\def\\R{\\mathbb{R}}$$\n\na $\\R^n$ b").Render().Excerpt);

    [Theory]
    [InlineData("$a ")]
    [InlineData("$ ")]
    [InlineData("${")]
    [InlineData("$`")]
    [InlineData("\\\\(a ")]
    [InlineData("\\[ a ")]
    [InlineData("\\begin{align} a\n\n")]
    [InlineData("$x$ ")]
    [InlineData("$\\text{")]
    [InlineData("\\ref{")]
    public void Marks_without_partners_are_read_on_a_small_stack(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 60_000 / mark.Length));
        var html = "";
        var thread = new Thread(() => html = new PostSample("---\ntitle: T\n---\n" + text).Html(), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(html.Length > text.Length / 2);
    }
}
