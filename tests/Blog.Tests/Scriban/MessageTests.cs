using Blog.Scriban;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

public class MessageTests
{
    private static ScriptObject Model()
    {
        var post = Object(("title", "Hello"), ("url", "/hello/"), ("author", Value.Null), ("date", new DateTimeOffset(2026, 1, 11, 0, 0, 0, TimeSpan.Zero)));
        post.Kind = "post";
        return Object(("post", post), ("site", Object(("title", "Site"))));
    }

    [Theory]
    [InlineData("{{ post.tittle }}", """
        page.html:1:9: warning T203: post has no member 'tittle'
          1 | {{ post.tittle }}
            |         ^^^^^^
          help: did you mean 'title'?

        """)]
    [InlineData("{{ post.colour }}", """
        page.html:1:9: warning T203: post has no member 'colour'
          1 | {{ post.colour }}
            |         ^^^^^^
          help: members of post: author, date, title, url

        """)]
    [InlineData("{{ titel }}{{ psot }}", """
        page.html:1:4: warning T201: nothing is named 'titel' here
          1 | {{ titel }}{{ psot }}
            |    ^^^^^
          help: did you mean 'site'?
        page.html:1:15: warning T201: nothing is named 'psot' here
          1 | {{ titel }}{{ psot }}
            |               ^^^^
          help: did you mean 'post'?

        """)]
    [InlineData("{{ post.author.name }}", """
        page.html:1:4: error T204: 'post.author' is null and has no member 'name'
          1 | {{ post.author.name }}
            |    ^^^^^^^^^^^
          help: write '?.name' if it may be missing

        """)]
    [InlineData("{{ psot.title }}", """
        page.html:1:4: error T204: 'psot' is null and has no member 'title'
          1 | {{ psot.title }}
            |    ^^^^
          help: did you mean 'post'?

        """)]
    [InlineData("{{ post.title | string.upcaes }}", """
        page.html:1:17: error T219: there is no function 'string.upcaes'
          1 | {{ post.title | string.upcaes }}
            |                 ^^^^^^^^^^^^^
          help: did you mean 'upcase'?

        """)]
    [InlineData("<p>\n{{ if post.title }}\nx", """
        page.html:2:4: error T110: this 'if' is never closed
          2 | {{ if post.title }}
            |    ^^
          help: write '{{ end }}' behind its last line

        """)]
    [InlineData("{{ string.append 'a' }}", """
        page.html:1:21: error T222: 'string.append' needs 'with': 1 of 2 arguments are given
          1 | {{ string.append 'a' }}
            |                     ^
          help: it is called as: string.append text with

        """)]
    [InlineData("{{ 'x' 'y' }}", """
        page.html:1:4: error T164: the text "x" is not a function
          1 | {{ 'x' 'y' }}
            |    ^^^
          help: write '+', ',' or ';' between two values

        """)]
    [InlineData("{{ not post.draft }}", """
        page.html:1:4: error T150: 'not' is no word of the language
          1 | {{ not post.draft }}
            |    ^^^
          help: write '{{ !post.draft }}'

        """)]
    [InlineData("{{ include 'crad' }}", """
        page.html:1:12: error T233: there is no template 'crad' to include
          1 | {{ include 'crad' }}
            |            ^^^^^^
          help: did you mean 'card'?

        """)]
    [InlineData("{{ n = 3; for i in 0..n - 1; i; end }}", """
        page.html:1:25: error T160: '..' binds tighter than '-'
          1 | {{ n = 3; for i in 0..n - 1; i; end }}
            |                         ^
          help: write '0..(n - 1)'

        """)]
    public void An_error_says_where_what_and_what_to_do(string template, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Messages(Render(template, Model(), null, ("card", "x"))));

    [Fact]
    public void An_error_in_an_include_names_the_includes_and_the_page()
    {
        var options = TemplateOptions.Site;
        var templates = new Dictionary<string, Template>
        {
            ["list"] = Template.Parse(new SourceText("partials/list.html", "<ul>\n{{ include 'card' post }}"), options),
            ["card"] = Template.Parse(new SourceText("partials/card.html", "<h2>{{ $1.author.name }}</h2>"), options),
        };
        var page = Template.Parse(new SourceText("page.html", "{{ include 'list' }}"), options);
        Assert.Equal("""
            partials/card.html:1:8: error T204: '$1.author' is null and has no member 'name'
              1 | <h2>{{ $1.author.name }}</h2>
                |        ^^^^^^^^^
              help: write '?.name' if it may be missing
              included from partials/list.html:2:4
              included from page.html:1:4
              while building /blog/ from content/blog.md

            """.ReplaceLineEndings("\n"), Messages(page.Render(Model(), templates.GetValueOrDefault, "/blog/ from content/blog.md")));
    }

    [Theory]
    [InlineData("{{ post.nope ?? 'x' }}")]
    [InlineData("{{ post?.nope?.more }}")]
    [InlineData("{{ if post.nope; end }}{{ if !post.nope && nothing; end }}{{ post.nope ? 1 : 2 }}")]
    [InlineData("{{ post.nope.empty? }}{{ post.nope == null }}")]
    [InlineData("{{ post.nope | object.default 'x' }}{{ nope ?? post.nope2 ?? 'd' }}")]
    public void What_the_author_expects_to_be_missing_is_not_reported(string template) => Assert.Equal("", Messages(Render(template, Model())));

    [Fact]
    public void A_missing_member_is_reported_once_at_a_place() =>
        Assert.Single(Render("{{ for i in 1..5; post.nope; end }}", Model()).Diagnostics);

    [Fact]
    public void Undefined_members_can_be_errors() =>
        Assert.True(Render("{{ post.nope }}", Model(), TemplateOptions.Site with { UndefinedMembers = UndefinedMembers.Error }).Failed);

    [Fact]
    public void A_host_function_reports_the_author_s_mistake_at_the_argument()
    {
        var model = Object(("asset", new HostFunction("asset", ["path"], a => throw new TemplateException($"no file '{a[0].AsText}'", "look in 'assets'") { Argument = 0 })));
        Assert.Equal("""
            page.html:1:10: error T227: 'asset': no file 'x.css'
              1 | {{ asset 'x.css' }}
                |          ^^^^^^^
              help: look in 'assets'

            """.ReplaceLineEndings("\n"), Messages(Render("{{ asset 'x.css' }}", model)));
    }

    [Fact]
    public void Several_mistakes_are_found_in_one_go() =>
        Assert.Equal(["T107", "T129", "T109"], Template.Parse(new SourceText("t", "{{ 1 + }}\n{{ f(1 }}\n{{ end }}"), TemplateOptions.Site).Diagnostics.Select(d => d.Code));
}
