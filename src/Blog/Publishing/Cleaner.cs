using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>What cleaning removed, or would remove.</summary>
/// <param name="Removed">Files of ours.</param>
/// <param name="Diagnostics">With an error among them, nothing was removed.</param>
public sealed record CleanReport(ImmutableArray<UrlPath> Removed, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool IsRefused => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>Takes back what was published: the files that our manifest names, the folders that this leaves empty, and nothing else.</summary>
public static class Cleaner
{
    /// <param name="isDryRun">Only says what would go.</param>
    public static CleanReport Clean(OutputPlace place, bool isDryRun, Action<string>? beforeStep = null)
    {
        // Adopting silences the question whose folder it is; without a manifest there is nothing to remove anyway.
        var target = FolderTarget.Open(place, adopts: true, beforeStep);
        ImmutableArray<UrlPath> files = [.. target.Manifest.Entries.Select(entry => entry.Path)];
        var report = new CleanReport(files, target.Diagnostics);
        if (report.IsRefused || isDryRun || files.IsEmpty)
        {
            return report.IsRefused ? report with { Removed = [] } : report;
        }

        try
        {
            target.Begin();
            foreach (var file in files)
            {
                target.Delete(file);
            }

            target.Commit(Manifest.Empty);
        }
        catch
        {
            target.Abandon();
            throw;
        }

        return report;
    }
}
