using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Cli.Terminal;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

/// <summary>
/// What authors of themes are told, in full, as text and as JSON: the files in <c>tests/golden/scriban</c>. A case begins with <c>=== its name</c>, with
/// <c>(crlf)</c> or <c>(strict)</c> behind it when its lines end so or all lints are on; its page follows, then <c>--- name</c> and an included template, then the answers.
/// </summary>
public class GoldenMessageTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "golden", "scriban");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Messages_are_as_written_down(string file)
    {
        var cases = Sample.Read(File.ReadAllText(Path.Combine(Folder, file)));

        Golden.Matches($"scriban/{file}", string.Join('\n', cases.Select(one => one.Answered())));
    }

    [Fact]
    public void There_are_sixty_at_least() =>
        Assert.True(Directory.GetFiles(Folder, "*.txt").SelectMany(file => Sample.Read(File.ReadAllText(file))).Count() >= 60);

    [Fact]
    public void Every_case_has_something_to_say() =>
        Assert.Empty(Directory.GetFiles(Folder, "*.txt").SelectMany(file => Sample.Read(File.ReadAllText(file))).Where(one => one.Diagnostics().Count == 0).Select(one => one.Name));

    private sealed record Sample(string Name, string Page, IReadOnlyList<(string Name, string Text)> Includes)
    {
        public static List<Sample> Read(string text)
        {
            List<Sample> samples = [];
            foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n=== ")[1..])
            {
                var sections = ("page.html\n" + part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimEnd('\n')).Split("\n--- ");
                var named = sections.Select(section => section.Split('\n', 2)).Select(pair => (Name: pair[0], Text: pair.ElementAtOrDefault(1) ?? "")).ToList();
                samples.Add(new(part.Split('\n')[0], named[0].Text, [.. named[1..].Where(section => section.Name is not ("text" or "json"))]));
            }

            return samples;
        }

        /// <summary>The case with its answers as they are now.</summary>
        public string Answered()
        {
            var text = new StringBuilder($"=== {Name}\n{Page}\n");
            foreach (var (name, body) in Includes)
            {
                text.Append($"--- {name}\n{body}\n");
            }

            var diagnostics = Diagnostics();
            text.Append("--- text\n").AppendJoin("", diagnostics.Select(DiagnosticText.Of));
            text.Append("--- json\n");
            using var report = JsonDocument.Parse(JsonReport.Of(null, [.. diagnostics]));
            foreach (var one in report.RootElement.GetProperty("diagnostics").EnumerateArray())
            {
                text.Append(JsonSerializer.Serialize(one, new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })).Append('\n');
            }

            return text.ToString();
        }

        public List<Diagnostic> Diagnostics()
        {
            var options = TemplateOptions.Site with { Lints = Name.Contains("(strict)", StringComparison.Ordinal) ? Lints.All : Lints.Sure, IncludeNames = [.. Includes.Select(include => include.Name)] };
            Template Parse(string path, string body) =>
                Template.Parse(new SourceText(path, Name.Contains("(crlf)", StringComparison.Ordinal) ? body.ReplaceLineEndings("\r\n") : body), options);
            var includes = Includes.ToDictionary(include => include.Name, include => Parse($"partials/{include.Name}.html", include.Text));
            var page = Parse("page.html", Page);
            var rendered = page.Render(Model(), name => includes.GetValueOrDefault(name), "/blog/ from content/blog.md");
            return
            [
                .. page.Diagnostics.Concat(rendered.Diagnostics).Concat(includes.Values.SelectMany(include => include.Diagnostics)).Distinct()
                    .Select(Blog.Rendering.Problems.OfTemplate),
            ];
        }
    }

    private static ScriptObject Model()
    {
        var posts = new[] { "Softmax", "Adam", "梯度下降" }.Select((title, index) => (Value)Post(title, index)).ToList();
        var model = Object(
            ("site", Object(("title", "Notes"), ("author", Value.Null), ("posts", new ScriptArray(posts)), ("tags", new ScriptArray([])))),
            ("page", Object(("title", "Blog"), ("kind", "home"), ("url", "/blog/"), ("description", ""))),
            ("post", posts[0]),
            ("asset", new HostFunction("asset", ["name"], _ => throw new TemplateException("the theme has no file 'x.css'", "did you mean 'style.css'?") { Argument = 0 })));
        model["site"].AsObject!.Kind = "site"; // made above
        model["page"].AsObject!.Kind = "page"; // as above
        model.Freeze();
        return model;
    }

    private static ScriptObject Post(string title, int index)
    {
        var post = Object(
            ("title", title), ("url", $"/posts/{index}/"), ("date", new DateTimeOffset(2026, 1, 11 + index, 0, 0, 0, TimeSpan.Zero)), ("cover", Value.Null),
            ("tags", new ScriptArray(["数学", "numerics"])), ("words", 1200), ("excerpt", "A text that is longer than forty characters, so that it must be cut."));
        post.Kind = "post";
        post.Origin = $"content/posts/{title.ToLowerInvariant()}.md";
        return post;
    }
}
