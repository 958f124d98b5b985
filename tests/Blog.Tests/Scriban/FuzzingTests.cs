using System.Globalization;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>Templates that nobody would write: whatever is read gives diagnostics at most, and nothing is read that was not declared.</summary>
public class FuzzingTests
{
    private static readonly string[] Tokens =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "end", "else", "if ", "for x in ", "while ", "case ", "when ", "func f(a)", "ret ", "capture x", "wrap f", "with ", "do ", "tablerow x in ", "break", "import ", "readonly ",
        "include ", "include_join ", "$", "$$", "$1", "$.x", "this", "null", "true", "(", ")", "[", "]", "{", "}", "|", "|>", "||", "&&", "??", "?.", "?", ":", ",", ".", "..", "..<", "...", "=", "==", "!=", "<", ">=", "+", "-", "*", "/", "//", "%",
        "<<", ">>", "++", "--", "+=", "@", "^", "!", "#", "##", ";", "\n", "\"", "'", "`", "$\"{", "\\", "\\u", "array.", "string.", "| array.sort", "| string.upcase", "object.eval ", "object.to_json ", "math.", "date.", "regex.match ", "for.index",
        "<a href=\"", "<script>", "<style>", "<!--", "-->", "\">", "product", "products", "page.title",
    ];

    private static readonly string[] Corpus =
    [
        .. Case.All.Values.Select(c => c.Template).Where(text => text.Length < 3000),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "templates"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Length < 3000),
    ];

    private static readonly TemplateOptions Small = TemplateOptions.Site with
    {
        StepLimit = 200_000,
        MemoryLimit = 4_000_000,
        OutputLimit = 200_000,
        TextLimit = 200_000,
        ListLimit = 20_000,
    };

    private static readonly TemplateOptions[] Modes =
    [
        Small,
        Small with { EscapeHtml = false },
        Small with { EscapeHtml = false, AutoIndent = true, UndefinedMembers = UndefinedMembers.Off },
        Small with { EscapeHtml = false, Mode = TemplateMode.ScriptOnly },
        Small with { StrictVariables = true, RelaxedMemberAccess = false, UndefinedMembers = UndefinedMembers.Error },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Whatever_a_template_is_it_gives_diagnostics_at_most(int seed)
    {
        var mutations = new Mutations(seed, Corpus, Tokens);
        var rendered = 0;
        for (var round = 0; round < Mutations.Rounds; round++)
        {
            var text = mutations.Next();
            var options = Modes[mutations.Next(Modes.Length)];
            try
            {
                rendered += IsRendered(text, options) ? 1 : 0;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}, round {round}, {options.Mode}, escaping {options.EscapeHtml}: {problem}\n{text}");
            }
        }

        // Mutations that break everything would test the parser alone.
        Assert.True(rendered > Mutations.Rounds / 20, $"only {rendered} of {Mutations.Rounds} were rendered");
    }

    [Fact]
    public void Whatever_stands_in_the_head_of_a_loop_it_gives_diagnostics_at_most()
    {
        string[] words = ["x", "in", "limit", "limit:", "offset:2", "reversed", "5", "'a'", "a.b", "| array.sort", "| array.limit", "(", ")", "..", ",", "=", "1..3"];
        var random = new Random(1);
        for (var round = 0; round < 20 * Mutations.Rounds; round++)
        {
            var head = string.Join(' ', random.GetItems(words, random.Next(1, 9)));
            var text = $"{{{{ {(random.Next(2) == 0 ? "for" : "tablerow")} {head} }}}}{{{{ end }}}}";
            try
            {
                IsRendered(text, Small);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Assert.Fail($"{problem}\n{text}");
            }
        }
    }

    private static bool IsRendered(string text, TemplateOptions options)
    {
        var template = Parse(text, options);
        AssertPlaces(template.Diagnostics, template.Source);
        Assert.Equal(Words(template.Diagnostics), Words(Parse(text, options).Diagnostics));
        if (template.HasErrors)
        {
            return false;
        }

        var reads = new HashSet<string>(StringComparer.Ordinal);
        var first = template.Render(Model(reads), Include);
        AssertPlaces(first.Diagnostics, template.Source);
        var second = template.Render(Model([]), Include);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(Words(first.Diagnostics), Words(second.Diagnostics));

        // A page with messages is made anew in every build, so that what the messages looked at need not be declared.
        var declared = template.ReadPaths(Include);
        var undeclared = declared.Whole ? [] : reads.Where(name => !declared.Members.ContainsKey(name)).ToList();
        if (first.Diagnostics.IsEmpty && undeclared.Count > 0)
        {
            // What the template assigned before is read of its own copy.
            Assert.True(first.Text == template.Render(Model([], undeclared), Include).Text, $"read {string.Join(", ", undeclared)}, declared {string.Join(", ", declared.Paths())}");
        }

        return !first.Failed;

        Template? Include(string name) => name == "card" ? Parse("<b>{{ $1 }}{{ product.title }}</b>", options with { Mode = TemplateMode.Text }) : null;
    }

    private static Template Parse(string text, TemplateOptions options) => Template.Parse(new SourceText("page.html", text), options);

    private static string Words(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics.Select(DiagnosticText.Of));

    private static void AssertPlaces(IEnumerable<Diagnostic> diagnostics, SourceText source)
    {
        foreach (var diagnostic in diagnostics)
        {
            var length = (diagnostic.Source ?? source).Text.Length;
            Assert.True(diagnostic.Span.Start >= 0 && diagnostic.Span.Length >= 0 && diagnostic.Span.End <= length, $"{diagnostic.Code} at {diagnostic.Span} of {length}");
        }
    }

    private static ScriptObject Model(HashSet<string> reads, IEnumerable<string>? others = null)
    {
        string[] names = ["page", "user", "product", "products"];
        var product = new ScriptObject { ["title"] = "Orange", ["type"] = "fruit" };
        var model = new ScriptObject
        {
            ["page"] = new ScriptObject { ["title"] = "这是标题 & more" },
            ["user"] = new ScriptObject { ["name"] = "John" },
            ["product"] = product,
            ["products"] = new ScriptArray(Enumerable.Repeat((Value)product, 5)),
        };
        foreach (var other in others ?? [])
        {
            model[other] = "another value";
        }

        model.OnRead = name =>
        {
            if (names.Contains(name))
            {
                reads.Add(name);
            }
        };
        model.Freeze();
        return model;
    }
}
