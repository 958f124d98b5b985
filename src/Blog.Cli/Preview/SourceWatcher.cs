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
    private static readonly TimeSpan PollingPause = TimeSpan.FromMilliseconds(500);

    // After the last event: what it did not tell.
    private static readonly TimeSpan[] Afterthoughts = [TimeSpan.FromMilliseconds(150), TimeSpan.FromSeconds(1)];

    private readonly string _root;
    private readonly Action<string> _warn;
    private readonly BlockingCollection<string?> _events = [];
    private readonly List<FileSystemWatcher> _watchers = [];
    private bool _isPolling;
    private int _afterthought = Afterthoughts.Length;

    /// <param name="isPolling">Looks at everything twice a second instead: for network drives and containers, which tell nothing.</param>
    /// <param name="warn">Told when the system cannot watch; polling goes on from there.</param>
    public SourceWatcher(string root, bool isPolling, Action<string> warn)
    {
        (_root, _isPolling, _warn) = (root, isPolling, warn);
        Watch();
    }

    /// <summary>Waits until there is something to look at.</summary>
    /// <exception cref="OperationCanceledException">When <paramref name="stop"/> says so.</exception>
    public Hint Next(CancellationToken stop)
    {
        var pause = _isPolling ? PollingPause : _afterthought < Afterthoughts.Length ? Afterthoughts[_afterthought] : Timeout.InfiniteTimeSpan;
        if (!_events.TryTake(out var first, (int)pause.TotalMilliseconds, stop))
        {
            _afterthought++;
            return new(new HashSet<string>(), IsEverywhere: true);
        }

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
        while (System.Diagnostics.Stopwatch.GetElapsedTime(start) < MostPatience && _events.TryTake(out more, (int)Quiet.TotalMilliseconds, stop));

        _afterthought = 0;
        if (paths.Any(path => Path.GetDirectoryName(path) == _root))
        {
            // 'content' or 'templates' came or went.
            Watch();
        }

        return new(paths, isEverywhere);
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
        if (_isPolling)
        {
            return;
        }

        try
        {
            Watch(_root, isDeep: false);
            foreach (var folder in new[] { "content", "templates" }.Select(name => Path.Combine(_root, name)).Where(Directory.Exists))
            {
                Watch(folder, isDeep: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            Poll(e);
        }
    }

    private void Watch(string folder, bool isDeep)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = isDeep,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
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
        _watchers.Add(watcher);
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
            _warn(Words.CannotWatch(reason.Message));
        }
    }
}
