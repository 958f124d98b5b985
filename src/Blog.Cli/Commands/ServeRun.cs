using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Blog.Cli.Preview;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog serve</c>: show, wait, look again, until somebody ends it.</summary>
internal sealed class ServeRun(ServeArguments arguments, Shell shell)
{
    private readonly Reporter _reporter = new(shell, arguments.Loudness);

    public int Run()
    {
        var (root, rootProblem) = SiteOptions.RootOf(arguments.Source, shell);
        var (now, clockProblem) = BuildInstant.Of(arguments.Clock, shell);
        var (port, portProblem) = PortOf(arguments.Port);
        var problems = new[] { clockProblem, portProblem, rootProblem }.OfType<Diagnostic>().ToArray();
        if (problems.Length > 0)
        {
            _reporter.Show(problems);
            return ExitCode.Refused;
        }

        var loop = new PreviewLoop(root, new()
        {
            Now = now,
            IncludeDrafts = !arguments.IsAsPublished,
            IncludeFuture = !arguments.IsAsPublished,
            IncludeExpired = !arguments.IsAsPublished,
            BaseUrl = arguments.BaseUrl,
            Jobs = Math.Max(1, shell.Cores),
            ChecksLinks = false,
        });
        return Serve(loop, root, port).GetAwaiter().GetResult();
    }

    private async Task<int> Serve(PreviewLoop loop, string root, int port)
    {
        await using var server = await PreviewServer.Start(arguments.Host, port, () => loop.State, new(root, arguments.Editor, arguments.HasBar));
        if (server is null)
        {
            _reporter.Show([Problems.NoFreePort(port)]);
            return ExitCode.Refused;
        }

        var report = new PreviewReport(_reporter);
        using var check = new BackgroundCheck(Found, Report);
        using var watcher = new SourceWatcher(root, arguments.Polls, _reporter.Remark) { Noticed = check.Stop };
        report.Tell(loop.Look(null)!, TimeSpan.Zero); // the first look finds something, were it an error
        Announce(server, port, loop);
        try
        {
            Follow(loop, server, watcher, check, report);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how a preview ends.
        }

        return ExitCode.Done;

        void Found(PreviewState state, ImmutableArray<Diagnostic> found)
        {
            if (!found.SequenceEqual(state.Found) && loop.Add(state, found) is { } now)
            {
                report.Tell(found);
                server.Reload.Tell(PreviewNotes.OfChange(now, null));
            }
        }
    }

    private void Announce(PreviewServer server, int port, PreviewLoop loop)
    {
        var basePath = loop.State.Site?.Plan.Site.Config.BasePath ?? "/";
        var addresses = HostAddresses.Of(arguments.Host).Select(name => string.Create(CultureInfo.InvariantCulture, $"http://{name}:{server.Port}{basePath}")).ToList();
        if (server.Port != port)
        {
            _reporter.Remark(Words.OtherPort(port, server.Port));
        }

        if (!HostAddresses.IsLoopback(arguments.Host))
        {
            _reporter.Remark(Words.OpenToOthers(addresses));
        }

        _reporter.Say(Words.Serving(addresses[0]));
        if (arguments.Opens)
        {
            Browser.Open(addresses[0]);
        }
    }

    private void Follow(PreviewLoop loop, PreviewServer server, SourceWatcher watcher, BackgroundCheck check, PreviewReport report)
    {
        while (true)
        {
            check.Start(loop.State);
            var hint = watcher.Next(shell.Interruption.Token);
            var start = shell.Clock.GetTimestamp();
            var change = Look(loop, hint);
            if (change is not null)
            {
                server.Reload.Tell(PreviewNotes.OfChange(change.State, arguments.Navigates && change.State.Errors.IsEmpty ? GoTo(change) : null));
                report.Tell(change, shell.Clock.GetElapsedTime(start));
            }
        }
    }

    // A disk that fails, or a mistake of ours, ends one look and not the preview: the last good site is still there.
    private PreviewChange? Look(PreviewLoop loop, Hint hint)
    {
        try
        {
            return loop.Look(hint);
        }
        catch (Exception several) when (several is not OperationCanceledException)
        {
            Report(several);
            return null;
        }
    }

    private void Report(Exception several) => Failure.Report(Failure.Of(several), shell, arguments.Loudness == Loudness.Verbose);

    private static string? GoTo(PreviewChange change) =>
        change.Changed is [var only] && change.Plan.Site.All.FirstOrDefault(post => post.Entry.Path == only) is { } post
            ? post.Url.ToHref(change.Plan.Site.Config.BasePath)
            : null;

    private static (int Port, Diagnostic? Problem) PortOf(string? typed) =>
        typed is null ? (ServeCommand.DefaultPort, null)
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort ? (port, null)
        : (0, Problems.NotAPort(typed));
}
