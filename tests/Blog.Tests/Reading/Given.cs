using System.Text;
using Blog.Reading;
using Blog.Text;

namespace Blog.Tests.Reading;

/// <summary>Files that exist in the text of a test only, read as the program reads them.</summary>
internal static class Given
{
    public static readonly BuildOptions Options = new() { Now = new(2026, 1, 11, 12, 0, 0, TimeSpan.Zero) };

    public static SiteConfig Shanghai { get; } = Config("time_zone: Asia/Shanghai");

    public static SiteConfig Config(string yaml, string? baseUrl = null) =>
        SiteConfig.Read(File("content/site.yaml", yaml), "my-site", Options with { BaseUrl = baseUrl });

    public static SourceFile File(string path, string text) => File(path, Encoding.UTF8.GetBytes(text));

    public static SourceFile File(string path, byte[] bytes) => new(new(path), new(bytes.Length, 0), () => bytes);

    public static Entry Entry(string text, string path = "content/posts/2026-01-11-a.md", SiteConfig? config = null) =>
        Blog.Reading.Entry.Read(File(path, text), config ?? Shanghai);

    /// <summary>A post with these lines of front matter.</summary>
    public static Entry Post(string frontMatter, string path = "content/posts/2026-01-11-a.md", SiteConfig? config = null) =>
        Entry($"---\n{frontMatter}\n---\nBody\n", path, config);

    /// <summary>Of each diagnostic place and text in one line, without the file's name.</summary>
    public static string[] Lines(this IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(d => DiagnosticText.Of(d).Split('\n')[0].Replace(d.Source is null ? "\0" : d.Source.Path + ":", "", StringComparison.Ordinal))];
}
