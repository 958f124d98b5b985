using System.Text.RegularExpressions;
using Blog.Tests.Kit;

namespace Blog.Tests.Docs;

/// <summary>A page of the manual as text, and the source texts that it must agree with.</summary>
internal sealed partial class Manual
{
    private Manual(string name) => (Name, Text) = (name, File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n"));

    public static string Folder { get; } = Path.Combine(Repository.Root, "content", "docs");

    public string Name { get; }

    public string Text { get; }

    public static Manual Page(string name) => new(name);

    /// <summary>All C# files below <c>src/</c>, written by people.</summary>
    public static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"));

    public static string Source(string path) => File.ReadAllText(Path.Combine(Repository.Root, "src", path));

    /// <summary>What stands between backticks, outside of fenced blocks.</summary>
    public IEnumerable<string> Code => CodeSpan().Matches(Prose(Text)).Select(match => match.Groups[2].Value.Trim());

    /// <summary>The names in <see cref="Code"/>: <c>post</c> and <c>title</c> of <c>`post.title`</c>.</summary>
    public HashSet<string> Words => WordsOf(Code);

    /// <summary>The part below a heading, up to the next one of its level or above.</summary>
    public string Section(string heading)
    {
        var start = Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{Name} has no heading '{heading}'");
        var body = Text[(start + heading.Length + 2)..];
        var level = heading.IndexOf(' ', StringComparison.Ordinal);
        var next = HeadingLine().Matches(Fence().Replace(body, match => new string('.', match.Length))).FirstOrDefault(match => match.Groups[1].Length <= level);
        return next is null ? body : body[..next.Index];
    }

    public static HashSet<string> WordsOfSection(string section) => WordsOf(CodeSpan().Matches(Prose(section)).Select(match => match.Groups[2].Value));

    public IEnumerable<(string Info, string Body, int Line)> Fences => FencesOf(Text);

    /// <param name="text">A page or a section; lines are counted from its beginning.</param>
    public static IEnumerable<(string Info, string Body, int Line)> FencesOf(string text) =>
        Fence().Matches(text).Select(match => (match.Groups["info"].Value.Trim(), match.Groups["body"].Value, text.AsSpan(0, match.Index).Count('\n') + 1));

    private static string Prose(string text) => Fence().Replace(text, "");

    private static HashSet<string> WordsOf(IEnumerable<string> code) => [.. code.SelectMany(text => Word().Matches(text)).Select(match => match.Value)];

    [GeneratedRegex("(`+)(.+?)\\1(?!`)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^(#{1,6}) ", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("^(?<mark>`{3,})(?<info>[^\n`]*)\n(?<body>.*?)^\\k<mark>[ ]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
