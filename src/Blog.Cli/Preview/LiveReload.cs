using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Blog.Cli.Preview;

/// <summary>Tells browsers that there is something new, by server-sent events (HTML Living Standard, section 9.2). Each browser has one connection.</summary>
internal sealed class LiveReload
{
    private const int MostListeners = 64;
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Channel<string>, bool> _listeners = [];

    public void Tell(string json)
    {
        foreach (var (listener, _) in _listeners)
        {
            listener.Writer.TryWrite(json);
        }
    }

    /// <summary>Answers until the browser goes away or the server stops.</summary>
    /// <param name="hello">Sent at once.</param>
    public async Task Answer(HttpContext context, string hello, CancellationToken stop)
    {
        if (_listeners.Count >= MostListeners)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        // A reader that has stalled gets the newest, not all that it missed.
        var listener = Channel.CreateBounded<string>(new BoundedChannelOptions(4) { FullMode = BoundedChannelFullMode.DropOldest });
        _listeners[listener] = true;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
        try
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
            await context.Response.WriteAsync($"retry: 1000\n\ndata: {hello}\n\n", end.Token);
            await context.Response.Body.FlushAsync(end.Token);
            while (true)
            {
                await context.Response.WriteAsync(await Next(listener.Reader, end.Token), end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The usual end.
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }
    }

    // A comment now and then finds out that nobody listens any more.
    private static async Task<string> Next(ChannelReader<string> events, CancellationToken stop)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(stop);
        wait.CancelAfter(Heartbeat);
        try
        {
            return $"data: {await events.ReadAsync(wait.Token)}\n\n";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return ": still here\n\n";
        }
    }
}
