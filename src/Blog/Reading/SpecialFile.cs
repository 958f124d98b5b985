using System.Formats.Tar;

namespace Blog.Reading;

/// <summary>Tells pipes, sockets and devices from files without opening them.</summary>
/// <remarks>
/// .NET says "normal file" of all of them. The archive writer looks at the kind before it opens anything, and needs no call into
/// the system's library, whose structures differ from one processor to the next.
/// </remarks>
internal static class SpecialFile
{
    private const int KindInHeader = 156;

    /// <summary>Null for a regular file. Meant for files of length 0 only: it reads the file's bytes.</summary>
    public static string? KindOf(string fullPath)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(fullPath, "x");
            }

            return archive.GetBuffer()[KindInHeader] switch
            {
                (byte)TarEntryType.Fifo => "a pipe",
                (byte)TarEntryType.CharacterDevice or (byte)TarEntryType.BlockDevice => "a device",
                _ => null,
            };
        }
        catch (UnauthorizedAccessException)
        {
            // A file without permission: reading it will say so.
            return null;
        }
        catch (IOException)
        {
            // The writer's answer to kinds that no archive can hold; a file that is gone is no socket.
            return Path.Exists(fullPath) ? "a socket" : null;
        }
    }
}
