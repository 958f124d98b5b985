using System.Globalization;

namespace Blog.Cli.Preview;

/// <summary>A limit of Linux that keeps files from being watched: inotify(7), "/proc interfaces".</summary>
/// <param name="Name">As sysctl knows it.</param>
/// <param name="Value">Of now; null: it cannot be read.</param>
/// <param name="Enough">What to raise it to.</param>
internal sealed record WatchLimit(string Name, long? Value, long Enough)
{
    // errno of inotify_init(2) and inotify_add_watch(2), which .NET hands on.
    private const int TooManyFiles = 24;
    private const int NoSpaceLeft = 28;

    /// <summary>Which limit a watcher that failed has met; null: none of these.</summary>
    public static WatchLimit? Of(Exception reason) => (OperatingSystem.IsLinux() ? reason.HResult : 0) switch
    {
        TooManyFiles => Of("max_user_instances", usual: 512),
        NoSpaceLeft => Of("max_user_watches", usual: 524_288),
        _ => null,
    };

    private static WatchLimit Of(string name, long usual)
    {
        var value = Read($"/proc/sys/fs/inotify/{name}");
        return new($"fs.inotify.{name}", value, Math.Max(usual, 2 * (value ?? 0)));
    }

    private static long? Read(string file)
    {
        try
        {
            return long.TryParse(File.ReadAllText(file), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value) ? value : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
