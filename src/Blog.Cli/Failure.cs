using System.Collections.Immutable;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli;

/// <summary>How a run ends that an exception ended: the machine failed us, the user stopped us, or there is a bug of ours.</summary>
internal static class Failure
{
    /// <summary>The exception that tells the most: a disk's failure rather than the fact that several workers met it.</summary>
    public static Exception Of(Exception exception)
    {
        if (exception is not AggregateException several)
        {
            return exception;
        }

        ImmutableArray<Exception> all = [.. several.Flatten().InnerExceptions];
        return all.FirstOrDefault(IsOfTheMachine)
            ?? all.FirstOrDefault(one => one is OperationCanceledException)
            ?? all.FirstOrDefault()
            ?? exception;
    }

    public static int Report(Exception exception, Shell shell, bool isVerbose)
    {
        try
        {
            return Tell(exception, shell, isVerbose);
        }
        catch (IOException)
        {
            // Nobody can be told: "blog build 2>/dev/full".
            return ExitCode.MachineFailed;
        }
    }

    private static int Tell(Exception exception, Shell shell, bool isVerbose)
    {
        if (exception is OperationCanceledException && shell.Interruption.Token.IsCancellationRequested)
        {
            shell.Error.Write(Words.Stopped + "\n");
            return shell.Interruption.ExitCode;
        }

        if (IsOfTheMachine(exception))
        {
            new Reporter(shell, Loudness.Normal).Show([Problems.MachineFailed(ReasonOf(exception))]);
            return ExitCode.MachineFailed;
        }

        shell.Error.Write(Palette.Of(shell).Error(Words.InternalError(IdOf(exception), ToolVersion.Text)) + "\n");
        shell.Error.Write(isVerbose ? Traced(exception) : Words.InternalErrorHelp + "\n");
        return ExitCode.Bug;
    }

    private static string Traced(Exception exception) =>
        string.Concat(exception.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => DiagnosticText.Printable(line) + "\n"));

    // A missing time zone is a missing file of the system.
    private static bool IsOfTheMachine(Exception exception) => exception
        is IOException or UnauthorizedAccessException or TimeZoneNotFoundException or InvalidTimeZoneException or OutOfMemoryException;

    private static string ReasonOf(Exception exception)
    {
        var reason = exception.Message.ReplaceLineEndings(" ");
        return exception is FileNotFoundException { FileName: { Length: > 0 } file } && !reason.Contains(file, StringComparison.Ordinal)
            ? $"{file}: {reason}"
            : reason.TrimEnd('.');
    }

    /// <summary>The same for the same bug: over the kind of the exception and the methods it went through, nothing of the site.</summary>
    private static string IdOf(Exception exception)
    {
        var methods = new System.Diagnostics.StackTrace(exception).GetFrames().Take(3)
            .Select(frame => System.Diagnostics.DiagnosticMethodInfo.Create(frame) is { } method ? $"{method.DeclaringTypeName}.{method.Name}" : "?");
        return Fingerprint.OfTexts([exception.GetType().FullName, .. methods]).Short(8);
    }
}
