using System.Buffers;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Tests.Scriban;

public class AllocationTests
{
    [Theory]
    [InlineData("{{ p.title }} {{ p.n }} {{ for.index + 1 }}")]
    [InlineData("""<a href="{{ p.url }}"{{ if p.is_draft }} class="draft"{{ end }}>{{ p.title }}</a>""")]
    [InlineData("{{ p.category?.title ?? 'none' }}{{ if p.n > 10 && for.even }}x{{ end }}")]
    [InlineData("{{ include 'card' post: p level: 2 }}")]
    public void A_row_of_a_list_allocates_nothing(string row)
    {
        var template = Parse("list.html", $"{{{{ for p in posts }}}}{row}{{{{ end }}}}");
        var card = Parse("card", "<p class=\"level-{{ $.level }}\">{{ $.post.title }}</p>");

        Assert.Equal(Allocated(template, card, rows: 100), Allocated(template, card, rows: 300));
    }

    private static Template Parse(string name, string text)
    {
        var template = Template.Parse(new SourceText(name, text), TemplateOptions.Site);
        return template.HasErrors ? throw new InvalidOperationException(template.Diagnostics[0].Message) : template;
    }

    private static long Allocated(Template template, Template card, int rows)
    {
        var model = new ScriptObject { ["posts"] = new ScriptArray(Enumerable.Range(0, rows).Select(Post)) };
        model.Freeze();
        var page = new ArrayBufferWriter<byte>(1 << 20);

        // The first renderings fill pools and caches.
        for (var i = 0; i < 5; i++)
        {
            Render();
        }

        // A collection that tests beside this one cause may empty a pool at any time, but not at each.
        return Enumerable.Range(0, 5).Min(_ => AllocatedByOne());

        long AllocatedByOne()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Render();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        void Render()
        {
            page.ResetWrittenCount();
            Assert.Empty(template.Render(model, _ => card, page));
        }
    }

    private static Value Post(int number) => new ScriptObject
    {
        ["title"] = $"注意力 & <{number}>",
        ["url"] = $"/posts/{number}/",
        ["n"] = number,
        ["is_draft"] = number % 10 == 0,
        ["category"] = number % 3 == 0 ? default(Value) : new ScriptObject { ["title"] = "机器学习" },
    };
}
