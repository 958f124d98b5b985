using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Blog.Tests.Scriban;

/// <summary>A place in a page where a value is printed, and how a browser would read the value back.</summary>
/// <param name="Template">Holds <c>{{ x }}</c> once.</param>
/// <param name="Read">The value as the page has it: the text of an element, an attribute, what a script would see.</param>
/// <param name="Refuses">Values may be refused here with an error; what is not refused must come back.</param>
public sealed record XssPlace(string Name, string Template, Func<IDocument, string?> Read, bool Refuses = false)
{
    public override string ToString() => Name;

    public static XssPlace[] All { get; } =
    [
        new("text", "<p>{{ x }}</p>", page => page.QuerySelector("p")!.TextContent), // in each template stands what is asked for
        new("text between tags", "<p>a<b>{{ x }}</b>c</p>", page => page.QuerySelector("b")!.TextContent),
        new("title", "<title>{{ x }}</title>", page => page.QuerySelector("title")!.TextContent),
        new("textarea", "<textarea>-{{ x }}</textarea>", page => page.QuerySelector("textarea")!.TextContent[1..]),
        new("noscript", "<div></div><noscript><p>{{ x }}</p></noscript>", page => page.QuerySelector("noscript p")!.TextContent),
        new("table cell", "<table><tr><td>{{ x }}</td></tr></table>", page => page.QuerySelector("td")!.TextContent),
        new("svg text", "<svg><text>{{ x }}</text></svg>", page => page.QuerySelector("text")!.TextContent),
        new("svg title", "<svg><title>{{ x }}</title><path d=\"M0 0\"/></svg>", page => page.QuerySelector("title")!.TextContent),
        new("math text", "<math><mi>{{ x }}</mi></math>", page => page.QuerySelector("mi")!.TextContent),
        new("svg CDATA", "<svg><desc></desc><text><![CDATA[a{{ x }}]]></text></svg>", page => page.QuerySelector("text")!.TextContent[1..]),
        new("attribute in double quotes", "<p title=\"{{ x }}\" id=\"i\">t</p>", page => page.QuerySelector("p")!.GetAttribute("title")),
        new("attribute in single quotes", "<p title='{{ x }}' id='i'>t</p>", page => page.QuerySelector("p")!.GetAttribute("title")),
        new("attribute behind text", "<p class=\"a {{ x }} b\">t</p>", page => page.QuerySelector("p")!.GetAttribute("class")![2..^2]),
        new("data attribute", "<p data-x=\"{{ x }}\">t</p>", page => page.QuerySelector("p")!.GetAttribute("data-x")),
        new("value of an input", "<input value=\"{{ x }}\" type=\"text\">", page => page.QuerySelector("input")!.GetAttribute("value")),
        new("meta content", "<meta name=\"description\" content=\"{{ x }}\">", page => page.QuerySelector("meta")!.GetAttribute("content")),
        new("attribute without quotes", "<p title={{ x }} id=i>t</p>", page => page.QuerySelector("p")!.GetAttribute("title"), Refuses: true),
        new("script value", "<script>var a = {{ x }};</script>", page => Json(Between(page.QuerySelector("script")!.TextContent, "var a = ", ";"))),
        new("script argument", "<script>if (a) /'/.test(b); f(1, {{ x }}, \"c\")</script>", page => Json(Between(page.QuerySelector("script")!.TextContent, "f(1, ", ", \"c\")"))),
        new("script text in double quotes", "<script>var a = \"{{ x }}\";</script>", page => Quoted(page.QuerySelector("script")!.TextContent, "var a = \"", "\";")),
        new("script text in single quotes", "<script>var a = 'b{{ x }}';</script>", page => Quoted(page.QuerySelector("script")!.TextContent, "var a = 'b", "';")),
        new("script text in backticks", "<script>var a = `b {{ x }}`;</script>", page => Backticks(page.QuerySelector("script")!.TextContent, "var a = `b ", "`;")),
        new("script in ${}", "<script>var a = `b ${f({{ x }})}`;</script>", page => Json(Between(page.QuerySelector("script")!.TextContent, "${f(", ")}`"))),
        new("script module", "<script type=\"module\">export const a = {{ x }}</script>", page => Json(Between(page.QuerySelector("script")!.TextContent, "const a = ", ""))),
        new("JSON-LD value", "<script type=\"application/ld+json\">{\"a\": {{ x }}}</script>", page => JsonMember(page.QuerySelector("script")!.TextContent)),
        new("JSON-LD text", "<script type=\"application/ld+json\">{\"a\": \"{{ x }}\"}</script>", page => JsonMember(page.QuerySelector("script")!.TextContent)),
        new("script for a script", "<script type=\"text/x-template\"><p>{{ x }}</p></script>",
            page => Parse(page.QuerySelector("script")!.TextContent).QuerySelector("p")!.TextContent),
        new("script behind <!--", "<script><!--\nvar a = {{ x }};\n//--></script>", page => Json(Between(page.QuerySelector("script")!.TextContent, "var a = ", ";\n"))),
        new("svg script", "<svg><script>var a = {{ x }};</script></svg>", page => Json(Between(page.QuerySelector("script")!.TextContent, "var a = ", ";"))),
        new("event attribute", "<p onclick=\"f({{ x }})\">t</p>", page => Json(Between(page.QuerySelector("p")!.GetAttribute("onclick")!, "f(", ")"))),
        new("event attribute in single quotes", "<p onclick='f({{ x }})'>t</p>", page => Json(Between(page.QuerySelector("p")!.GetAttribute("onclick")!, "f(", ")"))),
        new("text in an event attribute", "<p onclick=\"f('{{ x }}')\">t</p>", page => Quoted(page.QuerySelector("p")!.GetAttribute("onclick")!, "f('", "')")),
        new("text between references in an event attribute", "<p onclick=\"f(&quot;{{ x }}&quot;)\">t</p>",
            page => Quoted(page.QuerySelector("p")!.GetAttribute("onclick")!, "f(\"", "\")")),
        new("backticks in an event attribute", "<p onclick=\"f(`{{ x }}`)\">t</p>", page => Backticks(page.QuerySelector("p")!.GetAttribute("onclick")!, "f(`", "`)")),
        new("style element", "<style>p { color: {{ x }}; }</style>", page => Between(page.QuerySelector("style")!.TextContent, "color: ", "; }"), Refuses: true),
        new("style attribute", "<p style=\"color: {{ x }}\">t</p>", page => page.QuerySelector("p")!.GetAttribute("style")!["color: ".Length..], Refuses: true),
        new("text in a style", "<style>p::before { content: \"{{ x }}\"; }</style>", page => Between(page.QuerySelector("style")!.TextContent, "content: \"", "\"; }"), Refuses: true),
        new("svg animation", "<svg><a><set attributeName=\"href\" to=\"{{ x }}\"/></a></svg>", page => page.QuerySelector("set")!.GetAttribute("to"), Refuses: true),
        new("document in srcdoc", "<iframe srcdoc=\"<p>{{ x }}</p>\"></iframe>", page => Parse(page.QuerySelector("iframe")!.GetAttribute("srcdoc")!).QuerySelector("p")!.TextContent),
        new("comment", "<!-- a {{ x }} b --><p>t</p>", page => null),
        new("comment without blanks", "<!--{{ x }}--><p>t</p>", page => null),
        new("bogus comment", "<? {{ x }} ><p>t</p>", page => null),
    ];

