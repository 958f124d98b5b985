using System.Text.RegularExpressions;
using Blog.Reading;

namespace Blog.Tests.Docs;

/// <summary>Every key that the program reads is in the manual, at its place.</summary>
public partial class KeysTests
{
    private static readonly Manual FrontMatter = Manual.Page("front-matter.md");
    private static readonly Manual Configuration = Manual.Page("configuration.md");

    [Fact]
    public void Every_key_of_front_matter_has_a_row() => Assert.Equal(FrontMatterKeys.Canonical.Order(StringComparer.Ordinal), FirstColumn(FrontMatter.Section("## The keys")).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_other_name_stands_beside_its_key() => AssertPairs(FrontMatterKeys.Aliases, FrontMatter.Section("## Other names"));

    [Fact]
    public void Every_key_of_other_generators_stands_beside_the_one_that_is_meant() => AssertPairs(FrontMatterKeys.Foreign, FrontMatter.Section("## Unknown keys"));

    [Fact]
    public void Every_setting_has_a_row()
    {
        var known = Quoted().Matches(KeysOfSite().Match(Manual.Source("Blog/Reading/SiteConfigReader.cs")).Groups[1].Value).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("base_url", known);
        Assert.Equal(known.Order(StringComparer.Ordinal), FirstColumn(TableOfSite()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_of_a_section_is_under_its_heading()
    {
        var sections = SectionOfSite().Matches(Manual.Source("Blog/Reading/SiteConfigReader.cs"))
            .ToDictionary(match => match.Groups["key"].Value, match => Quoted().Matches(match.Groups["known"].Value).Select(word => word.Groups[1].Value).ToArray());

        Assert.Equal(["code", "excerpt", "feed", "math", "terms"], sections.Keys.Order(StringComparer.Ordinal));
        Assert.All(sections, section => Assert.Empty(section.Value.Except(Manual.WordsOfSection(Configuration.Section($"### {section.Key}")))));
    }

    [Fact]
    public void Every_key_of_the_theme_is_under_its_heading()
    {
        var known = ThemeKey().Matches(Manual.Source("Blog/Reading/ThemeKeys.cs")).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("accent", known);
        Assert.Empty(known.Except(Manual.WordsOfSection(Configuration.Section("### theme"))));
    }

    [Fact]
    public void The_keys_of_the_theme_that_work_are_those_that_its_templates_read()
    {
        var read = Directory.EnumerateFiles(Path.Combine(Kit.Repository.Root, "templates"), "*.html", SearchOption.AllDirectories)
            .SelectMany(file => ThemeValue().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value.Replace("_html", "", StringComparison.Ordinal)).Distinct();
        var known = ThemeKey().Matches(Manual.Source("Blog/Reading/ThemeKeys.cs")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToArray();

        Assert.Equal(known, read.Order(StringComparer.Ordinal));
        Assert.Equal(known, FirstColumn(Configuration.Section("### theme")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_token_of_addresses_is_listed()
    {
        var listed = Manual.WordsOfSection(Configuration.Section("### permalink"));

        Assert.Empty(Permalink.TokenNames.Except(listed));
    }

    [Fact]
    public void Keys_that_do_not_flow_down_are_named()
    {
        var section = Manual.WordsOfSection(Configuration.Section("## _folder.yaml"));

        Assert.Empty(FrontMatterKeys.NotInherited.Except(section));
    }

    private static void AssertPairs(IReadOnlyDictionary<string, string> expected, string section)
    {
        // A row holds two pairs side by side: names, key, blank, names, key.
        var pairs = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .SelectMany(cells => new[] { (Names: cells[1], Key: cells[2]), (Names: cells[4], Key: cells[5]) })
            .SelectMany(pair => CodeSpan().Matches(pair.Names).Select(name => KeyValuePair.Create(name.Groups[1].Value, pair.Key.Trim('`'))));

        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    private static string TableOfSite()
    {
        var section = Configuration.Section("## site.yaml");
        return section[..section.IndexOf("\n### ", StringComparison.Ordinal)];
    }

    private static IEnumerable<string> FirstColumn(string section) =>
        section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| [`", StringComparison.Ordinal))
            .SelectMany(line => CodeSpan().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("\"(\\w+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("string\\[\\] Keys =\\s*\\[([^\\]]*)\\]", RegexOptions.CultureInvariant)]
    private static partial Regex KeysOfSite();

    [GeneratedRegex("Section\\(\"(?<key>\\w+)\"(?<known>(?:, \"\\w+\")+)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex SectionOfSite();

    [GeneratedRegex("\\[\"(\\w+)\"\\] = Shape", RegexOptions.CultureInvariant)]
    private static partial Regex ThemeKey();

    [GeneratedRegex("site\\.theme\\??\\.(\\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex ThemeValue();
}
