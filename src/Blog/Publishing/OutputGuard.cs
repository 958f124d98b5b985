using System.Text;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>Keeps the output away from folders whose loss would hurt. Knows only names; the caller says where links lead.</summary>
public static class OutputGuard
{
    /// <summary>Why the output may not go there; null when it may.</summary>
    /// <param name="realPath">An absolute path with all links resolved; parts that do not exist stay as they are.</param>
    public static Diagnostic? Check(OutputPlace place, Func<string, string> realPath)
    {
        if (string.IsNullOrWhiteSpace(place.Output))
        {
            return Problems.NoOutputFolder();
        }

        if (place.Output.Any(char.IsControl))
        {
            return Problems.UnusableOutputFolder(place.Output, "holds a control character");
        }

        // A quoted '~' reaches us as it is; a folder of that name would one day be removed by hand, and home with it.
        if (place.Output.Trim() is "~" || place.Output.TrimStart().StartsWith("~/", StringComparison.Ordinal))
        {
            return Problems.UnusableOutputFolder(place.Output, "begins with '~', which only a shell understands");
        }

        var typed = place.OutputFolder;
        string[] outputs = [typed, realPath(typed)];
        var broken = from protection in Protections(place)
                     from folder in new[] { protection.Folder, realPath(protection.Folder) }
                     from output in outputs
                     where protection.IsBroken(Fold(output), Fold(folder))
                     select Problems.ProtectedFolder(place.Output, protection.Rule);
        return outputs.Any(IsDriveRoot) || IsDriveLetter(place.Output.Trim()) ? Problems.ProtectedFolder(place.Output, "is the root of a drive") : broken.FirstOrDefault();
    }

    private readonly record struct Protection(string Folder, Func<string, string, bool> IsBroken, string Rule);

    private static IEnumerable<Protection> Protections(OutputPlace place)
    {
        var root = Path.GetFullPath(place.SiteRoot, place.CurrentFolder);
        yield return new(root, static (output, folder) => output == folder, "is the folder of the site itself");
        yield return new(root, IsAbove, "contains the folder of the site");
        foreach (var source in new[] { "content", "templates", ".git", ".blog" })
        {
            var folder = Path.Combine(root, source);
            yield return new(folder, static (output, folder) => output == folder, $"is '{source}' of the site");
            yield return new(folder, static (output, folder) => IsAbove(folder, output), $"lies in '{source}' of the site");
            yield return new(folder, IsAbove, $"contains '{source}' of the site");
        }

        if (!string.IsNullOrEmpty(place.Home))
        {
            var home = Path.GetFullPath(place.Home, place.CurrentFolder);
            yield return new(home, static (output, folder) => output == folder, "is the home folder");
            yield return new(home, IsAbove, "contains the home folder");
        }
    }

    private static bool IsAbove(string folder, string path) => path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal) && path[folder.Length] == '/';

    private static bool IsDriveRoot(string path) => path.Length <= (Path.GetPathRoot(path)?.Length ?? 0);

    // "C:" and "C:\\" mean a drive to the person who types them, on every system.
    private static bool IsDriveLetter(string output) => output.Length is 2 or 3 && char.IsAsciiLetter(output[0]) && output[1] == ':' && output[2..] is ("" or "/" or "\\");

    // Case and normalization are ignored on every system: a false alarm costs a rename, the other mistake costs the site.
    private static string Fold(string path) =>
        OutputName.Fold(Path.TrimEndingDirectorySeparator(path).Replace(Path.DirectorySeparatorChar, '/').Normalize(NormalizationForm.FormC));
}
