using Blog.Scriban;
using static Blog.Tests.Scriban.Rendering;

namespace Blog.Tests.Scriban;

public class ModelTests
{
    [Fact]
    public void What_a_template_writes_to_a_frozen_model_is_seen_by_that_rendering_only()
    {
        var model = Object(("page", Object(("title", "old"))));
        model.Freeze();
        Assert.Equal("new5", TextOf("{{ page.title = 'new'; x = 5; page.title; x }}", model));
        Assert.Equal("old", TextOf("{{ page.title; x ?? '' }}", model));
    }

    [Fact]
    public void Builtins_can_be_extended_for_one_rendering()
    {
        Assert.Equal("2020", TextOf("{{ date.format = '%Y'; date.parse '2020-01-02' }}"));
        Assert.Equal("02 Jan 2020", TextOf("{{ date.parse '2020-01-02' }}"));
    }

    [Fact]
    public void A_lazy_member_is_made_once_and_only_when_somebody_asks()
    {
        var made = 0;
        var model = new ScriptObject();
        model.AddLazy("x", () => ++made);
        model.Freeze();
        Assert.Equal("", TextOf("{{ y = 1 }}", model));
        Assert.Equal(0, made);
        Parallel.For(0, 8, _ => Assert.Equal("11", TextOf("{{ x; x }}", model)));
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_list_of_the_host_cannot_be_changed()
    {
        var model = Object(("list", List(1, 2)));
        Assert.Equal("T211", Render("{{ list[0] = 5 }}", model).Diagnostics[0].Code);
        Assert.Equal("[1, 2, 5]", TextOf("{{ list | array.add 5 }}", model));
    }

    [Fact]
    public void A_host_function_takes_named_optional_and_further_arguments()
    {
        var model = Object(("f", new HostFunction("f", ["a", "b?", "rest..."], a => $"{a[0].AsText}/{a[1].AsText}/{a[2].AsArray!.Count}")));
        Assert.Equal("1//0 1/2/0 1/2/2 3/4/0 x//0", TextOf("{{ f 1 }} {{ f 1 2 }} {{ f 1 2 3 4 }} {{ f b: 4 a: 3 }} {{ 'x' | f }}", model));
    }

    [Fact]
    public void The_time_comes_from_the_options() =>
        Assert.Equal("2026-01-11", TextOf("{{ date.now | date.to_string '%F' }}", null, TemplateOptions.Site with { Now = new(2026, 1, 11, 12, 0, 0, TimeSpan.Zero) }));

    [Fact]
    public void A_template_is_rendered_by_many_threads_at_once()
    {
        var template = Blog.Scriban.Template.Parse(new Blog.Text.SourceText("t", "{{ x = 0; for p in posts; x = x + p.n; p.title; end; x; posts[0].seen = x }}"), TemplateOptions.Site);
        var model = Object(("posts", new ScriptArray(Enumerable.Range(1, 50).Select(i => (Value)Object(("n", i), ("title", "t"))))));
        model.Freeze();
        var expected = template.Render(model, _ => null).Text;
        Parallel.For(0, 64, _ => Assert.Equal(expected, template.Render(model, _ => null).Text));
    }
}
