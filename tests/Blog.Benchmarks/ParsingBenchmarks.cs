using BenchmarkDotNet.Attributes;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Benchmarks;

/// <summary>A megabyte of templates, the default theme again and again, with the places of its HTML. The bar: 20 MB a second, so 50 ms.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ParsingBenchmarks
{
    private const int Characters = 1_000_000;

    private readonly SourceText _source = new("theme.html", MakeText());

    [Benchmark]
    public Template Parse() => Template.Parse(_source, TemplateOptions.Site);

    private static string MakeText()
    {
        var theme = string.Concat(Directory.EnumerateFiles(FindTemplates(), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
        return string.Concat(Enumerable.Repeat(theme, Characters / theme.Length)).PadRight(Characters);
    }

    // BenchmarkDotNet runs in a folder of its own below the repository.
    private static string FindTemplates()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "templates")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("there is no folder 'templates' above the program");
        }

        return Path.Combine(folder.FullName, "templates");
    }
}
