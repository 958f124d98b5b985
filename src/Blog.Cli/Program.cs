using System.Runtime.InteropServices;
using System.Text;
using Blog.Cli.Terminal;

namespace Blog.Cli;

/// <summary>The process: streams, signals, and the one place where exceptions end.</summary>
internal static class Program
{
    // A person who presses Ctrl-C waits for a second at most.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private static int Main(string[] args)
    {
        // Neither this nor the event below is disposed: the worker may still use them while the process ends.
        var interruption = new Interruption();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitCode.Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitCode.Terminated));
        var shell = ShellOfThisProcess(interruption);

        var exitCode = ExitCode.Bug;
        var ended = new ManualResetEventSlim();
        var work = new Thread(() =>
        {
            exitCode = Run(args, shell);
            ended.Set();
        })
        {
            IsBackground = true,
        };
        work.Start();

        if (WaitHandle.WaitAny([ended.WaitHandle, interruption.Token.WaitHandle]) == 1 && !ended.Wait(Patience) && !interruption.IsWriting)
        {
            // Reading and rendering do not listen; they have nothing on disk, so the process may end under them.
            shell.Error.Write(Words.Stopped + "\n");
            return interruption.ExitCode;
        }

        ended.Wait();
        return exitCode;

        void Stop(PosixSignalContext signal, int code)
        {
            signal.Cancel = true;
            interruption.Request(code);
        }
    }

    /// <summary>Runs one command line; never throws.</summary>
    public static int Run(IReadOnlyList<string> args, Shell shell)
    {
        var isVerbose = args.Any(arg => arg is "-v" or "--verbose");
        try
        {
            return CommandLine.Run(args, shell);
        }
        catch (Exception several) when (Failure.Of(several) is var e)
        {
            return Failure.Report(e, shell, isVerbose);
        }
    }

    private static Shell ShellOfThisProcess(Interruption interruption)
    {
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return new()
        {
            In = Console.OpenStandardInput(),
            Out = Console.Out,
            Error = Console.Error,
            Folder = CurrentFolder(),
            Variable = Environment.GetEnvironmentVariable,
            Clock = TimeProvider.System,
            Home = home.Length > 0 ? home : null,
            Cores = Environment.ProcessorCount,
            ProcessId = Environment.ProcessId,
            IsInputTerminal = !Console.IsInputRedirected,
            IsOutputTerminal = !Console.IsOutputRedirected,
            IsErrorTerminal = !Console.IsErrorRedirected,
            Width = Console.IsOutputRedirected ? 80 : WidthOfTerminal(),
            Interruption = interruption,
        };
    }

    // Deleted under our feet, or never ours to see: the site's folder is then said not to be there, which is near enough.
    private static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Path.GetPathRoot(AppContext.BaseDirectory) ?? "/";
        }
    }

    private static int WidthOfTerminal()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 60, 100);
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return 80;
        }
    }
}
