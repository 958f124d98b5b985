using System.Text;
using System.Text.Json;
using Blog.Cli;
using Blog.Tests.Kit;

namespace Blog.Tests.Cli;

public sealed class TryTemplateTests
{
    private const string Values = "title: 词向量 <b>\nposts:\n  - {title: Softmax & co, count: 3}\n  - {title: 注意力, count: 1}\n";

    private static Tool Site() => new Tool()
        .Write("content/site.yaml", "title: 笔记\nbase_url: https://example.org/notes/\nlang: zh-CN\ntime_zone: Asia/Shanghai\n")
        .Write("content/data/team.yaml", "name: 甲\n")
        .Write("content/posts/词向量.md", "---\ntitle: 词向量 & co\ndate: 2026-01-01\ntags: [NLP]\n---\n\nSome **text**.\n")
        .Write("content/posts/soon.md", "---\ntitle: Soon\ndate: 2026-01-02\ndraft: true\n---\n\nNot yet.\n");

    private static Ran Try(string template, params string[] args)
    {
        using var tool = new Tool().Write("values.yaml", Values);
        return tool.Pipe(template, ["try", "template", .. args]);
    }

    private static Ran TryInSite(string template, params string[] args)
    {
        using var tool = Site();
        return tool.Pipe(template, ["try", "template", .. args]);
    }

    // What is printed

    [Fact]
    public void A_template_is_rendered_over_the_values_of_a_file() =>
        Assert.Equal(
            new Ran(0, "<h1>词向量 &lt;b&gt;</h1>\nSoftmax &amp; co: 4\n注意力: 2\n", ""),
            Try("<h1>{{ title }}</h1>\n{{~ for p in posts ~}}\n{{ p.title }}: {{ p.count + 1 }}\n{{~ end ~}}\n", "--data", "values.yaml"));

    [Theory]
    [InlineData("values.yaml", "a: 1\nb: [true, ~, 0777, \"12\", 1.50, 2026-01-31, yes]\nc: {d: 'x', 中: 文}\n")]
    [InlineData("values.json", """{"a": 1, "b": [true, null, "12", 1.50, "2026-01-31"], "c": {"d": "x", "中": "文"}}""")]
    public void Values_are_as_in_the_data_of_a_site(string name, string text)
    {
        using var tool = Site().Write($"content/data/{name}", text);

        var own = tool.Pipe("{{ [a, b, c] | object.to_json | html.raw }}", "try", "template", "--data", $"content/data/{name}");
        var ofSite = tool.Pipe("{{ d = site.data.values }}{{ [d.a, d.b, d.c] | object.to_json | html.raw }}", "try", "template");

        Assert.StartsWith("[1,[true,null,", own.Out, StringComparison.Ordinal);
        Assert.Equal(ofSite, own);
    }

    [Theory]
    [InlineData("card.html", "&lt;&amp;")]
    [InlineData("feed.xml", "&lt;&amp;")]
    [InlineData("drawing.svg", "&lt;&amp;")]
    [InlineData("card", "&lt;&amp;")]
    [InlineData("mail.txt", "<&")]
    [InlineData("list.JSON", "<&")]
    [InlineData("site.js", "<&")]
    [InlineData("site.css", "<&")]
    public void The_name_says_whether_values_are_escaped(string name, string printed) => Assert.Equal(printed, Try("{{ '<&' }}", "--name", name).Out);

    [Fact]
    public void Line_ends_of_Windows_change_nothing()
    {
        using var tool = new Tool().Write("values.yaml", "\ufefftitle: 中\r\nlines: |\r\n  a\r\n  b\r\n");

        Assert.Equal(new Ran(0, "行\n中 a\nb\n\n", ""), tool.Pipe("\ufeff行\r\n{{ title }} {{ lines }}\r\n", "try", "template", "--data", "values.yaml"));
    }

    [Fact]
    public void Nothing_is_added_to_the_result_in_a_pipe() => Assert.Equal(new Ran(0, "a\e[1mb", ""), Try("a{{ \"\\x1b[1m\" }}b"));

    [Fact]
    public void PUB_6_on_a_terminal_the_result_ends_its_line_and_does_not_drive_it()
    {
        using var tool = new Tool { IsOutputTerminal = true };

        Assert.Equal("a\\u001b[2Jb\nc\n", tool.Pipe("a{{ \"\\x1b[2J\" }}b\nc", "try", "template").Out);
    }

    // What it sees

