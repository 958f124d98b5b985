using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Blog.Scriban;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

/// <summary>Values that try to become markup or code, in every place of a page: rendered, and read by an HTML parser.</summary>
public partial class XssTests
{
    private const string Harmless = "safe";

    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</SCRIPT ><svg onload=alert(1)>", "<!--<script>", "--><img src=x onerror=alert(1)>", "--!><img src=x onerror=alert(1)>",
        "-", "->", ">", "--", "<!--", "]]>", "]]><script>alert(1)</script>", "]", "<img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>", "'><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"", "x onload=alert(1)", "x/onload=alert(1)", " onfocus=alert(1) autofocus", "`onload=alert(1)",
        "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</style><script>alert(1)</script>", "</noscript><img src=x onerror=alert(1)>",
        "</svg><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<math><mtext></mtext><img src=x onerror=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<a href=javascript:alert(1)>x</a>",
        "\\", "\\\"", "\\';alert(1)//", "\";alert(1)//", "';alert(1)//", "'-alert(1)-'", "\"+alert(1)+\"", "`;alert(1)//", "${alert(1)}", "$", "{{ 7*7 }}", "{{x}}", "\\u0022;alert(1)//", "\\x3cscript\\x3e",
        "*/alert(1)/*", "//alert(1)", "/alert(1)/", "\nalert(1)//", "\r\nalert(1)//", "\u2028alert(1)", "\u2029alert(1)", "<\0script>alert(1)</script>", "\0",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&quot; onclick=alert(1)", "&#34;&#39;", "&", "&amp", "&#", "&#106;avascript:alert(1)",
        "expression(alert(1))", "red;background:url(javascript:alert(1))", "red}body{display:none", "url(//evil.example/x)", "\\65xpression(alert(1))", "@import '//evil.example'", "red/**/", "\"}*{color:red",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u0001javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:alert(1)", "javascript\t:alert(1)", "javascript&colon;alert(1)",
        "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "DATA:Text/HTML,x", "data:application/xhtml+xml,x", "data:text/xml,x", "data:,x", "feed:x",
        "//evil.example", "\\\\evil.example", "a.png 1x, javascript:alert(1) 2x", "a b", "a,b", "%", "%22", "100% \"", "?a=b&c=d#e", "+ADw-script+AD4-", "﹤script﹥", "＜script＞", "中文 \"引号\"", "🙂<b>", "",
    ];

    public static TheoryData<XssPlace> Places => [.. XssPlace.All];

    public static TheoryData<XssPlace> Addresses => [.. XssPlace.Addresses];

    public static TheoryData<XssPlace> AddressParts => [.. XssPlace.AddressParts];

    [Theory]
    [MemberData(nameof(Places), DisableDiscoveryEnumeration = true)]
    public void A_value_stays_a_value(XssPlace place) => Assert.All(Payloads, payload => HoldsAsValue(place, payload));

    [Theory]
    [MemberData(nameof(Addresses), DisableDiscoveryEnumeration = true)]
    public void An_address_runs_no_script_and_ends_where_its_attribute_ends(XssPlace place) => Assert.All(Payloads, payload => HoldsAsAddress(place, payload));

    [Theory]
    [MemberData(nameof(AddressParts), DisableDiscoveryEnumeration = true)]
    public void A_part_of_an_address_stays_a_part(XssPlace place) => Assert.All(Payloads, payload => HoldsAsPart(place, payload));

    // Characters and words that mean something somewhere, put together at random.
    private static readonly string[] Pieces =
    [
        "<", ">", "&", "\"", "'", "`", "/", "\\", "-", "--", "!", "=", ";", ":", "(", ")", "{", "}", "$", "[", "]", "]]>", "<!--", "-->", "</script", "<script", "</style", "</title>", "javascript:", "data:",
        "text/html", ",", "url", "on", "x", "1", " ", "\n", "\r", "\t", "\0", "\u0001", "\u2028", "&#", "106", "&lt;", "%", "%22", "?", "#", "*", "é", "中", "🙂", "\uFFFE",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_the_value_is_the_page_keeps_its_shape(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            Assert.All(XssPlace.All, place => HoldsAsValue(place, value));
            Assert.All(XssPlace.Addresses, place => HoldsAsAddress(place, value));
            Assert.All(XssPlace.AddressParts, place => HoldsAsPart(place, value));
        }
    }

    /// <summary>The ways in which a value can come to its place without being printed there directly.</summary>
    public static TheoryData<string, string> Detours => new()
    {
        { "an include", "{{ include 'v' }}" },
        { "an include in an include", "{{ include 'w' }}" },
        { "an include with arguments", "{{ include 'named' value: x }}" },
        { "an include of a choice", "{{ true ? (include 'v') : 1 }}" },
        { "an include behind ??", "{{ missing ?? include 'v' }}" },
        { "a branch", "{{ if true }}{{ x }}{{ else }}{{ x }}{{ end }}" },
        { "a case", "{{ case 1 }}{{ when 1 }}{{ x }}{{ else }}{{ x }}{{ end }}" },
        { "a loop", "{{ for i in 1..1 }}{{ x }}{{ end }}" },
        { "a loop with a jump", "{{ for i in 1..2 }}{{ x }}{{ break }}{{ end }}" },
        { "a while", "{{ n = 0; while n < 1; n = n + 1; x; end }}" },
        { "with", "{{ with {y: x}; y; end }}" },
        { "a function that returns", "{{ f = @(do; ret $0; end); f x }}" },
        { "interpolation", "{{ $'{x}' }}" },
        { "a ret in an include", "{{ include 'returns' }}" },
    };

    [Theory]
    [MemberData(nameof(Detours))]
    public void A_value_is_escaped_for_its_place_by_whatever_way_it_comes(string way, string text)
    {
        // A loop of no rounds would leave an attribute without quotes without a value: refused.
        var isLoop = way.Contains("loop", StringComparison.Ordinal) || way.Contains("while", StringComparison.Ordinal);
        Assert.All(XssPlace.All.Where(place => !isLoop || place.Name != "attribute without quotes").Concat(XssPlace.Addresses).Concat(XssPlace.AddressParts), place => Assert.All(Payloads.Where((_, i) => i % 4 == 0), payload =>
        {
            var direct = Rendered(place.Template, payload);
            var byDetour = Rendered(place.Template.Replace("{{ x }}", text, StringComparison.Ordinal), payload);
            Assert.Equal((direct.Failed, direct.Text), (byDetour.Failed, byDetour.Text));
        }));
    }

    /// <summary>Markup that was made in text, on its way to other places.</summary>
    public static TheoryData<string, string> Markups => new()
    {
        { "{{ capture c }}{{ x }}{{ end }}", "{{ c }}" },
        { "{{ capture c }}<i>{{ x }}</i>{{ end }}", "{{ c }}" },
        { "{{ func f }}{{ x }}{{ end }}", "{{ f }}" },
        { "{{ func f }}<i>{{ x }}</i>{{ end }}", "{{ f }}" },
        { "{{ func f }}{{ ret x }}{{ end }}", "{{ f }}" },
        { "{{ func f }}<i>{{ $$ }}</i>{{ end }}", "{{ wrap f }}{{ x }}{{ end }}" },
        { "{{ func f }}{{ ret x }}{{ end }}", "{{ wrap f }}{{ end }}" },
        { "{{ i = include 'italic' }}", "{{ i }}" },
        { "{{ i = include_join ['italic', 'v'] x x x }}", "{{ i }}" },
        { "", "{{ x | html.escape }}" },
        { "", "{{ x | html.newline_to_br }}" },
        { "", "{{ (x | html.escape) + (x | html.escape) }}" },
        { "", "{{ x | html.escape | html.strip }}" },
        { "", "{{ x | object.to_json }}" },
        { "", "{{ object.eval_template '{{ x }}' }}" },
        { "", "{{ object.eval 'for i in 1..1; x; end' }}" },
        { "", "{{ [x] | array.join ',' }}" },
        { "", "{{ [x] | array.each @(do; x; end) | array.join ',' }}" },
    };

    [Theory]
    [MemberData(nameof(Markups))]
    public void Markup_made_elsewhere_keeps_the_shape_of_the_page_too(string before, string print)
    {
        foreach (var place in XssPlace.All.Concat(XssPlace.Addresses).Concat(XssPlace.AddressParts))
        {
            // In text, markup brings its own elements; a harmless value brings the same ones.
            var template = before + place.Template.Replace("{{ x }}", print, StringComparison.Ordinal);
            var harmless = Rendered(template, Harmless);
            var shape = Skeleton(harmless.Text);
            Assert.All(Payloads.Where((payload, i) => i % 3 == 0 && payload.Length > 0), payload =>
            {
                var result = Rendered(template, payload);
                Assert.True(result.Failed || !harmless.Failed);
                Assert.Equal(result.Failed ? "" : shape, result.Failed ? "" : BrokenLines().Replace(Skeleton(result.Text), ""));
                if (!result.Failed && XssPlace.Addresses.Contains(place))
                {
                    RunsNothing(place.Read(XssPlace.Parse(result.Text)));
                }
            });
        }
    }

    // What html.newline_to_br adds.
    [GeneratedRegex("<(?:xhtml|svg|MathML):br ></>")]
    private static partial Regex BrokenLines();

    private static void HoldsAsValue(XssPlace place, string payload)
    {
        var result = Rendered(place.Template, payload);
        if (place.Refuses && result.Failed)
        {
            Assert.Matches(place.Name.Contains("quotes", StringComparison.Ordinal) ? "[^\\w#%.,/+@?~-]|^$" : "[^\\w #%.,-]", payload);
            Assert.Equal("T303", Assert.Single(result.Diagnostics).Code);
            return;
        }

        Assert.Equal("", Messages(result));
        Assert.Equal(Skeleton(Rendered(place.Template, Harmless).Text), Skeleton(result.Text));
        if (place.Read(XssPlace.Parse(result.Text)) is { } read)
        {
            Assert.Equal(AsParsed(payload), AsParsed(read));
        }
    }

    private static void HoldsAsAddress(XssPlace place, string payload)
    {
        var result = Rendered(place.Template, payload);
        Assert.DoesNotContain(result.Diagnostics, d => d.Code != "T302");
        Assert.Equal(Skeleton(Rendered(place.Template, Harmless).Text), Skeleton(result.Text));
        var address = place.Read(XssPlace.Parse(result.Text));
        RunsNothing(address);
        if (result.Diagnostics.IsEmpty && !place.Name.Equals("srcset", StringComparison.Ordinal))
        {
            Assert.Equal(AsParsed(Uri.UnescapeDataString(payload.Trim([.. Enumerable.Range(0, 33).Select(c => (char)c)]))), AsParsed(Uri.UnescapeDataString(address!))); // the element is there
        }
        else
        {
            Assert.Contains("#blocked", result.Diagnostics.IsEmpty ? "#blocked" : address, StringComparison.Ordinal);
        }
    }

    private static void HoldsAsPart(XssPlace place, string payload)
    {
        var result = Rendered(place.Template, payload);
        Assert.Equal("", Messages(result));
        Assert.Equal(Skeleton(Rendered(place.Template, Harmless).Text), Skeleton(result.Text));
        var part = place.Read(XssPlace.Parse(result.Text));
        Assert.Equal(AsParsed(Uri.UnescapeDataString(payload)), AsParsed(Uri.UnescapeDataString(part!))); // the element is there
        Assert.DoesNotMatch(place.Name.Contains("parameter", StringComparison.Ordinal) ? "[&=#+;?/ ]" : "[ \"'<>]", part);
    }

    // As browsers find the scheme: without what they skip.
    private static void RunsNothing(string? address)
    {
        var start = new string([.. address!.Where(c => c > ' ' && !char.IsControl(c))]).ToLowerInvariant(); // the element is there
        Assert.DoesNotMatch("^(?:javascript|vbscript):|^data:(?:text/html|text/xml|application/)", start);
    }

    private static readonly Dictionary<string, Template> Parts = new[]
    {
        ("v", "{{ x }}"), ("w", "{{ include 'v' }}"), ("named", "{{ $.value }}"), ("returns", "{{ ret x }}"), ("italic", "<i>{{ x }}</i>"),
    }.ToDictionary(part => part.Item1, part => Template.Parse(new SourceText(part.Item1, part.Item2), TemplateOptions.Site));

    private static readonly ConcurrentDictionary<string, Template> Parsed = new(StringComparer.Ordinal);

    private static RenderResult Rendered(string template, string value) => Parsed
        .GetOrAdd(template, text => Template.Parse(new SourceText("page.html", text), TemplateOptions.Site))
        .Render(Object(("x", value)), name => Parts.GetValueOrDefault(name));

    private static string Skeleton(string html) => XssPlace.Skeleton(XssPlace.Parse(html));

    // Parsers make line ends of carriage returns, and the replacement character of what is no character.
    private static string AsParsed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal).Replace("\uFFFD", "", StringComparison.Ordinal);
}
