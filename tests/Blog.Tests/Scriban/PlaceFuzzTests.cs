using System.Xml;
using System.Xml.Linq;
using Blog.Scriban;
using Blog.Text;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

/// <summary>Templates made of pieces at random: where one is accepted, no value may change the shape of its page for an HTML parser.</summary>
public class PlaceFuzzTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<p ", "<a href=\"", "<a href='", "<img src=", "<b title=\"", "<i class='", "\"", "'", ">", "/>", " ", "\n", "=", "x", "title", "id=\"a\" ", "-", "--", "-->", "<!--", "--!>", "!", "<!", "<?", "?>",
        "<!doctype html>", "</", "<", "</b>", "<script>", "</script>", "<script type=\"text/template\">", "<script type='application/json'>", "<SCRIPT", "<style>", "</style>", "<style ", "<title>", "</title>", "<textarea>",
        "</textarea>", "<noscript>", "</noscript>", "<xmp>", "</xmp>", "<iframe>", "</iframe>", "<svg>", "</svg>", "<svg/>", "<math>", "</math>", "<mi>", "<desc>", "</desc>", "<foreignObject>", "</foreignObject>",
        "<![CDATA[", "]]>", "]", "<path d=\"", "<use xlink:href=\"", "srcset=\"", "style=\"", "onclick=\"", "href = '", " srcdoc=\"", "&quot;", "&#39", "&", "var a = ", "//", "/*", "*/", "/", "`", "${", "}", "(", ")", "\\", "url(", ":",
        "javascript:", "data:", "?q=", "#", "1", "<br>", "<table>", "<td>", "</table>", "<select><option>", "</select>", "<template>", "</template>", "<plaintext>", "<input value=\"", "<meta content=\"", "http-equiv=\"refresh\"",
        "{{ if y }}", "{{ if z }}", "{{ else }}", "{{ end }}", "{{ for i in 1..2 }}", "{{ capture c }}", "{{ c }}",
        "{{ break }}", "{{ continue }}", "{{ ret }}", "{{ ret x }}", "{{ func f }}", "{{ f }}", "{{ g = f }}", "{{ wrap f }}", "{{ $$ }}", "{{ x | html.escape }}", "{{ '<b>' | html.raw }}", "{{ y ? (include 'v') : x }}",
        "{{ include 'v' }}", "{{ include 'tag' }}", "{{ include 'attribute' }}", "{{ include 'quoted' }}", "{{ include 'address' }}", "{{ include 'code' }}", "{{ include_join ['tag', 'v'] x }}",
    ];

    private static readonly string[] Values =
    [
        "<script>alert(1)</script>", "</script><b x=\"", "</style></title></textarea></xmp></noscript></iframe><b>", "\"><b y='", "'><b y=\"", " onload=x ", "--><b>", "--!><b>", "]]><b>", "`${x}", "javascript:x", "/><b>", "-", "=", "a&quot;b",
    ];

    private const int Count = 300;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void No_value_changes_the_shape_of_a_page_whose_template_is_accepted(int seed)
    {
        var random = new Random(seed);
        var accepted = 0;
        for (var i = 0; i < Count; i++)
        {
            var text = "<body>." + string.Concat(Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Next(3) == 0 ? "{{ x }}" : Pieces[random.Next(Pieces.Length)]));
            var template = Template.Parse(new SourceText("page.html", text), TemplateOptions.Site with { UndefinedMembers = UndefinedMembers.Off });
            if (template.HasErrors || Shape(template, "safe") is not { } shape)
            {
                continue;
            }

            accepted++;
            foreach (var value in Values)
            {
                Assert.True(Shape(template, value) is not { } other || other == shape, $"{text}\n{value}\n{template.Render(Model(value), Parts.GetValueOrDefault).Text}\n{shape}\n{Shape(template, value)}");
            }
        }

        Assert.True(accepted > Count / 20, $"{accepted}");
    }

    private static readonly string[] PiecesOfXml =
    [
        "<a>", "</a>", "<a b=\"", "<a b='", "\"/>", "'/>", "/>", "\">", "<b/>", "<![CDATA[", "]]>", "]", "<!--", "-->", "-", " ", "text", "<?a ", "?>", "&amp;", "<script>", "</script>", "<style>", "</style>", "<title>", "</title>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\">", "</svg>", "<a href=\"", "<a onclick=\"", "<a style='", "f(", "'", "\"", "{{ if y }}", "{{ else }}", "{{ end }}", "{{ capture c }}", "{{ c }}", "{{ include 'v' }}", "{{ x | html.escape }}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_value_breaks_a_page_of_XML(int seed)
    {
        var random = new Random(seed);
        var whole = 0;
        for (var i = 0; i < 4 * Count; i++)
        {
            var text = $"<r>{string.Concat(Enumerable.Range(0, random.Next(2, 9)).Select(_ => random.Next(3) == 0 ? "{{ x }}" : PiecesOfXml[random.Next(PiecesOfXml.Length)]))}</r>";
            var template = Template.Parse(new SourceText("page.xml", text), TemplateOptions.Site with { UndefinedMembers = UndefinedMembers.Off });
            if (template.HasErrors || ShapeOfXml(template, "safe") is not { Length: > 0 } shape)
            {
                continue;
            }

            whole++;
            foreach (var value in Values.Concat(["\u0001\uFFFE<", "\r\n\t", "]]", ">", "é中🙂"]))
            {
                Assert.True(ShapeOfXml(template, value) is not { } other || other == shape, $"{text}\n{value}\n{template.Render(Model(value), Parts.GetValueOrDefault).Text}");
            }
        }

        Assert.True(whole > Count / 20, $"{whole}");
    }

    // Empty when it is not well-formed, null when a value was refused.
    private static string? ShapeOfXml(Template template, string value)
    {
        var result = template.Render(Model(value), Parts.GetValueOrDefault);
        try
        {
            return result.Failed ? null
                : string.Concat(XDocument.Parse(result.Text).DescendantNodes().Select(node => node is XElement e ? $"<{e.Name} {string.Concat(e.Attributes().Select(a => a.Name))}>" : node is XComment ? "<!---->" : ""));
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static readonly Dictionary<string, Template> Parts = new[]
    {
        ("v", "{{ x }}"), ("tag", "<b title=\"{{ x }}\">{{ x }}</b>"), ("attribute", " title='{{ x }}' "), ("quoted", "\"{{ x }}\""), ("address", "a/?{{ x }}={{ x }}"), ("code", "f('{{ x }}', {{ x }});"),
    }.ToDictionary(part => part.Item1, part => Template.Parse(new SourceText(part.Item1, part.Item2), TemplateOptions.Site));

    private static ScriptObject Model(string value) => Object(("x", value), ("y", true), ("z", false));

    private static string? Shape(Template template, string value)
    {
        var result = template.Render(Model(value), Parts.GetValueOrDefault);
        if (result.Failed)
        {
            return null;
        }

        var page = XssPlace.Parse(result.Text);
        var running = page.All.SelectMany(element => element.Attributes).Count(a => a.LocalName is "href" or "src" && a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
        return $"{XssPlace.Skeleton(page)} {running}";
    }
}
