namespace Blog.Tests.Kit;

/// <summary>
/// Text that is compared with a file below <c>tests/golden</c>. <c>UPDATE_GOLDEN=1</c> writes the files instead; what moved is then
/// reviewed like code.
/// </summary>
internal static class Golden
{
    /// <param name="name">Below <c>tests/golden</c>: <c>cli/help.txt</c>.</param>
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);    // a file below the repository has a folder
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"there is no golden file '{name}'; UPDATE_GOLDEN=1 writes it:\n{actual}");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (actual != expected)
        {
            Assert.Fail($"golden file '{name}' differs, first in line {DifferingLine(expected, actual)}; actual:\n{actual}");
        }
    }

    private static int DifferingLine(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var same = wanted.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return same + 1;
    }
}
