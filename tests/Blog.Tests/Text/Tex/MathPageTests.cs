using Blog.Text;
using Blog.Text.Tex;

namespace Blog.Tests.Text.Tex;

public class MathPageTests
{
    private static readonly MathOptions Plain = new() { Annotation = MathAnnotation.None };

    private static string Help(string tex) => Assert.Single(new MathPage(Plain).Render(tex, isDisplay: false).Diagnostics).Help ?? "";

    [Theory]
    [InlineData(@"\alpah", @"did you mean '\alpha'?")]
    [InlineData(@"\Frac12", @"did you mean '\frac'?")]
    [InlineData(@"\zzzzzzz", "'math: macros:' in site.yaml")]
    [InlineData(@"\*", "write '*'")]
    [InlineData(@"x\~y", @"write '\sim'")]
    [InlineData(@"\begin{alinged}a\end{alinged}", "did you mean 'aligned'?")]
    [InlineData(@"\color{rde}{a}", "did you mean 'red'?")]
    [InlineData(@"a & b", @"write '\&'")]
    [InlineData(@"\hspace{a lot}", "'1em'")]
    [InlineData(@"\begin{matrix}a", @"write '\end{matrix}'")]
    [InlineData(@"a\over b\over c", "braces")]
    public void A_message_says_what_to_type(string tex, string help) => Assert.Contains(help, Help(tex));

    [Fact]
    public void A_message_about_a_macros_text_points_at_its_call()
    {
        var page = new MathPage(Plain with { Macros = MathMacros.Of([new("half", @"\fraq12")]) });

        var problem = Assert.Single(page.Render(@"x + \half", isDisplay: false).Diagnostics);

        Assert.Equal(@"\half", @"x + \half".Substring(problem.Span.Start, problem.Span.Length));
    }

    [Fact]
    public void Macros_of_the_site_hold_on_every_page()
    {
        var macros = MathMacros.Of([new("R", @"\mathbf{R}"), new(@"\pair", "(#1,#2)")]);

        Assert.Equal("<math><mi>𝐑</mi></math>", new MathPage(Plain with { Macros = macros }).Render(@"\R", isDisplay: false).Html);
        Assert.Contains("<mi>a</mi><mo>,</mo><mi>b</mi>", new MathPage(Plain with { Macros = macros }).Render(@"\pair ab", isDisplay: false).Html);
    }

    [Fact]
    public void A_page_can_have_macros_of_its_own_over_those_of_the_site()
    {
        var site = MathMacros.Of([new("a", "1"), new("b", "2")]);
        var page = new MathPage(Plain with { Macros = MathMacros.Of([new("b", "3")], site) });

        Assert.Equal("<math><mn>13</mn></math>", page.Render(@"\a\b", isDisplay: false).Html);
    }

    [Fact]
    public void What_a_page_defines_stays_on_it()
    {
        var options = Plain with { Macros = MathMacros.Of([new("a", "1")]) };
        new MathPage(options).Render(@"\def\a{2}", isDisplay: false);

        Assert.Equal("<math><mn>1</mn></math>", new MathPage(options).Render(@"\a", isDisplay: false).Html);
    }

    [Theory]
    [InlineData("R2", "x", "'R2' cannot be the name of a macro")]
    [InlineData("", "x", "'' cannot be the name of a macro")]
    [InlineData("open", "{x", "macro 'open' has a '{' that is never closed")]
    [InlineData("close", "x}", "macro 'close' closes a '}' that is not open")]
    public void A_macro_that_cannot_be_used_is_left_out_and_named(string name, string text, string message)
    {
        var macros = MathMacros.Of([new(name, text), new("good", "y")]);

        Assert.Equal(message, Assert.Single(macros.Diagnostics).Message);
        Assert.Equal("<math><mi>y</mi></math>", new MathPage(Plain with { Macros = macros }).Render(@"\good", isDisplay: false).Html);
    }

    [Fact]
    public void Definitions_alone_are_nothing_to_see()
    {
        var formula = new MathPage(Plain).Render(@"\newcommand{\x}{y}", isDisplay: true);

        Assert.Equal((MathKind.Nothing, ""), (formula.Kind, formula.Html));
    }

    [Theory]
    [InlineData("x", false, MathKind.Inline)]
    [InlineData("x", true, MathKind.Display)]
    [InlineData(@"x\tag{1}", true, MathKind.Numbered)]
    [InlineData(@"\begin{align}a\end{align}", true, MathKind.Display)]
    [InlineData(@"\begin{tikzcd}\end{tikzcd}", true, MathKind.Source)]
    public void A_formula_says_what_kind_of_markup_it_is(string tex, bool isDisplay, MathKind kind) => Assert.Equal(kind, new MathPage(Plain).Render(tex, isDisplay).Kind);

    [Fact]
    public void A_reference_in_the_text_is_a_link_once_all_formulas_are_rendered()
    {
        var page = new MathPage(Plain with { IdPrefix = "post-1-" });
        page.Render(@"\begin{equation}a\label{eq:first}\end{equation}", isDisplay: true);

        Assert.Equal("<a href=\"#post-1-eq%3Afirst\">(1)</a>", page.Reference("eq:first", hasParentheses: true));
        Assert.Equal("<a href=\"#post-1-eq%3Afirst\">1</a>", page.Reference("eq:first", hasParentheses: false));
        Assert.Null(page.ReferenceProblem("eq:first", default));
        Assert.Null(page.Reference("eq:frist", hasParentheses: false));
        Assert.Equal("did you mean 'eq:first'?", page.ReferenceProblem("eq:frist", default)?.Help);
    }

