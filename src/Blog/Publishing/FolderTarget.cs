using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.IO.Enumeration;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>
/// A folder on disk. What is made goes into a staging folder on the same file system and moves into place only when the whole build has
/// succeeded, so that each file is old or new, never half, whatever happens. The caller holds the <see cref="BuildLock"/>.
/// </summary>
public sealed class FolderTarget : ITarget
{
    private readonly OutputPlace _place;
    private readonly string _output;
    private readonly string _cacheFolder;
    private readonly CacheFile _manifestFile;
    private readonly CacheFile _journalFile;
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

    private FolderTarget(OutputPlace place, string output, bool mayReplace, Action<string>? beforeStep)
    {
        // Inside the site, the name follows the site when it moves to another folder or machine.
        var root = RealPath.Of(Path.GetFullPath(place.SiteRoot, place.CurrentFolder));
        var relative = Path.GetRelativePath(root, output).Replace(Path.DirectorySeparatorChar, '/');
        var name = Fingerprint.Of(OutputName.IsInside(relative) ? relative : output).Short(16);
        _place = place;
        _output = output;
        _cacheFolder = Path.Combine(root, ".blog");
        _manifestFile = new(Path.Combine(_cacheFolder, $"manifest-{name}"));
        _journalFile = new(Path.Combine(_cacheFolder, $"journal-{name}"));
        _mayReplace = mayReplace;
        _beforeStep = beforeStep ?? (_ => { });

        // The same name in every run, so that the next one finds what a killed one left.
        var suffix = $"staging-{Fingerprint.OfTexts(root, output).Short(8)}";
        StagingBeside = Path.Combine(Path.GetDirectoryName(output) ?? output, $".{Path.GetFileName(output)}.{suffix}");
        StagingInside = Path.Combine(output, $".{suffix}");
    }

