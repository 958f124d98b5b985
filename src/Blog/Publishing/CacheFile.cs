using System.Text;

namespace Blog.Publishing;

/// <summary>A small text file of ours in <c>.blog/</c>; replaced as a whole or not at all.</summary>
internal sealed class CacheFile(string path)
{
    /// <summary>Null when there is no such file.</summary>
    public string? Read()
    {
        try
        {
            return File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException) when (!File.Exists(path))
        {
            // ".blog" is a file, for example: nothing is remembered there.
            return null;
        }
    }

    public void Replace(string text)
    {
        var next = path + ".new";
        File.Delete(next);    // may be a link that somebody committed: CreateNew never writes through one
        using (var stream = new FileStream(next, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    public void Remove() => File.Delete(path);

    /// <summary>Why no files can be kept in a folder, in the words of the system; null when they can. Makes the folder when needed.</summary>
    public static string? WhyNotWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, "probe");
            File.Delete(probe);
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
            }

            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
    }
}
