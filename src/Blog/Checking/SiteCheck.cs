using System.Collections.Immutable;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Checking;

/// <summary>
/// What a preview finds out after it has shown the page looked at: what making each of the other pages says, and where links lead nowhere.
/// Remembers verdicts, not pages, so that an edit costs the pages it changes.
/// </summary>
public sealed class SiteCheck
{
    private readonly Dictionary<UrlPath, Verdict> _verdicts = [];

    private readonly record struct Verdict(Fingerprint Inputs, ImmutableArray<Diagnostic> Diagnostics);

    /// <exception cref="OperationCanceledException">Asked to stop between two pages; the next check goes on from there.</exception>
    public ImmutableArray<Diagnostic> Of(SitePlan plan, CancellationToken stop)
    {
        var pages = plan.Outputs.Outputs.Where(output => output.IsPage).ToList();
        foreach (var page in pages)
        {
            stop.ThrowIfCancellationRequested();
            if (!_verdicts.TryGetValue(page.Path, out var verdict) || verdict.Inputs != page.Inputs)
            {
                _verdicts[page.Path] = new(page.Inputs, page.Make().Diagnostics);
            }
        }

        Forget(pages);
        return [.. Repeated.Once(pages.SelectMany(page => _verdicts[page.Path].Diagnostics)), .. LinkChecker.Check(plan.Site, plan.Index)];
    }

    private void Forget(List<Output> others)
    {
        if (_verdicts.Count > others.Count)
        {
            var paths = others.Select(page => page.Path).ToHashSet();
            foreach (var gone in _verdicts.Keys.Where(path => !paths.Contains(path)).ToList())
            {
                _verdicts.Remove(gone);
            }
        }
    }
}
