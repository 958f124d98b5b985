using System.Globalization;
using System.Text;
using Blog.Reading;
using Blog.Rendering;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Docs;

/// <summary>
/// The examples of the manual do what it says. A block <c>markdown example</c> is followed by an <c>html</c> block, its body as published. A block
/// <c>scriban example</c> is of one of three forms: lines of template, each followed by its output behind an arrow; a template, followed by a
/// <c>yaml</c> block, its values, and a <c>text</c> block, its output and messages; or files of a site, whose names stand behind the word
/// <c>example</c>, followed by an <c>html</c> block, the page that they make.
/// </summary>
public class ExamplesTests
{
    private const string Arrow = "→";

    private static readonly (string Page, string Info, string Body, int Line)[] Blocks =
    [
        .. from file in Directory.GetFiles(Manual.Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
           from fence in Manual.Page(file).Fences
           select (file, fence.Info, fence.Body, fence.Line),
    ];

    public static IEnumerable<TheoryDataRow<string, int>> Markdown => Rows(Blocks.Where(block => block.Info == "markdown example"));

    public static IEnumerable<TheoryDataRow<string, int>> Lines => Rows(Blocks.Where(block => block.Info == "scriban example" && HasArrow(block.Body)));

    public static IEnumerable<TheoryDataRow<string, int>> Scriban => Rows(Blocks.Where(block => block.Info == "scriban example" && !HasArrow(block.Body)));

    public static IEnumerable<TheoryDataRow<string, int>> Sites =>
        Rows(Blocks.Where((block, i) => NameOfFile(block.Info) is not null && (i == 0 || NameOfFile(Blocks[i - 1].Info) is null)));

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
    [MemberData(nameof(Lines))]
    public void Lines_print_what_stands_behind_the_arrow(string page, int line)
    {
        var shown = new StringBuilder();
        var template = new List<string>();
        var isBehindArrow = false;
        foreach (var text in BlocksFrom(page, line)[0].TrimEnd('\n').Split('\n'))
        {
            if (!text.StartsWith(Arrow, StringComparison.Ordinal))
            {
                template.Add(text);
                shown.Append(text).Append('\n');
                isBehindArrow = false;
            }
            else if (!isBehindArrow)
            {
                shown.Append(WithArrows(OutputOf(string.Join('\n', template).TrimStart('\n'))));
                template.Clear();
                isBehindArrow = true;
            }
        }

        Assert.True(isBehindArrow, "the last line has no output");
        Assert.Equal(BlocksFrom(page, line)[0], shown.ToString());
    }

    [Theory]
    [MemberData(nameof(Scriban))]
    public void Templates_print_what_is_shown(string page, int line)
    {
        var blocks = BlocksFrom(page, line, "yaml", "text");
        var values = new SourceText("values.yaml", blocks[1]);
        var model = YamlValue.Of(Yaml.Parse(values, new(0, blocks[1].Length)).Root).AsObject ?? new();

        Assert.Equal(blocks[2].Trim(), TextAndMessages(blocks[0], model, TemplateOptions.Site).Trim());
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Files_make_the_page_that_is_shown(string page, int line)
    {
        var blocks = Blocks.SkipWhile(block => block.Page != page || block.Line != line).ToList();
        var files = blocks.TakeWhile(block => NameOfFile(block.Info) is not null).Select(block => (NameOfFile(block.Info)!, block.Body)).ToList();
        var shown = blocks[files.Count];

        Assert.Equal("html", shown.Info);
        Assert.Equal(shown.Body.Trim(), ExampleBlog.PageOf(files).Trim());
    }

    // Readers do not see the words behind a fence.
    [Fact]
    public void The_name_of_a_file_is_told_above_it() =>
        Assert.All(Blocks.Where(block => NameOfFile(block.Info) is not null), block =>
        {
            var above = Manual.Page(block.Page).Text.Split('\n').Take(block.Line).Reverse().TakeWhile(line => !line.StartsWith("##", StringComparison.Ordinal));
            Assert.Contains($"`{NameOfFile(block.Info)}`", string.Join('\n', above), StringComparison.Ordinal);
        });

    [Fact]
    public void There_are_examples() => Assert.True(Markdown.Count() >= 10 && Lines.Count() >= 100 && Scriban.Count() >= 3 && Sites.Count() >= 10);

    private static bool HasArrow(string body) => body.Split('\n').Any(line => line.StartsWith(Arrow, StringComparison.Ordinal));

    /// <summary><c>templates/post.html</c> of <c>scriban example templates/post.html</c>.</summary>
    private static string? NameOfFile(string info) => info.Split(' ') is [_, "example", var name] ? name : null;

    private static IEnumerable<TheoryDataRow<string, int>> Rows(IEnumerable<(string Page, string Info, string Body, int Line)> blocks) =>
        blocks.Select(block => new TheoryDataRow<string, int>(block.Page, block.Line) { TestDisplayName = string.Create(CultureInfo.InvariantCulture, $"{block.Page}:{block.Line}") });

    /// <summary>The block of that line and those behind it, which must have these languages.</summary>
    private static string[] BlocksFrom(string page, int line, params string[] languages)
    {
        var blocks = Blocks.SkipWhile(block => block.Page != page || block.Line != line).Take(languages.Length + 1).ToArray();
        Assert.Equal(languages, blocks[1..].Select(block => block.Info));
        return [.. blocks.Select(block => block.Body)];
    }

    // Nothing is escaped, as in a template whose name ends in .txt: what matters is the value.
    private static string OutputOf(string template) => TextAndMessages(template, ExampleBlog.Values(), TemplateOptions.Site with { EscapeHtml = false, Now = ExampleBlog.Now });

    private static string TextAndMessages(string template, ScriptObject values, TemplateOptions options)
    {
        var parsed = Template.Parse(new SourceText("page.html", template), options);
        var result = parsed.Render(values, _ => null);
        var diagnostics = parsed.HasErrors ? result.Diagnostics : parsed.Diagnostics.AddRange(result.Diagnostics);
        return result.Text + string.Concat(diagnostics.Select(Blog.Rendering.Problems.OfTemplate).Select(DiagnosticText.Of));
    }

    private static string WithArrows(string output) =>
        string.Concat(output.TrimEnd('\n').Split('\n').Select(line => $"{Arrow} {line}".TrimEnd() + "\n"));
}
