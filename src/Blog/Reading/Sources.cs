using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A snapshot of the input tree: which files there are. The only place that reads the disk.</summary>
/// <param name="Config"><c>content/site.yaml</c>, when there is one.</param>
/// <param name="Markdown">Posts and pages, ordered by path.</param>
/// <param name="Folders"><c>_folder.yaml</c> files.</param>
/// <param name="Data"><c>content/data/*</c>.</param>
/// <param name="Assets">Every other published file below <c>content/</c>.</param>
/// <param name="Templates">The site's own <c>templates/</c>.</param>
/// <param name="Diagnostics">Unreadable folders, links out of the site, names that cannot be published.</param>
public sealed record Sources(
    string RootName,
    SourceFile? Config,
    ImmutableArray<SourceFile> Markdown,
    ImmutableArray<SourceFile> Folders,
    ImmutableArray<SourceFile> Data,
    ImmutableArray<SourceFile> Assets,
    ImmutableArray<SourceFile> Templates,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Lists the site in a folder; files are read when first asked for.</summary>
    /// <param name="previous">A file whose length and time are as they were is taken over, with all that is known of it.</param>
    public static Sources Read(string root, Sources? previous = null)
    {
        var walk = new SourceWalk(root);
        var files = walk.Files();
        var known = previous is null ? [] : previous.All.Where(file => !file.HasFailed).ToDictionary(file => file.Path);
        return Of(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root))),
            files.Select(file => known.TryGetValue(file.Path, out var same) && same.Stamp == file.Stamp ? same : file),
            walk.Diagnostics,
            previous);
    }

    /// <summary>
    /// The snapshot after changes of some known files, without a walk through all folders. Null when one of them is new, gone or no plain file: only
    /// <see cref="Read"/> knows then.
    /// </summary>
    /// <param name="changed">Relative to the root, as they were found.</param>
    public static Sources? ReadAgain(string root, Sources previous, IReadOnlySet<SitePath> changed)
    {
        var sources = previous;
        foreach (var path in changed)
        {
            var file = new FileInfo(Path.Combine(root, path.Value));
            if (previous.Find(path) is not { } known || !file.Exists || file.LinkTarget is not null || file.Length == 0)
            {
                return null;
            }

            var now = FileOf(file, path);
            sources = now.Stamp == known.Stamp && !known.HasFailed ? sources : sources.With(now);
        }

        return sources;
    }

    private Sources With(SourceFile file) => SourceNames.PartOf(file.Path) switch
    {
        SourceNames.Part.Config => this with { Config = file },
        SourceNames.Part.Markdown => this with { Markdown = With(Markdown, file) },
        SourceNames.Part.Folder => this with { Folders = With(Folders, file) },
        SourceNames.Part.Data => this with { Data = With(Data, file) },
        SourceNames.Part.Template => this with { Templates = With(Templates, file) },
        _ => this with { Assets = With(Assets, file) },
    };

    private static ImmutableArray<SourceFile> With(ImmutableArray<SourceFile> files, SourceFile file) => files.SetItem(IndexOf(files, file.Path), file);

    /// <summary>Null when the snapshot has no such file.</summary>
    public SourceFile? Find(SitePath path)
    {
        var files = SourceNames.PartOf(path) switch
        {
            SourceNames.Part.Config => ConfigAsFiles,
            SourceNames.Part.Markdown => Markdown,
            SourceNames.Part.Folder => Folders,
            SourceNames.Part.Data => Data,
            SourceNames.Part.Template => Templates,
            _ => Assets,
        };
        return IndexOf(files, path) is var index and >= 0 ? files[index] : null;
    }

    // Every part is ordered by path. Negative when the file is not there.
    private static int IndexOf(ImmutableArray<SourceFile> files, SitePath path)
    {
        var (first, last) = (0, files.Length - 1);
        while (first <= last)
        {
            var middle = (first + last) / 2;
            switch (files[middle].Path.CompareTo(path))
            {
                case 0: return middle;
                case < 0: first = middle + 1; break;
                default: last = middle - 1; break;
            }
        }

        return -1;
    }

    private static SourceFile FileOf(FileInfo file, SitePath path)
    {
        var name = file.FullName;
        return new(path, new Stamp(file.Length, file.LastWriteTimeUtc.Ticks), () => File.ReadAllBytes(name)) { LoadHead = most => HeadOf(name, most) };
    }

    private static byte[] HeadOf(string name, int most)
    {
        using var file = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var head = new byte[(int)Math.Min(most, file.Length)];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>A whole site in one text: a line <c>-- content/a.md --</c> begins a file.</summary>
    public static Sources FromText(string archive, string rootName = "site")
    {
        var files = new List<SourceFile>();
        var lines = archive.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (PathOf(lines[i]) is not { } path)
            {
                continue;
            }

            var first = i + 1;
            while (i + 1 < lines.Length && PathOf(lines[i + 1]) is null)
            {
                i++;
            }

            // The line end before the next header belongs to the file; the one behind the last line does if it is written.
            var text = string.Join('\n', lines[first..(i + 1)]) + (i + 1 < lines.Length ? "\n" : "");
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            if (!path.Split('/').Any(SourceNames.IsSkipped))
            {
                files.Add(new(new SitePath(path), new Stamp(bytes.Length, 0), () => bytes));
            }
        }

        return Of(rootName, files, []);

        static string? PathOf(string line) =>
            line.TrimEnd('\r') is ['-', '-', ' ', .. var path, ' ', '-', '-'] && path.Contains('/', StringComparison.Ordinal) ? path : null;
    }

    /// <summary>Every file of the snapshot.</summary>
    public IEnumerable<SourceFile> All => Parts.SelectMany(files => files);

    private ImmutableArray<SourceFile>[] Parts => [ConfigAsFiles, Markdown, Folders, Data, Assets, Templates];

    private ImmutableArray<SourceFile> ConfigAsFiles => Config is null ? [] : [Config];

    /// <summary>Whether both hold the same files, as <see cref="Read"/> takes them over, and have the same to say.</summary>
    public bool IsSame(Sources other) =>
        DifferingFrom(other).IsEmpty && Diagnostics.Select(diagnostic => diagnostic.Message).SequenceEqual(other.Diagnostics.Select(diagnostic => diagnostic.Message));

    /// <summary>Files that changed, came or went, ordered by path.</summary>
    public ImmutableArray<SitePath> DifferingFrom(Sources other) => [.. Parts.Zip(other.Parts).SelectMany(parts => Differing(parts.First, parts.Second)).Order()];

    // Both are ordered by path.
    private static IEnumerable<SitePath> Differing(ImmutableArray<SourceFile> now, ImmutableArray<SourceFile> before)
    {
        var (i, j) = (0, 0);
        while (now != before && (i < now.Length || j < before.Length))
        {
            var order = i == now.Length ? 1 : j == before.Length ? -1 : ReferenceEquals(now[i], before[j]) ? 0 : now[i].Path.CompareTo(before[j].Path);
            if (order != 0 || !ReferenceEquals(now[i], before[j]))
            {
                yield return order <= 0 ? now[i].Path : before[j].Path;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    private static Sources Of(string rootName, IEnumerable<SourceFile> files, IEnumerable<Diagnostic> found, Sources? previous = null)
    {
        var diagnostics = found.ToList();
        var parts = new Dictionary<SourceNames.Part, List<SourceFile>>();
        SourceFile? last = null;
        foreach (var file in files.OrderBy(file => file.Path))
        {
            if (last?.Path == file.Path)
            {
                diagnostics.Add(Problems.SameNameTwice(file.Path));
                continue;
            }

            last = file;
            var part = SourceNames.PartOf(file.Path);
            if (!parts.TryGetValue(part, out var list))
            {
                parts[part] = list = [];
            }

            list.Add(file);
        }

        var config = parts.GetValueOrDefault(SourceNames.Part.Config)?[0];
        return new(rootName, config, Part(SourceNames.Part.Markdown, previous?.Markdown), Part(SourceNames.Part.Folder, previous?.Folders), Part(SourceNames.Part.Data, previous?.Data),
            Part(SourceNames.Part.Asset, previous?.Assets), Part(SourceNames.Part.Template, previous?.Templates), [.. diagnostics]);

        // The same files are the same array, so that later stages see it at once.
        ImmutableArray<SourceFile> Part(SourceNames.Part part, ImmutableArray<SourceFile>? last)
        {
            var now = parts.GetValueOrDefault(part, []);
            return last is { } same && same.SequenceEqual(now) ? same : [.. now];
        }
    }

    /// <summary>Walks the folders of a site. Links are followed inside the site only, and never in circles.</summary>
    private sealed class SourceWalk
    {
        private readonly string _root;
        private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
        private readonly List<Diagnostic> _diagnostics = [];
        private readonly List<SourceFile> _files = [];

        public SourceWalk(string root) => _root = RealPath.Of(Path.GetFullPath(root), LinkTarget) ?? Path.GetFullPath(root);

        public IEnumerable<Diagnostic> Diagnostics => _diagnostics;

        public List<SourceFile> Files()
        {
            if (!Directory.Exists(Path.Combine(_root, "content")))
            {
                _diagnostics.Add(Problems.NoContent(_root));
                return _files;
            }

            foreach (var top in new[] { "content", "templates" })
            {
                var folder = new DirectoryInfo(Path.Combine(_root, top));
                if (folder.Exists)
                {
                    Visit(folder, new SitePath(top), [], isInLink: false);
                }
            }

            return _files;
        }

        private void Walk(string folder, SitePath path, ImmutableArray<string> above, bool isInLink)
        {
            _entered.Add(folder);
            FileSystemInfo[] children;
            try
            {
                children = new DirectoryInfo(folder).GetFileSystemInfos();
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                _diagnostics.Add(Problems.UnreadableFolder(path, error is UnauthorizedAccessException ? "permission denied" : error.Message));
                return;
            }

            // Real folders first: a link to one that is walked anyway must not take its place.
            foreach (var child in children.OrderBy(child => child.LinkTarget is not null).ThenBy(child => child.Name, StringComparer.Ordinal))
            {
                if (SourceNames.IsSecret(child.Name))
                {
                    _diagnostics.Add(Problems.Secret(Below(path, child.Name)));
                }
                else if (!SourceNames.IsSkipped(child.Name))
                {
                    Visit(child, Below(path, child.Name), above.Add(folder), isInLink);
                }
            }
        }

        private static SitePath Below(SitePath path, string name) => new($"{path.Value}/{Slug.Normalized(name, System.Text.NormalizationForm.FormC)}");

        private void Visit(FileSystemInfo child, SitePath path, ImmutableArray<string> above, bool isInLink)
        {
            if (child.LinkTarget is not null)
            {
                Follow(child, path, above, isInLink);
            }
            else if (child is DirectoryInfo)
            {
                Walk(child.FullName, path, above, isInLink);
            }
            else
            {
                Add(new FileInfo(child.FullName), path);
            }
        }

        private static string? LinkTarget(string path) => new FileInfo(path).LinkTarget;

        private void Follow(FileSystemInfo link, SitePath path, ImmutableArray<string> above, bool isInLink)
        {
            var target = RealPath.Of(link.FullName, LinkTarget);
            if (target is null)
            {
                _diagnostics.Add(Problems.LinkInCircle(path));
            }
            else if (!Path.Exists(target))
            {
                _diagnostics.Add(Problems.DanglingLink(path, link.LinkTarget ?? ""));
            }
            else if (target != _root && !target.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                _diagnostics.Add(Problems.LinkLeavesSite(path, link.LinkTarget ?? ""));
            }
            else if (target != _root && target[(_root.Length + 1)..].Split(Path.DirectorySeparatorChar).Any(SourceNames.IsSkipped))
            {
                _diagnostics.Add(Problems.LinkToHidden(path, link.LinkTarget ?? ""));
            }
            else if (!Directory.Exists(target))
            {
                Add(new FileInfo(target), path);
            }
            else if (above.Any(folder => (folder + Path.DirectorySeparatorChar).StartsWith(target + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                || (isInLink && _entered.Contains(target)))
            {
                // Within a linked folder each folder is walked once in all: n folders that link to each other have n! paths.
                _diagnostics.Add(Problems.LinkInCircle(path));
            }
            else
            {
                Walk(target, path, above, isInLink: true);
            }
        }

        private void Add(FileInfo file, SitePath path)
        {
            // Pipes, sockets and devices have no length. Opening one may wait for ever, so they are told from empty files without it.
            if (file.Length == 0 && SpecialFile.KindOf(file.FullName) is { } kind)
            {
                _diagnostics.Add(Problems.SpecialFile(path, kind));
                return;
            }

            _files.Add(FileOf(file, path));
        }
    }
}
