using System.Text;
using Blog.Text.Tex;

namespace Blog.Tests.Text.Tex;

/// <summary>What holds for any input, tried on formulas that were damaged in many ways; the same ways in each run.</summary>
public class MathMlLawTests
{
    private static readonly (string Tex, bool IsDisplay)[] Formulas = [.. MathSpecs.Formulas()];

    private static readonly string[] Scraps =
    [
        "{", "}", "^", "_", "\\", "$", "&", "#", "#1", "~", "'", "[", "]", "|", " ", "\n", "%", "\\\\", "\\left", "\\right", "\\middle", "\\frac", "\\sqrt[", "\\text{", "\\verb|",
        "\\over", "\\not", "\\hat", "\\rm", "\\limits", "\\{", "\\hspace{", "\\big", "\\begin{aligned}", "\\end{aligned}", "\\begin{cases}", "\\begin{array}{c|c}", "\\hline",
        "\\newcommand{\\x}[1]{", "\\def\\y#1{", "\\x", "\\y", "\\color{red}", "\\tag{", "\\label{", "\\eqref{", "\\href{", "\\substack{", "\\overbrace", "\\displaystyle", "\\scriptstyle",
        "\ud83d", "\udc00", "\u0302", "²", "₁", "数", "\0", "😀", "\uFFFE", "<", ">", "\"", "\\dots", "\\,", "\\!", "\\operatorname*", "\\mathbb", "\\boldsymbol", ",", "1",
    ];

    [Fact]
    public void Every_example_becomes_MathML_Core()
    {
        foreach (var (tex, isDisplay) in Formulas)
        {
            foreach (var annotation in Enum.GetValues<MathAnnotation>())
            {
                var page = new MathPage(new() { Annotation = annotation, BreaksLines = true });
                Check(tex, page.Finish(page.Render(tex, isDisplay)).Html);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_input_becomes_MathML_Core(int seed)
    {
        var random = new Random(seed);
        var page = new MathPage(new() { BreaksLines = true });
        for (var i = 0; i < 4_000; i++)
        {
            if (i % 50 == 0)
            {
                page = new MathPage(new() { BreaksLines = true, IsXml = random.Next(2) == 0 });
            }

            var tex = Mutated(random);
            var formula = page.Render(tex, random.Next(2) == 0);
            var finished = page.Finish(formula);
            Check(tex, finished.Html);
            Assert.All(finished.Diagnostics, problem => Assert.InRange(problem.Span.End, problem.Span.Start, tex.Length));
            Assert.InRange(finished.Diagnostics.Length, 0, 40);
        }
    }

    private static void Check(string tex, string html)
    {
        var breach = MathMlRules.Breach(html);
        Assert.True(breach is null, $"{breach}\n{tex}\n{html}");
    }

    private static string Mutated(Random random)
    {
        var text = new StringBuilder(Formulas[random.Next(Formulas.Length)].Tex);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var place = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0 or 1:
                    text.Insert(place, Scraps[random.Next(Scraps.Length)]);
                    break;
                case 2:
                    text.Insert(place, Formulas[random.Next(Formulas.Length)].Tex);
                    break;
                case 3:
                    text.Remove(place, Math.Min(random.Next(6), text.Length - place));
                    break;
                default:
                    text.Length = Math.Max(place, text.Length / 2);
                    break;
            }
        }

        return text.ToString();
    }

    [Fact]
    public void The_same_formulas_give_the_same_markup()
    {
        Assert.Equal(All(new MathPage(new())), All(new MathPage(new())));

        static List<string> All(MathPage page) => [.. Formulas.Select(formula => page.Render(formula.Tex, formula.IsDisplay).Html)];
    }

    public static TheoryData<string> Repeated =>
    [
        "{", "{{}", "x^", "x^{", "^2", "_{x}^{y}", "x'", "\\sqrt", "\\sqrt[", "\\frac", "\\left(", "\\left(\\right)", "\\hat ", "\\rm ", "\\not", "\\text{", "\\text{$", "\\text{a}",
        "\\operatorname{", "\\hspace{", "\\mathbf{", "\\verb", "\\verb|", "\\href{", "\\href{a}", "+ ", "|", "1,", "\u0302", "²", "x", "x+", "=", "a&", "a\\\\", "&\\\\", "\\begin{cases}",
        "\\begin{matrix}a\\end{matrix}", "\\hline", "\\begin{matrix}\\hline", "\\newcommand{\\a}{", "\\def\\a{x}\\a", "\\def\\a#1{#1#1}\\a{", "\\tag{1}", "\\label{a}", "\\nonumber", "\\eqref{a}", "\\color{red}",
        "\\textcolor{red}{", "\\underbrace", "\\displaystyle ", "\\scriptstyle", "\\over", "\\choose", "\\dots", "\\log", "\\sum", "\\big(", "\\middle|", "\\foo", "\\end{x}", "}", "\\right)",
        "\\overset", "\\substack{", "\\phantom", "\\mathchoice", "\\sideset", "#1", "$", "\\bra", "\\boldsymbol{\\mathcal", "\\(", "\\[", "\\", "数", "é", "%\n", "\\,", "\\!", "\\mathop",
    ];

    /// <summary>Time cannot be asserted on a busy machine, but memory follows work: what is twice as long may not need much more than twice as much.</summary>
    [Theory]
    [MemberData(nameof(Repeated))]
    public void Endless_repetition_takes_work_in_proportion(string part)
    {
        var once = Work(part, 12_000 / part.Length);
        var twice = Work(part, 24_000 / part.Length);

        Assert.InRange(twice, 0, (3 * once) + 400_000);
    }

    private static long Work(string part, int count)
    {
        var tex = string.Concat(Enumerable.Repeat(part, count));
        new MathPage(new()).Render(tex, isDisplay: true);
        var page = new MathPage(new());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var formula = page.Finish(page.Render(tex, isDisplay: true));
        var work = GC.GetAllocatedBytesForCurrentThread() - before;
        Check(part, formula.Html);
        return work;
    }

    public static TheoryData<string, string> TooMuch => new()
    {
        { "too-long", new string('x', 100_001) },
        { "too-long", string.Concat(Enumerable.Repeat("\\vec x", 16_000)) },
        { "too-deep", new string('{', 500) },
        { "too-deep", "x" + string.Concat(Enumerable.Repeat("^1", 500)) },
        { "macro-loop", @"\def\a{\b\b}\def\b{\a\a}\a" },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_is_too_much_is_shown_as_its_source(string code, string tex)
    {
        var formula = new MathPage(new() { Annotation = MathAnnotation.None }).Render(tex, isDisplay: true);

        Assert.Equal(MathKind.Source, formula.Kind);
        Assert.Equal(code, formula.Diagnostics[^1].Code);
        Assert.Contains(tex[..20], formula.Html);
    }
}
