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