    /// <summary>Addresses: what comes back is the address, percent-encoded.</summary>
    public static XssPlace[] Addresses { get; } =
    [
        new("href", "<a href=\"{{ x }}\">t</a>", page => page.QuerySelector("a")!.GetAttribute("href")), // as above
        new("href in single quotes", "<a href='{{ x }}'>t</a>", page => page.QuerySelector("a")!.GetAttribute("href")),
        new("src", "<img src=\"{{ x }}\" alt=\"a\">", page => page.QuerySelector("img")!.GetAttribute("src")),
        new("action", "<form action=\"{{ x }}\"></form>", page => page.QuerySelector("form")!.GetAttribute("action")),
        new("formaction", "<button formaction=\"{{ x }}\">t</button>", page => page.QuerySelector("button")!.GetAttribute("formaction")),
        new("poster", "<video poster=\"{{ x }}\"></video>", page => page.QuerySelector("video")!.GetAttribute("poster")),
        new("object", "<object data=\"{{ x }}\"></object>", page => page.QuerySelector("object")!.GetAttribute("data")),
        new("iframe", "<iframe src=\"{{ x }}\"></iframe>", page => page.QuerySelector("iframe")!.GetAttribute("src")),
        new("base", "<base href=\"{{ x }}\">", page => page.QuerySelector("base")!.GetAttribute("href")),
        new("ping", "<a href=\"/\" ping=\"{{ x }}\">t</a>", page => page.QuerySelector("a")!.GetAttribute("ping")),
        new("xlink:href", "<svg><a xlink:href=\"{{ x }}\"><text>t</text></a></svg>", page => page.QuerySelector("a")!.Attributes[0]!.Value),
        new("math href", "<math href=\"{{ x }}\"><mi>t</mi></math>", page => page.QuerySelector("math")!.GetAttribute("href")),
        new("refresh", "<meta http-equiv=\"refresh\" content=\"5; url={{ x }}\">", page => page.QuerySelector("meta")!.GetAttribute("content")!["5; url=".Length..]),
        new("refresh in quotes", "<meta http-equiv=\"refresh\" content=\"5;URL='{{ x }}'\">", page => page.QuerySelector("meta")!.GetAttribute("content")!["5;URL='".Length..^1]),
        new("srcset", "<img srcset=\"{{ x }}\" alt=\"a\">", page => page.QuerySelector("img")!.GetAttribute("srcset")),
        new("one of a srcset", "<img srcset=\"/a.png 1x, {{ x }} 2x\" alt=\"a\">", page => Between(page.QuerySelector("img")!.GetAttribute("srcset")!, "/a.png 1x, ", " 2x")),
        new("url of a style", "<p style=\"background: url('{{ x }}')\">t</p>", page => Between(page.QuerySelector("p")!.GetAttribute("style")!, "url('", "')").Replace("\\26 ", "&", StringComparison.Ordinal)),
        new("url without quotes of a style", "<style>p { background: url({{ x }}) }</style>", page => Between(page.QuerySelector("style")!.TextContent, "url(", ") }").Replace("\\26 ", "&", StringComparison.Ordinal)),
    ];

