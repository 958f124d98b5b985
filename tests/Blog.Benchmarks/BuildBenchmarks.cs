using BenchmarkDotNet.Attributes;
using Blog.Publishing;

namespace Blog.Benchmarks;

/// <summary>Whole builds into memory: from nothing, with nothing changed, with one post edited. Read the ratios, not the times.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class BuildBenchmarks
{
    private static readonly BuildOptions Options = new() { Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Jobs = Environment.ProcessorCount };

    private readonly PublishOptions _publishing = new() { Jobs = Environment.ProcessorCount };
    private GeneratedSite _site = null!; // Setup runs before every benchmark
    private MemoryTarget _published = null!; // as above
    private int _edits;

    [Params(100, 1000)]
    public int Posts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _site = new(Posts);
        _published = new();
        Publish(_published);
    }

    [Benchmark(Baseline = true)]
    public int Cold() => Publish(new()).Changed;

    [Benchmark]
    public int Unchanged() => Publish(_published).Changed;

    [Benchmark]
    public int OneEdit()
    {
        _site.Append(Posts / 2, $"\n第 {++_edits} 次修改。\n");
        return Publish(_published).Changed;
    }

    private BuildReport Publish(MemoryTarget target) => Publisher.Publish(Build.Plan(_site.Snapshot(), Options).Outputs, target, _publishing);
}
