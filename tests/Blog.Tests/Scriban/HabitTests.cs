using System.Text.RegularExpressions;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Tests.Scriban;

/// <summary>What authors type who know Liquid, Jinja, Go or Handlebars, and what they are told to type.</summary>
public partial class HabitTests
{
    private static IEnumerable<Diagnostic> Of(string template) => Template.Parse(new SourceText("page.html", template), TemplateOptions.Site).Diagnostics;

    [Theory]
    [InlineData("{{ if a }}{{ elseif b }}{{ end }}", "write '{{ else if b }}'")]
    [InlineData("{{ if a }}{{ elif b == 1 }}{{ end }}", "write '{{ else if b == 1 }}'")]
    [InlineData("{{ if a }}{{ endif }}", "write '{{ end }}'")]
    [InlineData("{{ for a in b }}{{- endfor -}}", "write '{{- end -}}'")]
    [InlineData("{{ if a }}{{ end if }}", "write '{{ end }}'")]
    [InlineData("{{ unless a }}{{ end }}", "write '{{ if !a }}'")]
    [InlineData("{{ unless a == 1 }}{{ endunless }}", "write '{{ if !(a == 1) }}'")]
    [InlineData("{{ if a and b }}{{ end }}", "write '{{ if a && b }}'")]
    [InlineData("{{ if a or not b.c }}{{ end }}", "write '{{ if a || !b.c }}'")]
    [InlineData("{{ if not a }}{{ end }}", "write '{{ if !a }}'")]
    [InlineData("{{ if not a == b }}{{ end }}", "write '{{ if !(a == b) }}'")]
    [InlineData("{{ if not (a && b) }}{{ end }}", "write '{{ if !(a && b) }}'")]
    [InlineData("{{ x = a or 'none' }}", "write '{{ x = a ?? 'none' }}'")]
    [InlineData("{{ if a == 1 and b == 2 }}{{ end }}", "write '{{ if a == 1 && b == 2 }}'")]
    [InlineData("{{ if a = 1 }}{{ end }}", "write '{{ if a == 1 }}'")]
    [InlineData("{{ if a === 1 }}{{ end }}", "write '{{ if a == 1 }}'")]
    [InlineData("{{ if a !== 1 }}{{ end }}", "write '{{ if a != 1 }}'")]
    [InlineData("{{ if a <> 1 }}{{ end }}", "write '{{ if a != 1 }}'")]
    [InlineData("{{ if a & b }}{{ end }}", "write '{{ if a && b }}'")]
    [InlineData("{{ if a is defined }}{{ end }}", "write '{{ if a != null }}'")]
    [InlineData("{{ if a is not defined }}{{ end }}", "write '{{ if a == null }}'")]
    [InlineData("{{ if a.b is none }}{{ end }}", "write '{{ if a.b == null }}'")]
    [InlineData("{{ if a is empty }}{{ end }}", "write '{{ if a.empty? }}'")]
    [InlineData("{{ if a is not empty }}{{ end }}", "write '{{ if !a.empty? }}'")]
    [InlineData("{{ if a is even }}{{ end }}", "write '{{ if a % 2 == 0 }}'")]
    [InlineData("{{ if a is divisibleby(3) }}{{ end }}", "write '{{ if a % 3 == 0 }}'")]
    [InlineData("{{ if a is string }}{{ end }}", "write '{{ if (a | object.typeof) == \"string\" }}'")]
    [InlineData("{{ if a in post.tags }}{{ end }}", "write '{{ if post.tags | array.contains a }}'")]
    [InlineData("{{ if a not in post.tags }}{{ end }}", "write '{{ if !(post.tags | array.contains a) }}'")]
    [InlineData("{{ if page.url contains '/a/' }}{{ end }}", "write '{{ if page.url | string.contains '/a/' }}'")]
    [InlineData("{{ if post.tags contains 'a' and b }}{{ end }}", "write '{{ if (post.tags | array.contains 'a') && b }}'")]
    [InlineData("{{ 'a' if b else 'c' }}", "write '{{ b ? 'a' : 'c' }}'")]
    [InlineData("{{ x = (a if b > 1 else c) + 1 }}", "write '{{ x = (b > 1 ? a : c) + 1 }}'")]
    [InlineData("{{ 'a' if b }}", "write '{{ b ? 'a' : \"\" }}'")]
    [InlineData("{{ a ~ 'b' }}", "write '{{ a + 'b' }}'")]
    [InlineData("{{ a.empty ? 1 : 2 }}", "write '{{ (a.empty?) ? 1 : 2 }}'")]
    [InlineData("{{ post.date | date: '%Y' }}", "write '{{ post.date | date.to_string \"%Y\" }}'")]
    [InlineData("{{ a | truncate: 20, '…' | upcase }}", "write '{{ a | string.truncate 20 '…' | string.upcase }}'")]
    [InlineData("{{ a | replace: 'b', 'c' }}", "write '{{ a | string.replace 'b' 'c' }}'")]
    [InlineData("{{ a | strip_html | truncatewords: 5 }}", "write '{{ a | html.strip | string.truncatewords 5 }}'")]
    [InlineData("{{ a | default: b.c }}", "write '{{ a | object.default b.c }}'")]
    [InlineData("{{ a | my_own: 1 }}", "write '{{ a | my_own 1 }}'")]
    [InlineData("{{ assign a = 1 }}", "write '{{ a = 1 }}'")]
    [InlineData("{{ set a = b | length }}", "write '{{ a = b | object.size }}'")]
    [InlineData("{{ a := 1 }}", "write '{{ a = 1 }}'")]
    [InlineData("{{ $a := .Title }}", "write '{{ $a = page.title }}', in a loop with its variable in place of 'page'")]
    [InlineData("{{ .Site.Title }}", "write '{{ site.title }}'")]
    [InlineData("{{- .Page.RelPermalink -}}", "write '{{- page.rel_permalink -}}'")]
    [InlineData("{{ .Date.Format \"Jan 2, 2006\" }}", "write '{{ page.date | date.to_string \"%b %e, %Y\" }}', in a loop with its variable in place of 'page'")]
    [InlineData("{{ if eq .Site.Kind \"home\" }}{{ end }}", "write '{{ if site.kind == \"home\" }}'")]
    [InlineData("{{ if and .Site.A .Site.B .Site.C }}{{ end }}", "write '{{ if site.a && site.b && site.c }}'")]
    [InlineData("{{ if and (eq .Site.A 1) (not .Site.B) }}{{ end }}", "write '{{ if (site.a == 1) && (!site.b) }}'")]
    [InlineData("{{ if gt (len .Site.Pages) 1 }}{{ end }}", "write '{{ if (site.pages.size) > 1 }}'")]
    [InlineData("{{ with .Site.Params }}{{ end }}", "write '{{ with site.params }}'")]
    [InlineData("{{ range .Site.Pages }}{{ end }}", "write '{{ for item in site.pages }}'")]
    [InlineData("{{ range $i, $p := .Site.Pages }}{{ end }}", "write '{{ for $p in site.pages }}'")]
    [InlineData("{{ .Site.Content | safeHTML }}", "write '{{ site.content | html.raw }}'")]
    [InlineData("{{ partial \"card\" . }}", "write '{{ include \"card\" }}'")]
    [InlineData("{{ partial \"card\" .Site }}", "write '{{ include \"card\" page.site }}', in a loop with its variable in place of 'page'")]
    [InlineData("{{ template \"card\" . }}", "write '{{ include \"card\" }}'")]
    [InlineData("{{ include \"card\" post=p, level=2 }}", "write '{{ include \"card\" post: p level: 2 }}'")]
    [InlineData("{{ include \"card\", post: p }}", "write '{{ include \"card\" post: p }}'")]
    [InlineData("{{ include card.html title=\"x\" }}", "write '{{ include \"card\" title: \"x\" }}'")]
    [InlineData("{{> card}}", "write '{{ include \"card\" }}'")]
    [InlineData("{{{ a.b }}}", "write '{{ a.b | html.raw }}'")]
    [InlineData("{{ for i, p in a }}{{ end }}", "write '{{ for p in a }}'")]
    [InlineData("{{ for p of a }}{{ end }}", "write '{{ for p in a }}'")]
    [InlineData("{{ foreach a as p }}{{ endforeach }}", "write '{{ for p in a }}'")]
    [InlineData("{{ if a: }}{{ end }}", "write '{{ if a }}'")]
    [InlineData("{{/* a 'comment */}}", "write '{{ # … }}', or '{{ ## … ## }}' around several lines")]
    [InlineData("{{!-- a \"comment --}}", "write '{{ # … }}', or '{{ ## … ## }}' around several lines")]
    [InlineData("{{/if}}", "write '{{ end }}'")]
    [InlineData("{{ extends \"base.html\" }}", "write the part of the page between '{{ capture main }}' and '{{ end }}', and below it '{{ include \"base\" main: main }}'")]
    [InlineData("{{ block \"main\" . }}{{ end }}", "write '{{ $.main }}' where the part belongs, and hand it over: '{{ include \"base\" main: main }}'")]
    [InlineData("{{ define \"main\" }}{{ end }}", "write '{{ capture main }}' … '{{ end }}', and hand 'main' over: '{{ include \"base\" main: main }}'")]
    [InlineData("{{ macro f(a) }}{{ endmacro }}", "write '{{ func f(a) }}'")]
    [InlineData("{{ 2 ** 3 }}", "multiply with '*'")]
    public void A_statement_of_another_language_is_given_in_this_one(string template, string help)
    {
        var first = Of(template).First();

        Assert.Equal(("T150", help), (first.Code, first.Help));
        Assert.Empty(WrongIn(help));
    }

