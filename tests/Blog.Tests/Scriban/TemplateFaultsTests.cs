using System.Text;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

/// <summary>Rows TPL-2 to TPL-4 of the table of faults: whatever a template does, it ends, in the memory it was given, with an error that says where and why.</summary>
public class TemplateFaultsTests
{
    // Limits as those of sites, a hundredth of their size. What they bound is counted, so that a smaller limit shows the same as a larger one.
    private static readonly TemplateOptions Small = TemplateOptions.Site with
    {
        StepLimit = 50_000,
        MemoryLimit = 2 * 1024 * 1024,
        TextLimit = 100_000,
        ListLimit = 50_000,
        OutputLimit = 200_000,
        RegexTimeLimit = TimeSpan.FromMilliseconds(100),
    };

    public static TheoryData<string> Functions => [.. HostileCalls.AllFunctions.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string> Operators => [.. HostileCalls.Operators];

    [Fact]
    public void The_tables_are_not_empty() => Assert.True(HostileCalls.AllFunctions.Count > 110 && HostileCalls.Operators.Count() > 15);

    [Theory]
    [MemberData(nameof(Functions))]
    public void TPL_2_every_function_with_huge_arguments_ends_within_its_budget(string name) => AssertBounded(HostileCalls.Of(name), mustFail: false);

    [Theory]
    [MemberData(nameof(Functions))]
    public void TPL_2_every_function_in_an_endless_loop_uses_its_budget_up(string name) => AssertBounded(HostileCalls.EndlesslyOf(name), mustFail: true);

    [Theory]
    [MemberData(nameof(Operators))]
    public void TPL_2_every_operator_with_huge_operands_ends_within_its_budget(string sign) => AssertBounded(HostileCalls.OfOperator(sign), mustFail: false);

    [Theory]
    [MemberData(nameof(Operators))]
    public void TPL_2_every_operator_in_an_endless_loop_uses_its_budget_up(string sign) => AssertBounded(HostileCalls.EndlesslyOfOperator(sign), mustFail: true);

    [Theory]
    [InlineData("{{ while true; end }}", "T241")]
    [InlineData("{{ while true; x = 1; end }}", "T241")]
    [InlineData("{{ for i in 1..50000; for j in 1..50000; end; end }}", "T241")]
    [InlineData("{{ for i in 1..1e9 }}{{ i }}{{ end }}", "T242")]
    [InlineData("{{ n = 999999999; 1..n | array.size }}", "T242")]
    [InlineData("{{ 'A' * 2e8 }}", "T243")]
    [InlineData("{{ '' * 2e9; [] * 2e9 | array.size }}", "")]
    [InlineData("{{ [1] * 5e7 }}", "T242")]
    [InlineData("{{ 1 << 1e9 }}", "T231")]
    [InlineData("{{ x = 2; while true; x = x * x; end }}", "T231 T241")]
    [InlineData("{{ x = 3; while true; x = x * 3; end }}", "T231 T241 T246")]
    [InlineData("{{ x = 1 << 1000000; while true; y = -x; end }}", "T241 T246")]
    [InlineData("{{ x = 1 << 1000000; x | string.size }}", "T241")]
    [InlineData("{{ s = 'a'; while true; s = s + s; end }}", "T243")]
    [InlineData("{{ s = 'a'; while true; s = $\"{s}{s}\"; end }}", "T243")]
    [InlineData("{{ s = 'a'; while true; s = s + 'a'; end }}", "T241 T246")]
    [InlineData("{{ a = [1]; while true; a = a + a; end }}", "T241 T242 T246")]
    [InlineData("{{ a = []; i = 0; while true; a[i] = 'text'; i = i + 1; end }}", "T241 T246")]
    [InlineData("{{ a = []; i = 0; while true; a[i] = $; i = i + 1; end }}", "T241 T246")]
    [InlineData("{{ o = {}; i = 0; while true; o['a' + i] = i; i = i + 1; end }}", "T241 T246")]
    [InlineData("{{ a = [1]; a[2000000000] = 1 }}", "T242")]
    [InlineData("{{ array.insert_at [] 1e9 1 }}", "T242")]
    [InlineData("{{ '' | string.pad_left 2000000000 }}", "T243")]
    [InlineData("{{ s = 'a' * 10000; s = s | string.replace 'a' s }}", "T243")]
    [InlineData("{{ s = 'a' * 10000; regex.replace s 'a' '$_$_$_$_' }}", "T243")]
    [InlineData("{{ s = 'a' * 10000; a = [s] * 10000; a | array.join s }}", "T243 T246")]
    [InlineData("{{ while true; 'page without end ' }}{{ end }}", "T241 T244")]
    [InlineData("{{ while true; capture x; 'text ' * 100; end; end }}", "T241 T246")]
    [InlineData("{{ a = []; a[0] = a; a }}", "T245")]
    [InlineData("{{ a = []; a[0] = a; a == a }}", "T245")]
    [InlineData("{{ a = {}; a.b = a; a | object.to_json }}", "T245")]
    [InlineData("{{ a = [1]; for i in 1..60; a = [a, a]; end; a }}", "T241 T243")]
    [InlineData("{{ a = [1]; for i in 1..60; a = [a, a]; end; a == a }}", "T241")]
    [InlineData("{{ func f(n); if n > 0; f (n - 1); f (n - 1); end; end; f 40 }}", "T241")]
    [InlineData("{{ while true; object.eval '1 + 1'; end }}", "T241 T246")]
    [InlineData("{{ i = 0; while true; regex.match 'a' ('a' + i); i = i + 1; end }}", "T241 T246")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'; x | regex.match `^(a+)+\\1$` }}", "T247")]
    [InlineData("{{ math.format 1 'F999999999' }}", "T227")]
    [InlineData("{{ 1e999999999 }}", "T105")]
    [InlineData("{{ i = 0; while true; missing.member; missing_too; i = i + 1; end }}", "T204")]
    [InlineData("{{ while true; missing; {}.missing; end }}", "T241")]
    public void TPL_2_what_would_never_end_ends_with_the_limit_at_its_place(string text, string codes)
    {
        var allocated = Watched.Run(told =>
        {
            told(text);
            var result = Render(text, null, Small);
            AssertPlaces(result, text);
            var error = result.Diagnostics.LastOrDefault(diagnostic => diagnostic.Severity == Severity.Error);
            Assert.Contains(error?.Code ?? "", codes.Split(' '));
        });
        Assert.True(allocated < 10 * Small.MemoryLimit, $"{allocated:N0} bytes");
    }

    [Fact]
    public void TPL_2_the_pages_after_a_page_without_end_are_made_all_the_same()
    {
        var template = Template.Parse(new SourceText("page.html", "{{ while endless }}{{ end }}made"), Small);

        Assert.True(template.Render(Object(("endless", true)), _ => null).Failed);
        Assert.Equal("made", template.Render(Object(("endless", false)), _ => null).Text);
    }

    [Fact]
    public void TPL_2_the_error_names_the_loop_in_its_template()
    {
        var result = Render("{{ include 'rows' }}", null, Small, ("rows", "<ul>\n{{ for i in 1..10\n     while true; x = i; end\n   end }}"));

        Assert.StartsWith("""
            partials/rows.html:3:6: error T241: the page takes more than 50,000 steps
              3 |      while true; x = i; end
                |      ^^^^^
              help: does a loop run without end? A loop in a loop takes the steps of both, multiplied

            """.ReplaceLineEndings("\n"), Messages(result), StringComparison.Ordinal);
        Assert.Contains("  included from page.html:1:4", Messages(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{a:", "}")]
    [InlineData("f(", ")")]
    [InlineData("x[", "]")]
    [InlineData("- ", "")]
    [InlineData("!", "")]
    [InlineData("@", "")]
    [InlineData("^", "")]
    [InlineData("1 + ", "")]
    [InlineData("1 ?? ", "")]
    [InlineData("x.", "y")]
    [InlineData("x?.", "y")]
    [InlineData("1 | f ", "")]
    [InlineData("a ? ", " : 1")]
    [InlineData("a ? 1 : ", "")]
    [InlineData("$\"{", "}\"")]
    [InlineData("do; ", "; end")]
    [InlineData("@(do; ", "; end)")]
    [InlineData("if 1; ", "; end")]
    [InlineData("if 0; else; ", "; end")]
    [InlineData("while (do; ", "; end); end")]
    [InlineData("for x in @(do; ", "; end); end")]
    [InlineData("for x in 1..2; ", "; end")]
    [InlineData("with {}; ", "; end")]
    [InlineData("capture x; ", "; end")]
    [InlineData("wrap f; ", "; end")]
    [InlineData("func f; ", "; end")]
    [InlineData("case 1; when 1; ", "; end")]
    [InlineData("f = (do; ", " + 1 + 1 + 1 + 1; end)")]
    [InlineData("if 1; 2 }}text{{ ", "; end")]
    public void TPL_3_a_hundred_thousand_levels_exhaust_no_stack(string opening, string closing)
    {
        const int Levels = 100_000;
        var text = "{{ " + Repeated(opening, Levels) + "1" + Repeated(closing, Levels) + " }}";
        Watched.Run(told =>
        {
            told($"{opening} 1 {closing}");
            var result = Everywhere(text, Small with { SourceLimit = 0 });
            AssertPlaces(result, opening);
            Assert.Equal("T106", Assert.Single(result.Diagnostics).Code);
        },
        256 * 1024);
    }

    [Theory]
    [InlineData("{{ if 0; 1", "; else if 0; 1", "; end }}")]
    [InlineData("{{ case 0", "; when 1; 1", "; end }}")]
    [InlineData("{{ case 0; when 1", ", 1", "; end }}")]
    [InlineData("{{ x = [0", ", 1", "]; x.size }}")]
    [InlineData("{{ x = {a: 0", ", a: 1", "} }}")]
    [InlineData("{{ x", "{{ ", " }}")]
    [InlineData("", "{{ x = 1 }} ", "")]
    [InlineData("", "{%{ {{ }%}", "")]
    [InlineData("{{ x = 1", "; x = x", " }}")]
    [InlineData("<p", " a=\"\"", "></p>")]
    [InlineData("<", "a", "></p>")]
    [InlineData("", "<script>", "")]
    [InlineData("", "<!--", "-->")]
    [InlineData("", "<svg>", "")]
    [InlineData("<p ", "{{ if 0 }}{{ end }}a", ">")]
    [InlineData("", "<a {{ 1 }}=1>", "")]
    [InlineData("<p title=\"", "{{ 1 }} ", "\">")]
    [InlineData("<script>", "`${", "</script>")]
    [InlineData("<script>", "/*{{ 1 }}", "</script>")]
    [InlineData("<style>", "a{{{ 1 }}}", "</style>")]
    [InlineData("", "<p srcdoc='<p a=", "")]
    [InlineData("{{ x = '", "\\q", "' }}")]
    [InlineData("{{ 1", "..", "1 }}")]
    [InlineData("", "{{ endif }}", "")]
    [InlineData("", "{{ x.Title }}", "")]
    [InlineData("", "{% if x %}", "")]
    [InlineData("", "{{ 'x }} ", "")]
    [InlineData("", "{{ (x }} ", "")]
    [InlineData("", "{{ not x and y }} ", "")]
    [InlineData("", "{{ end }}", "")]
    [InlineData("", "{{ else }}", "")]
    [InlineData("", "{{ x \n", "")]
    [InlineData("", "{{- # x -}} \n ", "")]
    [InlineData("{{ x", " y", " }}")]
    [InlineData("", "😀{{ 😀 }}", "")]
    public void TPL_3_a_hundred_thousand_parts_in_a_row_are_read(string start, string part, string end) => Watched.Run(told =>
    {
        told(part);
        AssertPlaces(Everywhere(start + Repeated(part, 100_000) + end, Small), part);
    },
    256 * 1024);

    [Theory]
    [InlineData("<p {{ for i in 1..2 }}", " a=\"1\"{{ end }}")]
    [InlineData("<p title=\"{{ for i in 1..2 }}", "a{{ 1 }}{{ end }}")]
    [InlineData("<script>{{ while 0 }}", "'{{ 1 }}'{{ end }}")]
    [InlineData("{{ x = {a: x, b: x} }}", "")]
    [InlineData("{{ x = [x, x, y] }}", "")]
    [InlineData("{{ if x; x = {a: x, b: y}; end }}", "")]
    [InlineData("{{ for i in x; x = {a: x, b: i} }}", "{{ end }}")]
    [InlineData("{{ with x }}", "{{ end }}")]
    [InlineData("{{ func f; f; f; end; f }}", "")]
    [InlineData("{{ x = @(do; x; x; end) }}", "")]
    [InlineData("{{ for x in (for x in ", ") }}{{ end }}")]
    public void TPL_3_what_doubles_from_level_to_level_is_read(string opening, string closing) => Watched.Run(told =>
    {
        told(opening);
        AssertPlaces(Everywhere(Repeated(opening, 60) + Repeated(closing, 60), Small), opening);
    },
    256 * 1024);

    [Fact]
    public void TPL_3_a_template_that_is_included_at_every_place_of_the_HTML_is_not_read_for_each() => Watched.Run(told =>
    {
        told("many places");
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"<a{i} {{{{ include 'part' }}}}></a{i}>"));
        var result = Render(text, null, Small, ("part", "title=''" + Repeated("{{ x = 1 }}", 3)));
        Assert.Equal("T234", Assert.Single(result.Diagnostics).Code);
    });

    [Fact]
    public void TPL_3_a_template_longer_than_any_that_people_write_is_not_read() =>
        Assert.Equal("T190", Assert.Single(Render(new string('a', 3_000_000)).Diagnostics).Code);

    [Theory]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ func f(x); ret 1 + (f (x + 1)); end; f 1 }}")]
    [InlineData("{{ f(x) = x > 0 ? f(x + 1) : 0; f(1) }}")]
    [InlineData("{{ f = do; [1] | array.each @f; end; f }}")]
    [InlineData("{{ f = do; wrap f; f; end; end; f }}")]
    [InlineData("{{ s = 'object.eval s'; object.eval s }}")]
    [InlineData("{{ s = '{' + '{ object.eval_template s }' + '}'; object.eval_template s }}")]
    [InlineData("{{ include 'itself' }}")]
    [InlineData("{{ include 'there' }}")]
    [InlineData("{{ x = include 'there' }}")]
    [InlineData("{{ include_join ['there', 'back'] 'tpl:there' }}")]
    public void TPL_3_recursion_ends_with_the_chain_of_includes(string text)
    {
        Watched.Run(told =>
        {
            told(text);
            var result = Render(text, null, Small, ("itself", "{{ include 'itself' }}"), ("there", "{{ include 'back' }}"), ("back", "{{ include 'there' }}"));
            AssertPlaces(result, text);
            var error = Assert.Single(result.Diagnostics);
            Assert.Equal("T240", error.Code);
            Assert.Equal(text.Contains("include", StringComparison.Ordinal) || text.Contains("eval", StringComparison.Ordinal), error.Notes.Any(note => note.Message == "included from"));
        });
    }

    private static void AssertBounded(IEnumerable<string> templates, bool mustFail)
    {
        Watched.Run(told =>
        {
            foreach (var text in templates)
            {
                told(text);
                var before = GC.GetAllocatedBytesForCurrentThread();
                var template = Template.Parse(new SourceText("page.html", text), Small with { EscapeHtml = false });
                Assert.Equal("", string.Concat(template.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(DiagnosticText.Of)));
                var result = template.Render(HostileModel, _ => null);
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

                // What was paid for, the page in its buffers, and what functions use while they work.
                Assert.True(allocated < 10 * Small.MemoryLimit, $"{allocated:N0} bytes: {text[^Math.Min(text.Length, 200)..]}");
                AssertPlaces(result, text);
                Assert.True(result.Failed || !mustFail, $"no error: {text[^Math.Min(text.Length, 200)..]}");
            }
        });
    }

    private static ScriptObject HostileModel { get; } = HostileCalls.Model();

    // Read, searched for what it reads, and rendered, in all modes.
    private static RenderResult Everywhere(string text, TemplateOptions options)
    {
        var template = Template.Parse(new SourceText("page.html", text), options with { EscapeHtml = false, AutoIndent = true });
        template.ReadPaths(_ => null);
        template.Render(new(), _ => null);
        template = Template.Parse(new SourceText("page.html", text), options);
        template.ReadPaths(_ => null);
        return template.Render(new(), _ => null);
    }

    private static string Repeated(string part, int count) => new StringBuilder().Insert(0, part, count).ToString();

    private static void AssertPlaces(RenderResult result, string text)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            var shown = DiagnosticText.Of(diagnostic);
            Assert.True(shown.Length < 5_000, $"{shown.Length} characters of message: {text[^Math.Min(text.Length, 200)..]}");
            Assert.NotNull(diagnostic.Source);
            Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, diagnostic.Source.Text.Length);
            Assert.True(diagnostic.Span.Length > 0 || diagnostic.Code is "T222" || diagnostic.Span.Start == diagnostic.Source.Text.Length, $"no place: {shown}");
        }
    }
}
