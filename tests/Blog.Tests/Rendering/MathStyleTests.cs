using System.Text.RegularExpressions;
using Blog.Tests.Kit;
using Blog.Tests.Text.Tex;
using Blog.Text.Tex;

namespace Blog.Tests.Rendering;

/// <summary>The part of the style sheet that is about formulas, against the markup of all examples.</summary>
public partial class MathStyleTests
{
    private static readonly string Styles = ReadStyles();

    private static string ReadStyles()
    {
        var style = File.ReadAllText(Path.Combine(Repository.Root, "templates", "assets", "style.css")).ReplaceLineEndings("\n");
        var math = style[style.IndexOf("/* Formulas:", StringComparison.Ordinal)..];
        return math[(math.IndexOf("*/", StringComparison.Ordinal) + 2)..];
    }

    private static SortedSet<string> Styled() =>
        new(Selectors().Matches(Styles).SelectMany(selector => ClassName().Matches(selector.Value)).Select(name => name.Groups[1].Value), StringComparer.Ordinal);

    private static SortedSet<string> Written()
    {
        // Around a displayed formula there is an element of the page.
        var names = new SortedSet<string>(StringComparer.Ordinal) { "math-display" };
        foreach (var (tex, isDisplay) in MathSpecs.Formulas())
        {
            var html = new MathPage(new() { Annotation = MathAnnotation.None }).Render(tex, isDisplay).Html;
            names.UnionWith(ClassAttribute().Matches(html).SelectMany(attribute => attribute.Groups[1].Value.Split(' ')));
        }

        return names;
    }

    [Fact]
    public void Every_class_of_a_formula_has_a_rule_and_every_rule_a_class_that_is_written() =>
        Assert.Equal(string.Join(' ', Written()), string.Join(' ', Styled()));

    [Fact]
    public void The_styles_of_formulas_are_small() => Assert.InRange(Blanks().Replace(Styles, "$1").Length, 1_000, 2_048);

    [Fact]
    public void A_line_at_one_side_of_a_cell_leaves_the_others_alone()
    {
        // A cell may have a solid line here and a dashed one there.
        foreach (var (name, side, look) in (ReadOnlySpan<(string, string, string)>)
            [("bl", "left", "solid"), ("br", "right", "solid"), ("bt", "top", "solid"), ("bb", "bottom", "solid"), ("dl", "left", "dashed"), ("dr", "right", "dashed"), ("dt", "top", "dashed"), ("db", "bottom", "dashed")])
        {
            var rules = Rules().Matches(Styles).Where(rule => ClassName().Matches(rule.Groups[1].Value).Any(found => found.Groups[1].Value == name)).ToList();
            Assert.Equal($"border-{side}: .06em {look};", Assert.Single(rules).Groups[2].Value.Trim());
        }
    }

    [Fact]
    public void A_displayed_formula_is_a_block_in_a_paragraph_too() => // where it is a span
        Assert.Contains("display: block;", string.Join(' ', Rules().Matches(Styles).Where(rule => rule.Groups[1].Value.Trim() == ".math-display").Select(rule => rule.Groups[2].Value)), StringComparison.Ordinal);

    [GeneratedRegex("[^{};]+(?=\\{)", RegexOptions.CultureInvariant)]
    private static partial Regex Selectors();

    [GeneratedRegex("([^{};]+)\\{([^{}]*)\\}", RegexOptions.CultureInvariant)]
    private static partial Regex Rules();

    [GeneratedRegex("\\.([a-z][a-z0-9-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex("class=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex ClassAttribute();

    [GeneratedRegex("\\s*([{};,>])\\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