    [Theory]
    [InlineData("{{ site.title }} {{ page.kind }} {{ listing.posts | array.size }} {{ t.contents }} {{ site.data.team.name }}", "笔记 home 1 目录 甲")]
    [InlineData("{{ url_for '/about/' }} {{ absolute '/notes/' }}", "/notes/about/ https://example.org/notes/")]
    [InlineData("{{ include 'date' date: date.now class: 'now' }}", """<time class="now" datetime="2026-01-11T14:30:00+08:00">2026-01-11</time>""")]
    public void In_a_site_it_sees_what_the_home_page_sees(string template, string printed) => Assert.Equal(new Ran(0, printed, ""), TryInSite(template));

    [Theory]
    [InlineData("/posts/词向量/")]
    [InlineData("posts/词向量")]
    [InlineData("/notes/posts/%E8%AF%8D%E5%90%91%E9%87%8F/")]
    [InlineData("https://example.org/notes/posts/%E8%AF%8D%E5%90%91%E9%87%8F/#top")]
    [InlineData("content/posts/词向量.md")]
    public void A_page_is_named_by_its_address_or_its_file(string page) =>
        Assert.Equal(
            new Ran(0, "<h1>词向量 &amp; co</h1><p>Some <strong>text</strong>.</p>\n", ""),
            TryInSite("<h1>{{ post.title }}</h1>{{ post.html }}", "--page", page));

    [Theory]
    [InlineData("/tags/", "{{ terms.items[0].title }}", "NLP")]
    [InlineData("/404.html", "{{ page.kind }}", "not_found")]
    [InlineData("/archives/2026/01/", "{{ listing.kind }} {{ listing.count }}", "month 1")]
    [InlineData("content/posts/soon.md", "{{ post.title }} {{ post.is_draft }}", "Soon true")]
    [InlineData("/posts/soon/", "{{ post.title }}", "Soon")]
    public void Any_page_will_do_also_a_list_and_a_draft(string page, string template, string printed) =>
        Assert.Equal(new Ran(0, printed, ""), TryInSite(template, "--page", page));

    [Fact]
    public void A_page_that_is_not_there_is_refused_with_a_guess()
    {
        var ran = TryInSite("x", "--page", "/posts/son/");

        Assert.Equal(new Ran(2, "", "error B0043: the site has no page '/posts/son/'\n  help: did you mean '/posts/soon/'?\n"), ran);
    }

    [Fact]
    public void Values_are_laid_over_those_of_the_page()
    {
        using var tool = Site().Write("over.yaml", "site: {title: 别处}\npost:\n  title: <long>\n  html: <p>markup</p>\n  date: 1999-12-31\n  extra: {a: 1}\n");

        var ran = tool.Pipe(
            "{{ site.title }} {{ site.lang }}|{{ post.title }}|{{ post.html }}|{{ post.date | date.to_string '%Y' }}|{{ post.extra.a }}|{{ post.tags[0].title }}",
            "try", "template", "--page", "/posts/词向量/", "--data", "over.yaml");

        Assert.Equal(new Ran(0, "别处 zh-CN|&lt;long&gt;|<p>markup</p>|1999|1|NLP", ""), ran);
    }

