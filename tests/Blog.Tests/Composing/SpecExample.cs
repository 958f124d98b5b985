using Blog.Tests.Kit;

namespace Blog.Tests.Composing;

/// <summary>
/// An example of a specification in prose: a fence of eight backticks and <c>example</c>, holding parts that lines of a single dot separate, as in the
/// CommonMark specification. A tab is written →.
/// </summary>
/// <param name="Name">File and line, to find it again.</param>
/// <param name="Words">What stands behind <c>example</c>: <c>zh</c>, <c>length=20</c>, <c>base=/sub/</c>.</param>
public sealed record SpecExample(string Name, string[] Words, string[] Parts)
{
    private const string Fence = "````````";

    public static IEnumerable<TheoryDataRow<SpecExample>> In(string folder) =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "tests", "specs", folder), "*.md").Order(StringComparer.Ordinal)
        from example in Read(file)
        select new TheoryDataRow<SpecExample>(example) { TestDisplayName = example.Name };

    private static IEnumerable<SpecExample> Read(string file)
    {
        var lines = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence + " example", StringComparison.Ordinal))
            {
                continue;
            }

            var end = Array.IndexOf(lines, Fence, i + 1);
            var parts = string.Join('\n', lines[(i + 1)..end]).Replace('→', '\t').Split("\n.\n");
            yield return new($"{Path.GetFileName(file)}:{i + 1}", lines[i].Split(' ')[2..], parts);
            i = end;
        }
    }

    internal PostSample Sample => new(Parts[0] + "\n")
    {
        Lang = Words.Contains("zh") ? "zh-CN" : "en",
        BasePath = Words.FirstOrDefault(word => word.StartsWith("base=", StringComparison.Ordinal))?[5..] ?? "/",
        ExcerptLength = Words.FirstOrDefault(word => word.StartsWith("length=", StringComparison.Ordinal)) is { } length ? int.Parse(length[7..], null) : null,
    };

    public override string ToString() => Name;
}
