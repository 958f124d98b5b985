using Blog.Scriban;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

public class EscapingTests
{
    private static readonly ScriptObject Model = Object(("x", "<b> & \"q\" 'a'"), ("safe", new Html("<b>&amp; \"q\"</b>"u8.ToArray())), ("js", "JavaScript:alert(1)"),
        ("url", "/a?b=1&c=2"), ("n", 5), ("list", List("a", "</script>")), ("yes", true), ("no", false));

    [Theory]
    [InlineData("<p>{{ x }}</p>", "<p>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</p>")]
    [InlineData("<p>{{ safe }}</p>", "<p><b>&amp; \"q\"</b></p>")]
    [InlineData("<p title=\"{{ x }}\">", "<p title=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\">")]
    [InlineData("<p title=\"{{ safe }}\">", "<p title=\"&amp; &quot;q&quot;\">")]
    [InlineData("<a href=\"{{ url }}\">", "<a href=\"/a?b=1&amp;c=2\">")]
    [InlineData("<a href='/x/{{ js }}'>", "<a href='/x/JavaScript:alert(1)'>")]
    [InlineData("<title>{{ x }}</title>", "<title>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</title>")]
    [InlineData("<script>var a = {{ list }};</script>{{ n }}", "<script>var a = [\"a\",\"\\u003C/script\\u003E\"];</script>5")]
    [InlineData("<script>var a = \"{{ x }}\";</script>", "<script>var a = \"\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027\";</script>")]
    [InlineData("<script type=\"application/ld+json\">{{ {a: x} | object.to_json }}</script>",
        "<script type=\"application/ld+json\">{\"a\":\"\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027\"}</script>")]
    [InlineData("<p onclick=\"f({{ x }}, {{ n }}, {{ list }})\">", "<p onclick=\"f(&quot;\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027&quot;, 5, [&quot;a&quot;,&quot;\\u003C/script\\u003E&quot;])\">")]
    [InlineData("<p style=\"--n: {{ n }}\">", "<p style=\"--n: 5\">")]
    [InlineData("<p style=\"color: {{ 'oklch(60% 0.1 200 / 50%)' }}; width: {{ 'calc(var(--a) - 1px)' }}\">", "<p style=\"color: oklch(60% 0.1 200 / 50%); width: calc(var(--a) - 1px)\">")]
    [InlineData("<a class={{ 'abc-1' }} data-n={{ n }}{{ n }}>", "<a class=abc-1 data-n=55>")]
    [InlineData("{{ capture c }}<i>{{ x }}</i>{{ end }}{{ c }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ func f }}<i>{{ $0 }}</i>{{ end }}{{ f x }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ include 'card' x }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ x | html.escape }}", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")]
    [InlineData("<p title=\"{{ x | html.escape }}\">", "<p title=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\">")]
    [InlineData("{{ x | html.raw }}", "<b> & \"q\" 'a'")]
    [InlineData("{{ safe + x }}", "&lt;b&gt;&amp;amp; &quot;q&quot;&lt;/b&gt;&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")]
    [InlineData("{{ safe + safe }}", "<b>&amp; \"q\"</b><b>&amp; \"q\"</b>")]
    [InlineData("{{ $'{safe}' }}", "&lt;b&gt;&amp;amp; &quot;q&quot;&lt;/b&gt;")]
    [InlineData("{{ safe | string.upcase }}", "&lt;B&gt;&amp;AMP; &quot;Q&quot;&lt;/B&gt;")]
    [InlineData("{{ (safe | html.raw) + safe }}", "<b>&amp; \"q\"</b><b>&amp; \"q\"</b>")]
    [InlineData("{{ '<i' | html.raw | html.strip }}", "&lt;i")]
    [InlineData("<a{{ if n }} class=\"{{ x }}\"{{ end }} id='{{ n }}'>{{ n }}", "<a class=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\" id='5'>5")]
    [InlineData("<input {{ if n }}checked {{ end }}class=\"{{ n }}\">", "<input checked class=\"5\">")]
    [InlineData("<a {{ ' class=\"b\"' | html.raw }} id=\"{{ n }}\">", "<a  class=\"b\" id=\"5\">")]
    [InlineData("<!-- {{ x }} -->", "<!-- &lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; -->")]
    [InlineData("<!--{{ '--a---b-' }}-->", "<!-- - -a- - -b- -->")]
    [InlineData("1 < 2 {{ n }} a<b>{{ n }}", "1 < 2 5 a<b>5")]
    [InlineData("{{ 'é' }}", "é")]
    [InlineData("<script>f({{ safe }})</script>", "<script>f(\"\\u003Cb\\u003E\\u0026amp; \\u0022q\\u0022\\u003C/b\\u003E\")</script>")]
    [InlineData("<script>f({{ (safe | html.raw) + safe }})</script>",
        "<script>f(\"\\u003Cb\\u003E\\u0026amp; \\u0022q\\u0022\\u003C/b\\u003E\\u003Cb\\u003E\\u0026amp; \\u0022q\\u0022\\u003C/b\\u003E\")</script>")]
    [InlineData("<script>{{ 'f()' | html.raw }}</script>", "<script>f()</script>")]
    [InlineData("<style>{{ 'a{}' | html.raw }}</style>", "<style>a{}</style>")]
    [InlineData("<script>var a = \"{{ '中文 é\u2028' }}\"</script>", "<script>var a = \"中文 é\\u2028\"</script>")]
    [InlineData("{{ '<script>' | html.raw }}{{ list }}</script>{{ x }}", "<script>[\"a\",\"\\u003C/script\\u003E\"]</script>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")]
    [InlineData("{{ include_join ['card'] x safe safe }}", "<b>&amp; \"q\"</b><i></i><b>&amp; \"q\"</b>")]
    [InlineData("{{ include_join ['n', 'n'] '<br>' }}", "5<br>5")]
    [InlineData("{{ ['n', 'n'] | include_join '<br>' prefix: x }}", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;5<br>5")]
    [InlineData("{{ include_join ['n', 'n'] x }}", "5&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;5")]
    [InlineData("<iframe srcdoc=\"{{ safe }} {{ '<' }}\"></iframe>", "<iframe srcdoc=\"&lt;b&gt;&amp;amp; &quot;q&quot;&lt;/b&gt; &amp;lt;\"></iframe>")]
    [InlineData("<script type=\"text/template\">{{ safe }} {{ '<' }}</script>", "<script type=\"text/template\"><b>&amp; \"q\"</b> &lt;</script>")]
    public void A_value_is_escaped_for_the_place_where_it_stands(string template, string expected) =>
        Assert.Equal(expected, TextOf(template, Model, null, ("card", "<i>{{ $1 }}</i>"), ("n", "{{ n }}")));

    [Theory]
    [InlineData("<a href=\"{{ js }}\">", "<a href=\"#blocked\">")]
    [InlineData("<img src='{{ ' java\\tscript:x' }}'>", "<img src='#blocked'>")]
    [InlineData("<a href=\"{{ 'data:text/html,x' }}\">", "<a href=\"#blocked\">")]
    [InlineData("<a href=\"java{{ 'script:x' }}\">", "<a href=\"java#blocked\">")]
    [InlineData("<a href=\"java&#115;{{ 'cript:x' }}\">", "<a href=\"java&#115;#blocked\">")]
    [InlineData("<a href=\"java&#11{{ '5;cript:x' }}\">", "<a href=\"java&#11#blocked\">")]
    [InlineData("<a href=\"{{ 'java' }}{{ 'script:x' }}\">", "<a href=\"java#blocked\">")]
    [InlineData("<a href=\"{{ for p in ['java', 'script:x'] }}{{ p }}{{ end }}\">", "<a href=\"java#blocked\">")]
    [InlineData("<a href=\"{{ if n }}java{{ end }}{{ 'script:x' }}\">", "<a href=\"java#blocked\">")]
    [InlineData("<a href=\"{{ 'javascript' }}:/x/{{ 'y' }}\">", "<a href=\"javascript:/x/#blocked\">")]
    [InlineData("<a href=\"data:{{ 'text/html,x' }}\">", "<a href=\"data:#blocked\">")]
    [InlineData("<a href=\"{{ '<b>javascript</b>&#58;x' | html.raw }}\">", "<a href=\"#blocked\">")]
    [InlineData("{{ capture c }}{{ js }}{{ end }}<a href=\"{{ c }}\">", "<a href=\"#blocked\">")]
    [InlineData("<meta http-equiv=\"Refresh\" content=\"5;url=java{{ 'script:x' }}\">", "<meta http-equiv=\"Refresh\" content=\"5;url=java#blocked\">")]
    [InlineData("<img srcset=\"/a.png 1x, {{ js }} 2x\">", "<img srcset=\"/a.png 1x, #blocked 2x\">")]
    [InlineData("<p style=\"background: url({{ js }})\">", "<p style=\"background: url(#blocked)\">")]
    [InlineData("{{ func f }}{{ js }}{{ end }}<a href=\"{{ f }}\">", "<a href=\"#blocked\">")]
    public void An_address_that_runs_a_script_is_replaced_and_reported(string template, string expected)
    {
        var result = Render(template, Model);
        Assert.Equal("T302", Assert.Single(result.Diagnostics).Code);
        Assert.Equal(expected, result.Text);
    }

    [Theory]
    [InlineData("<a href=\"{{ 'a b\"c' }}\">", "<a href=\"a%20b%22c\">")]
    [InlineData("<a href=\"/a?q={{ 'a&b=c d%22%' }}\">", "<a href=\"/a?q=a%26b%3Dc%20d%22%25\">")]
    [InlineData("<a href=\"/a?{{ 'a=1&b=2' }}\">", "<a href=\"/a?a=1&amp;b=2\">")]
    [InlineData("<a href=\"/a?q={{ 'é' | html.url_encode }}\">", "<a href=\"/a?q=%C3%A9\">")]
    [InlineData("<a href=\"https://{{ 'javascript:x' }}\">", "<a href=\"https://javascript:x\">")]
    [InlineData("<a href=\"mailto:{{ 'a@b.c' }}\">", "<a href=\"mailto:a@b.c\">")]
    [InlineData("<a href=\"{{ 'data:image/png;base64,AA' }}\">", "<a href=\"data:image/png;base64,AA\">")]
    [InlineData("<img srcset=\"{{ '/a b.png 1x, /b.png 2x' }}\">", "<img srcset=\"/a%20b.png%201x,%20/b.png%202x\">")]
    [InlineData("<img srcset=\"{{ '/a.png 1x, /b,c.png 2.5x' }}\">", "<img srcset=\"/a.png 1x, /b,c.png 2.5x\">")]
    [InlineData("<img srcset=\"{{ ',a,b,' }}{{ ',' }} 2x\">", "<img srcset=\"%2Ca,b%2C%2C 2x\">")]
    [InlineData("<img srcset=\"{{ 'data:image/png;base64,AA' }} 2x\">", "<img srcset=\"data:image/png;base64,AA 2x\">")]
    [InlineData("<img srcset=\"{{ url }} {{ n }}w, {{ url }} 2x\">", "<img srcset=\"/a?b=1&amp;c=2 5w, /a?b=1&amp;c=2 2x\">")]
    [InlineData("<p style=\"background: url('{{ '/a(b).png?c&d' }}')\">", "<p style=\"background: url('/a%28b%29.png?c\\26 d')\">")]
    public void An_address_is_written_so_that_it_ends_where_its_attribute_ends(string template, string expected) => Assert.Equal(expected, TextOf(template, Model));

    [Theory]
    [InlineData("<a class={{ x }}>", "T303")]
    [InlineData("<a class={{ '' }} id=b>", "T303")]
    [InlineData("<a class=b{{ 'a b' }}>", "T303")]
    [InlineData("<a {{ x }}>", "T301")]
    [InlineData("<a{{ x }}>", "T301")]
    [InlineData("<a {{ safe }}>", "T301")]
    [InlineData("<{{ x }}>", "T301")]
    [InlineData("</{{ x }}>", "T301")]
    [InlineData("<h{{ n }}>", "T301")]
    [InlineData("<p title=a{{ '<b>' | html.raw }}{{ x }}>", "T303")]
    [InlineData("<p data-{{ x }}=\"a\">", "T301")]
    [InlineData("<a onclick={{ x }}>", "T301")]
    [InlineData("<a style={{ n }}>", "T301")]
    [InlineData("<a href=javascript:{{ n }}>", "T301")]
    [InlineData("<a href=\"javascript:f({{ n }})\">", "T301")]
    [InlineData("<a href=\"java&#x73;cript&colon;f({{ n }})\">", "T301")]
    [InlineData("<a href=\"data:text/html,{{ n }}\">", "T301")]
    [InlineData("<a href=\"{{ x }}:'{{ n }}\">", "T301")]
    [InlineData("<a {{ if n }}href{{ else }}title{{ end }}=\"{{ x }}\">", "T301")]
    [InlineData("<a {{ if n }}on{{ end }}click=\"{{ x }}\">", "T301")]
    [InlineData("<meta content=\"{{ x }}\" http-equiv=\"refresh\">", "T301")]
    [InlineData("<meta http-equiv=\"{{ x }}\">", "T301")]
    [InlineData("<xmp>{{ n }}</xmp>", "T301")]
    [InlineData("<iframe>{{ n }}</iframe>", "T301")]
    [InlineData("<plaintext>{{ n }}", "T301")]
    [InlineData("<iframe srcdoc=\"<a href='{{ n }}'>\">", "T301")]
    [InlineData("<iframe srcdoc=\"&lt;script>{{ n }}\">", "T301")]
    [InlineData("<script>// {{ x }}\n</script>", "T301")]
    [InlineData("<script>/* {{ x }} */</script>", "T301")]
    [InlineData("<script>a = /{{ x }}/;</script>", "T301")]
    [InlineData("<script>return /[/'{{ x }}]/;</script>", "T301")]
    [InlineData("<script>if (a) /{{ x }}/.test(b);</script>", "T301")]
    [InlineData("<p onclick=\"// {{ x }}\">", "T301")]
    [InlineData("<p onclick=\"f(&#{{ n }})\">", "T301")]
    [InlineData("<style>/* {{ x }} */</style>", "T301")]
    [InlineData("<svg><script>if (a < b) {{ n }}</script></svg>", "T301")]
    [InlineData("<p>{{ tablerow i in 1..2 }}a{{ end }}</p><p title=\"{{ tablerow i in 1..2 }}a{{ end }}\">", "T301")]
    [InlineData("{{ func f }}class=\"a\"{{ end }}<p {{ f }}>", "T301")]
    [InlineData("{{ func f }}class=\"a\"{{ end }}<p {{ g = f }}>", "T301")]
    [InlineData("<style>{{ x }}</style>", "T303")]
    [InlineData("<style>{{ safe }}{{ '<' | html.escape }}</style>", "T303")]
    [InlineData("<p style=\"color: {{ 'url(x)' }}\">", "T303")]
    [InlineData("<p style=\"color: {{ 'rgb(0' }}\">", "T303")]
    [InlineData("<p style=\"color: {{ 'rgb(0));(' }}\">", "T303")]
    [InlineData("<p style=\"color: {{ 'expression(1)' }}\">", "T303")]
    [InlineData("<script>{{ @math.round }}</script>", "T303")]
    [InlineData("<script type=\"text/template\">{{ '</SCRIPT>' | html.raw }}</script>", "T303")]
    [InlineData("<p>{{ n }}</p><a href=\"", "T305")]
    [InlineData("<script>", "T305")]
    [InlineData("<!-- a", "T305")]
    [InlineData("{{ capture c }}<a href=\"{{ end }}{{ c }}", "T305")]
    [InlineData("{{ func f }}<p {{ end }}", "T305")]
    [InlineData("{{ f = @(do }}<script>{{ end) }}", "T305")]
    [InlineData("{{ wrap f }}<script>{{ end }}", "T305")]
    [InlineData("<a {{ if n }}title=\"{{ end }}>", "T304")]
    [InlineData("{{ if n }}<script>{{ else }}<style>{{ end }}</script>", "T304")]
    [InlineData("{{ if n }}<script>{{ else }}<p>{{ end }}</script>", "T304")]
    [InlineData("{{ case n }}{{ when 1 }}<p{{ when 2 }}<p title='{{ else }}<p{{ end }}>", "T304")]
    [InlineData("<script>a = {{ if n }}\"{{ end }}b\"</script>", "T304")]
    [InlineData("<p {{ for i in list }}title=\"{{ end }}\">", "T306")]
    [InlineData("{{ while n }}<script>{{ end }}", "T306")]
    [InlineData("{{ for i in list }}<p {{ if i }}{{ break }}{{ end }}>{{ end }}", "T307")]
    [InlineData("{{ for i in list }}<p {{ if i }}{{ continue }}{{ end }}>{{ end }}", "T307")]
    [InlineData("<p {{ for i in list }}{{ capture c }}{{ break }}{{ end }} a=\"{{ break }}\"{{ end }}>", "T307")]
    [InlineData("<p {{ if n }}{{ ret }}{{ end }}>", "T307")]
    public void A_place_where_no_value_is_safe_is_an_error(string template, string code)
    {
        var result = Render(template, Model);
        Assert.True(result.Failed);
        Assert.Equal(code, result.Diagnostics[0].Code);
    }

    [Theory]
    [InlineData("<script>a = b / {{ n }} / 2; c = \"{{ n }}\"</script>", "<script>a = b / 5 / 2; c = \"5\"</script>")]
    [InlineData("<script>a = (b) / '{{ x }}'; d++ / \"{{ n }}\"</script>", "<script>a = (b) / '\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027'; d++ / \"5\"</script>")]
    [InlineData("<script>a.return / 2; b = '{{ n }}'; // it's\nc = {{ list[0] }}</script>", "<script>a.return / 2; b = '5'; // it's\nc = \"a\"</script>")]
    [InlineData("<script>s = \"<!--<script>\"; t = {{ list[0] }}; u = \"</script>-->\"; v = {{ list[0] }}</script>{{ '<' }}",
        "<script>s = \"<!--<script>\"; t = \"a\"; u = \"</script>-->\"; v = \"a\"</script>&lt;")]
    [InlineData("<script>`a ${ {b: `${ {{ list[0] }} }`}[{{ list[0] }}] } {{ list[0] }}`</script>", "<script>`a ${ {b: `${ \"a\" }`}[\"a\"] } a`</script>")]
    [InlineData("<!--><p title='{{ '-' }}'>", "<!--><p title='-'>")]
    [InlineData("<!-- > --!><p title='{{ '--' }}'>", "<!-- > --!><p title='--'>")]
    [InlineData("<title><a href='{{ js }}</title>", "<title><a href='JavaScript:alert(1)</title>")]
    [InlineData("<svg><title><a href='{{ url }}'/></title></svg><title><a href='{{ js }}</title>", "<svg><title><a href='/a?b=1&amp;c=2'/></title></svg><title><a href='JavaScript:alert(1)</title>")]
    [InlineData("<svg><p><title><a href='{{ js }}</title>", "<svg><p><title><a href='JavaScript:alert(1)</title>")]
    [InlineData("<svg><style/><p title='{{ '(' }}'>", "<svg><style/><p title='('>")]
    [InlineData("<p title='a>b' {{ if n }}hidden{{ end }}>{{ '<' }}", "<p title='a>b' hidden>&lt;")]
    [InlineData("<a title=>{{ '<' }}</a>", "<a title=>&lt;</a>")]
    [InlineData("<p class= \"{{ '\"' }}\" title = '{{ '\"' }}'>", "<p class= \"&quot;\" title = '&quot;'>")]
    [InlineData("{{ if n }}<script>{{ else }}<script type=\"module\">{{ end }}f({{ list[0] }})</script>", "<script>f(\"a\")</script>")]
    [InlineData("<h{{ if n }}2{{ else }}3{{ end }} title=\"{{ '<' }}\">{{ '<' }}", "<h2 title=\"&lt;\">&lt;")]
    [InlineData("{{ for i in 1..2 }}{{ if i == 1 }}{{ continue }}{{ end }}<b>{{ '<' }}</b>{{ else }}<i>{{ end }}", "<b>&lt;</b>")]
    [InlineData("{{ if no }}<script>{{ ret }}{{ end }}{{ '<' }}", "&lt;")]
    [InlineData("<plaintext>", "<plaintext>")]
    public void Places_are_found_as_a_browser_reads_the_text(string template, string expected)
    {
        var result = Render(template, Model);
        Assert.Equal(template.Contains("{{ ret }}", StringComparison.Ordinal) ? "T307" : "", string.Concat(result.Diagnostics.Select(d => d.Code)));
        Assert.Equal(result.Failed ? "" : expected, result.Text);
    }

    [Fact]
    public void Branches_that_disagree_are_shown_with_their_ends()
    {
        var result = Render("<p>\n{{ if n }}\n<a title=\"\n{{ else }}\n<b>\n{{ end }}\n", Model);
        Assert.Equal(
            """
            page.html:2:4: error T304: the branches end in different places of the HTML: in the value of 'title' and in text
              2 | {{ if n }}
                |    ^^
              4 | {{ else }}
                |    ^ a branch ends in the value of 'title'
              6 | {{ end }}
                |    ^ another ends in text
              help: close quotes and tags in the branch that opens them

            """, Messages(result).Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_template_is_read_for_each_place_where_it_is_included()
    {
        const string Page = "<p title=\"{{ include 'v' }}\">{{ include 'v' }}</p><script>f({{ include 'v' }}, '{{ include 'v' }}')</script><p{{ include 'a' }}><a href=\"{{ include 'v' }}{{ include 'v' }}\">";
        var text = TextOf(Page, Model, null, ("v", "{{ x }}{{ if no }}{{ n }}{{ end }}"), ("a", " lang=\"{{ x }}\""));
        Assert.Equal(
            "<p title=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\">&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</p>"
            + "<script>f(\"\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027\", '\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027')</script>"
            + "<p lang=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\"><a href=\"%3Cb%3E%20&amp;%20%22q%22%20%27a%27%3Cb%3E%20&amp;%20%22q%22%20%27a%27\">", text);
    }

    [Theory]
    [InlineData("<p>{{ include 'part' }}", "<a title=\"", "the template ends in the value of 'title'")]
    [InlineData("<p title=\"{{ include 'part' }}\">", "a\" b=\"", "")]
    [InlineData("<p title=\"{{ include 'part' }}\">", "a\">", "the template, included in the value of 'title', ends in text")]
    [InlineData("<script>{{ include 'part' }}</script>", "</script><p title=\"{{ x }}\">", "the template, included in <script>, ends in text")]
    [InlineData("<script>{{ include 'part' }}</script>", "f(\"", "the template, included in <script>, ends in <script>, between quotes")]
    [InlineData("<script>{{ include 'part' }}</script>", "// {{ x }}\n", "a value cannot be printed in a comment of a script")]
    [InlineData("<script>{{ include 'part' }}</script>", "if (a<b) { \"{{ x }}\" }", "")]
    public void An_include_ends_where_it_began(string page, string part, string message)
    {
        var result = Render(page, Model, null, ("part", part));
        var problem = result.Diagnostics.SingleOrDefault();
        Assert.Equal(message.Length == 0 ? null : $"the template 'part' has errors: {message}", problem?.Message);
        Assert.Equal(message.Length == 0 ? null : "partials/part.html", problem?.Notes[0].Source?.Path);
    }

    [Theory]
    [InlineData("a.html", "&lt;b&gt;")]
    [InlineData("a", "&lt;b&gt;")]
    [InlineData("a.HTM", "&lt;b&gt;")]
    [InlineData("a.xml", "&lt;b&gt;")]
    [InlineData("a.svg", "&lt;b&gt;")]
    [InlineData("a.txt", "<b>")]
    [InlineData("a.json", "<b>")]
    [InlineData("robots.TXT", "<b>")]
    [InlineData("a.js", "<b>")]
    [InlineData("a.css", "<b>")]
    public void The_name_of_the_page_says_whether_values_are_escaped_and_what_it_includes_follows(string name, string expected)
    {
        var part = Template.Parse(new SourceText("part.txt", "{{ '<b>' }}"), TemplateOptions.Site);
        var page = Template.Parse(new SourceText(name, "{{ '<b>' }}{{ include 'part' }}{{ capture c }}{{ '<b>' }}{{ end }}{{ c }}{{ '<b>' | html.escape }}"), TemplateOptions.Site);
        Assert.Equal(string.Concat(Enumerable.Repeat(expected, 3)) + "&lt;b&gt;", page.Render(Model, _ => part).Text);
    }

    [Theory]
    [InlineData("<a>{{ x }}</a>", "<a>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</a>")]
    [InlineData("<content type=\"html\">{{ safe }}</content>", "<content type=\"html\">&lt;b&gt;&amp;amp; &quot;q&quot;&lt;/b&gt;</content>")]
    [InlineData("<title>{{ safe | html.strip }}</title>", "<title>&amp; &quot;q&quot;</title>")]
    [InlineData("<content type=\"xhtml\">{{ safe | html.raw }}</content>", "<content type=\"xhtml\"><b>&amp; \"q\"</b></content>")]
    [InlineData("<d><![CDATA[{{ safe }}]]></d>", "<d><![CDATA[<b>&amp; \"q\"</b>]]></d>")]
    [InlineData("<d><![CDATA[]]{{ '>' }}]{{ ']>' }}]]></d>", "<d><![CDATA[]]]]><![CDATA[>]]]><![CDATA[]>]]></d>")]
    [InlineData("<d><![CDATA[{{ 'a]]>b' }}]]></d>", "<d><![CDATA[a]]]]><![CDATA[>b]]></d>")]
    [InlineData("{{ capture c }}<a>{{ x }}</a>{{ end }}{{ c }}", "<a>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</a>")]
    [InlineData("<a>{{ 'a\\u0001\\u000B\\uFFFE\\r\\nb' }}</a>", "<a>a&#13;\nb</a>")]
    [InlineData("<a b=\"{{ 'a\\u0001\\t\\nb' }}\"/>", "<a b=\"a&#9;&#10;b\"/>")]
    [InlineData("<a>{{ 'a\\u0001' | html.escape }}</a>", "<a>a</a>")]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE a [ <!ENTITY b \"c\"> ]><title>{{ '<' }}<b c=\"{{ '<' }}\"/></title>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [ <!ENTITY b \"c\"> ]><title>&lt;<b c=\"&lt;\"/></title>")]
    [InlineData("<svg><script><![CDATA[ if (a < b) f({{ list[0] }}) ]]></script><a xlink:href=\"{{ url }}\"/></svg>",
        "<svg><script><![CDATA[ if (a < b) f(\"a\") ]]></script><a xlink:href=\"/a?b=1&amp;c=2\"/></svg>")]
    [InlineData("<svg><style>a{fill:{{ '#fff' }}}</style><script/><text>{{ '<' }}</text></svg>", "<svg><style>a{fill:#fff}</style><script/><text>&lt;</text></svg>")]
    public void In_XML_its_own_rules_hold(string template, string expected)
    {
        var result = Template.Parse(new SourceText("a.xml", template), TemplateOptions.Site).Render(Model, _ => null);
        Assert.Equal("", Messages(result));
        Assert.Equal(expected, result.Text);
        System.Xml.Linq.XDocument.Parse(result.Text.Replace("xlink:href", "href", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<?xml version=\"{{ n }}\"?>")]
    [InlineData("<a b={{ n }}/>")]
    [InlineData("<svg><script>a && {{ n }}</script></svg>")]
    [InlineData("<svg><script>a < {{ n }}</script></svg>")]
    [InlineData("<a>")]
    public void In_XML_some_places_take_no_value(string template)
    {
        var result = Template.Parse(new SourceText("a.svg", template), TemplateOptions.Site).Render(Model, _ => null);
        Assert.Equal(template == "<a>" || template.Contains("&&", StringComparison.Ordinal) ? "" : "T301", string.Concat(result.Diagnostics.Select(d => d.Code)));
    }

    [Fact]
    public void Letters_are_copied_and_not_made_anew()
    {
        var value = new string('a', 1_000_000);
        var template = Template.Parse(new SourceText("page.html", "<a title=\"{{ x }}\" href=\"{{ x }}\"></a><script>\"{{ x }}\"</script>"), TemplateOptions.Site);
        var output = new System.Buffers.ArrayBufferWriter<byte>(4_000_000);
        template.Render(Object(("x", value)), _ => null, output);
        output.Clear();

        var before = GC.GetAllocatedBytesForCurrentThread();
        template.Render(Object(("x", value)), _ => null, output);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }
}
