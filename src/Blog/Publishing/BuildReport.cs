using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>How a publish ended. In every case but the first, the target is as it was.</summary>
public enum Outcome
{
    Published,

    /// <summary>The content or the templates have errors (or warnings, in a strict build).</summary>
    HasErrors,

    /// <summary>A guard stands before the output folder: it is not ours, it is a folder to protect, or most pages would go.</summary>
    RefusedByGuard,
}

/// <summary>What a build did.</summary>
/// <param name="Diagnostics">Of the plan, the makers and the target.</param>
/// <param name="Outputs">Files that the site consists of.</param>
/// <param name="Pages">Those among them that a reader opens.</param>
/// <param name="Kept">Outputs that did not have to be made.</param>
/// <param name="ChangedPaths">Files written because they are new or their bytes differ; in the order of the plan.</param>
/// <param name="RemovedPaths">Files of an earlier build that the plan has no longer.</param>
public sealed record BuildReport(
    Outcome Outcome,
    ImmutableArray<Diagnostic> Diagnostics,
    int Outputs,
    int Pages,
    int Kept,
    ImmutableArray<UrlPath> ChangedPaths,
    ImmutableArray<UrlPath> RemovedPaths)
{
    public bool IsPublished => Outcome == Outcome.Published;

    public int Changed => ChangedPaths.Length;

    public int Removed => RemovedPaths.Length;
}