    [Fact]
    public void A_reference_to_an_equation_without_a_number_is_reported_where_it_stands()
    {
        var page = new MathPage(Plain);
        page.Render(@"a\label{k}", isDisplay: true);

        Assert.Null(page.Reference("k", hasParentheses: true));
        Assert.Equal(new TextSpan(7, 3), page.ReferenceProblem("k", new(7, 3))?.Span);
    }

    [Fact]
    public void Without_numbering_only_tags_are_numbers()
    {
        var page = new MathPage(Plain with { HasNumbers = false });

        Assert.Equal(MathKind.Display, page.Render(@"\begin{equation}a\end{equation}", isDisplay: true).Kind);
        Assert.Contains("(x)", page.Render(@"a\tag{x}", isDisplay: true).Html);
    }

    [Fact]
    public void The_source_can_be_an_attribute() =>
        Assert.Equal(
            "<math alttext=\"a&lt;&quot;\"><mi>a</mi><mo>&lt;</mo><mi>&quot;</mi></math>",
            new MathPage(new() { Annotation = MathAnnotation.AltText }).Render("a<\"", isDisplay: false).Html);

    [Fact]
    public void In_XML_elements_say_what_language_they_are_in()
    {
        var page = new MathPage(Plain with { IsXml = true });
        page.Render(@"a\tag{1}\label{k}", isDisplay: true);

        Assert.StartsWith("<math xmlns=\"http://www.w3.org/1998/Math/MathML\">", page.Render("x", isDisplay: false).Html);
        Assert.Contains("<a xmlns=\"http://www.w3.org/1999/xhtml\" href=\"#eq-k\">", page.Finish(page.Render(@"\ref{k}", isDisplay: false)).Html);
    }

    [Fact]
    public void A_long_formula_of_a_line_may_be_broken_before_its_relations()
    {
        var page = new MathPage(Plain with { BreaksLines = true });
        const string Long = @"f(x_1, x_2, \ldots, x_n) = a_1 x_1 + a_2 x_2 + \cdots + a_n x_n \le b_1 + b_2 + b_3 + b_4";

        var html = page.Render(Long, isDisplay: false).Html;

        Assert.Equal(3, html.Split("<wbr/>").Length);
        Assert.Contains("<wbr/><math><mo>=</mo>", html);
        Assert.DoesNotContain("<wbr/>", page.Render("a = b = c = d = e", isDisplay: false).Html);
        Assert.DoesNotContain("<wbr/>", page.Render(Long, isDisplay: true).Html);
    }

    [Fact]
    public void The_whole_source_goes_with_the_first_piece()
    {
        const string Long = @"f(x_1, x_2, \ldots, x_n) = a_1 x_1 + a_2 x_2 + \cdots + a_n x_n \le b_1 + b_2 + b_3 + b_4";

        var pieces = new MathPage(new() { BreaksLines = true }).Render(Long, isDisplay: false).Html.Split("<wbr/>");

        Assert.Contains(Long, pieces[0]);
        Assert.All(pieces[1..], piece => Assert.DoesNotContain("annotation", piece));
    }

    [Theory]
    [InlineData(@"\rule{1em}{1em}\llap{x}\!\overline{x}\boxed{x}\cancel{x}\textbf{x}\hspace{-1em}")]
    [InlineData(@"\begin{array}{|l|}\hline a\\\hline\end{array}\colorbox{red}{x}\textcircled{21}")]
    public void No_style_attribute_is_written_lest_a_content_security_policy_be_broken(string tex) =>
        Assert.DoesNotContain("style=", new MathPage(Plain).Render(tex, isDisplay: true).Html);

    [Theory]
    [InlineData(@"\href{javascript:alert(1)}{x}")]
    [InlineData(@"\href{JavaScript:alert(1)}{x}")]
    [InlineData("\\href{java\tscript:alert(1)}{x}")]
    [InlineData(@"\href{data:text/html,x}{x}")]
    [InlineData(@"\url{vbscript:x}")]
    [InlineData(@"\htmlStyle{color:red}{x}")]
    [InlineData(@"\color{red;background:url(x)}{x}")]
    [InlineData(@"\definecolor{a}{named}{"" onclick=""x}\color{a}{x}")]
    public void Nothing_harmful_gets_into_the_page(string tex)
    {
        var formula = new MathPage(Plain).Render(tex, isDisplay: false);

        Assert.NotEmpty(formula.Diagnostics);
        Assert.DoesNotContain("script:", formula.Html);
        Assert.DoesNotContain("href=", formula.Html);
        Assert.DoesNotContain("onclick", formula.Html);
        Assert.DoesNotContain("background", formula.Html);
    }

    [Fact]
    public void A_formula_costs_no_memory_but_that_of_its_markup()
    {
        const string Formula = @"\mathcal{L}(\theta) = -\mathbb{E}_{x \sim p}\left[\log \frac{p_\theta(x)}{q(x)}\right] + \sum_{i=1}^n \hat{y}_i^2";
        var page = new MathPage(new());
        page.Render(Formula, isDisplay: true);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var html = page.Render(Formula, isDisplay: true).Html;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, (2 * html.Length) + 150);
    }

    [Fact]
    public void One_line_knows_the_macros_of_the_page()
    {
        var page = new MathPage(new() { Macros = MathMacros.Of([new("R", @"\mathbb{R}")]) });
        page.Render(@"\newcommand{\half}{\frac12}", isDisplay: false);

        Assert.Equal("1/2 ∈ ℝ", OneLineMath.Of(@"\half \in \R", page.Macros));
        Assert.Null(OneLineMath.Of(@"\half"));
    }
}