    /// <summary>Behind something that settles the scheme, or in a query.</summary>
    public static XssPlace[] AddressParts { get; } =
    [
        new("path", "<a href=\"/a/{{ x }}\">t</a>", page => page.QuerySelector("a")!.GetAttribute("href")!["/a/".Length..]), // as above
        new("host", "<a href=\"https://{{ x }}\">t</a>", page => page.QuerySelector("a")!.GetAttribute("href")!["https://".Length..]),
        new("fragment", "<a href=\"#{{ x }}\">t</a>", page => page.QuerySelector("a")!.GetAttribute("href")![1..]),
        new("parameter", "<a href=\"/s?q={{ x }}&amp;r=1\">t</a>", page => Between(page.QuerySelector("a")!.GetAttribute("href")!, "/s?q=", "&r=1")),
        new("second parameter", "<a href='/s?r=1&amp;q={{ x }}'>t</a>", page => page.QuerySelector("a")!.GetAttribute("href")!["/s?r=1&q=".Length..]),
    ];

    public static IDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument("<!doctype html>" + html);

    /// <summary>The elements with the names of their attributes, comments and processing instructions: all that a value must not change.</summary>
    public static string Skeleton(INode node) => string.Concat(node.ChildNodes.Select(child => child switch
    {
        IElement element => $"<{element.NamespaceUri?.Split('/')[^1]}:{element.LocalName} {string.Join(' ', element.Attributes.Select(a => a.Name))}>{Skeleton(element)}</>",
        IComment => "<!---->",
        IText => "",
        _ => $"<{child.NodeName}>",
    }));

    public static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var end = after.Length == 0 ? text.Length : text.LastIndexOf(after, StringComparison.Ordinal);
        return text[start..end];
    }

    private static string? Json(string literal) => JsonSerializer.Deserialize<string>(literal);

    private static string? JsonMember(string json) => JsonDocument.Parse(json).RootElement.GetProperty("a").GetString();

    private static string? Quoted(string code, string before, string after)
    {
        var text = Between(code, before, after);
        Assert.DoesNotMatch("[\"'`\n\r\u2028\u2029<>]", text);
        return Json($"\"{text}\"");
    }

    private static string? Backticks(string code, string before, string after)
    {
        Assert.DoesNotContain("${", Between(code, before, after).Replace("\\u0024", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('{', Between(code, before, after));
        return Quoted(code, before, after);
    }
}
