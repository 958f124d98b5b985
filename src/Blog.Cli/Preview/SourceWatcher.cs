using System.Collections.Concurrent;

namespace Blog.Cli.Preview;

/// <summary>Where to look again.</summary>
/// <param name="Paths">Files and folders that something happened to, absolute.</param>
/// <param name="IsEverywhere">More may have happened than <paramref name="Paths"/> say.</param>
internal sealed record Hint(IReadOnlySet<string> Paths, bool IsEverywhere);

/// <summary>
/// Says when to look at the sources again, and where first. Events of the file system are hints and no more: they come late, several for one save, and
/// some never (faults.md, WATCH-1 to WATCH-5), so a look at everything follows a while after the last one.
/// </summary>
internal sealed class SourceWatcher : IDisposable
{
    // One save is one to three events within a millisecond or two; editors that write twice take longer.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(12);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMilliseconds(60);

    // Another branch, an archive that is unpacked: thousands of changes within seconds are worth one look, not one for each few.
    private const int Many = 50;
    private static readonly TimeSpan QuietAfterMany = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan MostPatienceWithMany = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan PollingPause = TimeSpan.FromMilliseconds(500);

    // After the last event: what it did not tell.
    private static readonly TimeSpan[] Afterthoughts = [TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1)];

    private readonly string _root;
    private readonly Action<string> _warn;
    private readonly Func<string, FileSystemWatcher> _open;
    private readonly BlockingCollection<string?> _events = [];
    private readonly List<FileSystemWatcher> _watchers = [];
    private volatile bool _isPolling;
    private int _afterthought = Afterthoughts.Length;
    private bool _isTreeAnother;

    /// <param name="isPolling">Looks at everything twice a second instead: for network drives and containers, which tell nothing.</param>
    /// <param name="warn">Told when the system cannot watch, or has lost count; from threads of the system too.</param>
    /// <param name="open">The system's watcher of a folder; tests hand in one that fails.</param>
    public SourceWatcher(string root, bool isPolling, Action<string> warn, Func<string, FileSystemWatcher>? open = null)
    {
        (_root, _isPolling, _warn, _open) = (root, isPolling, warn, open ?? (folder => new(folder)));
        Watch();
    }

    /// <summary>
    /// How long to believe that nothing happens. A watcher of .NET that meets a folder moved away and back within milliseconds ends without a word
    /// (https://github.com/dotnet/runtime/issues/133420), so now and then all is looked at, and watched, again.
    /// </summary>
    public TimeSpan IdlePause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Called when the first event of a save has come, before the others are waited for.</summary>
    public Action Noticed { get; init; } = () => { };

    /// <summary>Waits until there is something to look at, or there may be.</summary>
    /// <exception cref="OperationCanceledException">When <paramref name="stop"/> says so.</exception>
    public Hint Next(CancellationToken stop)
    {
        var pause = _isPolling ? PollingPause : _afterthought < Afterthoughts.Length ? Afterthoughts[_afterthought] : IdlePause;
        if (!_events.TryTake(out var first, (int)pause.TotalMilliseconds, stop))
        {
            if (_isTreeAnother || _afterthought == Afterthoughts.Length)
            {
                Watch();
            }

            _afterthought = Math.Min(_afterthought + 1, Afterthoughts.Length);
            return new(new HashSet<string>(), IsEverywhere: true);
        }

        Noticed();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var isEverywhere = false;
        var start = System.Diagnostics.Stopwatch.GetTimestamp();
        var more = first;
        do
        {
            isEverywhere |= more is null;
            if (more is not null)
            {
                paths.Add(more);
            }
        }
        while (IsPatient() && _events.TryTake(out more, (int)(paths.Count < Many ? Quiet : QuietAfterMany).TotalMilliseconds, stop));

        _afterthought = 0;
        _isTreeAnother |= paths.Any(path => !File.Exists(path));
        if (isEverywhere && !_isPolling)
        {
            _warn(Words.Rescanning);
        }

        if (isEverywhere || paths.Any(path => Path.GetDirectoryName(path) == _root))
        {
            // 'content' or 'templates' came or went; or, among the lost, folders that nobody watches yet.
            Watch();
        }

        return new(paths, isEverywhere);

        bool IsPatient() => System.Diagnostics.Stopwatch.GetElapsedTime(start) < (paths.Count < Many ? MostPatience : MostPatienceWithMany);
    }

    public void Dispose()
    {
        Unwatch();
        _events.Dispose();
    }

    private void Unwatch()
    {
        foreach (var watcher in _watchers)
        {
            watcher.Dispose();
        }

        _watchers.Clear();
    }

    private void Watch()
    {
        Unwatch();
        _isTreeAnother = false;
        if (_isPolling)
        {
            return;
        }

        Watch(_root, isDeep: false);
        foreach (var folder in new[] { "content", "templates" }.Select(name => Path.Combine(_root, name)).Where(Directory.Exists))
        {
            Watch(folder, isDeep: true);
        }
    }

    private void Watch(string folder, bool isDeep)
    {
        try
        {
            Begin(_open(folder), isDeep);
        }
        catch (Exception) when (folder != _root && !Directory.Exists(folder))
        {
            // It went in between; the watcher of the root tells of it, and of its return.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            Poll(e);
        }
    }

    private void Begin(FileSystemWatcher watcher, bool isDeep)
    {
        _watchers.Add(watcher);
        watcher.IncludeSubdirectories = isDeep;
        watcher.InternalBufferSize = 64 * 1024;
        watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        watcher.Created += (_, change) => Tell(change.FullPath);
        watcher.Deleted += (_, change) => Tell(change.FullPath);
        watcher.Changed += (_, change) => Tell(change.FullPath);
        watcher.Renamed += (_, renamed) =>
        {
            Tell(renamed.OldFullPath);
            Tell(renamed.FullPath);
        };
        watcher.Error += (_, error) =>
        {
            // A queue that ran over has lost events; anything else means that there will be none.
            if (error.GetException() is not InternalBufferOverflowException)
            {
                Poll(error.GetException());
            }

            Add(null);
        };
        watcher.EnableRaisingEvents = true;
    }

    // Beside 'content' and 'templates' lie the website, the cache, perhaps the whole history: nothing there is a source.
    private void Tell(string path)
    {
        if (Path.GetDirectoryName(path) != _root || Path.GetFileName(path) is "content" or "templates")
        {
            Add(path);
        }
    }

    private void Add(string? path)
    {
        try
        {
            _events.Add(path);
        }
        catch (ObjectDisposedException)
        {
            // The last events of a watcher that is being shut down.
        }
    }

    private void Poll(Exception reason)
    {
        if (!_isPolling)
        {
            _isPolling = true;
            _warn(WatchLimit.Of(reason) is { } limit ? Words.NoWatchesLeft(limit) : Words.CannotWatch(reason.Message));
        }
    }
}
