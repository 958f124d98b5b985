using System.Globalization;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>
/// One build of a site at a time. The lock is the system's own lock on <c>.blog/lock</c>, which ends with its process: so a dead holder needs
/// no detection, and a process number that was given out again cannot deceive.
/// </summary>
public sealed class BuildLock : IDisposable
{
    // EWOULDBLOCK of Linux and macOS, the sharing and the lock violation of Windows: the only failures that mean "somebody else has it".
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream? _file;
    private readonly string _holderFile;

    private BuildLock(FileStream? file, string holderFile) => (_file, _holderFile) = (file, holderFile);

    /// <summary>The lock, or why there is none.</summary>
    /// <param name="processId">Told to those who wait for us.</param>
    /// <param name="wait">Waits a moment and answers true, or false when the patience (30 s) is at an end; the engine has no clock.</param>
    public static (BuildLock? Lock, Diagnostic? Problem) Acquire(string siteRoot, int processId, Func<bool> wait)
    {
        var folder = Path.Combine(siteRoot, ".blog");
        var (path, holderFile) = (Path.Combine(folder, "lock"), Path.Combine(folder, "lock-holder"));
        while (true)
        {
            try
            {
                Directory.CreateDirectory(folder);
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                SayWhoHolds(holderFile, processId);
                return (new(file, holderFile), null);
            }
            catch (IOException e) when (HeldByAnother.Contains(e.HResult))
            {
                if (!wait())
                {
                    return (null, Problems.AnotherBuildIsRunning(HolderIn(holderFile)));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Where nothing can be written, there is nothing to keep apart; the target says that it has no cache.
                return (new(null, holderFile), null);
            }
        }
    }

    private static void SayWhoHolds(string holderFile, int processId)
    {
        try
        {
            new CacheFile(holderFile).Replace(processId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only a courtesy to those who wait; the lock holds without it.
        }
    }

    // The holder may be between taking the lock and writing its number, or just gone.
    private static string HolderIn(string holderFile) => new CacheFile(holderFile).Read() is { Length: > 0 } id ? id : "unknown";

    public void Dispose()
    {
        if (_file is null)
        {
            return;
        }

        // The lock file stays: deleting it would let two newcomers lock two different files of that name.
        new CacheFile(_holderFile).Remove();
        _file.Dispose();
    }
}
