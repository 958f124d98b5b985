using Blog.Scriban;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

public class EscapingTests
{
    private static readonly ScriptObject Model = Object(("x", "<b> & \"q\" 'a'"), ("safe", Html.Of("<b>&amp; \"q\"</b>")), ("js", "JavaScript:alert(1)"),
        ("url", "/a?b=1&c=2"), ("n", 5), ("list", List("a", "</script>")));

    [Theory]
    [InlineData("<p>{{ x }}</p>", "<p>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</p>")]
    [InlineData("<p>{{ safe }}</p>", "<p><b>&amp; \"q\"</b></p>")]
    [InlineData("<p title=\"{{ x }}\">", "<p title=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\">")]
    [InlineData("<p title=\"{{ safe }}\">", "<p title=\"&lt;b&gt;&amp; &quot;q&quot;&lt;/b&gt;\">")]
    [InlineData("<a href=\"{{ url }}\">", "<a href=\"/a?b=1&amp;c=2\">")]
    [InlineData("<a href='/x/{{ js }}'>", "<a href='/x/JavaScript:alert(1)'>")]
    [InlineData("<title>{{ x }}</title>", "<title>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</title>")]
    [InlineData("<script>var a = {{ list }};</script>{{ n }}", "<script>var a = [\"a\",\"\\u003C/script\\u003E\"];</script>5")]
    [InlineData("<script>var a = \"{{ x }}\";</script>", "<script>var a = \"\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027\";</script>")]
    [InlineData("<script type=\"application/ld+json\">{{ {a: x} | object.to_json }}</script>",
        "<script type=\"application/ld+json\">{\"a\":\"\\u003Cb\\u003E \\u0026 \\u0022q\\u0022 \\u0027a\\u0027\"}</script>")]
    [InlineData("<p style=\"--n: {{ n }}\">", "<p style=\"--n: 5\">")]
    [InlineData("{{ capture c }}<i>{{ x }}</i>{{ end }}{{ c }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ func f }}<i>{{ $0 }}</i>{{ end }}{{ f x }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ include 'card' x }}", "<i>&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;</i>")]
    [InlineData("{{ x | html.escape }}", "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")]
    [InlineData("{{ x | html.raw }}", "<b> & \"q\" 'a'")]
    [InlineData("{{ safe + x }}", "&lt;b&gt;&amp;amp; &quot;q&quot;&lt;/b&gt;&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;")]
    [InlineData("{{ safe + safe }}", "<b>&amp; \"q\"</b><b>&amp; \"q\"</b>")]
    [InlineData("<a{{ if n }} class=\"{{ x }}\"{{ end }} id='{{ n }}'>{{ n }}", "<a class=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39;\" id='5'>5")]
    [InlineData("<!-- {{ x }} -->", "<!-- &lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; -->")]
    [InlineData("1 < 2 {{ n }} a<b>{{ n }}", "1 < 2 5 a<b>5")]
    [InlineData("{{ 'é' }}", "é")]
    public void A_value_is_escaped_for_the_place_where_it_stands(string template, string expected) =>
        Assert.Equal(expected, TextOf(template, Model, null, ("card", "<i>{{ $1 }}</i>")));

    [Theory]
    [InlineData("<a href=\"{{ js }}\">", "<a href=\"#blocked\">")]
    [InlineData("<img src='{{ ' java\\tscript:x' }}'>", "<img src='#blocked'>")]
    [InlineData("<a href=\"{{ 'data:text/html,x' }}\">", "<a href=\"#blocked\">")]
    public void An_address_that_runs_a_script_is_replaced_and_reported(string template, string expected)
    {
        var result = Render(template, Model);
        Assert.Equal(expected, result.Text);
        Assert.Equal("T302", Assert.Single(result.Diagnostics).Code);
    }

    [Theory]
    [InlineData("<a class={{ x }}>", "T301")]
    [InlineData("<a {{ x }}>", "T301")]
    [InlineData("<{{ x }}>", "T301")]
    [InlineData("<a onclick=\"f({{ x }})\">", "T301")]
    [InlineData("<style>{{ x }}</style>", "T303")]
    [InlineData("<p>{{ n }}</p><a href=\"", "T305")]
    [InlineData("<a {{ if n }}title=\"{{ end }}>", "T304")]
    public void A_place_where_no_value_is_safe_is_an_error(string template, string code)
    {
        var result = Render(template, Model);
        Assert.True(result.Failed);
        Assert.Equal(code, result.Diagnostics[0].Code);
    }
}
