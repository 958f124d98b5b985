using System.Text.RegularExpressions;
using Blog.Scriban;
using Blog.Scriban.Functions;
using Blog.Scriban.Runtime;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Docs;

/// <summary><c>functions.md</c> against the tables of functions: every name, every parameter, an example each.</summary>
public partial class TemplateFunctionsTests
{
    private static readonly Manual Page = Manual.Page("functions.md");

    private static readonly DateTimeOffset Date = new(2026, 3, 1, 9, 5, 7, 250, TimeSpan.Zero);

    private static readonly TimeSpan Duration = TimeSpan.FromHours(36);

    private static string[] Objects { get; } = [.. Builtins.Root.Names.Where(name => Builtins.Root[name].Kind == ValueKind.Object)];

    /// <summary>How every function is called, and every value beside them, by name.</summary>
    private static SortedDictionary<string, string> Signatures { get; } = new(
        Objects.SelectMany(name => Builtins.Root[name].AsObject!.Names.Select(member => ($"{name}.{member}", Builtins.Root[name].AsObject![member]))) // Objects are objects
            .Concat(FunctionsIn(Builtins.Root)).Concat(FunctionsIn(ExampleBlog.Values()))
            .ToDictionary(member => member.Item1, member => SignatureOf(member.Item1, member.Item2)),
        StringComparer.Ordinal);

    /// <summary>The parts of the page that tell of one function.</summary>
    private static Dictionary<string, string> Sections { get; } =
        HeadingOfFunction().Matches(Page.Text).Select(match => match.Groups[1].Value).ToDictionary(name => name, name => Page.Section($"### {name}"), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Signatures.Keys];

    [Fact]
    public void Every_function_has_a_section_and_every_section_a_function() => Assert.Equal(Signatures.Keys, Sections.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_begins_with_the_signature(string name) =>
        Assert.Equal(Signatures[name], CodeSpan().Match(Sections.GetValueOrDefault(name, "")).Groups[1].Value);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_section_has_an_example_that_calls_the_function(string name) =>
        Assert.Contains(Manual.FencesOf(Sections.GetValueOrDefault(name, "")),
            fence => fence.Info.StartsWith("scriban example", StringComparison.Ordinal) && fence.Body.Contains(name, StringComparison.Ordinal));

    [Fact]
    public void The_functions_of_an_object_stand_below_its_heading_in_order() =>
        Assert.All(Objects, name => Assert.Equal(
            Signatures.Keys.Where(known => known.StartsWith(name + ".", StringComparison.Ordinal)),
            HeadingOfFunction().Matches(Page.Section($"## {name}")).Select(match => match.Groups[1].Value)));

    [Fact]
    public void Names_that_are_neither_object_nor_function_have_a_heading() =>
        Assert.Equal("## " + string.Join(" and ", Builtins.Root.Names.Where(name => Builtins.Root[name].Kind == ValueKind.Empty).OrderDescending()),
            Page.Text.Split('\n').Last(line => line.StartsWith("## ", StringComparison.Ordinal)));

    [Fact]
    public void The_members_of_a_date_are_those_of_the_table() => AssertMembers(Date, Page.Section("## date"));

    [Fact]
    public void The_members_of_a_timespan_are_those_of_the_table() => AssertMembers(Duration, Page.Section("## timespan"));

    [Fact]
    public void The_codes_of_dates_are_those_of_the_table()
    {
        var section = Page.Section("### date.to_string");
        var letters = Enumerable.Range('A', 26).Concat(Enumerable.Range('a', 26)).Append('%').Select(letter => $"%{(char)letter}");
        var codes = letters.Where(code => TextOf($"{{{{ d | date.to_string '{code}' }}}}", Object(("d", Date))) != code).Order(StringComparer.Ordinal);
        var rows = RowsOf(section).ToList();

        Assert.All(rows, row => Assert.Equal(TextOf($"{{{{ d | date.to_string '{row.Name}' }}}}", Object(("d", Date))), row.Value));
        Assert.Equal(codes, rows.Select(row => row.Name).Concat(["%n", "%t", "%g"]).Order(StringComparer.Ordinal));
        Assert.All(["`%n`", "`%t`", "`%g`"], code => Assert.Contains(code, section, StringComparison.Ordinal));
    }

    private static void AssertMembers(Value value, string section)
    {
        var rows = RowsOf(section[..section.IndexOf("\n### ", StringComparison.Ordinal)]).ToList();

        Assert.All(rows, row => Assert.Equal(TextOf($"{{{{ x.{row.Name} }}}}", Object(("x", value))), row.Value));
        Assert.Equal(Members.NamesOf(null!, value).Order(StringComparer.Ordinal), rows.Select(row => row.Name).Order(StringComparer.Ordinal)); // only objects ask the frame
    }

    /// <summary>The code in the first column of a table beside the code in its third.</summary>
    private static IEnumerable<(string Name, string Value)> RowsOf(string section) =>
        section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')).SelectMany(cells =>
        {
            var names = CodeSpan().Matches(cells[1]).Select(match => match.Groups[1].Value).ToArray();
            var values = CodeSpan().Matches(cells[3]).Select(match => match.Groups[1].Value).ToArray();
            Assert.Equal(names.Length, values.Length);
            return names.Zip(values);
        });

    private static IEnumerable<(string, Value)> FunctionsIn(ScriptObject values) =>
        values.Names.Where(name => values[name].Kind == ValueKind.Function).Select(name => (name, values[name]));

    private static string SignatureOf(string name, Value value) => value.Ref switch
    {
        BuiltinFunction function => string.Join(' ', function.Parameters.Select(Shown).Prepend(name)),
        ScriptFunction function => function.Signature,
        _ => name,
    };

    private static string Shown(Parameter parameter) =>
        parameter.IsRest ? $"{parameter.Name}..."
        : parameter.IsRequired ? parameter.Name
        : parameter.Default.IsNull ? $"{parameter.Name}?"
        : parameter.Default.Kind == ValueKind.Text ? $"{parameter.Name}=\"{parameter.Default}\""
        : $"{parameter.Name}={parameter.Default}";

    [GeneratedRegex("^### ([a-z][a-z0-9_.]*)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingOfFunction();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();
}
