using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>
/// A folder on disk. What is made goes into a staging folder on the same file system and moves into place only when the whole build has
/// succeeded, so that each file is old or new, never half, whatever happens. The caller holds the <see cref="BuildLock"/>.
/// </summary>
public sealed class FolderTarget : ITarget
{
    private readonly OutputPlace _place;
    private readonly PublishPaths _paths;
    private readonly CacheFile _manifestFile;
    private readonly CacheFile _journalFile;
    private readonly OutputFolder _folder;
    private readonly Action<string> _beforeStep;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly ConcurrentDictionary<string, Diagnostic> _blocked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (long Length, long Ticks)> _staged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _stagedFolders = new(StringComparer.Ordinal);
    private readonly List<string> _deleted = [];
    private readonly List<string> _madeParents = [];
    private bool _mayReplace;
    private bool _hasCache;
    private bool _isJournalled;
    private Lazy<HashSet<string>> _ours = new([]);
    private string? _staging;
    private string? _manifestText;

    private FolderTarget(OutputPlace place, PublishPaths paths, bool mayReplace, Action<string>? beforeStep)
    {
        _place = place;
        _paths = paths;
        _manifestFile = new(paths.Manifest);
        _journalFile = new(paths.Journal);
        _mayReplace = mayReplace;
        _beforeStep = beforeStep ?? (_ => { });
        _folder = new(paths, _beforeStep);
    }

