using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Cli;
using Blog.Cli.Terminal;

namespace Blog.Browser;

/// <summary><c>blog serve</c> of a small site in a folder of its own, as a person would start it.</summary>
internal sealed partial class Preview : IAsyncDisposable
{
    private static int _lastPort = 4700;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blog-preview-");
    private readonly Interruption _interruption = new();
    private readonly LockedWriter _output = new();
    private Task<int> _run = Task.FromResult(0);

    public string Address { get; private set; } = "";

    /// <summary>All that the terminal shows.</summary>
    public string Terminal => _output.Text;

    public static Task<Preview> Start(params string[] options) => Start(_ => { }, options);

    /// <param name="prepare">Changes the site before it is shown.</param>
    public static async Task<Preview> Start(Action<Preview> prepare, params string[] options)
    {
        var preview = new Preview();
        preview.Write("content/site.yaml", "title: Notes\nlang: en\nbase_url: https://example.org/\n");
        for (var i = 1; i <= 3; i++)
        {
            preview.Write($"content/posts/p{i}.md", $"---\ntitle: Post {i}\ndate: 2026-01-0{i}\n---\nText of {i}.\n\n{string.Concat(Enumerable.Repeat("Many words follow here.\n\n", 80))}\n\nThe end of {i}.\n");
        }

        preview.Write("content/posts/draft.md", "---\ntitle: Unfinished\ndate: 2026-01-04\ndraft: true\n---\nA draft.\n");
        prepare(preview);
        await preview.Run(options);
        return preview;
    }

    private async Task Run(string[] options)
    {
        var shell = new Shell
        {
            Out = _output,
            Error = _output,
            Folder = _folder.FullName,
            Variable = _ => null,
            Clock = TimeProvider.System,
            Cores = 2,
            Interruption = _interruption,
        };
        string[] args = ["serve", "--port", Interlocked.Add(ref _lastPort, 25).ToString(CultureInfo.InvariantCulture), .. options];
        _run = Task.Run(() => Program.Run(args, shell));
        while (!Announcement().IsMatch(Terminal) && !_run.IsCompleted)
        {
            await Task.Delay(20);
        }

        Assert.False(_run.IsCompleted, Terminal);
        Address = Announcement().Match(Terminal).Groups[1].Value;
    }

    public void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!); // below the folder
        File.WriteAllText(file, text);
    }

    /// <summary>As editors know the file.</summary>
    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder.FullName, path));

    public void Edit(string path, string from, string to)
    {
        var text = Read(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Delete(string path) => File.Delete(Path.Combine(_folder.FullName, path));

    public async ValueTask DisposeAsync()
    {
        _interruption.Request(ExitCode.Interrupted);
        await _run;
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex("preview: (http://[^ ]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    private sealed class LockedWriter : StringWriter
    {
        private readonly Lock _lock = new();

        public LockedWriter()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public string Text
        {
            get
            {
                lock (_lock)
                {
                    return ToString();
                }
            }
        }

        public override void Write(string? value)
        {
            lock (_lock)
            {
                base.Write(value);
            }
        }
    }
}
