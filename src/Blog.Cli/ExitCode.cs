using Blog.Text;

namespace Blog.Cli;

/// <summary>What the tool answers to the shell; scripts rely on these numbers. 3 is reserved for finding broken links.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The content or the templates have errors; the output was not touched.</summary>
    public const int ContentErrors = 1;

    /// <summary>The command line or the configuration is wrong, or a guard refused; nothing was touched.</summary>
    public const int Refused = 2;

    /// <summary>Disk, permission, limit, lock.</summary>
    public const int MachineFailed = 4;

    /// <summary>EX_SOFTWARE of sysexits.h.</summary>
    public const int Bug = 70;

    /// <summary>128 + SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>What the errors among some diagnostics amount to.</summary>
    /// <returns><see cref="ContentErrors"/> also for warnings alone: only a strict build asks then.</returns>
    public static int Of(IEnumerable<Diagnostic> diagnostics)
    {
        var codes = diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code).ToList();
        return codes.Any(Reading.Problems.IsMachine) ? MachineFailed
            : codes.Any(Reading.Problems.IsConfiguration) ? Refused
            : ContentErrors;
    }
}
