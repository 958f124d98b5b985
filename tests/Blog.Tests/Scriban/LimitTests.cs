using System.Diagnostics;
using Blog.Scriban;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

public class LimitTests
{
    [Theory]
    [InlineData("{{ while true; end }}")]
    [InlineData("{{ for i in 1..100000; for j in 1..100000; end; end }}")]
    [InlineData("{{ x = 1..999999999999 }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ func f(x); ret 1 + (f (x + 1)); end; f 1 }}")]
    [InlineData("{{ include 'self' }}")]
    [InlineData("{{ x = 'aaaaaaaaaa'; while true; x = x + x; end }}")]
    [InlineData("{{ 'a' * 2000000000 }}")]
    [InlineData("{{ x = 2; while true; x = x * x; end }}")]
    [InlineData("{{ 1 << 99999999999 }}")]
    [InlineData("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; while true; x; end }}")]
    [InlineData("{{ a = []; a[0] = a; a }}")]
    [InlineData("{{ a = {}; a.b = a; a | object.to_json }}")]
    [InlineData("{{ a = [1]; a[2000000000] = 1 }}")]
    [InlineData("{{ a = [1]; while true; a = a + a; end }}")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab' | regex.match `^(a+)+\\1$` }}")]
    [InlineData("{{ '' | string.pad_left 2000000000 }}")]
    [InlineData("{{ 1e999999999 }}")]
    public void What_would_never_end_ends_in_an_error(string template)
    {
        var options = TemplateOptions.Site with { RegexTimeLimit = TimeSpan.FromMilliseconds(200), StepLimit = 5_000_000 };
        var clock = Stopwatch.StartNew();
        var result = Render(template, null, options, ("self", "{{ include 'self' }}"));
        Assert.True(result.Failed, "no error");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("-", "")]
    [InlineData("1 + ", "")]
    [InlineData("x.", "")]
    [InlineData("{a:", "}")]
    [InlineData("1 | f ", "")]
    [InlineData("a ? ", " : 1")]
    [InlineData("do; ", "; end")]
    [InlineData("$\"{", "}\"")]
    [InlineData("if 1; ", "; end")]
    [InlineData("f(", ")")]
    [InlineData("x[", "]")]
    public void Nesting_does_not_exhaust_the_stack(string opening, string closing)
    {
        const int depth = 20_000;
        var text = "{{ " + string.Concat(Enumerable.Repeat(opening, depth)) + "1" + string.Concat(Enumerable.Repeat(closing, depth)) + " }}";
        Render(text);
    }

    // Not a proof but a net: templates made of the pieces of real ones, mutated with a fixed seed.
    [Fact]
    public void No_template_throws()
    {
        var random = new Random(20260101);
        var seeds = Case.All.Values.Select(c => c.Template).Concat(LanguageSpecTests.Examples.Select(row => row.Data.Parts[0])).ToArray();
        var options = TemplateOptions.Site with { LoopLimit = 10_000, OutputLimit = 100_000, RegexTimeLimit = TimeSpan.FromMilliseconds(50) };
        for (var i = 0; i < 4000; i++)
        {
            var text = Mutate(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], random);
            try
            {
                var template = Template.Parse(new SourceText("fuzz", text), options with { EscapeHtml = i % 2 == 0, AutoIndent = i % 3 == 0, Mode = (TemplateMode)(i % 7 % 4) });
                var result = template.Render(new(), _ => null);
                template.ReadPaths(_ => null);
                foreach (var diagnostic in template.Diagnostics.Concat(result.Diagnostics))
                {
                    Assert.InRange(diagnostic.Span.Start, 0, diagnostic.Source!.Text.Length);
                    Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, diagnostic.Source.Text.Length);
                    DiagnosticText.Of(diagnostic);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{text}\n{e}");
            }
        }
    }

    private static string Mutate(string text, string other, Random random)
    {
        string[] pieces = ["{{", "}}", "{", "}", "(", ")", "[", "]", "|", "..", "?.", "end", "if ", "for x in ", "\"", "'", "`", "$", "$\"", "@", "^", "#", "-", "~", "\n", ";", "do", "0x", "1e9", "\\", "%}", "{%{", "😀", "\ud800", "else"];
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(6), text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, pieces[random.Next(pieces.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + other[random.Next(other.Length + 1)..],
            };
        }

        return text;
    }
}
