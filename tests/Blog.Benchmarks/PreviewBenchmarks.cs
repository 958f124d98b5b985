using System.Globalization;
using BenchmarkDotNet.Attributes;
using Blog.Cli.Terminal;

namespace Blog.Benchmarks;

/// <summary>From saving a file to the page that shows it, over HTTP, with the program as it is: watcher, debounce, build, answer.</summary>
[SimpleJob(launchCount: 1, warmupCount: 5, iterationCount: 30, invocationCount: 1)]
[GcConcurrent(false)] // as the program is published
public class PreviewBenchmarks
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blog-preview-");
    private readonly Interruption _interruption = new();
    private readonly HttpClient _client = new();
    private readonly StringWriter _output = new(CultureInfo.InvariantCulture);
    private Task<int> _run = Task.FromResult(0);
    private string _address = "";
    private int _edits;

    [Params(1_000, 10_000)]
    public int Posts { get; set; }

    private string Post => Path.Combine(_folder.FullName, GeneratedSite.NameOf(Posts / 2));

    private string Template => Path.Combine(_folder.FullName, "templates/partials/footer.html");

    private string Page => _address + GeneratedSite.NameOf(Posts / 2)["content/".Length..^".md".Length] + "/";

    [GlobalSetup]
    public async Task Setup()
    {
        new GeneratedSite(Posts).WriteTo(_folder.FullName);
        var shell = new Shell
        {
            Out = TextWriter.Synchronized(_output),
            Error = TextWriter.Null,
            Folder = _folder.FullName,
            Variable = _ => null,
            Clock = TimeProvider.System,
            Cores = Environment.ProcessorCount,
            Interruption = _interruption,
        };
        _run = Task.Run(() => Blog.Cli.Program.Run(["serve", "--port", "4990", "--no-bar"], shell));
        while (!_output.ToString().Contains("preview: ", StringComparison.Ordinal))
        {
            await Task.Delay(50);
        }

        _address = _output.ToString().Split("preview: ")[1].Split(' ')[0];
        await _client.GetStringAsync(Page);
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        _interruption.Request(0);
        await _run;
        _folder.Delete(recursive: true);
    }

    // Authors do not save while the last look at everything is still to come.
    [IterationSetup]
    public void Pause() => Thread.Sleep(1_500);

    [Benchmark]
    public Task Post_saved() => Until(mark => File.AppendAllText(Post, $"\n{mark}\n"));

    [Benchmark]
    public Task Template_of_all_pages_saved() => Until(mark =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Template)!); // a file in a folder
        File.WriteAllText(Template, $"<footer>{mark}</footer>\n");
    });

    private async Task Until(Action<string> save)
    {
        var mark = $"edit-{++_edits}-{Guid.NewGuid():N}";
        save(mark);
        while (!(await _client.GetStringAsync(Page)).Contains(mark, StringComparison.Ordinal))
        {
            // Asks again at once: the time is that of the page, not of a pause.
        }
    }
}
