using Blog.Tests.Kit;
using Blog.Text.Tex;

namespace Blog.Tests.Text.Tex;

public class OneLineMathSpecTests
{
    private const string Arrow = " => ";

    public static TheoryData<int, string, string> Examples()
    {
        var examples = new TheoryData<int, string, string>();
        var isInExample = false;
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "specs", "math", "one-line.md"));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                isInExample = lines[i] == "```one-line";
            }
            else if (isInExample)
            {
                var arrow = lines[i].LastIndexOf(Arrow, StringComparison.Ordinal);
                Assert.True(arrow >= 0, $"line {i + 1} of the spec has no arrow");
                examples.Add(i + 1, lines[i][..arrow], lines[i][(arrow + Arrow.Length)..]);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_spec_is_what_happens(int line, string tex, string expected) =>
        Assert.Equal($"{line}: {expected}", $"{line}: {OneLineMath.Of(tex) ?? "[Math]"}");

    [Fact]
    public void The_spec_has_examples() => Assert.InRange(Examples().Count, 150, int.MaxValue);
}