    public Manifest Manifest { get; private set; } = Manifest.Empty;

    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics, .. _blocked.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value)];

    private string StagingBeside { get; }

    private string StagingInside { get; }

    /// <summary>Finishes an interrupted publish and looks what is there. Errors among <see cref="Diagnostics"/>: nothing may be published here.</summary>
    /// <param name="adopts">Takes a folder that is not ours: files that the site publishes are replaced, all others stay.</param>
    /// <param name="beforeStep">Called before every step that changes a disk, with its name; throwing there stops like a failing disk.</param>
    public static FolderTarget Open(OutputPlace place, bool adopts = false, Action<string>? beforeStep = null)
    {
        var refusal = OutputGuard.Check(place, RealPath.Of);
        var target = new FolderTarget(place, refusal is null ? RealPath.Of(place.OutputFolder) : place.SiteRoot, adopts, beforeStep);
        if (refusal is null && File.Exists(target._output))
        {
            refusal = Problems.UnusableOutputFolder(place.Output, "is a file");
        }

        if (refusal is not null)
        {
            target._diagnostics.Add(refusal);
            return target;
        }

        target.FinishInterrupted();
        target.Load();
        return target;
    }

    private void FinishInterrupted()
    {
        if (_journalFile.Read() is not { } text)
        {
            return;
        }

        // A first publish whose folder somebody else made in the meantime never happened.
        if (Journal.Parse(text) is { } journal && !(journal.IsFirst && Directory.Exists(_output) && Directory.Exists(StagingBeside)))
        {
            _diagnostics.Add(Problems.FinishingInterruptedPublish());
            CarryOut(journal, journal.IsInside ? StagingInside : StagingBeside);
        }
        else
        {
            _diagnostics.Add(Problems.CacheDiscarded("the record of an interrupted publish is damaged"));
            _mayReplace |= _manifestFile.Read() is not null;
            _journalFile.Remove();
        }
    }

    private void Load()
    {
        _manifestText = _manifestFile.Read();
        if (_manifestText is null)
        {
            if (!_mayReplace && Directory.Exists(_output) && Directory.EnumerateFileSystemEntries(_output).Any(entry => entry != StagingInside))
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

        var onDisk = OnDisk(listed);
        Know(Manifest.Of(listed.Entries.Where(entry => onDisk.ContainsKey(entry.File)).Select(entry => AsFound(entry, onDisk[entry.File]))));
    }

    private void Know(Manifest manifest)
    {
        Manifest = manifest;
        _ours = new(() => manifest.Entries.Select(entry => OutputName.Fold(entry.File)).ToHashSet(StringComparer.Ordinal));
    }

    // Regular files only, never through a link. Folders in which we published nothing (".git") are not looked into.
    private Dictionary<string, (long Length, long Ticks)> OnDisk(Manifest listed)
    {
        if (!Directory.Exists(_output))
        {
            return [];
        }

        var folders = listed.Entries.SelectMany(entry => OutputName.FoldersOf(entry.File)).ToHashSet(StringComparer.Ordinal);
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        var files = new FileSystemEnumerable<(string File, (long, long) Stamp)>(
            _output, (ref entry) => (FileOf(ref entry), (entry.Length, entry.LastWriteTimeUtc.UtcTicks)), everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) =>
                folders.Contains(FileOf(ref entry)) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return files.ToDictionary(file => file.File, file => file.Stamp, StringComparer.Ordinal);
    }

    private string FileOf(ref FileSystemEntry entry) => FileOf(entry.ToFullPath());

    private string FileOf(string fullPath) => fullPath[(_output.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');

    private ManifestEntry AsFound(ManifestEntry entry, (long Length, long Ticks) stamp) => stamp == (entry.Length, entry.ModifiedTicks)
        ? entry
        : entry with
        {
            Inputs = null,
            Content = Fingerprint.Of(stamp.Length == 0 ? [] : File.ReadAllBytes(FullPath(entry.File))),
            Length = stamp.Length,
            ModifiedTicks = stamp.Ticks,
        };

    public void Begin()
    {
        DeleteStaging();
        _beforeStep("begin");
        if (CacheFile.WhyNotWritable(_cacheFolder) is { } reason)
        {
            _diagnostics.Add(Problems.CacheNotWritable(_cacheFolder, reason));
        }
        else
        {
            _hasCache = true;
        }

        MakeParents();
        _staging = CanStageBeside() ? StagingBeside : StagingInside;
        Directory.CreateDirectory(_staging);
    }

    private void MakeParents()
    {
        for (var parent = Path.GetDirectoryName(_output); parent is not null && !Directory.Exists(parent); parent = Path.GetDirectoryName(parent))
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
        if (!Directory.Exists(_output))
        {
            return true;
        }

        try
        {
            Directory.CreateDirectory(StagingBeside);
            Directory.Move(StagingBeside, StagingInside);
            Directory.Delete(StagingInside);
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
        if (_ours.Value.Contains(OutputName.Fold(file)) || !Directory.Exists(_output))
        {
            return null;
        }

        foreach (var folder in OutputName.FoldersOf(file))
        {
            if (RealPath.IsLink(FullPath(folder)))
            {
                return Problems.Blocked(file, $"the folder '{folder}' is a link");
            }

            if (File.Exists(FullPath(folder)) && !_ours.Value.Contains(OutputName.Fold(folder)))
            {
                return Problems.Blocked(file, $"'{folder}' is a file");
            }
        }

        var full = FullPath(file);
        if (Directory.Exists(full) && !RealPath.IsLink(full))
        {
            var foreign = Directory.EnumerateFiles(full, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(FileOf)
                .Where(other => !_ours.Value.Contains(OutputName.Fold(other))).Order(StringComparer.Ordinal).FirstOrDefault();
            return foreign is null ? null : Problems.Blocked(file, $"there is a folder of that name, with '{foreign}' in it");
        }

        return _mayReplace || !(RealPath.IsLink(full) || File.Exists(full)) || (!RealPath.IsLink(full) && File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
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
            _hasCache = text != _manifestText && CacheFile.WhyNotWritable(_cacheFolder) is null;
        }

        var journal = Journal.Of(!Directory.Exists(_output), _staging == StagingInside, _staged.Keys, _deleted, text);
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
        if (journal.IsFirst && !Directory.Exists(_output) && staging is not null && Directory.Exists(staging))
        {
            _beforeStep("move the folder");
            Directory.Move(staging, _output);
        }
        else if (staging is not null)
        {
            Array.ForEach([.. journal.Clearing], file => Remove(file, links));
            Array.ForEach([.. journal.Placing], file => Place(file, staging, links));
            Array.ForEach([.. journal.Removing], file => Remove(file, links));
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
            DeleteIfEmpty(_output);
        }
    }

    private void Place(string file, string staging, Dictionary<string, bool> links)
    {
        var (from, to) = (Path.Combine(staging, file), FullPath(file));
        if (!File.Exists(from) || IsBehindLink(file, links))
        {
            return;
        }

        _beforeStep($"place {file}");
        if (Directory.Exists(to) && !RealPath.IsLink(to))
        {
            DeleteEmptyFolders(to);
        }

        for (var triesLeft = 3; ; triesLeft--)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);    // not a root
                File.Move(from, to, overwrite: true);
                return;
            }
            catch (DirectoryNotFoundException) when (triesLeft > 0)
            {
                // Somebody removes the output while we publish.
            }
        }
    }

    private void Remove(string file, Dictionary<string, bool> links)
    {
        var full = FullPath(file);
        if (IsBehindLink(file, links))
        {
            return;
        }

        if (File.Exists(full) && !RealPath.IsLink(full))
        {
            _beforeStep($"remove {file}");
            File.Delete(full);
        }

        foreach (var folder in OutputName.FoldersOf(file).Reverse().Select(FullPath))
        {
            if (Directory.Exists(folder) && !DeleteIfEmpty(folder))
            {
                break;
            }
        }
    }

    private static bool DeleteIfEmpty(string folder)
    {
        try
        {
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return false;
            }

            Directory.Delete(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody works in there; an empty folder is not worth a failed build.
            return false;
        }
    }

    private static void DeleteEmptyFolders(string folder)
    {
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !RealPath.IsLink(inner)).ToList())
        {
            DeleteEmptyFolders(inner);
        }

        DeleteIfEmpty(folder);
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

            _madeParents.ForEach(parent => DeleteIfEmpty(parent));
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
        foreach (var staging in new[] { StagingBeside, StagingInside }.Where(staging => Directory.Exists(staging) && !RealPath.IsLink(staging)))
        {
            Directory.Delete(staging, recursive: true);    // does not follow links
        }
    }

    private string FullPath(string file) => Path.Combine(_output, file);

    private bool IsBehindLink(string file, Dictionary<string, bool> known)
    {
        foreach (var folder in OutputName.FoldersOf(file))
        {
            if (!known.TryGetValue(folder, out var isLink))
            {
                known[folder] = isLink = RealPath.IsLink(FullPath(folder));
            }

            if (isLink)
            {
                return true;
            }
        }

        return false;
    }
}
