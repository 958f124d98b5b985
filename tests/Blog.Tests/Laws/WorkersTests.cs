using System.Collections.Concurrent;
using Blog.Scriban;
using Blog.Tests.Kit;
using Blog.Tests.Scriban;
using Blog.Text;

namespace Blog.Tests.Laws;

/// <summary>Templates are shared by all workers: how many there are, and who comes first, changes no byte.</summary>
public class WorkersTests
{
    private const int Rounds = 20;

    [Fact]
    public void A_site_made_by_one_worker_and_by_many_is_the_same_in_every_byte()
    {
        var expected = Built(jobs: 1);
        for (var round = 0; round < Rounds; round++)
        {
            IncrementalTests.AssertSame(expected.Files, Built(jobs: 8).Files, $"round {round}");
        }
    }

    private static SiteInAString Built(int jobs)
    {
        var posts = string.Concat(Enumerable.Range(1, 30).Select(i => $"-- content/posts/c{i % 4}/p{i}.md --\n---\ntitle: P & {i}\ndate: 2026-01-{i:00}\ntags: [t{i % 3}, t{i % 5}]\n---\nText *{i}*.\n\n## H {i}\n"));
        var site = new SiteInAString(EditScript.Site + "\n" + posts)
        {
            Options = new() { Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), Jobs = jobs },
            PublishOptions = new() { AllowShrink = true, Jobs = jobs },
        }.Build();
        Assert.True(site.Report.IsPublished, site.Diagnostics);
        return site;
    }

    /// <summary>
    /// The race stressor: all threads start at once on templates that nobody has rendered yet, each with a model of its own and in an order of
    /// its own, so that whatever a template finds out when it runs first is found out by several at once.
    /// </summary>
    [Fact]
    public void Templates_rendered_by_many_threads_at_once_give_each_its_own_page()
    {
        const int Threads = 8;
        var sources = Sources();
        var expected = Enumerable.Range(0, Threads).Select(model => Rendered(Parsed(sources), Enumerable.Range(0, sources.Length), model)).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var templates = Parsed(sources);
            var wrong = new ConcurrentBag<string>();
            using var start = new Barrier(Threads);
            var threads = Enumerable.Range(0, Threads).Select(model => new Thread(() =>
            {
                var order = Enumerable.Range(0, sources.Length).ToArray();
                new Random((round * Threads) + model).Shuffle(order);
                start.SignalAndWait();
                try
                {
                    foreach (var (template, page) in Rendered(templates, order, model))
                    {
                        if (expected[model][template] != page)
                        {
                            wrong.Add($"round {round}, model {model}: {sources[template].Text}\nexpected {expected[model][template]}\ngot      {page}");
                        }
                    }
                }
                catch (Exception problem)
                {
                    wrong.Add($"round {round}, model {model}: {problem}");
                }
            })).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            Assert.Empty(wrong);
        }
    }

    // Cases of the language that print something, and what remembers most between renderings: includes, captures, writes to what is shared.
    private static (string Text, TemplateOptions Options)[] Sources() =>
    [
        .. Case.All.Values.Where(c => c.Expected is not null).Where((_, i) => i % 20 == 0).Select(c => (c.Template, TemplateOptions.Original)),
        .. Case.All.Values.Where(c => c.Expected is not null).Where((_, i) => i % 20 == 10).Select(c => (c.Template, TemplateOptions.Site)),
        ("{{ include 'row' product }}<a title=\"{{ include 'word' }}\" {{ include 'word' }}>{{ capture x }}{{ include 'row' user }}{{ end }}{{ x }}{{ x | string.size }}</a>", TemplateOptions.Site),
        ("{{ date.format = '%Y'; page.title = user.name; page.title; product.title += '!'; product.title; string.mine = 'm'; string.mine }}", TemplateOptions.Site),
    ];

    private static (Template Page, Func<string, Template?> Include)[] Parsed((string Text, TemplateOptions Options)[] sources)
    {
        var parts = new Dictionary<string, Template>(StringComparer.Ordinal)
        {
            ["row"] = Template.Parse(new SourceText("partials/row.html", "<b>{{ $1.name ?? $1.title }}</b>{{ for i in 1..3 }}{{ i }},{{ end }}"), TemplateOptions.Site),
            ["word"] = Template.Parse(new SourceText("partials/word.html", "{{ user.name | html.raw }}"), TemplateOptions.Site),
        };
        return [.. sources.Select(source => (Template.Parse(new SourceText("page.html", source.Text), source.Options), (Func<string, Template?>)parts.GetValueOrDefault))];
    }

    private static Dictionary<int, string> Rendered((Template Page, Func<string, Template?> Include)[] templates, IEnumerable<int> order, int model)
    {
        var shared = Model(model);
        return order.ToDictionary(i => i, i =>
        {
            var result = templates[i].Page.Render(shared, templates[i].Include);
            return result.Text + string.Concat(result.Diagnostics.Select(DiagnosticText.Of));
        });
    }

    private static ScriptObject Model(int number)
    {
        var products = Enumerable.Range(0, 5).Select(i => (Value)Scriban.Rendering.Object(("title", $"<Product {number}.{i}>"), ("type", i % 2 == 0 ? "fruit" : "tool"))).ToArray();
        var model = Scriban.Rendering.Object(("page", Scriban.Rendering.Object(("title", $"Page {number}"))), ("user", Scriban.Rendering.Object(("name", $"user-{number}"))), ("product", products[0]), ("products", new ScriptArray(products)));
        model.AddLazy("lazy", () => $"lazy {number}");
        model.Freeze();
        return model;
    }
}
