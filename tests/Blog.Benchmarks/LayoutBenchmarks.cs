using BenchmarkDotNet.Attributes;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Benchmarks;

/// <summary>2,000 pages of a layout with six includes, rendered by one and by two threads that share the templates.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LayoutBenchmarks
{
    private const int Pages = 2000;

    private static readonly Dictionary<string, string> Sources = new(StringComparer.Ordinal)
    {
        ["page.html"] = "{{ capture main }}<article><h1>{{ page.title }}</h1>{{ page.html }}</article>{{ end }}{{ include \"base\" main: main }}",
        ["base"] = """
            <!doctype html>
            <html lang="{{ site.lang }}"><head>{{ include "head" title: page.title }}</head>
            <body>{{ include "header" }}<main>{{ $.main }}</main>{{ include "neighbours" previous: page.previous next: page.next }}
            {{ include "tags" tags: page.tags }}{{ include "footer" }}</body></html>

            """,
        ["head"] = "<title>{{ $.title }} | {{ site.title }}</title>\n<meta name=\"description\" content=\"{{ page.description }}\">",
        ["header"] = "<header>{{ for item in site.menu }}<a href=\"{{ item.url }}\"{{ if item.url == page.url }} aria-current=\"page\"{{ end }}>{{ item.title }}</a>{{ end }}</header>",
        ["neighbours"] = "<nav>{{ if $.previous }}<a href=\"{{ $.previous.url }}\">{{ $.previous.title }}</a>{{ end }}{{ if $.next }}<a href=\"{{ $.next.url }}\">{{ $.next.title }}</a>{{ end }}</nav>",
        ["tags"] = "<ul>{{ for tag in $.tags }}<li>{{ tag | string.downcase }}</li>{{ end }}</ul>",
        ["footer"] = "<footer>{{ site.author ?? site.title }} {{ page.words }}</footer>",
    };

    private readonly Dictionary<string, Template> _templates =
        Sources.ToDictionary(source => source.Key, source => Template.Parse(new SourceText(source.Key, source.Value), TemplateOptions.Site), StringComparer.Ordinal);

    private readonly ScriptObject[] _models = MakeModels();

    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark]
    public int Render()
    {
        var bytes = 0;
        var page = _templates["page.html"];
        Parallel.ForEach(_models, new ParallelOptions { MaxDegreeOfParallelism = Threads }, model =>
            Interlocked.Add(ref bytes, page.Render(model, name => _templates[name]).Utf8.Length));
        return bytes;
    }

    private static ScriptObject[] MakeModels()
    {
        var site = new ScriptObject
        {
            ["title"] = "Notes",
            ["lang"] = "zh-CN",
            ["author"] = "作者",
            ["menu"] = new ScriptArray(Enumerable.Range(0, 5).Select(i => (Value)new ScriptObject { ["title"] = $"Menu {i}", ["url"] = $"/menu/{i}/" })),
        };
        site.Freeze();
        var body = Html.Of(string.Concat(Enumerable.Repeat("<p>梯度下降 is an algorithm of first order.</p>\n", 100)));
        return [.. Enumerable.Range(0, Pages).Select(i => PageOf(i, site, body))];
    }

    private static ScriptObject PageOf(int number, ScriptObject site, Html body)
    {
        var model = new ScriptObject
        {
            ["site"] = site,
            ["page"] = new ScriptObject
            {
                ["title"] = $"Page {number}",
                ["url"] = $"/posts/{number}/",
                ["description"] = "About <attention> & more",
                ["html"] = body,
                ["words"] = number,
                ["tags"] = new ScriptArray([(Value)"NLP", "Transformer", "注意力"]),
                ["previous"] = new ScriptObject { ["title"] = $"Page {number - 1}", ["url"] = $"/posts/{number - 1}/" },
                ["next"] = new ScriptObject { ["title"] = $"Page {number + 1}", ["url"] = $"/posts/{number + 1}/" },
            },
        };
        model.Freeze();
        return model;
    }
}
