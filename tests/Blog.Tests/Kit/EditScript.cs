using System.Globalization;

namespace Blog.Tests.Kit;

/// <summary>Random edits of a site, the same for the same seed: what an author does in a week, in a second.</summary>
internal sealed class EditScript(int seed)
{
    private readonly Random _random = new(seed);
    private int _counter;

    /// <summary>A small site with one of everything.</summary>
    public static string Site { get; } = $$"""
        -- content/site.yaml --
        title: S
        tagline: T
        lang: zh-CN
        base_url: https://example.org/sub/
        time_zone: Asia/Shanghai
        page_size: 3
        params: {colour: blue}
        math: {macros: {R: '\mathbb R'} }
        -- content/data/people.yaml --
        - {name: Ada}
        -- content/about.md --
        ---
        title: About
        ---
        About us, see [a](posts/ml/a.md).
        -- content/img/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        -- content/posts/ml/a.md --
        ---
        title: A
        date: 2026-01-01
        tags: [x]
        ---
        设$x \in \R$为实数. Links to [the long one](long.md) and ![a picture](../../img/a.svg).
        -- content/posts/ml/long.md --
        ---
        title: Long
        date: 2026-01-03
        tags: [x]
        ---
        It begins. {{string.Concat(Enumerable.Repeat("Many words follow. ", 40))}}

        ## A heading

        And these are the very last words.
        -- content/posts/nlp/b.md --
        ---
        title: B
        date: 2026-01-04
        tags: [y]
        aliases: [/old/b/]
        ---
        Text with **bold** and `code`.
        -- content/posts/nlp/deep/c.md --
        ---
        title: C
        date: 2025-12-31
        ---
        1. one
        2. two
        -- content/posts/d/index.md --
        ---
        title: D
        date: 2026-03-04
        pin: 1
        ---
        A bundle with ![its own](own.svg).
        -- content/posts/d/own.svg --
        <svg xmlns="http://www.w3.org/2000/svg"/>
        """;

    /// <summary>Changes the site once and says what it did.</summary>
    public string Next(SiteInAString site)
    {
        var posts = site.SourceNames.Where(name => name.EndsWith(".md", StringComparison.Ordinal)).ToArray();
        var post = posts[_random.Next(posts.Length)];
        var number = (++_counter).ToString(CultureInfo.InvariantCulture);
        switch (_random.Next(16))
        {
            case 0:
                site.Edit(post, text => text + $"\nAppended {number}.\n");
                return $"appended to {post}";
            case 1:
                site.Edit(post, text => text.Replace("title: ", $"title: N{number} ", StringComparison.Ordinal));
                return $"renamed the title of {post}";
            case 2:
                var added = $"content/posts/{Pick("ml", "nlp", "new")}/n{number}.md";
                site.Edit(added, $"---\ntitle: N{number}\ndate: 2026-0{_random.Next(1, 10)}-1{_random.Next(0, 10)}\ntags: [{Pick("x", "y", "C++", "中文")}]\n---\nBody {number} with $a_{number}$.\n");
                return $"added {added}";
            case 3 when posts.Length > 3:
                site.Remove(post);
                return $"removed {post}";
            case 4:
                site.Edit("content/img/a.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"n{number}\"/>");
                return "changed the picture";
            case 5:
                site.Edit("content/site.yaml", text => text.Replace("tagline: ", $"tagline: {number}", StringComparison.Ordinal));
                return "changed the tagline";
            case 6:
                site.Edit("templates/partials/own.html", $"<p>{number}</p>").Edit("templates/404.html", "{{ include 'own' }} {{ page.title }} {{ site.params.colour }}");
                return "changed a template of the site's own";
            case 7:
                site.Edit("content/data/people.yaml", $"- {{name: Ada {number}}}").Edit("templates/page.html", "{{ for p in site.data.people }}{{ p.name }}{{ end }}{{ post.html }}");
                return "changed data and a template that shows it";
            case 8:
                site.Edit("content/site.yaml", text => text.Contains("page_size: 3", StringComparison.Ordinal)
                    ? text.Replace("page_size: 3", "page_size: 2", StringComparison.Ordinal)
                    : text.Replace("page_size: 2", "page_size: 3", StringComparison.Ordinal));
                return "changed the page size";
            case 9:
                var moved = $"content/posts/moved/m{number}.md";
                site.Edit(moved, site.Source(post)).Remove(post);
                return $"moved {post} to {moved}";
            case 10:
                site.Edit(post, text => text.Contains("draft: true\n", StringComparison.Ordinal)
                    ? text.Replace("draft: true\n", "", StringComparison.Ordinal)
                    : text.StartsWith("---\n", StringComparison.Ordinal) ? "---\ndraft: true\n" + text[4..] : text);
                return $"hid or showed {post}";
            case 11:
                // Files that differ by the date alone: all but the oldest have the date in their addresses.
                var news = $"content/posts/{Pick("ml", "nlp")}/2026-0{_random.Next(1, 4)}-01-news.md";
                site.Edit(news, $"---\ntitle: News {number}\ntags: [{Pick("x", "y")}]\n---\nNews {number}.\n");
                return $"wrote {news}";
            case 12:
                site.Edit("content/site.yaml", text => text.Contains("mathbb", StringComparison.Ordinal)
                    ? text.Replace("mathbb", "mathbf", StringComparison.Ordinal)
                    : text.Replace("mathbf", "mathbb", StringComparison.Ordinal));
                return "changed a macro";
            case 13:
                site.Edit("templates/strings/en.yaml", $"tags: Tags {number}\n");
                return "changed a word of the theme";
            case 14:
                site.Edit(post, text => text.Split('\n').FirstOrDefault(line => line.StartsWith("aliases: ", StringComparison.Ordinal)) is { } aliases
                    ? text.Replace(aliases + "\n", "", StringComparison.Ordinal)
                    : text.StartsWith("---\n", StringComparison.Ordinal) ? $"---\naliases: [/from/{number}/]\n" + text[4..] : text);
                return $"gave {post} an old address or took it";
            default:
                site.Edit("content/posts/ml/_folder.yaml", $"title: 机器学习 {number}\ndescription: D {number}\n");
                return "changed the words of a category";
        }
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
