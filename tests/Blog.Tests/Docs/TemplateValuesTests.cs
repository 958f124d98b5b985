using System.Text.RegularExpressions;
using Blog.Composing;
using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Kit;

namespace Blog.Tests.Docs;

/// <summary><c>template-values.md</c> against the objects that templates see: every name with its kind, both ways.</summary>
public partial class TemplateValuesTests
{
    private static readonly Manual Page = Manual.Page("template-values.md");

    private static readonly SiteInAString Rich = new SiteInAString("""
        -- content/site.yaml --
        title: Notes
        base_url: https://example.org/
        page_size: 1
        authors:
          ann: {name: Ann, url: /about/, email: ann@example.org}
        menu:
          - {title: More, url: /more/, children: [{title: About, url: /about/}]}
        -- content/index.md --
        Welcome.
        -- content/about.md --
        Me.
        -- content/posts/nlp/vectors/a.md --
        ---
        date: 2026-01-02
        updated: 2026-01-03
        tags: [softmax]
        authors: [ann, Bo]
        series: S
        cover: https://example.org/a.png
        extra: {x: 1}
        ---
        ## One

        ### Two
        -- content/posts/nlp/b.md --
        ---
        date: 2026-01-01
        ---
        B.
        -- content/posts/nlp/undated.md --
        C.
        """).Build();

    private static readonly SiteInAString Poor = new SiteInAString("""
        -- content/posts/nlp/a.md --
        A.
        """).Build();

    private static readonly string[] NamesOfEveryPage = ["site", "page", "t", "url_for", "absolute", "asset"];

    /// <summary>What was found in each member of the objects of each kind.</summary>
    private static SortedDictionary<string, SortedDictionary<string, HashSet<string>>> Found { get; } = [];

    private static ScriptObject[] Models { get; } = [.. new[] { Rich, Poor }.SelectMany(ModelsOf)];

    public static TheoryData<string> Kinds => [.. Found.Keys];

