using System.Collections.Immutable;
using System.Text;
using Blog.Composing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Composing;

/// <summary>A post in a small site that has a few files to link to.</summary>
internal sealed record PostSample(string Text)
{
    public string Lang { get; init; } = "en";

    public string BasePath { get; init; } = "/";

    public MathSettings Math { get; init; } = MathSettings.Default;

    public int? ExcerptLength { get; init; }

    public string Path { get; init; } = "content/posts/subject.md";

    private static Addresses Site { get; } = Addresses.Of(
        [
            EntryOf("content/posts/subject.md", "", FrontMatter.Empty, 0),
            EntryOf("content/posts/other.md", "", FrontMatter.Empty, 0),
            EntryOf("content/posts/nlp/词向量.md", "", FrontMatter.Empty, 0),
            EntryOf("content/about.md", "", FrontMatter.Empty, 0),
        ],
        [new(EntryOf("content/posts/unfinished.md", "", FrontMatter.Empty, 0), "is a draft", "--drafts")],
        [FileOf("content/img/a.png", ""), FileOf("content/img/my photo.png", ""), FileOf("content/posts/local.png", ""), FileOf("content/posts/local.py", "import math\n\nprint(1 < 2)\n")]);

    public Post Render()
    {
        var (meta, start) = ReadFrontMatter(Text);
        var excerpt = ExcerptSettings.For(Lang);
        var settings = new RenderSettings(BasePath, Lang, excerpt with { Length = ExcerptLength ?? excerpt.Length }, Math);
        return Post.Render(EntryOf(Path, Text, meta, start), Site, settings);
    }

    public string Html() => Encoding.UTF8.GetString(Render().Html.Span);

    // Only what these tests need; the real one is tested where it lives.
    private static (FrontMatter Meta, int Start) ReadFrontMatter(string text)
    {
        var meta = FrontMatter.Empty;
        if (!text.StartsWith("---\n", StringComparison.Ordinal))
        {
            return (meta, 0);
        }

        var end = text.IndexOf("\n---\n", StringComparison.Ordinal) + 5;
        foreach (var line in text[4..(end - 5)].Split('\n'))
        {
            var (key, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
            meta = key switch
            {
                "title" => meta with { Title = value },
                "summary" => meta with { Summary = value },
                "description" => meta with { Description = value },
                "lang" => meta with { Lang = value },
                _ => throw new ArgumentException($"'{key}' is not a key of these tests"),
            };
        }

        return (meta, end);
    }

    private static Entry EntryOf(string path, string text, FrontMatter meta, int start) => new(
        FileOf(path, text), EntryKind.Post, meta, TextSpan.FromBounds(start, text.Length), new UrlPath(path["content".Length..^".md".Length] + "/"), null, [], []);

    private static SourceFile FileOf(string path, string text) => new(new SitePath(path), default, () => Encoding.UTF8.GetBytes(text));
}