    [Fact]
    public void Includes_are_the_templates_of_the_site_and_those_of_the_default_theme()
    {
        using var tool = Site().Write("templates/partials/hello.html", "hello {{ $.name }}");

        Assert.Equal(new Ran(0, "hello &lt;甲&gt;", ""), tool.Pipe("{{ include 'hello' name: '<甲>' }}", "try", "template"));
        Assert.StartsWith("templates/partials/term.html:", tool.Pipe("{{ include 'term' }}", "try", "template").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_a_site_there_is_the_default_theme() =>
        Assert.Equal(new Ran(0, """here home 0 <time class="" datetime="2026-01-11T06:30:00+00:00">2026</time>""", ""),
            Try("{{ site.title }} {{ page.kind }} {{ listing.posts.size }} {{ include 'date' date: date.now format: '%Y' class: '' }}"));

    [Theory]
    [InlineData("templates/partials/hello.html")]
    [InlineData("./templates/partials/hello.html")]
    public void Below_the_templates_the_text_takes_the_place_of_the_file(string name)
    {
        using var tool = Site().Write("templates/partials/hello.html", "saved").Write("values.yaml", "level: 1\nend: x\ntwo words: y\n\"a }} b\": z\n");

        var ran = tool.Pipe("typed {{ $.level }} {{ if $.level < 3 }}{{ include 'hello' level: ($.level + 1) }}{{ end }}", "try", "template", "--name", name, "--data", "values.yaml");

        Assert.Equal(new Ran(0, "typed 1 typed 2 typed 3 ", ""), ran);
        Assert.Equal("saved", tool.Read("templates/partials/hello.html"));
    }

    [Fact]
    public void A_partial_has_the_values_as_its_arguments_and_is_named_as_in_a_build()
    {
        using var tool = Site();

        var ran = tool.Pipe("{{ $.post.title }}{{ post.titel }}", "try", "template", "--page", "/posts/soon/", "--name", Path.Combine(tool.Folder, "templates/partials/new.html"));

        Assert.Equal((0, "Soon"), (ran.ExitCode, ran.Out));
        Assert.Contains("templates/partials/new.html:1:27: warning B3203: ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("itself", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_without_its_name_is_told_how_to_say_it() =>
        Assert.Contains("type '--name templates/partials/NAME.html'", Try("{{ $.post.title }}").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(new[] { "--clock", "2030-05-06" }, "2030")]
    [InlineData(new string[0], "2026")]
    public void The_time_is_that_of_a_build(string[] args, string year) => Assert.Equal(year, Try("{{ date.now.year }}", args).Out);

    // What goes wrong

    [Theory]
    [InlineData("try-template-warning.txt", "第一行：{{ title }}\r\n《{{ posts[0].titel }}》\t{{ titel }}\r\n")]
    [InlineData("try-template-errors.txt", "{{ if title }}\r\n中文 {{ 1 + }}\r\n{{ end }} {{ end }}\r\n")]
    [InlineData("try-template-include.txt", "{{ include 'crad' }}\n")]
    public void Messages_look_as_in_a_build(string golden, string template) =>
        Golden.Matches($"cli/{golden}", Try(template, "--data", "values.yaml").Transcript("blog try template --data values.yaml"));

    [Theory]
    [InlineData("values: [a", "over.yaml:1:9: error B1040: ")]
    [InlineData("a: 1\na: 2\n", "over.yaml:2:1: error B1047: ")]
    [InlineData("- 一\n- 二\n", "over.yaml:1:1: error B1061: expected names with values, found a list")]
    [InlineData("a: \u0001", "over.yaml:1:4: ")]
    public void Errors_in_the_values_have_their_place(string values, string message)
    {
        using var tool = new Tool().Write("over.yaml", values);

        var ran = tool.Pipe("{{ 1 }}", "try", "template", "--data", "over.yaml");

        Assert.StartsWith(message, ran.Error, StringComparison.Ordinal);
        Assert.Equal(ran.Error.Contains("error", StringComparison.Ordinal) ? (1, "") : (0, "1"), (ran.ExitCode, ran.Out));
    }

    [Fact]
    public void Values_and_template_are_both_told_of()
    {
        using var tool = new Tool().Write("over.json", """{"a": }""");

        var error = tool.Pipe("{{ if }}", "try", "template", "--data", "over.json").Error;

        Assert.Contains("over.json:1:7: error B1050: ", error, StringComparison.Ordinal);
        Assert.Contains("stdin:1:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vales.yaml", "error B0040: there is no file 'vales.yaml'\n  help: did you mean 'values.yaml'?\n")]
    [InlineData("./vales.yaml", "error B0040: there is no file './vales.yaml'\n  help: did you mean './values.yaml'?\n")]
    [InlineData("nowhere/a.yaml", "error B0040: there is no file 'nowhere/a.yaml'\n  help: '--data' names a file of values, in YAML or JSON\n")]
    [InlineData("values.toml", "error B0041: 'values.toml' is not known to hold values\n  help: values come from files that end in .yaml, .yml or .json\n")]
    public void A_file_that_holds_no_values_is_refused_before_anybody_waits(string data, string error)
    {
        using var tool = new Tool { Input = new Unreadable() }.Write("values.yaml", Values).Write("values.toml", "a = 1\n");

        Assert.Equal(new Ran(2, "", error), tool.Run("try", "template", "--data", data));
    }

    [Fact]
    public void A_file_of_values_needs_no_ending()
    {
        using var tool = new Tool().Write("63", """{"a": [1, "二"]}""");

        Assert.Equal("1 二", tool.Pipe("{{ a[0] }} {{ a[1] }}", "try", "template", "--data", "63").Out);
    }

    [Fact]
    public void Nothing_in_the_pipe_is_refused() =>
        Assert.Equal(new Ran(2, "", "error B0042: the standard input is empty, and the template is read from there\n  help: type 'blog try template < FILE'\n"), Try(""));

    [Fact]
    public void At_a_terminal_it_says_what_it_waits_for()
    {
        using var tool = new Tool { IsInputTerminal = true };

        var ran = tool.Pipe("{{ 1 + 1 }}\n", "try", "template");

        Assert.Equal((0, "2\n"), (ran.ExitCode, ran.Out));
        Assert.Matches("^type a template, then Ctrl-", ran.Error);
    }

    [Fact]
    public void ENC_1_other_encodings_are_told_with_what_to_put_into_the_pipe()
    {
        using var tool = new Tool();

        var ran = tool.Pipe([.. "标题"u8, (byte)'\r', (byte)'\n', 0xD6, 0xD0, 0xCE, 0xC4, 0xB2, 0xE2, 0xCA, 0xD4], "try", "template");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.StartsWith("stdin:2:1: error B1031: the byte D6 is not UTF-8; the file looks like GB18030\n", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("  help: put 'iconv -f GB18030 -t UTF-8' into the pipe, or save the text as UTF-8\n", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_without_end_is_left()
    {
        using var tool = new Tool { Input = new Endless() };

        var ran = tool.Run("try", "template");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("error B1035: a text of 64 MB is over the limit of 16 MB", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_fails_is_the_machines_failure()
    {
        using var tool = new Tool { Input = new Unreadable(new IOException("Input/output error")) };

        Assert.Equal(new Ran(4, "", "error B0030: Input/output error\n"), tool.Run("try", "template"));
    }

    [Fact]
    public void Strict_takes_a_warning_for_an_error()
    {
        var ran = Try("a{{ titel }}b", "--strict");

        Assert.Equal((ExitCode.ContentErrors, ""), (ran.ExitCode, ran.Out));
        Assert.EndsWith("nothing shown: 1 warning, and '--strict' makes them errors\n", ran.Error, StringComparison.Ordinal);
        Assert.Equal(new Ran(0, "ab", ""), Try("ab", "--strict"));
    }

    [Fact]
    public void TPL_2_a_loop_without_end_ends_in_an_error() =>
        Assert.StartsWith("stdin:1:4: error B3241: ", Try("{{ while true }}{{ end }}").Error, StringComparison.Ordinal);

    [Fact]
    public void A_site_that_cannot_be_built_still_lends_its_values()
    {
        using var tool = Site().Write("content/posts/broken.md", "---\ntitle: [a\n---\n");

        Assert.Equal(
            new Ran(0, "笔记", "the site's values may be incomplete: 1 error; 'blog build' shows them\n"),
            tool.Pipe("{{ site.title }}", "try", "template"));
    }

    [Fact]
    public void A_folder_that_is_no_site_is_refused() => Assert.Equal(2, Try("x", "-s", ".").ExitCode);

    [Fact]
    public void Nothing_is_written()
    {
        using var tool = Site();
        var before = tool.Files();

        tool.Pipe("{{ include 'base' main: 'x' }}", "try", "template", "--name", "templates/new.html");

        Assert.Equal(before, tool.Files());
        Assert.False(Directory.Exists(Path.Combine(tool.Folder, ".blog")));
    }

    // For programs

    [Theory]
    [InlineData("try-template-warning.json", "第一行：{{ title }}\r\n《{{ posts[0].titel }}》\t{{ '😀' }}{{ titel }}\r\n")]
    [InlineData("try-template-errors.json", "{{ if title }}\r\n中文 {{ 1 + }}\r\n{{ end }} {{ end }}\r\n")]
    public void Json_is_one_object(string golden, string template)
    {
        var ran = Try(template, "--data", "values.yaml", "--format", "json", "--name", "templates/post.html");

        Golden.Matches($"cli/{golden}", ran.Out);
        Assert.Equal("", ran.Error);
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(ran.ExitCode == 0, json.RootElement.GetProperty("output").ValueKind == JsonValueKind.String);
    }

    [Fact]
    public void Json_tells_of_wrong_arguments_too()
    {
        var ran = Try("x", "--format", "json", "--data", "nowhere.yaml");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Error));
        using var json = JsonDocument.Parse(ran.Out);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("output").ValueKind);
        Assert.Equal("B0040", json.RootElement.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    private sealed class Unreadable(IOException? reason = null) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw reason ?? throw new InvalidOperationException("nobody should wait here");
    }

    private sealed class Endless : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'y');
            return count;
        }
    }
}
