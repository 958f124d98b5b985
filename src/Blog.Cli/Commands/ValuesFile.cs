using Blog.Cli.Terminal;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>A file of values that the command line names.</summary>
internal static class ValuesFile
{
    // No ending: what a shell hands over for '<(command)'. JSON is read as YAML then, which holds nearly all of it.
    private static readonly string[] Endings = [".yaml", ".yml", ".json", ""];

    /// <summary>The values, with what there is to say about them; or why there is nothing to read. Both null when nothing was typed.</summary>
    public static (DataFile? Data, Diagnostic? Problem) Of(string? typed, Shell shell, string option = "--data")
    {
        if (typed is null)
        {
            return (null, null);
        }

        var (path, file) = (shell.PathOf(typed), new SitePath(typed.Replace(Path.DirectorySeparatorChar, '/')));
        if (!File.Exists(path))
        {
            return (null, Problems.NoDataFile(typed, option, NearestTo(typed, path)));
        }

        return Endings.Contains(file.Extension)
            ? (DataFile.Read(new(file, new(new FileInfo(path).Length, 0), () => File.ReadAllBytes(path)), file.Stem), null)
            : (null, Problems.NoDataFormat(typed));
    }

    private static string? NearestTo(string typed, string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        var others = files.Where(file => Endings.Contains(new SitePath(file).Extension)).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        return Spelling.Nearest(name, others) is { } nearest ? typed[..^name.Length] + nearest : null;
    }
}
