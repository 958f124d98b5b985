using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

public partial class PaletteTests
{
    private const string Post = "-- content/posts/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\nText.\n";

    /// <summary>What WCAG 2 asks of text at level AA.</summary>
    private const double LeastContrast = 4.5;

    public static TheoryData<string> Palettes() =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "templates", "palettes"), "*.css", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Fact]
    public void There_are_three_light_and_three_dark_ones() => Assert.Equal(6, Palettes().Count);

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Every_colour_is_readable_on_every_background(string file)
    {
        var colours = ColoursOf(File.ReadAllText(Path.Combine(Repository.Root, file)));
        var (backs, texts) = (colours.Where(colour => IsBack(colour.Key)).ToList(), colours.Where(colour => !IsBack(colour.Key)).ToList());

        Assert.Equal(4, backs.Count);
        Assert.All(texts, text => Assert.All(backs, back => Assert.InRange(Contrast(text.Value, back.Value), LeastContrast, 21)));
    }

    private static bool IsBack(string name) => name.EndsWith("back", StringComparison.Ordinal) || name == "mark";

    [Theory]
    [MemberData(nameof(Palettes))]
    public void Every_palette_has_the_colours_that_the_style_sheet_asks_for(string file)
    {
        var asked = Asked().Matches(File.ReadAllText(Path.Combine(Repository.Root, "templates", "assets", "style.css"))).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.InRange(asked.Count, 10, 30);
        Assert.Empty(asked.Except(ColoursOf(File.ReadAllText(Path.Combine(Repository.Root, file))).Keys));
    }

    [Fact]
    public void The_chosen_colours_are_in_the_style_sheet_and_change_its_name()
    {
        var plain = new SiteInAString(Post).Build();
        var chosen = new SiteInAString(Post + "-- content/site.yaml --\ntitle: A\nbase_url: https://example.org/\ncode: {light: paper, dark: ember}\n").Build();

        Assert.NotEqual(NameOfSheet(plain), NameOfSheet(chosen));
        Assert.Contains("--code-back: #f6f0e3;", chosen[NameOfSheet(chosen)], StringComparison.Ordinal);
        Assert.Matches(@"@media \(prefers-color-scheme: dark\) \{\n:root \{\n  --code-back: #211c1a;[^}]*\}\n\}\n$", chosen[NameOfSheet(chosen)]);
        Assert.DoesNotContain("#f6f0e3", plain[NameOfSheet(plain)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_palette_of_the_site_s_own_is_a_file_of_its_theme()
    {
        var built = new SiteInAString(Post + "-- content/site.yaml --\ntitle: A\nbase_url: https://example.org/\ncode: {dark: mine}\n-- templates/palettes/dark/mine.css --\n:root { --code-back: #000; }\n").Build();

        Assert.Contains("{ --code-back: #000; }", built[NameOfSheet(built)], StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_palette_is_an_error_at_its_place()
    {
        var problem = Assert.Single(new SiteInAString(Post + "-- content/site.yaml --\ntitle: A\nbase_url: https://example.org/\ncode:\n  dark: nigth\n").Build().Report.Diagnostics);

        Assert.Equal(("B3007", 4, 9, "did you mean 'night'?"), (problem.Code, problem.Start.Line, problem.Start.Column, problem.Help));
    }

    private static string NameOfSheet(SiteInAString built) => "/" + built.Files.Keys.Single(path => path.TrimStart('/').StartsWith("assets/style.", StringComparison.Ordinal)).TrimStart('/');

    private static Dictionary<string, string> ColoursOf(string css) => Declared().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Part(0) + 0.7152 * Part(2) + 0.0722 * Part(4);
    }

    [GeneratedRegex(@"--code-([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex Declared();

    [GeneratedRegex(@"var\(--code-([a-z-]+)\)")]
    private static partial Regex Asked();
}