    public Manifest Manifest { get; private set; } = Manifest.Empty;

    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics, .. _blocked.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value)];

    /// <summary>Finishes an interrupted publish and looks what is there. Errors among <see cref="Diagnostics"/>: nothing may be published here.</summary>
    /// <param name="adopts">Takes a folder that is not ours: files that the site publishes are replaced, all others stay.</param>
    /// <param name="beforeStep">Called before every step that changes a disk, with its name; throwing there stops like a failing disk.</param>
    public static FolderTarget Open(OutputPlace place, bool adopts = false, Action<string>? beforeStep = null)
    {
        var refusal = OutputGuard.Check(place, RealPathOf);
        var root = RealPathOf(Path.GetFullPath(place.SiteRoot, place.CurrentFolder));
        var target = new FolderTarget(place, PublishPaths.Of(root, refusal is null ? RealPathOf(place.OutputFolder) : root), adopts, beforeStep);
        if (refusal is null && File.Exists(target._paths.Output))
        {
            refusal = Problems.UnusableOutputFolder(place.Output, "is a file");
        }

        if (refusal is not null)
        {
            target._diagnostics.Add(refusal);
            return target;
        }

        target.FinishInterrupted();
        target.DeleteStaging();    // of a build that was killed before anything moved
        target.Load();
        return target;
    }

    private void FinishInterrupted()
    {
        if (_journalFile.Read() is not { } text)
        {
            return;
        }

        var journal = Journal.Parse(text);
        if (journal is null)
        {
            _diagnostics.Add(Problems.CacheDiscarded("the record of an interrupted publish is damaged"));
            _mayReplace = true;
            _journalFile.Remove();
        }
        else if (journal.IsFirst && Directory.Exists(_paths.Output) && Directory.Exists(_paths.StagingBeside))
        {
            // Somebody else made the folder in the meantime: the publish never happened.
            _journalFile.Remove();
        }
        else
        {
            _diagnostics.Add(Problems.FinishingInterruptedPublish());
            CarryOut(journal, journal.IsInside ? _paths.StagingInside : _paths.StagingBeside);
        }
    }

    private void Load()
    {
        _manifestText = _manifestFile.Read();
        if (_manifestText is null)
        {
            if (!_mayReplace && Directory.Exists(_paths.Output) && Directory.EnumerateFileSystemEntries(_paths.Output).Any())
            {
                _diagnostics.Add(Problems.NotOurs(_place.Output));
            }

            return;
        }

        var (listed, damage) = ManifestText.Parse(_manifestText, _place.ToolVersion);
        if (damage is not null)
        {
            // The folder is ours, although we cannot tell all of its files any more: what the site publishes is replaced without asking.
            _diagnostics.Add(Problems.CacheDiscarded(damage));
            _mayReplace = true;
        }

        var onDisk = _folder.OnDisk(listed);
        Know(Manifest.Of(listed.Entries.Where(entry => onDisk.ContainsKey(entry.File)).Select(entry => AsFound(entry, onDisk[entry.File]))));
    }

    private void Know(Manifest manifest)
    {
        Manifest = manifest;
        _ours = new(() => manifest.Entries.Select(entry => OutputName.Fold(entry.File)).ToHashSet(StringComparer.Ordinal));
    }

    private ManifestEntry AsFound(ManifestEntry entry, (long Length, long Ticks) stamp) => stamp == (entry.Length, entry.ModifiedTicks)
        ? entry
        : entry with
        {
            Inputs = null,
            Content = Fingerprint.Of(stamp.Length == 0 ? [] : File.ReadAllBytes(_paths[entry.File])),
            Length = stamp.Length,
            ModifiedTicks = stamp.Ticks,
        };

    public void Begin()
    {
        DeleteStaging();
        _beforeStep("begin");
        if (CacheFile.WhyNotWritable(_paths.Cache) is { } reason)
        {
            _diagnostics.Add(Problems.CacheNotWritable(_paths.Cache, reason));
        }
        else
        {
            _hasCache = true;
        }

        MakeParents();
        _staging = CanStageBeside() ? _paths.StagingBeside : _paths.StagingInside;
        Directory.CreateDirectory(_staging);
    }

    private void MakeParents()
    {
        for (var parent = Path.GetDirectoryName(_paths.Output); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent))
        {
            _madeParents.Add(parent);
        }

        if (_madeParents.Count > 0)
        {
            Directory.CreateDirectory(_madeParents[0]);
        }
    }

    // Renaming a folder, unlike File.Move, fails between file systems instead of copying: so an empty one is sent ahead.
    private bool CanStageBeside()
    {
        if (!Directory.Exists(_paths.Output))
        {
            return true;
        }

        try
        {
            Directory.CreateDirectory(_paths.StagingBeside);
            Directory.Move(_paths.StagingBeside, _paths.StagingInside);
            Directory.Delete(_paths.StagingInside);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteStaging();
            return false;
        }
    }

    public void Write(UrlPath path, ReadOnlySpan<byte> bytes)
    {
        var file = path.OutputFile;
        if (!OutputName.IsInside(file) || _staging is null)
        {
            throw new InvalidOperationException($"'{file}' is not a file of the site, or nothing has begun");
        }

        if (WhatIsInTheWay(file, bytes) is { } problem)
        {
            _blocked.TryAdd(file, problem);
            return;
        }

        var staged = Path.Combine(_staging, file);
        var folder = Path.GetDirectoryName(staged)!;    // a file in the staging folder has one
        if (!_stagedFolders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            _stagedFolders[folder] = true;
        }

        _beforeStep($"write {file}");
        using (var handle = File.OpenHandle(staged, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(handle, bytes, 0);
        }

        _staged[file] = (bytes.Length, File.GetLastWriteTimeUtc(staged).Ticks);
    }

    // Files of ours, even those that are about to go, are never in the way; what somebody else put there is.
    private Diagnostic? WhatIsInTheWay(string file, ReadOnlySpan<byte> bytes)
    {
        if (_ours.Value.Contains(OutputName.Fold(file)) || !Directory.Exists(_paths.Output))
        {
            return null;
        }

        foreach (var folder in OutputName.FoldersOf(file))
        {
            if (OutputFolder.IsLink(_paths[folder]))
            {
                return Problems.Blocked(file, $"the folder '{folder}' is a link");
            }

            if (File.Exists(_paths[folder]) && !_ours.Value.Contains(OutputName.Fold(folder)))
            {
                return Problems.Blocked(file, $"'{folder}' is a file");
            }
        }

        var full = _paths[file];
        if (Directory.Exists(full) && !OutputFolder.IsLink(full))
        {
            var foreign = _folder.FilesBelow(full, _ => true).Where(other => other.IsLink || !_ours.Value.Contains(OutputName.Fold(other.File)))
                .Select(other => other.File).Order(StringComparer.Ordinal).FirstOrDefault();
            return foreign is null ? null : Problems.Blocked(file, $"there is a folder of that name, with '{foreign}' in it");
        }

        return _mayReplace || !(OutputFolder.IsLink(full) || File.Exists(full)) || (!OutputFolder.IsLink(full) && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
            ? null
            : Problems.NotOurFile(file);
    }

    public void Delete(UrlPath path) => _deleted.Add(path.OutputFile);

    public void Commit(Manifest manifest)
    {
        var stamped = Manifest.Of(manifest.Entries.Select(entry =>
            _staged.TryGetValue(entry.File, out var stamp) ? entry with { Length = stamp.Length, ModifiedTicks = stamp.Ticks } : entry));
        var text = ManifestText.Of(stamped, _place.ToolVersion);
        if (_staging is null)
        {
            _hasCache = text != _manifestText && CacheFile.WhyNotWritable(_paths.Cache) is null;
        }

        var journal = Journal.Of(!Directory.Exists(_paths.Output), _staging == _paths.StagingInside, _staged.Keys, _deleted, text);
        try
        {
            if (_hasCache && _staging is not null)
            {
                _beforeStep("journal");
                _journalFile.Replace(journal.ToString());
                _isJournalled = true;
            }

            CarryOut(journal, _staging);
        }
        catch (Exception e) when (_isJournalled && e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{e.Message}; every file of the output is whole, old or new, and the next build finishes this publish", e);
        }

        _isJournalled = false;
        _manifestText = text;
        Know(stamped);
        Forget();
    }

    // Every step finds out whether it is done already: an interrupted publish runs through here once more.
    private void CarryOut(Journal journal, string? staging)
    {
        var links = new Dictionary<string, bool>(StringComparer.Ordinal);
        if (journal.IsFirst && !Directory.Exists(_paths.Output) && staging is not null && Directory.Exists(staging))
        {
            _beforeStep("move the folder");
            Directory.Move(staging, _paths.Output);
        }
        else if (staging is not null)
        {
            Array.ForEach([.. journal.Clearing], file => _folder.Remove(file, links));
            Array.ForEach([.. journal.Placing], file => _folder.Place(file, staging, links));
            Array.ForEach([.. journal.Removing], file => _folder.Remove(file, links));
        }

        if (_hasCache || _journalFile.Read() is not null)
        {
            _beforeStep("manifest");
            _manifestFile.Replace(journal.Manifest);
            _beforeStep("end");
            _journalFile.Remove();
        }

        DeleteStaging();
        if (journal.Removing.Length > 0)
        {
            OutputFolder.DeleteIfEmpty(_paths.Output);
        }
    }

    public void Abandon()
    {
        if (!_isJournalled)
        {
            try
            {
                DeleteStaging();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The disk is failing already, and its first words are the ones to hear; the next build sweeps up.
            }

            _madeParents.ForEach(parent => OutputFolder.DeleteIfEmpty(parent));
        }

        Forget();
    }

    private void Forget()
    {
        _staging = null;
        _staged.Clear();
        _stagedFolders.Clear();
        _deleted.Clear();
        _madeParents.Clear();
    }

    private void DeleteStaging()
    {
        foreach (var staging in new[] { _paths.StagingBeside, _paths.StagingInside }.Where(staging => Directory.Exists(staging) && !OutputFolder.IsLink(staging)))
        {
            Directory.Delete(staging, recursive: true);    // does not follow links
        }
    }

    private static string RealPathOf(string path) =>
        RealPath.Of(path, part => new FileInfo(part).LinkTarget) ?? throw new IOException($"links on the way to '{path}' go in a circle");
}
