using Blog.Cli.Terminal;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>Does what must not happen twice at a time in one site.</summary>
internal static class SiteLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The result of the work; or why there is none: another build was still running after 30 s. While the work goes on the process is not
    /// ended from outside; the work listens to the interruption itself.
    /// </summary>
    public static (T? Result, Diagnostic? Problem) Hold<T>(string root, Shell shell, Func<T> work)
        where T : class
    {
        var start = shell.Clock.GetTimestamp();
        var (held, problem) = BuildLock.Acquire(root, shell.ProcessId, Wait);
        if (held is null)
        {
            return (null, problem);
        }

        using (held)
        {
            shell.Interruption.Token.ThrowIfCancellationRequested();
            shell.Interruption.IsWriting = true;
            try
            {
                return (work(), null);
            }
            finally
            {
                shell.Interruption.IsWriting = false;
            }
        }

        bool Wait()
        {
            shell.Interruption.Token.WaitHandle.WaitOne(Pause);
            shell.Interruption.Token.ThrowIfCancellationRequested();
            return shell.Clock.GetElapsedTime(start) < Patience;
        }
    }
}
