using BenchmarkDotNet.Attributes;
using Blog.Text.Highlighting;

namespace Blog.Benchmarks;

/// <summary>Nearly a megabyte of C# of this repository, to spans and to HTML. The bar: 50 MB a second, so 20 ms.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class HighlightingBenchmarks
{
    private const int Characters = 990_000;

    private readonly string _code = MakeCode();
    private readonly Language _language = Languages.Find("csharp")!; // one of the table

    [Benchmark]
    public int Spans() => Highlighter.Spans(_code, _language).Length;

    [Benchmark]
    public int Html() => CodeHtml.Of(_code, _language).Length;

    private static string MakeCode()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "src")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("there is no folder 'src' above the program");
        }

        var files = Directory.EnumerateFiles(Path.Combine(folder.FullName, "src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var all = string.Concat(files.Select(File.ReadAllText)).ReplaceLineEndings("\n");
        return string.Concat(Enumerable.Repeat(all, Characters / all.Length + 1))[..Characters];
    }
}
