using System.Buffers;
using System.Globalization;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Benchmarks;

/// <summary>A list of posts, rendered from a template and by hand: eight prints and conditions a post, escaped, as UTF-8.</summary>
public sealed class ListPage
{
    private const string Source = """
        <ul>
        {{~ for post in posts ~}}
        <li{{ if post.is_draft }} class="draft"{{ end }}><a href="{{ post.url }}">{{ post.title }}</a>
        <time>{{ post.date }}</time>{{ if post.category }} <i>{{ post.category.title }}</i>{{ end }} {{ for.index + 1 }}/{{ post.words }}</li>
        {{~ end ~}}
        </ul>

        """;

    private readonly Template _template = Template.Parse(new SourceText("list.html", Source), TemplateOptions.Site);
    private readonly Post[] _posts;
    private readonly ScriptObject _model;

    public ListPage(int posts)
    {
        _posts = [.. Enumerable.Range(0, posts).Select(Post.Of)];
        _model = new ScriptObject { ["title"] = "Posts", ["posts"] = new ScriptArray(_posts.Select(post => (Value)post.ToModel())) };
        _model.Freeze();
    }

    public void Render(IBufferWriter<byte> output) => _template.Render(_model, static _ => null, output);

    /// <summary>The same bytes without an engine: what a programmer would write who cares for speed.</summary>
    public void WriteByHand(IBufferWriter<byte> page)
    {
        page.Write("<ul>\n"u8);
        for (var i = 0; i < _posts.Length; i++)
        {
            var post = _posts[i];
            page.Write("<li"u8);
            if (post.IsDraft)
            {
                page.Write(" class=\"draft\""u8);
            }

            page.Write("><a href=\""u8);
            page.WriteEscaped(post.Url);
            page.Write("\">"u8);
            page.WriteEscaped(post.Title);
            page.Write("</a>\n<time>"u8);
            page.WriteEscaped(post.Date);
            page.Write("</time>"u8);
            if (post.Category is { } category)
            {
                page.Write(" <i>"u8);
                page.WriteEscaped(category);
                page.Write("</i>"u8);
            }

            page.Write(" "u8);
            page.WriteNumber(i + 1);
            page.Write("/"u8);
            page.WriteNumber(post.Words);
            page.Write("</li>\n"u8);
        }

        page.Write("</ul>\n"u8);
    }

    private sealed record Post(string Title, string Url, string Date, string? Category, bool IsDraft, int Words)
    {
        public static Post Of(int number) => new(
            number % 5 == 0 ? $"注意力机制 {number} & <Transformer>" : $"Gradient descent, part {number}",
            string.Create(CultureInfo.InvariantCulture, $"/posts/nlp/post-{number}/"),
            string.Create(CultureInfo.InvariantCulture, $"2026-{(number % 12) + 1:00}-{(number % 28) + 1:00}"),
            number % 3 == 0 ? null : "机器学习",
            number % 40 == 0,
            500 + (number * 7 % 4000));

        public ScriptObject ToModel() => new()
        {
            Kind = "post",
            ["title"] = Title,
            ["url"] = Url,
            ["date"] = Date,
            ["category"] = Category is null ? default(Value) : new ScriptObject { Kind = "link", ["title"] = Category, ["url"] = "/categories/x/" },
            ["is_draft"] = IsDraft,
            ["words"] = Words,
        };
    }
}