    // What is advised must itself be right; a block or its end alone is not closed, of course.
    private static IEnumerable<string> WrongIn(string help) => Advice().Matches(help).SelectMany(match => Of(match.Groups[1].Value))
        .Where(said => said.Code is not ("T109" or "T110")).Select(said => said.Message);

    [GeneratedRegex("(?:^write|and below it|hand it over:) '(\\{\\{.*?\\}\\})'(?:$|,| where| for| …)", RegexOptions.CultureInvariant)]
    private static partial Regex Advice();

    [Fact]
    public void Advice_is_looked_at() => Assert.NotEmpty(WrongIn("write '{{ not x }}', in a loop"));

    [Theory]
    [InlineData("{% if a == nil and b %}", "write '{{ if a == null && b }}'")]
    [InlineData("{%- assign a = b | size -%}", "write '{{- a = b | object.size -}}'")]
    [InlineData("{% for p in site.posts limit:5 %}", "write '{{ for p in site.posts limit:5 }}'")]
    [InlineData("{% include card.html %}", "write '{{ include \"card\" }}'")]
    [InlineData("{% else %}", "write '{{ else }}'")]
    [InlineData("{% comment %}", "write the comment as '{{ ## … ## }}'")]
    [InlineData("{% raw %}", "put the text between '{%{' and '}%}'")]
    [InlineData("{# a comment #}", "write '{{ # a comment }}' for a comment")]
    public void A_tag_that_is_text_here_is_a_warning(string template, string help)
    {
        var only = Assert.Single(Of(template));

        Assert.Equal(("T151", Severity.Warning, help), (only.Code, only.Severity, only.Help));
        Assert.Empty(WrongIn(help));
    }

