using System.Collections.Immutable;
using Blog.Checking;
using Blog.Text;

namespace Blog.Cli.Preview;

/// <summary>Checks the pages that nobody looks at, when the author has seen the one looked at. An edit ends the check; the next one goes on where it stopped.</summary>
/// <param name="found">Called on another thread, with all that is wrong in a state.</param>
/// <param name="failed">Called there when the check itself fails.</param>
internal sealed class BackgroundCheck(Action<PreviewState, ImmutableArray<Diagnostic>> found, Action<Exception> failed) : IDisposable
{
    // Browsers ask for a page and all it shows in this time, and people pause longer between two saves.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly SiteCheck _check = new();
    private CancellationTokenSource _stop = new();
    private PreviewSite? _site;
    private Task _running = Task.CompletedTask;

    /// <summary>Does nothing when the site of the state is being checked, or has been. A site with errors in its sources is checked when they are mended.</summary>
    public void Start(PreviewState state)
    {
        var site = state.Errors.IsEmpty ? state.Site : null;
        if (ReferenceEquals(site, _site) && !_stop.IsCancellationRequested)
        {
            return;
        }

        Stop();
        _site = site;
        if (site is not null)
        {
            _stop = new();
            _running = Run(_running, state, site.Plan, _stop.Token);
        }
    }

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        Stop();
        _running.Wait();
        _stop.Dispose();
    }

    // One after the other: the check before this one ends at its next page.
    private async Task Run(Task before, PreviewState state, SitePlan plan, CancellationToken stop)
    {
        await before;
        try
        {
            await Task.Delay(Pause, stop).ConfigureAwait(false);
            var all = await Task.Run(() => _check.Of(plan, stop), stop);
            stop.ThrowIfCancellationRequested();
            found(state, all);
        }
        catch (OperationCanceledException)
        {
            // There is a newer state.
        }
        catch (Exception e)
        {
            failed(e);
        }
    }
}