    static TemplateValuesTests()
    {
        var seen = new HashSet<ScriptObject>(ReferenceEqualityComparer.Instance);
        foreach (var model in Models)
        {
            Visit(model, seen);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_members_of_an_object_are_those_of_its_table(string kind) =>
        Assert.Equal(Found[kind].Select(member => $"{member.Key}: {Shown(member.Value)}"), RowsOf(kind).Select(row => $"{row.Name}: {row.Kind}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_table_of_members_belongs_to_a_kind_of_object() =>
        Assert.Equal(Found.Keys.Select(HeadingOf).Order(StringComparer.Ordinal), HeadingOfTable().Matches(Page.Text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Objects_of_a_kind_have_the_same_members()
    {
        var seen = new HashSet<ScriptObject>(ReferenceEqualityComparer.Instance);
        foreach (var model in Models)
        {
            Visit(model, seen);
        }

        Assert.All(seen.Where(value => value.Kind is not (null or "template")), value => Assert.Equal(Found[value.Kind!].Keys, value.Names.Order(StringComparer.Ordinal))); // asked just before
    }

    [Fact]
    public void What_pages_of_a_kind_see_is_in_the_table()
    {
        var seen = Models.Select(model => (Kind: model["page"].AsObject!["kind"].AsText!, Names: string.Join(' ', model.Names.Except(NamesOfEveryPage)))).Distinct(); // every page has both

        Assert.Equal(
            seen.Select(page => $"{page.Kind}: {page.Names}").Order(StringComparer.Ordinal),
            RowsOfTemplates().SelectMany(row => row.PageKinds.Select(kind => $"{kind}: {row.Names}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_template_of_each_kind_of_page_is_in_the_table()
    {
        var site = new SiteInAString(string.Concat(Rich.SourceNames.Select(name => $"-- {name} --\n{Rich.Source(name)}")));
        foreach (var (file, _, _) in RowsOfTemplates())
        {
            site.Edit($"templates/{file}", $"{file}: {{{{ page.kind }}}}");
        }

        site.Build();
        Assert.True(site.Report.IsPublished);
        Assert.Equal(
            site.Files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => System.Text.Encoding.UTF8.GetString(file.Value).Trim()).Distinct().Order(StringComparer.Ordinal),
            RowsOfTemplates().SelectMany(row => row.PageKinds.Select(kind => $"{row.File}: {kind}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_words_of_the_theme_are_those_of_its_file()
    {
        var words = Models[0]["t"].AsObject!; // every page has it

        Assert.Equal(words.Names.Select(name => $"| `t.{name}` | {words[name]} |"), Page.Section("## Words").Split('\n').Where(line => line.StartsWith("| `t.", StringComparison.Ordinal)));
    }

    /// <summary>A model for every kind of page of the site.</summary>
    private static IEnumerable<ScriptObject> ModelsOf(SiteInAString built)
    {
        var site = built.Plan.Site;
        var model = new TemplateModel(site, Theme.Load([], built.Options, TimeZoneInfo.Utc));
        return
        [
            .. site.Posts.Concat(site.Pages).Select(model.OfPost),
            .. site.Listings.SelectMany(listing => listing.Paginate(site.Config.PageSize)).Select(model.OfListing),
            model.OfTerms(ListingKind.Category, Pages.CategoriesUrl, site.Categories),
            model.OfTerms(ListingKind.Tag, Pages.TagsUrl, site.Tags),
            model.OfArchive(Pages.ArchivesUrl),
            model.OfNotFound(new("/404.html")),
        ];
    }

    // What authors write themselves has no kind, or is the theme's: its members are not ours to list.
    private static void Visit(ScriptObject value, HashSet<ScriptObject> seen)
    {
        if (value.Kind is null or "theme" || !seen.Add(value))
        {
            return;
        }

        var members = Found.TryGetValue(value.Kind, out var known) ? known : Found[value.Kind] = new(StringComparer.Ordinal);
        foreach (var name in value.Names)
        {
            var kinds = members.TryGetValue(name, out var found) ? found : members[name] = [];
            kinds.Add(KindOf(value[name], seen));
        }
    }

    private static string KindOf(Value value, HashSet<ScriptObject> seen)
    {
        if (value.AsObject is { } inner)
        {
            Visit(inner, seen);
            return inner.Kind is null or "theme" ? "object" : inner.Kind;
        }

        if (value.AsArray is { } list)
        {
            return list.Count == 0 ? "list" : "list of " + Plural(Assert.Single(Enumerable.Range(0, list.Count).Select(i => KindOf(list[i], seen)).Distinct()));
        }

        return value.Kind switch
        {
            ValueKind.Null => "null",
            ValueKind.Text => "text",
            ValueKind.Html => "markup",
            ValueKind.Integer => "number",
            ValueKind.Boolean => "true or false",
            ValueKind.Date => "date",
            ValueKind.Function => "function",
            _ => throw new Xunit.Sdk.XunitException($"a value of kind {value.Kind} has no name in the manual"),
        };
    }

    private static string Plural(string kind) =>
        kind.Split(' ', 2) is [var first, var rest] && rest.StartsWith("of ", StringComparison.Ordinal) ? $"{first}s {rest}" : kind + "s";

    /// <summary>A kind, or a kind and null; an empty list shows nothing that a full one does not.</summary>
    private static string Shown(HashSet<string> kinds) =>
        Assert.Single(kinds.Except(["null"]), kind => kind != "list") + (kinds.Contains("null") ? " or null" : "");

    private static string HeadingOf(string kind) => kind == "template" ? "Every page" : kind;

    private static IEnumerable<(string Name, string Kind)> RowsOf(string kind)
    {
        var heading = HeadingLine().Matches(Page.Text).Select(match => match.Value).Single(line => line.TrimStart('#')[1..] == HeadingOf(kind));
        return TableOf(Page.Section(heading), "| name | kind | value |")
            .Select(cells => (Name().Match(cells[1]).Groups[1].Value, Link().Replace(cells[2].Trim(), "$1")));
    }

    private static IEnumerable<(string File, string[] PageKinds, string Names)> RowsOfTemplates() =>
        TableOf(Page.Section("## Every page"), "| template | `page.kind` | sees, too |").Select(cells => (cells[1].Trim(' ', '`'), CodeIn(cells[2]), string.Join(' ', CodeIn(cells[3]))));

    private static IEnumerable<string[]> TableOf(string section, string head) =>
        section.Split('\n').SkipWhile(line => line != head).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|'));

    private static string[] CodeIn(string cell) => [.. CodeSpan().Matches(cell).Select(match => match.Groups[1].Value)];

    // The first table of members below a heading.
    [GeneratedRegex("^#{2,3} (.+)\n\n(?:[^|#\n].*\n\n)*\\| name \\| kind \\|", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingOfTable();

    [GeneratedRegex("^#{2,3} .+$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("`(?:[a-z]+\\.)?([a-z_]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("\\[([^\\]]+)\\]\\([^)]+\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();
}
