using Blog.Tests.Kit;
using Blog.Text.Tex;

namespace Blog.Tests.Text.Tex;

public class MathSpecTests
{
    private static readonly MathOptions Plain = new() { Annotation = MathAnnotation.None };

    public static TheoryData<string, string, string> Inline => MathSpecs.Of("math");

    public static TheoryData<string, string, string> Display => MathSpecs.Of("math-display");

    public static TheoryData<string, string, string> Annotated => MathSpecs.Of("math-annotated");

    public static TheoryData<string, string, string> Mistakes => MathSpecs.Of("math-problems");

    public static TheoryData<string, string, string> DisplayedMistakes => MathSpecs.Of("math-display-problems");

    [Theory]
    [MemberData(nameof(Inline))]
    public void A_formula_within_a_line(string place, string tex, string expected) =>
        Assert.Equal($"{place} <math>{expected}</math>", $"{place} {new MathPage(Plain).Render(tex, isDisplay: false).Html}");

    [Theory]
    [MemberData(nameof(Display))]
    public void A_formula_on_a_line_of_its_own(string place, string tex, string expected) =>
        Assert.Equal($"{place} <math display=\"block\">{expected}</math>", $"{place} {new MathPage(Plain).Render(tex, isDisplay: true).Html}");

    [Theory]
    [MemberData(nameof(Annotated))]
    public void A_formula_with_its_source(string place, string tex, string expected) =>
        Assert.Equal($"{place} <math>{expected}</math>", $"{place} {new MathPage(new()).Render(tex, isDisplay: false).Html}");

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_and_its_place(string place, string tex, string expected) =>
        Assert.Equal($"{place} {expected}", $"{place} {Problems(tex, isDisplay: false)}");

    [Theory]
    [MemberData(nameof(DisplayedMistakes))]
    public void A_mistake_in_a_displayed_formula(string place, string tex, string expected) =>
        Assert.Equal($"{place} {expected}", $"{place} {Problems(tex, isDisplay: true)}");

    private static string Problems(string tex, bool isDisplay)
    {
        var page = new MathPage(Plain);
        return string.Join("; ", page.Finish(page.Render(tex, isDisplay)).Diagnostics.Select(d => $"{d.Code} '{tex.Substring(d.Span.Start, d.Span.Length)}'"));
    }

    public static TheoryData<string> Pages => [.. MathSpecs.All.Where(example => example.Block == "math-page").Select(PageOf).Distinct()];

    private static string PageOf(MathSpecs.Example example) => $"{example.Place.Split(':')[0]}, block {example.Number}";

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_formulas_of_a_page(string pageName)
    {
        var examples = MathSpecs.All.Where(example => example.Block == "math-page" && PageOf(example) == pageName).ToList();
        var page = new MathPage(Plain);
        var formulas = examples.Select(example => MathSpecs.Undressed(example.Tex)).Select(formula => page.Render(formula.Tex, formula.IsDisplay)).ToList();

        Assert.Equal(examples.Select(example => $"{example.Place} {example.Expected}"), examples.Zip(formulas, (example, formula) => $"{example.Place} {page.Finish(formula).Html}"));
    }

    [Fact]
    public void Formulas_that_are_no_mistakes_are_not_called_so()
    {
        foreach (var example in MathSpecs.All.Where(example => example.Block is "math" or "math-display" && !example.Place.StartsWith("problems.md", StringComparison.Ordinal)))
        {
            var formula = new MathPage(Plain).Render(example.Tex, example.Block == "math-display");
            Assert.True(formula.Diagnostics.IsEmpty, $"{example.Place}: {string.Join("; ", formula.Diagnostics.Select(d => d.Message))}");
        }
    }

    [Fact]
    public void Every_command_has_an_example()
    {
        var shown = Tokens(MathSpecs.All.Where(example => example.Block is "math" or "math-display" or "math-page").Select(example => example.Tex));
        string[] onlyWithoutMeaning = ["verb", "htmlClass", "htmlId", "htmlStyle", "htmlData", "class", "cssId", "style", "includegraphics", "\t", "\n", "\r"];

        Assert.Empty(Commands.Names.Except(onlyWithoutMeaning).Except(shown).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_environment_has_an_example()
    {
        var all = string.Join("\n", MathSpecs.All.Select(example => example.Tex));

        Assert.DoesNotContain(Environments.Names, name => !all.Contains($"\\begin{{{name}}}", StringComparison.Ordinal));
    }

    /// <summary>The 330 commands that 99.9% of the formulas of 23 blogs and notebooks are made of; one of them is a blank behind a backslash.</summary>
    [Fact]
    public void What_authors_write_most_has_examples()
    {
        var common = File.ReadAllText(Path.Combine(Repository.Root, "tests", "specs", "math", "common-commands.txt")).Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var formulas = MathSpecs.All.Where(example => example.Block is "math" or "math-display" or "math-page").Select(example => example.Tex).ToList();
        var shown = Tokens(formulas);
        shown.UnionWith(shown.Select(name => name.TrimEnd('*')).ToList());

        Assert.Equal(329, common.Length);
        Assert.Contains(" ", shown);
        Assert.DoesNotContain(common, name => name.Length > 2 && name[0] == '{'
            ? !formulas.Exists(tex => tex.Contains($"\\begin{name}", StringComparison.Ordinal))
            : !shown.Contains(name[1..]));
    }

    private static HashSet<string> Tokens(IEnumerable<string> formulas)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var formula in formulas)
        {
            var tokens = new List<Token>();
            Lexer.Read(formula, tokens);
            names.UnionWith(tokens.Where(token => token.IsCommand).Select(token => token.Text.ToString()));
        }

        return names;
    }
}
