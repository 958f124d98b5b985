using System.Globalization;
using Blog.Reading;
using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Composing;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>
/// The language in prose, tests/specs/scriban-language. An example has a template and its output, exact to the last line end; between them may stand
/// the texts of the templates that it includes, in the order of <c>includes=a,b</c>, and values as YAML. Where the word <c>error</c> or <c>warning</c>
/// stands, the last part is place and code of the first message: <c>1:8 T204</c>.
/// </summary>
public class LanguageSpecTests
{
    public static IEnumerable<TheoryDataRow<SpecExample>> Examples => SpecExample.In("scriban-language");

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Examples_say_what_a_template_gives(SpecExample example)
    {
        var names = WordOf(example, "includes=")?.Split(',') ?? [];
        var options = OptionsOf(example) with { IncludeNames = names };
        var texts = names.Zip(example.Parts.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second);
        var hasValues = example.Parts.Length == names.Length + 3;

        var template = Parse("text", example.Parts[0], options);
        var result = template.Render(hasValues ? ValuesOf(example.Parts[^2]) : new(), name => texts.TryGetValue(name, out var text) ? Parse(name, text, options) : null);

        Assert.Equal(names.Length + (hasValues ? 3 : 2), example.Parts.Length);
        if (example.Words.Contains("error") || example.Words.Contains("warning"))
        {
            var first = template.Diagnostics.Concat(result.Diagnostics).First(d => d.Severity == Severity.Error == example.Words.Contains("error"));
            var file = first.Source!.Path == "text" ? "" : first.Source.Path + ":";
            Assert.Equal(example.Parts[^1], string.Create(CultureInfo.InvariantCulture, $"{file}{first.Start.Line}:{first.Start.Column} {first.Code}"));
            return;
        }

        Assert.Equal("", Rendering.Messages(result with { Diagnostics = [.. result.Diagnostics.Where(d => d.Severity == Severity.Error)] }));
        Assert.Equal(example.Parts[^1], result.Text);
    }

    private static Template Parse(string name, string text, TemplateOptions options) => Template.Parse(new SourceText(name, text), options);

    private static ScriptObject ValuesOf(string yaml) =>
        YamlValue.Of(Yaml.Parse(new SourceText("values.yaml", yaml), new(0, yaml.Length)).Root).AsObject ?? new();

    private static string? WordOf(SpecExample example, string start) =>
        example.Words.FirstOrDefault(word => word.StartsWith(start, StringComparison.Ordinal))?[start.Length..];

    private static TemplateOptions OptionsOf(SpecExample example)
    {
        bool Has(string word) => example.Words.Contains(word);
        return TemplateOptions.Original with
        {
            Mode = Has("script") ? TemplateMode.ScriptOnly : Has("front-matter") ? TemplateMode.FrontMatterAndText : Has("front-matter-only") ? TemplateMode.FrontMatterOnly : TemplateMode.Text,
            StrictVariables = Has("strict-variables"),
            RelaxedMemberAccess = !Has("strict-members"),
            RelaxedIndexerAccess = !Has("strict-indexes"),
            RelaxedTargetAccess = Has("relaxed-targets"),
            RelaxedFunctionAccess = Has("relaxed-functions"),
            AutoIndent = !Has("no-indent"),
            IndentEmptyLines = !Has("no-empty-indent"),
            AllowNullIndex = Has("null-index"),
            EscapeHtml = Has("escape"),
            UndefinedMembers = Has("warning") ? UndefinedMembers.Warn : UndefinedMembers.Off,
            Culture = WordOf(example, "culture=") ?? "",
        };
    }
}
