using System.Diagnostics;
using System.Globalization;
using Blog.Cli.Preview;
using Blog.Reading;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>A system that watches no more files: the author is told what to do, and edits are seen all the same.</summary>
public sealed class WatchLimitTests : IDisposable
{
    private const string Post = "content/posts/a/p.md";
    private const int TooManyFiles = 24; // EMFILE of Linux
    private const int NoSpaceLeft = 28; // ENOSPC

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60)); // a guard against waiting for ever, no measure

    public WatchLimitTests()
    {
        _folder.Write("content/site.yaml", "title: T\nbase_url: https://example.org/\n");
        _folder.Write(Post, "---\ntitle: P\ndate: 2026-01-01\n---\nold\n");
    }

    public void Dispose()
    {
        _end.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(TooManyFiles, "fs.inotify.max_user_instances", 512, false)]
    [InlineData(NoSpaceLeft, "fs.inotify.max_user_watches", 524_288, false)]
    [InlineData(TooManyFiles, "fs.inotify.max_user_instances", 512, true)]
    [InlineData(NoSpaceLeft, "fs.inotify.max_user_watches", 524_288, true)]
    [InlineData(1, null, 0, false)]
    public void WATCH_3_without_watches_the_limit_is_told_and_edits_are_seen(int errno, string? limit, long enough, bool isLater)
    {
        var told = new List<string>();
        var failing = new List<FailingWatcher>();
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, told.Add, folder =>
        {
            if (!isLater)
            {
                throw new IOException("no more", errno);
            }

            failing.Add(new(folder));
            return failing[^1];
        });
        failing.ForEach(one => one.Fail(new IOException("no more", errno)));

        Edited(watcher);
        Edited(watcher);

        var words = Assert.Single(told); // once, however often it fails
        Assert.Contains("looked at twice a second", words, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux() && limit is not null)
        {
            var now = long.Parse(File.ReadAllText($"/proc/sys/{limit.Replace('.', '/')}"), CultureInfo.InvariantCulture);
            Assert.Contains($"({limit} = {now})", words, StringComparison.Ordinal);
            Assert.Contains($"'sudo sysctl {limit}={Math.Max(enough, 2 * now)}'", words, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("(no more)", words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("instances", 0)]
    [InlineData("instances", 1)]
    [InlineData("instances", 3)]
    [InlineData("watches", 0)]
    [InlineData("watches", 1)]
    [InlineData("watches", 3)]
    [InlineData("watches", 5)]
    public async Task WATCH_3_the_limits_of_Linux_keep_no_edit_from_being_seen(string limit, int value)
    {
        // Each user namespace has limits of its own, which its root may lower: namespaces(7), /proc/sys/user.
        var lower = $"echo {value} > /proc/sys/user/max_inotify_{limit}";
        if (!await CanRun(lower))
        {
            TestContext.Current.AddWarning("NOT TESTED: this machine does not let a process lower its limits of inotify (unshare --user), so only failures that are made up were tried");
            return;
        }

        await using var served = await ServeProcess.Start(_folder.Path, lower);

        _folder.Write(Post, "---\ntitle: P\ndate: 2026-01-01\n---\nnew\n");
        await served.Until(async () => (await served.Get("/posts/a/p/")).Contains("new", StringComparison.Ordinal));
        _folder.Write("content/posts/b/c/q.md", "---\ntitle: Q\ndate: 2026-01-01\n---\n");
        await served.Until(async () => (await served.Get("/")).Contains("/posts/b/c/q/", StringComparison.Ordinal));
        _folder.Write("content/posts/b/c/q.md", "---\ntitle: Q\ndate: 2026-01-01\n---\nlater\n");
        await served.Until(async () => (await served.Get("/posts/b/c/q/")).Contains("later", StringComparison.Ordinal));

        // Two instances are needed, for the root and for 'content', and six watches in the end: root, content, posts, a, b, c.
        Assert.Equal(limit == "instances" && value >= 2 ? 0 : 1, served.Terminal.Split($"sudo sysctl fs.inotify.max_user_{limit}=").Length - 1);
    }

    private void Edited(SourceWatcher watcher)
    {
        var sources = Sources.Read(_folder.Path);
        var text = _folder.Read(Post) + "more\n";
        _folder.Write(Post, text);
        while (sources.Markdown[0].Text.Text != text)
        {
            watcher.Next(_end.Token);
            sources = Sources.Read(_folder.Path, sources);
        }
    }

    private static async Task<bool> CanRun(string command)
    {
        try
        {
            using var shell = Process.Start(new ProcessStartInfo("unshare", ["--user", "--map-root-user", "sh", "-c", command]) { RedirectStandardError = true })!; // null only where a shell reuses a process
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
            return shell.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // no such program
        }
    }

    private sealed class FailingWatcher(string folder) : FileSystemWatcher(folder)
    {
        public void Fail(Exception reason) => OnError(new(reason));
    }
}
