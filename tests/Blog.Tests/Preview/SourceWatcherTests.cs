using Blog.Cli.Preview;
using Blog.Reading;
using Blog.Tests.Kit;

namespace Blog.Tests.Preview;

/// <summary>All ways of saving a file end in a look at what is there then.</summary>
public sealed class SourceWatcherTests : IDisposable
{
    private const string Post = "content/posts/p.md";

    private static readonly Dictionary<string, Action<TemporaryFolder>> Saves = new(StringComparer.Ordinal)
    {
        { "written in place", folder => File.WriteAllText(folder[Post], "new") },
        { "appended and cut, as by Sublime", folder => { File.WriteAllText(folder[Post], ""); File.AppendAllText(folder[Post], "new"); } },
        { "vim", folder =>
            {
                File.WriteAllText(folder["content/posts/4913"], "");
                File.Delete(folder["content/posts/4913"]);
                File.Move(folder[Post], folder[Post + "~"], overwrite: true);
                File.WriteAllText(folder[Post], "new");
                File.Delete(folder[Post + "~"]);
            } },
        { "a temporary file put in place, as by sed -i and VS Code", folder => { File.WriteAllText(folder["content/posts/sedXyZ.tmp"], "new"); File.Move(folder["content/posts/sedXyZ.tmp"], folder[Post], overwrite: true); } },
        { "JetBrains", folder =>
            {
                File.WriteAllText(folder[Post + "___jb_tmp___"], "new");
                File.Move(folder[Post], folder[Post + "___jb_old___"]);
                File.Move(folder[Post + "___jb_tmp___"], folder[Post]);
                File.Delete(folder[Post + "___jb_old___"]);
            } },
        { "from outside", folder => { folder.Write("elsewhere/p.md", "new"); File.Move(folder["elsewhere/p.md"], folder[Post], overwrite: true); } },
    };

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60)); // a guard against waiting for ever, no measure

    public SourceWatcherTests() => _folder.Write(Post, "old");

    public void Dispose()
    {
        _end.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string> Ways => [.. Saves.Keys];

    [Theory]
    [MemberData(nameof(Ways))]
    public void WATCH_1_a_save_is_seen_and_temporary_files_never_are(string way)
    {
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, Assert.Fail);
        var before = Sources.Read(_folder.Path);

        Saves[way](_folder);

        var now = Until(watcher, before, sources => sources.Markdown is [{ Text.Text: "new" }]);
        Assert.Equal([Post], now.All.Select(file => file.Path.Value));
    }

    [Fact]
    public void WATCH_4_folders_that_come_go_and_are_renamed_are_seen()
    {
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, Assert.Fail);
        var sources = Sources.Read(_folder.Path);

        _folder.Write("outside/deep/a.md", "a");
        _folder.Write("outside/b.md", "b");
        Directory.Move(_folder["outside"], _folder["content/posts/in"]);
        sources = Until(watcher, sources, now => now.Markdown.Length == 3);

        Directory.Move(_folder["content/posts/in"], _folder["content/posts/renamed"]);
        sources = Until(watcher, sources, now => now.Markdown.Any(file => file.Path.Value == "content/posts/renamed/deep/a.md") && now.Markdown.Length == 3);

        Directory.Delete(_folder["content/posts/renamed"], recursive: true);
        sources = Until(watcher, sources, now => now.Markdown.Length == 1);

        _folder.Write("content/posts/renamed/c.md", "c");
        sources = Until(watcher, sources, now => now.Markdown.Length == 2);

        _folder.Write("templates/post.html", "t");
        Until(watcher, sources, now => now.Templates.Length == 1);
    }

    [Fact]
    public void WATCH_2_five_thousand_changes_at_once_end_in_the_right_state()
    {
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, _ => { });
        var before = Sources.Read(_folder.Path);

        Parallel.For(0, 5_000, i => _folder.Write($"content/posts/{i % 50}/p{i}.md", "new"));

        Until(watcher, before, now => now.Markdown.Length == 5_001);
    }

    [Fact]
    public void WATCH_2_five_thousand_events_are_three_looks_at_most()
    {
        EventSource? source = null;
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, Assert.Fail, folder => folder == _folder["content"] ? source = new(folder) : new(folder));
        var names = Enumerable.Range(0, 5_000).Select(i => $"p{i}.md").ToHashSet();
        var events = new Thread(() =>
        {
            foreach (var some in names.Chunk(20))
            {
                Array.ForEach(some, name => source!.Tell(_folder["content"], name)); // 'content' is there
                Thread.Sleep(1); // spreads the events, so that they come while the watcher looks
            }
        });
        events.Start();

        var (looks, told) = (0, new HashSet<string>());
        while (told.Count < names.Count)
        {
            told.UnionWith(watcher.Next(_end.Token).Paths.Select(path => Path.GetFileName(path)!)); // all are files
            looks++;
        }

        Assert.InRange(looks, 1, 3);
        events.Join();
    }

    [Fact]
    public void WATCH_2_lost_events_are_told_and_everything_is_looked_at_and_watched_again()
    {
        var (told, opened) = (new List<string>(), new List<EventSource>());
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, told.Add, folder =>
        {
            opened.Add(new(folder));
            return opened[^1];
        });
        var first = opened.Count;

        opened.ForEach(one => one.Lose());

        Assert.True(watcher.Next(_end.Token).IsEverywhere);
        Assert.Equal("rescanning: more changed at once than the system could tell", Assert.Single(told));
        Assert.Equal(2 * first, opened.Count);
    }

    [Fact]
    public async Task WATCH_2_a_preview_that_was_overrun_shows_the_last_state_and_answers_meanwhile()
    {
        if (!OperatingSystem.IsLinux())
        {
            TestContext.Current.AddWarning("NOT TESTED: how many events are kept for a process that does not read them is known of Linux only");
            return;
        }

        const int Posts = 5_000;
        var most = int.Parse(File.ReadAllText("/proc/sys/fs/inotify/max_queued_events"), System.Globalization.CultureInfo.InvariantCulture);
        _folder.Write("content/posts/q/first.md", "---\ntitle: First\ndate: 2026-01-01\n---\n");
        await using var served = await ServeProcess.Start(_folder.Path);

        // A reader that is stopped reads no events: the queue runs over.
        await served.Signal("STOP");
        for (var (pass, events) = (1, 0); events <= most; pass++, events += pass == 2 ? 2 * Posts : Posts) // made and written, then written
        {
            Parallel.For(0, Posts, i => _folder.Write($"content/posts/q/p{i}.md", $"---\ntitle: P{i}\ndate: 2026-01-01\n---\nPass {pass}.\n"));
        }

        Parallel.For(0, 100, i => _folder.Write($"content/posts/new/folder/p{i}.md", $"---\ntitle: N{i}\ndate: 2026-01-01\n---\nAt last.\n"));
        await served.Signal("CONT");
        await served.Until(async () =>
        {
            await served.Get("/posts/q/first/"); // throws when it is not answered
            return (await served.Get("/archives/2026/")).Contains("/posts/new/folder/", StringComparison.Ordinal);
        });

        Assert.Contains("At last.", await served.Get("/posts/new/folder/p99/"), StringComparison.Ordinal);

        // The folder that was made while events were lost is watched too.
        _folder.Write("content/posts/new/folder/p7.md", "---\ntitle: N7\ndate: 2026-01-01\n---\nEdited.\n");
        await served.Until(() => served.Terminal.Contains("/p7.md: ", StringComparison.Ordinal));
        Assert.Contains("Edited.", await served.Get("/posts/new/folder/p7/"), StringComparison.Ordinal);
        Assert.Contains("rescanning", served.Terminal, StringComparison.Ordinal);
        Assert.InRange(System.Text.RegularExpressions.Regex.Count(served.Terminal, @" more: \d+ ms\n"), 1, 3);
    }

    [Fact]
    public void WATCH_5_the_website_and_the_cache_are_no_sources()
    {
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, Assert.Fail);
        _folder.Write("public/posts/p/index.html", "page");
        _folder.Write(".blog/manifest", "m");
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));

        Assert.Throws<OperationCanceledException>(() => watcher.Next(soon.Token));
    }

    [Fact]
    public void WATCH_3_polling_sees_edits_without_any_event()
    {
        using var watcher = new SourceWatcher(_folder.Path, isPolling: true, Assert.Fail);
        var before = Sources.Read(_folder.Path);

        _folder.Write(Post, "new");

        Until(watcher, before, now => now.Markdown is [{ Text.Text: "new" }]);
    }

    // As the preview does: a hint leads to a look, and looks go on until nothing more is said.
    private Sources Until(SourceWatcher watcher, Sources sources, Func<Sources, bool> isRight)
    {
        while (!isRight(sources))
        {
            watcher.Next(_end.Token);
            sources = Sources.Read(_folder.Path, sources);
        }

        return sources;
    }

    /// <summary>Events as a test wants them, beside those of the system.</summary>
    private sealed class EventSource(string folder) : FileSystemWatcher(folder)
    {
        public void Tell(string folder, string name) => OnChanged(new(WatcherChangeTypes.Changed, folder, name));

        public void Lose() => OnError(new(new InternalBufferOverflowException()));
    }
}