    [Theory]
    [InlineData("{{#if a}}", "write '{{ if a }}'")]
    [InlineData("{{#each a.b}}", "write '{{ for item in a.b }}'")]
    [InlineData("{{#unless a}}", "write '{{ if !a }}'")]
    public void A_section_of_Handlebars_is_a_comment_and_a_warning(string template, string help)
    {
        var only = Assert.Single(Of(template));

        Assert.Equal(("T152", Severity.Warning, help), (only.Code, only.Severity, only.Help));
        Assert.Empty(WrongIn(help));
    }

    [Theory]
    [InlineData("{{ endif = 1 }}{{ endif }}{{ if endif }}{{ end }}")]
    [InlineData("{{ func not(x); ret !x; end }}{{ not a }}")]
    [InlineData("{{ and = 1; a and }}")]
    [InlineData("{{ a . b }}{{ a .b }}")]
    [InlineData("{{ # if this were code }}{{# a comment }}{{ # {% if %} }}")]
    [InlineData("{{ {a: 1}.a }}{{ x = {if: 1, and: 2}; x.if + x.and }}")]
    [InlineData("a { b } {%{ {% if %} }%} { % {#} #{ {")]
    [InlineData("<style>a{color:red}@media print{a{b:c}}</style><script>class A{#x=1;f(){return{#y:1}}}</script>")]
    [InlineData("{{ \"}} a\n {{\" }}")]
    [InlineData("{{ for x in a; for.index; end; while b; while.index; end }}")]
    [InlineData("{{ a | date.to_string '%Y' | string.upcase; date '2026-01-01' }}")]
    [InlineData("{{ x = a ? b : c; x = a ? (b | string.upcase) : c }}")]
    [InlineData("{{ func f; ret 1; func g; 'x'; end; end; x = f }}")]
    [InlineData("{{ func f; x = @(do; 'a'; end); ret x; end; y = f }}")]
    [InlineData("{{ f 2 -1; f - 1; x-1; x -1 }}")]
    [InlineData("{{ a ?? 'b' + 'c'; a ?? (b == c); (a ?? 0) > 0; a || b == 'x' }}")]
    public void What_may_be_meant_as_it_stands_is_not_touched(string template) => Assert.Empty(Of(template));

