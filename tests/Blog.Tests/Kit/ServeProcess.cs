using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Tests.Kit;

/// <summary><c>blog serve</c> as a process of its own, for what a test cannot do to itself: be stopped, run out of watches, show all its sockets.</summary>
internal sealed partial class ServeProcess : IAsyncDisposable
{
    // No measure of speed, only an end.
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly HttpClient _client = new();

    private ServeProcess(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        _process = new() { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Port { get; private set; }

    public int Id => _process.Id;

    /// <summary>All that the terminal shows, of both streams.</summary>
    public string Terminal
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <param name="before">Commands of a shell that is root of its own user namespace; null: no such shell.</param>
    public static async Task<ServeProcess> Start(string site, string? before = null, Action<ProcessStartInfo>? prepare = null, int port = 0)
    {
        port = port > 0 ? port : RawHttp.FreePort();
        string[] blog = ["exec", Path.Combine(AppContext.BaseDirectory, "Blog.Cli.dll"), "serve", "--source", site, "--port", port.ToString(CultureInfo.InvariantCulture)];
        var start = before is null ? new ProcessStartInfo("dotnet", blog) : new ProcessStartInfo("unshare", ["--user", "--map-root-user", "sh", "-c", $"{before} && exec dotnet \"$@\"", "sh", .. blog]);
        prepare?.Invoke(start);
        var served = new ServeProcess(start);
        await served.Until(() => Announcement().IsMatch(served.Terminal));
        served.Port = int.Parse(Announcement().Match(served.Terminal).Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        served._client.BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{served.Port}"));
        return served;
    }

    public Task<string> Get(string path) => _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task Until(Func<bool> isSo) => Until(() => Task.FromResult(isSo()));

    public async Task Until(Func<Task<bool>> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.False(_process.HasExited, Terminal);
            Assert.True(Stopwatch.GetElapsedTime(start) < HangGuard, Terminal);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends a signal: <c>STOP</c>, <c>CONT</c>.</summary>
    public async Task Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_said)
        {
            _said.Append(line).Append('\n');
        }
    }

    [GeneratedRegex("preview: http://[^ ]+:([0-9]+)/", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();
}
