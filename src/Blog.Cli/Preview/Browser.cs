using System.ComponentModel;
using System.Diagnostics;

namespace Blog.Cli.Preview;

/// <summary>The author's browser.</summary>
internal static class Browser
{
    public static void Open(string address)
    {
        try
        {
            using var _ = OperatingSystem.IsMacOS() ? Process.Start("open", [address])
                : OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start("xdg-open", [address]);
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            // No browser here: the address stands in the terminal.
        }
    }
}
