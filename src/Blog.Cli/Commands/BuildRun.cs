using System.Collections.Immutable;
using Blog.Cli.Preview;
using Blog.Cli.Terminal;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog build</c>: read, plan, publish, tell.</summary>
internal sealed class BuildRun(BuildArguments arguments, Shell shell)
{
    private readonly Reporter _reporter = new(shell, arguments.Loudness);
    private long _start = shell.Clock.GetTimestamp();

    public int Run()
    {
        var (settings, problems) = BuildSettings.Of(arguments, shell);
        return problems.Length > 0 ? Refuse(problems, settings.IsJson) : Run(settings);
    }

    private int Run(BuildSettings settings)
    {
        var memory = new BuildMemory();
        if (!arguments.Watches)
        {
            return Once(settings, null, memory).ExitCode;
        }

        // Before the first build: what is saved while it runs is seen.
        using var watcher = new SourceWatcher(settings.Root, arguments.Polls, _reporter.Remark);
        try
        {
            var sources = Once(settings, null, memory).Sources;
            while (true)
            {
                watcher.Next(shell.Interruption.Token);
                _start = shell.Clock.GetTimestamp();
                sources = PatientLook.Read(settings.Root, sources) is var now && now.IsSame(sources) ? sources : Once(settings, now, memory).Sources;
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done; // Ctrl-C is how watching ends
        }
    }

    /// <param name="sources">Null: they are read.</param>
    private (int ExitCode, Sources Sources) Once(BuildSettings settings, Sources? sources, BuildMemory memory)
    {
        using var progress = Progress.Of(shell, arguments.Loudness);
        progress.Stage("reading");
        sources ??= Sources.Read(settings.Root);
        shell.Interruption.Token.ThrowIfCancellationRequested();
        progress.Stage("rendering");
        var plan = Build.Plan(sources, settings.Build, memory);
        progress.Stage("publishing");
        var (report, problem) = SiteLock.Hold(settings.Root, shell, () =>
            Publisher.Publish(plan.Outputs, FolderTarget.Open(settings.Place, arguments.Adopts), settings.Publish));
        progress.Dispose();
        return (report is not null ? Tell(plan, report, settings) : Fail(problem!, settings.IsJson), sources);    // not null: the reason why there is no report
    }

    private int Tell(SitePlan plan, BuildReport report, BuildSettings settings)
    {
        var exitCode = ExitCodeOf(report);
        var facts = new BuildFacts(plan, report, shell.Clock.GetElapsedTime(_start), shell.Shown(settings.Place.OutputFolder));
        if (settings.IsJson)
        {
            _reporter.Answer(JsonReport.Of(facts, report.Diagnostics));
            return exitCode;
        }

        _reporter.Show(report.Diagnostics);
        if (!report.IsPublished)
        {
            _reporter.Complain(Words.Nothing(facts.Errors, facts.Warnings));
            return exitCode;
        }

        foreach (var line in facts.Lines(arguments.Loudness == Loudness.Verbose))
        {
            _reporter.Say(line);
        }

        return exitCode;
    }

    private static int ExitCodeOf(BuildReport report) => report.Outcome switch
    {
        Outcome.Published => ExitCode.Done,
        Outcome.RefusedByGuard => ExitCode.Refused,
        _ => ExitCode.Of(report.Diagnostics),
    };

    private int Refuse(ImmutableArray<Diagnostic> problems, bool isJson)
    {
        Show(problems, isJson);
        return ExitCode.Refused;
    }

    private int Fail(Diagnostic problem, bool isJson)
    {
        Show([problem], isJson);
        return ExitCode.MachineFailed;
    }

    private void Show(ImmutableArray<Diagnostic> problems, bool isJson)
    {
        if (isJson)
        {
            _reporter.Answer(JsonReport.Of(null, problems));
        }
        else
        {
            _reporter.Show(problems);
        }
    }
}
