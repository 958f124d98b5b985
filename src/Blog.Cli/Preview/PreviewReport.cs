using System.Collections.Immutable;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Preview;

/// <summary>What the terminal is told in the course of a preview, by the loop and by the check behind it: each message once, not with every save.</summary>
internal sealed class PreviewReport(Reporter reporter)
{
    private readonly Lock _telling = new();
    private ImmutableArray<Diagnostic> _planned = [];
    private ImmutableArray<Diagnostic> _found = [];

    public void Tell(PreviewChange change, TimeSpan time)
    {
        lock (_telling)
        {
            if (change.Changed.Length > 0)
            {
                reporter.Say(Words.Saved([.. change.Changed.Select(path => DiagnosticText.Printable(path.Value))], time));
            }

            Show(ref _planned, change.Plan.Outputs.Diagnostics);
        }
    }

    /// <param name="found">All that the check behind the loop has found.</param>
    public void Tell(ImmutableArray<Diagnostic> found)
    {
        lock (_telling)
        {
            Show(ref _found, found);
        }
    }

    private void Show(ref ImmutableArray<Diagnostic> told, ImmutableArray<Diagnostic> now)
    {
        var known = told.Select(DiagnosticText.Of).ToHashSet(StringComparer.Ordinal);
        var hadErrors = told.Any(IsError);
        told = now;
        reporter.Show(now.Where(diagnostic => !known.Contains(DiagnosticText.Of(diagnostic))));
        if (hadErrors && !_planned.Concat(_found).Any(IsError))
        {
            reporter.Say(Words.AllIsWell);
        }
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;
}
