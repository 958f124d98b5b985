using System.Text;

namespace Blog.Tests.Kit;

/// <summary>A folder of its own for one test; gone afterwards. All paths are relative to it, with '/'.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("blog-test-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);    // never a root
        File.WriteAllText(this[relative], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public bool Has(string relative) => Path.Length > 0 && (File.Exists(this[relative]) || Directory.Exists(this[relative]));

    public void Link(string relative, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);    // never a root
        Directory.CreateSymbolicLink(this[relative], target);
    }

    /// <summary>Every file and folder below, links not followed: a name with its text, a folder with a final '/', a link with its target.</summary>
    public SortedDictionary<string, string> Tree(string relative = "")
    {
        var tree = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(this[relative]))
        {
            Add(new DirectoryInfo(this[relative]), "", tree);
        }

        return tree;
    }

    private static void Add(DirectoryInfo folder, string prefix, SortedDictionary<string, string> tree)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry.LinkTarget is { } target)
            {
                tree.Add(prefix + entry.Name, $"-> {target}");
            }
            else if (entry is DirectoryInfo inner)
            {
                tree.Add($"{prefix}{entry.Name}/", "");
                Add(inner, $"{prefix}{entry.Name}/", tree);
            }
            else
            {
                tree.Add(prefix + entry.Name, File.ReadAllText(entry.FullName));
            }
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
