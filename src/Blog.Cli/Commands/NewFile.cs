using System.Text;

namespace Blog.Cli.Commands;

/// <summary>Writes files that were not there before.</summary>
internal static class NewFile
{
    /// <summary>False when somebody has the name already, be it in this very moment: the system decides who was first.</summary>
    public static bool TryWrite(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);    // an absolute path of a file has a folder
        FileStream file;
        try
        {
            file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException) when (IsTaken(path))
        {
            return false;
        }

        try
        {
            using (file)
            {
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        catch
        {
            // A full disk: half a file would be in the way of the next attempt.
            File.Delete(path);
            throw;
        }

        return true;
    }

    /// <summary>True also for a folder, and for a link that leads nowhere.</summary>
    public static bool IsTaken(string path) => File.Exists(path) || Directory.Exists(path) || new FileInfo(path).LinkTarget is not null;

    /// <summary>A YAML scalar in double quotes: right for every text, and familiar to authors of titles with a colon.</summary>
    public static string Quoted(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var c in text)
        {
            result.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' => FormattableString.Invariant($"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return result.Append('"').ToString();
    }
}