    // Not a proof but a net, with a fixed seed.
    [Fact]
    public void No_heap_of_words_throws()
    {
        string[] words =
        [
            "if", "else", "elsif", "unless", "for", "range", "end", "endif", "and", "or", "not", "is", "in", "contains", "defined", "empty", "eq", "len", "index", "default", "partial",
            "include", "block", "set", "assign", "loop", "forloop", ".", ".Title", ".Format", "a", "b.c", "'x'", "\"y\"", "1", "(", ")", "[", "]", "{", "}", "|", "date", ":", ",", "=", "==", "===", ":=",
            "?", "??", "~", "&", "!", "-", "..", "$", "$i", "as", "of", "then", "{%", "%}", "{#", "#}", "#", "##", "/", "/*", "*/", "!--", "--", ">", "<", "}}", "{{", "\n", ";", "'", "`", "$\"",
        ];
        var random = new Random(20260101);
        for (var i = 0; i < 6000; i++)
        {
            var text = "{{ " + string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => words[random.Next(words.Length)] + (random.Next(3) == 0 ? "" : " "))) + (i % 5 == 0 ? "" : "}}");
            try
            {
                foreach (var diagnostic in Of(text))
                {
                    Assert.InRange(diagnostic.Span.Start, 0, text.Length);
                    Assert.InRange(diagnostic.Span.End, diagnostic.Span.Start, text.Length);
                    DiagnosticText.Of(diagnostic);
                }
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"{text}\n{e}");
            }
        }
    }

    [Fact]
    public void The_original_language_has_no_opinion_on_habits() =>
        Assert.Empty(Template.Parse(new SourceText("page.html", "{% if %}{{ not a }}{{ endif }}{{ 1 2 }}{{ 0..n-1 }}"), TemplateOptions.Original).Diagnostics);
}
