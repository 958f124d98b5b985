using System.Collections.Immutable;
using System.Text;
using Blog.Text;

namespace Blog.Cli.Terminal;

internal enum Loudness
{
    Quiet,
    Normal,
    Verbose,
}

/// <summary>Speaks to the person at the terminal: results on the standard output, diagnostics and remarks on the standard error stream.</summary>
internal sealed class Reporter(Shell shell, Loudness loudness)
{
    // Nobody reads further, and a theme's mistake repeats on every page.
    private const int MostDiagnostics = 100;

    private readonly Palette _palette = Palette.Of(shell);

    public Loudness Loudness { get; } = loudness;

    /// <summary>A result: what the command was called for.</summary>
    public void Say(string line)
    {
        if (Loudness != Loudness.Quiet)
        {
            shell.Out.Write(line + "\n");
        }
    }

    /// <summary>A result for a program: shown even when quiet.</summary>
    public void Answer(string text) => shell.Out.Write(text);

    /// <summary>A remark for people that must not mix with results.</summary>
    public void Remark(string line)
    {
        if (Loudness != Loudness.Quiet)
        {
            shell.Error.Write(line + "\n");
        }
    }

    /// <summary>Why a command did not do what it was asked for: shown even when quiet.</summary>
    public void Complain(string line) => shell.Error.Write(_palette.Error(line) + "\n");

    public void Show(IEnumerable<Diagnostic> diagnostics)
    {
        var wanted = diagnostics.Where(diagnostic => Loudness != Loudness.Quiet || diagnostic.Severity == Severity.Error).ToList();
        var shown = Sorted(Foremost(Sorted(wanted)));
        var text = new StringBuilder();
        foreach (var diagnostic in shown)
        {
            text.Append(_palette.Of(diagnostic));
        }

        if (wanted.Count > shown.Length)
        {
            text.Append(Words.AndMore(wanted.Count - shown.Length)).Append('\n');
        }

        // One write: lines of two processes on one terminal do not mix, and a closed pipe is met once.
        shell.Error.Write(text.ToString());
    }

    /// <summary>By path and position; what belongs to no file comes last, nearest to the prompt.</summary>
    public static ImmutableArray<Diagnostic> Sorted(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .OrderBy(diagnostic => diagnostic.Source is null)
            .ThenBy(diagnostic => diagnostic.Source?.Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Span.Start)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal),
    ];

    // Warnings never hide errors: when not all fit, errors go first.
    private static IEnumerable<Diagnostic> Foremost(ImmutableArray<Diagnostic> sorted) =>
        sorted.OrderByDescending(diagnostic => diagnostic.Severity).Take(MostDiagnostics);
}
