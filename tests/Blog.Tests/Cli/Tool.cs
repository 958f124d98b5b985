using System.Globalization;
using Blog.Cli;
using Blog.Cli.Terminal;

namespace Blog.Tests.Cli;

/// <summary>The tool in a temporary folder with a clock, an environment and streams of its own: no process, no wall clock.</summary>
internal sealed class Tool : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("blog-cli-");

    public string Folder => _folder.FullName;

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public StoppedClock Clock { get; } = new();

    public Interruption Interruption { get; } = new();

    public bool IsInputTerminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public bool IsErrorTerminal { get; init; }

    /// <summary>What stands in the standard input.</summary>
    public Stream Input { get; set; } = Stream.Null;

    /// <summary>Runs with a text in the standard input.</summary>
    public Ran Pipe(string input, params string[] args) => Pipe(System.Text.Encoding.UTF8.GetBytes(input), args);

    public Ran Pipe(byte[] input, params string[] args)
    {
        Input = new MemoryStream(input);
        return Run(args);
    }

    public Ran Run(params string[] args) => Run(new StringWriter(CultureInfo.InvariantCulture), args);

    public Ran Run(TextWriter output, params string[] args)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var shell = new Shell
        {
            In = Input,
            Out = output,
            Error = error,
            Folder = Folder,
            Variable = Environment.GetValueOrDefault,
            Clock = Clock,
            Cores = 2,
            ProcessId = 4711,
            IsInputTerminal = IsInputTerminal,
            IsOutputTerminal = IsOutputTerminal,
            IsErrorTerminal = IsErrorTerminal,
            Interruption = Interruption,
        };
        var exitCode = Program.Run(args, shell);
        return new(exitCode, Neutral(output.ToString() ?? ""), Neutral(error.ToString()));
    }

    // The folder has another name in every run.
    private string Neutral(string text) =>
        text.Replace(Folder, "/here", StringComparison.Ordinal).Replace(_folder.Name, "here", StringComparison.Ordinal);

    public Tool Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);    // below the temporary folder
        File.WriteAllText(full, text);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public bool Has(string path) => File.Exists(Path.Combine(Folder, path));

    /// <summary>All files but those in <c>.blog</c>, ordered.</summary>
    public string[] Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith(".blog/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>What a run of the tool said, and its exit code.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error)
{
    /// <summary>As a transcript for golden files.</summary>
    public string Transcript(string commandLine) => $"$ {commandLine}\n{Out}{(Error.Length > 0 ? $"--- stderr\n{Error}" : "")}--- exit {ExitCode}\n";
}

/// <summary>A clock that stands still at 2026-01-11 06:30 UTC; its timers ring at once when it is told so.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 1, 11, 6, 30, 0, TimeSpan.Zero);

    public bool AreTimersDue { get; set; }

    public override TimeZoneInfo LocalTimeZone => Zone;

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Whoever measures time sees a minute pass between two looks.</summary>
    public bool IsImpatient { get; set; }

    public override long GetTimestamp() => (Now += IsImpatient ? TimeSpan.FromMinutes(1) : TimeSpan.Zero).UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (AreTimersDue)
        {
            callback(state);
        }

        return new NoTimer();
    }

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
