using System.IO.Enumeration;

namespace Blog.Publishing;

/// <summary>The published folder itself: looks and moves that never go through a link and never touch what is not ours.</summary>
/// <param name="beforeStep">Called before every step that changes the disk, with its name.</param>
internal sealed class OutputFolder(PublishPaths paths, Action<string> beforeStep)
{
    /// <summary>Length and time of the files on disk. Regular files only, never through a link; folders in which we published nothing (".git") are not looked into.</summary>
    public Dictionary<string, (long Length, long Ticks)> OnDisk(Manifest listed)
    {
        if (!Directory.Exists(paths.Output))
        {
            return [];
        }

        var folders = listed.Entries.SelectMany(entry => OutputName.FoldersOf(entry.File)).ToHashSet(StringComparer.Ordinal);
        return FilesBelow(paths.Output, folders.Contains).Where(file => !file.IsLink)
            .ToDictionary(file => file.File, file => (file.Length, file.Ticks), StringComparer.Ordinal);
    }

    /// <summary>Links are named, never followed.</summary>
    public FileSystemEnumerable<(string File, long Length, long Ticks, bool IsLink)> FilesBelow(string folder, Func<string, bool> enters)
    {
        var everything = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        return new(folder, (ref entry) => (paths.FileOf(entry.ToFullPath()), entry.Length, entry.LastWriteTimeUtc.UtcTicks, IsLink(ref entry)), everything)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref entry) => !IsLink(ref entry) && enters(paths.FileOf(entry.ToFullPath())),
        };
    }

    private static bool IsLink(ref FileSystemEntry entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    /// <summary>Moves a staged file to its place; done already when it is not staged any more.</summary>
    /// <param name="links">Which folders are links, as far as known in this run.</param>
    public void Place(string file, string staging, Dictionary<string, bool> links)
    {
        var (from, to) = (Path.Combine(staging, file), paths[file]);
        if (!File.Exists(from) || IsBehindLink(file, links))
        {
            return;
        }

        beforeStep($"place {file}");
        if (Directory.Exists(to) && !IsLink(to))
        {
            DeleteEmptyFolders(to);
            if (Directory.Exists(to))
            {
                return;    // somebody filled it since the interruption; the build that follows will name it
            }
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

    /// <summary>Deletes a file, and the folders that it leaves empty.</summary>
    public void Remove(string file, Dictionary<string, bool> links)
    {
        var full = paths[file];
        if (IsBehindLink(file, links))
        {
            return;
        }

        if (File.Exists(full) && !IsLink(full))
        {
            beforeStep($"remove {file}");
            File.Delete(full);
        }

        foreach (var folder in OutputName.FoldersOf(file).Reverse().Select(folder => paths[folder]))
        {
            if (Directory.Exists(folder) && !DeleteIfEmpty(folder))
            {
                break;
            }
        }
    }

    public static bool DeleteIfEmpty(string folder)
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
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(inner => !IsLink(inner)).ToList())
        {
            DeleteEmptyFolders(inner);
        }

        DeleteIfEmpty(folder);
    }

    private bool IsBehindLink(string file, Dictionary<string, bool> known)
    {
        foreach (var folder in OutputName.FoldersOf(file))
        {
            if (!known.TryGetValue(folder, out var isLink))
            {
                known[folder] = isLink = IsLink(paths[folder]);
            }

            if (isLink)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;
}
