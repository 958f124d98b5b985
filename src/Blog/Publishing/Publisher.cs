using System.Runtime.ExceptionServices;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>All there is to incremental builds: makes what differs from the last run, and publishes everything or nothing.</summary>
public static class Publisher
{
    // A site of a few pages loses half of them on an ordinary day.
    private const int FewestPagesToGuard = 20;

    public static BuildReport Publish(BuildPlan plan, ITarget target, PublishOptions options)
    {
        plan = WithClashes(plan);
        var before = target.Manifest;
        var planned = plan.Outputs.Select(output => output.Path.OutputFile).ToHashSet(StringComparer.Ordinal);
        var gone = before.Entries.Where(entry => !planned.Contains(entry.File)).ToList();

        if (HasErrors(target.Diagnostics))
        {
            return Refused(Outcome.RefusedByGuard, plan, [.. plan.Diagnostics, .. target.Diagnostics]);
        }

        if (plan.HasErrors)
        {
            return Refused(Outcome.HasErrors, plan, [.. plan.Diagnostics, .. target.Diagnostics]);
        }

        if (!options.AllowShrink && Shrinking(before, gone) is { } shrinking)
        {
            return Refused(Outcome.RefusedByGuard, plan, [.. plan.Diagnostics, .. target.Diagnostics, shrinking]);
        }

        try
        {
            return Publish(plan, gone, target, options);
        }
        catch
        {
            target.Abandon();
            throw;
        }
    }

    private static BuildReport Publish(BuildPlan plan, List<ManifestEntry> gone, ITarget target, PublishOptions options)
    {
        var before = target.Manifest;
        var isKnown = plan.Outputs.InParallel(options.Jobs, output => !options.MakeAll && before.Knows(output));
        var kept = plan.Outputs.Where((_, i) => isKnown[i]).ToList();
        var stale = plan.Outputs.Where((_, i) => !isKnown[i]).ToList();

        // A build that changes nothing does not touch the target at all.
        if (stale.Count + gone.Count > 0)
        {
            target.Begin();
        }

        var made = MakeAll(stale, target, options);
        Diagnostic[] spoken = [.. plan.Diagnostics, .. Repeated.Once(made.SelectMany(one => one.Diagnostics))];
        var isRefusedByTarget = HasErrors(target.Diagnostics);
        if (isRefusedByTarget || HasErrors(spoken) || (options.IsStrict && spoken.Length > 0))
        {
            target.Abandon();
            return Refused(isRefusedByTarget ? Outcome.RefusedByGuard : Outcome.HasErrors, plan, [.. spoken, .. target.Diagnostics]);
        }

        gone.ForEach(entry => target.Delete(entry.Path));
        options.Stop.ThrowIfCancellationRequested();
        var remembered = kept.Select(output => before.Find(output.Path)! with { IsPage = output.IsPage });    // kept: the manifest knows it
        target.Commit(Manifest.Of([.. remembered, .. made.Select(one => one.Entry)]));
        return new(Outcome.Published, [.. spoken, .. target.Diagnostics], plan.Outputs.Length, PagesOf(plan), kept.Count,
            [.. made.Where(one => one.IsChanged).Select(one => one.Entry.Path)], [.. gone.Select(entry => entry.Path)]);
    }

    private readonly record struct MadeOutput(ManifestEntry Entry, IReadOnlyList<Diagnostic> Diagnostics, bool IsChanged);

    private static IReadOnlyList<MadeOutput> MakeAll(List<Output> stale, ITarget target, PublishOptions options)
    {
        try
        {
            return stale.InParallel(options.Jobs, output => Make(output, target, options));
        }
        catch (AggregateException several)
        {
            // The caller wants to know the disk's failure, not that there were several workers.
            var all = several.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(all.FirstOrDefault(one => one is IOException or UnauthorizedAccessException) ?? all[0]);
            throw;
        }
    }

    // Bytes go to the target's staging at once: a site is never held in memory as a whole.
    private static MadeOutput Make(Output output, ITarget target, PublishOptions options)
    {
        options.Stop.ThrowIfCancellationRequested();
        var made = output.Make();
        var content = Fingerprint.Of(made.Bytes.Span);
        var old = target.Manifest.Find(output.Path);
        var isChanged = old is null || old.Content != content;
        if (isChanged)
        {
            target.Write(output.Path, made.Bytes.Span);
        }

        // What had something to say is not remembered, so that it says it again.
        var inputs = made.Diagnostics.IsDefaultOrEmpty ? output.Inputs : (Fingerprint?)null;
        var entry = new ManifestEntry(output.Path.OutputFile, inputs, content, made.Bytes.Length, old?.ModifiedTicks ?? 0, output.IsPage);
        return new(entry, made.Diagnostics.IsDefault ? [] : made.Diagnostics, isChanged);
    }

    // A plan may have asked already; nobody wants to read the same error twice.
    private static BuildPlan WithClashes(BuildPlan plan)
    {
        var told = plan.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Message)).ToHashSet();
        var clashes = Clashes.Of(plan.Outputs).Where(clash => !told.Contains((clash.Code, clash.Message)));
        return plan with { Diagnostics = [.. plan.Diagnostics, .. clashes] };
    }

    private static Diagnostic? Shrinking(Manifest before, List<ManifestEntry> gone)
    {
        var pages = before.PageCount;
        var lost = gone.Count(entry => entry.IsPage);
        return pages >= FewestPagesToGuard && lost * 2 > pages ? Problems.WouldShrink(lost, pages) : null;
    }

    private static BuildReport Refused(Outcome outcome, BuildPlan plan, IEnumerable<Diagnostic> diagnostics) =>
        new(outcome, [.. diagnostics], plan.Outputs.Length, PagesOf(plan), 0, [], []);

    private static int PagesOf(BuildPlan plan) => plan.Outputs.Count(output => output.IsPage);

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
