using System.Globalization;
using System.Text;
using Blog.Reading;
using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Docs;

/// <summary>
/// The examples of the manual do what it says. A block <c>markdown example</c> is followed by an <c>html</c> block, its body as published; a block
/// <c>scriban example</c> by a <c>yaml</c> block, its values, and a <c>text</c> block, its output and messages.
/// </summary>
public class ExamplesTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Markdown => ExamplesOf("markdown example");

    public static IEnumerable<TheoryDataRow<string, int>> Scriban => ExamplesOf("scriban example");

    [Theory]
    [MemberData(nameof(Markdown))]
    public void Markdown_becomes_the_html_that_is_shown(string page, int line)
    {
        var blocks = BlocksFrom(page, line, "html");
        var site = new SiteInAString("""
            -- content/site.yaml --
            base_url: https://example.org/
            -- content/posts/softmax.md --
            ---
            date: 2026-01-01
            tags: [numerics]
            ---

            ## Overflow
            -- content/posts/loss.png --
            picture
            """).Edit("content/posts/example.md", $"---\ntitle: Example\ndate: 2026-01-02\n---\n\n{blocks[0]}").Build();

        var post = site.Plan.Site.Posts.Single(post => post.Entry.Path.Name == "example.md");
        Assert.Equal(blocks[1].TrimEnd(), Encoding.UTF8.GetString(post.Html.Span).TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Scriban))]
    public void Templates_print_what_is_shown(string page, int line)
    {
        var blocks = BlocksFrom(page, line, "yaml", "text");
        var values = new SourceText("values.yaml", blocks[1]);
        var model = YamlValue.Of(Yaml.Parse(values, new(0, blocks[1].Length)).Root).AsObject ?? new();
        var result = Template.Parse(new SourceText("page.html", blocks[0]), TemplateOptions.Site).Render(model, _ => null);

        var shown = result.Text.Trim() + string.Concat(result.Diagnostics.Select(Blog.Rendering.Problems.OfTemplate).Select(DiagnosticText.Of));
        Assert.Equal(blocks[2].Trim(), shown.Trim());
    }

    [Fact]
    public void There_are_examples() => Assert.True(Markdown.Count() >= 10 && Scriban.Count() >= 3);

    private static IEnumerable<TheoryDataRow<string, int>> ExamplesOf(string info) =>
        from file in Directory.GetFiles(Manual.Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        from fence in Manual.Page(file).Fences
        where fence.Info == info
        select new TheoryDataRow<string, int>(file, fence.Line) { TestDisplayName = string.Create(CultureInfo.InvariantCulture, $"{file}:{fence.Line}") };

    /// <summary>The block of that line and those behind it, which must have these languages.</summary>
    private static string[] BlocksFrom(string page, int line, params string[] languages)
    {
        var blocks = Manual.Page(page).Fences.SkipWhile(fence => fence.Line != line).Take(languages.Length + 1).ToArray();
        Assert.Equal(languages, blocks[1..].Select(block => block.Info));
        return [.. blocks.Select(block => block.Body)];
    }
}
