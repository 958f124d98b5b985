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
        using var watcher = new SourceWatcher(_folder.Path, isPolling: false, Assert.Fail);
        var before = Sources.Read(_folder.Path);

        Parallel.For(0, 5_000, i => _folder.Write($"content/posts/{i % 50}/p{i}.md", "new"));

        Until(watcher, before, now => now.Markdown.Length == 5_001);
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
}
