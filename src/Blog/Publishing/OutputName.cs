using System.Text;

namespace Blog.Publishing;

/// <summary>Names of published files: what every file system takes, decided here and not by the file system that happens to be there.</summary>
internal static class OutputName
{
    // https://learn.microsoft.com/windows/win32/fileio/naming-a-file, and the superscript digits that count as 1, 2, 3 there.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$", .. "0123456789¹²³".SelectMany(digit => new[] { $"com{digit}", $"lpt{digit}" })],
        StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Forbidden = [.. "<>:\"|?*\\"];

    /// <summary>The longest name of a file or folder, in UTF-8 bytes: the limit of ext4, APFS, XFS.</summary>
    public const int LongestSegment = 255;

    /// <summary>True when the file, seen from the output folder, surely lies in it.</summary>
    public static bool IsInside(string file) =>
        file.Length > 0 && !file.Contains('\\') && !file.Contains(':') && !file.Any(char.IsControl)
        && file.Split('/').All(segment => segment is not ("" or "." or ".."));

    /// <summary>Why Windows refuses a name, in words that follow the name; null when it takes it.</summary>
    public static string? WhyRefused(string segment) =>
        Devices.Contains(segment.Split('.')[0].TrimEnd(' ')) ? "is the name of a device on Windows"
        : segment.EndsWith('.') ? "ends with a dot"
        : segment.EndsWith(' ') ? "ends with a blank"
        : segment.Any(char.IsControl) ? "holds a control character"
        : segment.IndexOfAny(Forbidden) is var wrong and >= 0 ? $"holds the character {segment[wrong]}"
        : HasLoneSurrogate(segment) ? "is not valid Unicode"
        : null;

    /// <summary>The form in which file systems compare names that ignore case (NTFS, APFS) or normalization (APFS, HFS+).</summary>
    public static string Fold(string file) => Ascii.IsValid(file)
        ? file.ToLowerInvariant()
        : (HasLoneSurrogate(file) ? file : file.Normalize(NormalizationForm.FormC)).ToUpperInvariant().ToLowerInvariant();

    /// <summary>The folders above a file, from the outermost: <c>a</c>, <c>a/b</c> for <c>a/b/c</c>.</summary>
    public static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.IndexOf('/'); slash >= 0; slash = file.IndexOf('/', slash + 1))
        {
            yield return file[..slash];
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
