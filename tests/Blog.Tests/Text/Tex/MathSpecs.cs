using Blog.Tests.Kit;

namespace Blog.Tests.Text.Tex;

/// <summary>The examples in <c>tests/specs/math</c>: lines <c>formula => what becomes of it</c> in fenced blocks.</summary>
public static class MathSpecs
{
    private const string Arrow = " => ";

    /// <param name="Place">File and line.</param>
    /// <param name="Block">What the fence is named.</param>
    /// <param name="Number">Of the block in its file.</param>
    public sealed record Example(string Place, string Block, int Number, string Tex, string Expected);

    public static IReadOnlyList<Example> All { get; } = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "specs", "math"), "*.md").Order().SelectMany(Read)];

    private static IEnumerable<Example> Read(string path)
    {
        var block = "";
        var number = 0;
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                block = block.Length > 0 ? "" : lines[i][3..];
                number++;
            }
            else if (block.Length > 0)
            {
                var place = $"{Path.GetFileName(path)}:{i + 1}";
                var arrow = lines[i].LastIndexOf(Arrow, StringComparison.Ordinal);
                Assert.True(arrow >= 0, $"{place} has no arrow");
                yield return new(place, block, number, lines[i][..arrow], lines[i][(arrow + Arrow.Length)..]);
            }
        }
    }

    public static TheoryData<string, string, string> Of(params string[] blocks)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var example in All.Where(example => blocks.Contains(example.Block)))
        {
            data.Add(example.Place, example.Tex, example.Expected);
        }

        return data;
    }

    /// <summary>All formulas, without the dollars that those of a page have.</summary>
    public static IEnumerable<(string Tex, bool IsDisplay)> Formulas() => All.Select(example => example.Block == "math-page"
        ? Undressed(example.Tex)
        : (example.Tex, example.Block.StartsWith("math-display", StringComparison.Ordinal)));

    public static (string Tex, bool IsDisplay) Undressed(string tex) =>
        tex.StartsWith("$$", StringComparison.Ordinal) ? (tex[2..^2], true) : (tex[1..^1], false);
}
