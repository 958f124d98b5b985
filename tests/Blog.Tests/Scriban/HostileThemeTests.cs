using Blog.Reading;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

/// <summary>Row TPL-4 of the table of faults: a theme that reaches for what is not its own gets nothing, and is told what there is.</summary>
public class HostileThemeTests
{
    private const string Canary = "the canary";

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\\\..\\\\secret.txt")]
    [InlineData("C:\\\\Windows\\\\win.ini")]
    [InlineData("\\\\\\\\server\\\\share\\\\x.html")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://example.org/x.html")]
    [InlineData("../content/site.yaml")]
    [InlineData("content/site.yaml")]
    [InlineData("partials/../../content/secret.html")]
    [InlineData("./partials/mine.html")]
    [InlineData("partials/./mine.html")]
    [InlineData("partials//mine.html")]
    [InlineData("strings/en.yaml")]
    [InlineData("assets/style.css")]
    [InlineData("~/.ssh/id_rsa")]
    [InlineData("$HOME/x")]
    [InlineData("mine.html\\0")]
    [InlineData(".")]
    [InlineData("..")]
    public void TPL_4_an_include_finds_templates_of_the_theme_and_nothing_else(string name)
    {
        var site = SiteWith($"{{{{ x = '{name}' }}}}\n{{{{ include x }}}}{{{{ include '{name}' }}}}");

        Assert.False(site.Report.IsPublished);
        Assert.Contains("templates/page.html:2:12: error B3233: there is no template", site.Diagnostics, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, site.Diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("include_join ['/etc/passwd']")]
    [InlineData("include_join ['mine', 'mine'] 'tpl:/etc/passwd'")]
    [InlineData("object.eval_template '{' + '{ include \"/etc/passwd\" }' + '}'")]
    [InlineData("object.eval 'include \"/etc/passwd\"'")]
    public void TPL_4_no_other_way_to_include_finds_more(string code) =>
        Assert.Contains("error B3233: there is no template '/etc/passwd' to include", SiteWith($"{{{{ {code} }}}}").Diagnostics, StringComparison.Ordinal);

    [Theory]
    [InlineData("env 'PATH'")]
    [InlineData("file.read '/etc/passwd'")]
    [InlineData("read_file '/etc/passwd'")]
    [InlineData("http.get 'https://example.org/'")]
    [InlineData("get_url 'https://example.org/'")]
    [InlineData("system 'id'")]
    [InlineData("process.start 'id'")]
    [InlineData("exec 'id'")]
    [InlineData("shell 'id'")]
    [InlineData("new 'System.IO.FileInfo'")]
    [InlineData("site.write 'x'")]
    [InlineData("post.delete()")]
    [InlineData("url_for.invoke '/x'")]
    [InlineData("import_module 'os'")]
    public void TPL_4_there_is_no_function_that_reaches_out(string code)
    {
        var site = SiteWith($"{{{{ {code} }}}}");

        Assert.False(site.Report.IsPublished);
        Assert.Contains("templates/page.html:1:", site.Diagnostics, StringComparison.Ordinal);
        Assert.Matches("error B32(04|19|20|22):", site.Diagnostics);
    }

    private static readonly string[] MembersElsewhere =
    [
        "GetType", "get_type", "Type", "type", "ToString", "Length", "Chars", "Count", "GetHashCode", "Equals", "MemberwiseClone", "Assembly", "Module", "Method", "Target", "Invoke", "DynamicInvoke",
        "__proto__", "prototype", "constructor", "__class__", "__mro__", "__globals__", "Ref", "Bits", "Items", "Kind", "Utf8", "OnRead", "Callable",
    ];

    [Theory]
    [InlineData("'text'", true)]
    [InlineData("1", false)]
    [InlineData("1.5", false)]
    [InlineData("true", false)]
    [InlineData("[1]", true)]
    [InlineData("1..2", true)]
    [InlineData("{a: 1}", true)]
    [InlineData("date.parse '2026-01-31'", false)]
    [InlineData("timespan.zero", false)]
    [InlineData("string", true)]
    [InlineData("this", true)]
    [InlineData("raw", true)]
    public void TPL_4_no_value_has_a_member_of_NET_or_of_another_language(string value, bool hasItems)
    {
        var model = Object(("raw", Html.Of("<b>")));
        foreach (var member in MembersElsewhere)
        {
            Assert.Equal("true", TextOf($"{{{{ x = {value}; x?.{member} == null }}}}", model));
            Assert.Equal(hasItems ? "true" : "T210", hasItems ? TextOf($"{{{{ x = {value}; x['{member}'] == null }}}}", model) : Code($"{{{{ x = {value}; x['{member}'] }}}}"));
            Assert.Equal("T219", Code($"{{{{ x = {value}; x.{member}() }}}}"));
        }

        string Code(string text) => Render(text, model).Diagnostics.Last().Code;
    }

    [Fact]
    public void TPL_4_links_in_a_theme_that_lead_out_of_the_site_are_denied()
    {
        using var folder = new TemporaryFolder();
        folder.Write("outside/secret.html", Canary);
        folder.Write("site/content/about.md", "Text.");
        folder.Write("site/templates/page.html", "{{ include 'evil' }}{{ include 'folder/secret' }}");
        folder.Link("site/templates/partials/evil.html", folder["outside/secret.html"]);
        folder.Link("site/templates/partials/folder", folder["outside"]);
        folder.Link("site/templates/assets", "/etc");

        var sources = Sources.Read(folder["site"]);
        var plan = Build.Plan(sources, new() { Now = DateTimeOffset.UnixEpoch });
        var report = Blog.Publishing.Publisher.Publish(plan.Outputs, new Blog.Publishing.MemoryTarget(), new());

        Assert.False(report.IsPublished);
        Assert.Equal(["templates/assets", "templates/partials/evil.html", "templates/partials/folder"],
            report.Diagnostics.Where(diagnostic => diagnostic.Code == "B1022").Select(diagnostic => diagnostic.Message.Split('\'')[1]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(sources.Templates, file => file.Text.Text.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public void TPL_4_a_regular_expression_without_end_ends_with_its_place_in_the_theme()
    {
        var site = SiteWith("{{ x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'\n   x | regex.match `^(a+)+\\1$` }}");

        Assert.False(site.Report.IsPublished);
        Assert.Contains("templates/page.html:2:4: error B3247: the regular expressions of the page take more than 2 seconds", site.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("while building /about/ from content/about.md", site.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void TPL_4_what_a_page_writes_no_other_page_sees()
    {
        var site = SiteWith("{{ site.title = 'taken'; site.pages = null; page.title = 'x'; string.upcase = null; url_for = null; title = 'left' }}{{ title }}",
            ("templates/post.html", "[{{ site.title }}|{{ page.title | string.upcase }}|{{ title ?? 'nothing' }}|{{ url_for '/a' }}]"));

        // A builtin object stays as it is even for the page itself.
        Assert.Contains("error B3212: 'upcase' is read-only", site.Diagnostics, StringComparison.Ordinal);

        site.Edit("templates/page.html", text => text.Replace("string.upcase = null; ", "", StringComparison.Ordinal)).Build();
        Assert.True(site.Report.IsPublished, site.Diagnostics);
        Assert.Contains("[S|A|nothing|/a]", site["/posts/a/"], StringComparison.Ordinal);
    }

    [Fact]
    public void TPL_4_whichever_page_is_made_first_no_other_sees_what_it_writes()
    {
        const string Layout = """
            [{{ site.title }}|{{ site.params.map.a }}|{{ site.params.list[0].b }}|{{ site.menu[0].title }}|{{ site.tags[0].title }}|{{ site.posts[0].title }}|{{ site.posts[0].tags[0].title }}|{{ site.data.facts.c }}|{{ t.home }}]
            {{ site.title = 'taken'; site.params.map.a = 'taken'; t.home = 'taken'; site.data.facts.c = 'taken' }}
            {{ for list in [site.params.list, site.menu, site.tags, site.posts, site.posts[0].tags]; for item in list; item.a = 'taken'; item.b = 'taken'; item.title = 'taken'; end; end }}
            """;
        var site = new SiteInAString($$"""
            -- content/site.yaml --
            title: S
            params: {map: {a: 1}, list: [{b: 2}]}
            -- content/data/facts.yaml --
            c: 3
            -- content/posts/2026-01-01-a.md --
            ---
            title: A
            tags: [x]
            ---
            -- content/one.md --
            -- content/two.md --
            -- templates/page.html --
            {{Layout}}
            -- templates/post.html --
            {{Layout}}
            """).Build();

        Assert.True(site.Report.IsPublished, site.Diagnostics);
        foreach (var page in new[] { "/one/", "/two/", "/posts/a/" })
        {
            Assert.StartsWith("[S|1|2|Home|x|A|x|3|Home]", site[page], StringComparison.Ordinal);
        }
    }

    private static SiteInAString SiteWith(string page, params (string Name, string Text)[] more)
    {
        var files = string.Concat(more.Select(file => $"-- {file.Name} --\n{file.Text}\n"));
        return new SiteInAString($"""
            -- content/site.yaml --
            title: S
            -- content/secret.html --
            {Canary}
            -- content/about.md --
            About.
            -- content/posts/2026-01-01-a.md --
            # A
            -- templates/partials/mine.html --
            mine
            -- templates/page.html --
            {page}
            {files}
            """).Build();
    }
}
