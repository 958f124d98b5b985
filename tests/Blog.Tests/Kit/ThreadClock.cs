using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Blog.Tests.Kit;

/// <summary>The processor time of the current thread: a busy machine makes it wait, but that is not counted. Where the system does not tell, time as such.</summary>
internal static class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of <time.h>.
    private static readonly int? Id = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : null;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    /// <summary>In milliseconds since some moment.</summary>
    public static double Now => Id is { } id && GetTime(id, out var time) == 0
        ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6)
        : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;
}
