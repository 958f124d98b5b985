using System.Text;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Tests.Composing;

public partial class MarkdownSpecTests
{
    public static IEnumerable<TheoryDataRow<SpecExample>> Examples => SpecExample.In("markdown");

    /// <summary>Parts: source, HTML, and, when there is something to say, the messages without their source lines.</summary>
    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void Examples_render_as_written(SpecExample example)
    {
        var post = example.Sample.Render();

        Assert.Equal(example.Parts[1], WithShortFormulas(Encoding.UTF8.GetString(post.Html.Span).TrimEnd('\n')));
        Assert.Equal(example.Parts.ElementAtOrDefault(2) ?? "", string.Join('\n', post.Diagnostics.Select(Short)));
    }

    // MathML has specifications of its own; here it matters what is a formula, and where. So of a formula its TeX is left, or its text where it carries none.
    // Nor does it matter there which punctuation stays with them, see FormulaTests.
    private static string WithShortFormulas(string html) => Formula().Replace(Punctuation().Replace(html, "$1"), match =>
        match.Groups["tex"] is { Success: true } tex ? $"{match.Groups["start"]}{tex}</math>" : $"{match.Groups["start"]}{Tag().Replace(match.Groups["content"].Value, "")}</math>");

    [GeneratedRegex("(?<start><math[^>]*>)(<semantics>.*?<annotation[^>]*>(?<tex>[^<]*)</annotation></semantics>|(?<content>.*?))</math>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex("<span class=\"nowrap\">((?:(?!</span>).)*)</span>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Punctuation();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static string Short(Diagnostic diagnostic) =>
        $"{diagnostic.Start.Line}:{diagnostic.Start.Column} {diagnostic.Code} {diagnostic.Message}" + (diagnostic.Help is { } help ? $" ({help})" : "");
}
