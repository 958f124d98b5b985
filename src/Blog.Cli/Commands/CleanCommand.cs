using System.CommandLine;
using Blog.Cli.Terminal;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary><c>blog clean</c>: takes back what a build published, and nothing else.</summary>
internal static class CleanCommand
{
    public static BlogCommand Of(Shell shell)
    {
        var (source, output, quiet, verbose) = (SiteOptions.Source(), SiteOptions.Output(), SiteOptions.Quiet(), SiteOptions.Verbose());
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Only says what would go" };
        var command = new BlogCommand("clean", "removes what a build has published")
        {
            Details = "Only files that a build of this site wrote are removed; all others in the output folder stay.",
            Examples = [("blog clean --dry-run", "name the files"), ("blog clean", "remove them")],
        };
        command.Add("Options", source, output, dryRun, quiet, verbose);
        command.SetAction(parsed => Run(
            parsed.GetValue(source),
            parsed.GetValue(output),
            parsed.GetValue(dryRun),
            new Reporter(shell, SiteOptions.LoudnessOf(parsed.GetValue(quiet), parsed.GetValue(verbose))),
            shell));
        return command;
    }

    private static int Run(string? source, string? output, bool isDryRun, Reporter reporter, Shell shell)
    {
        var (root, problem) = SiteOptions.RootOf(source, shell);
        if (problem is not null)
        {
            reporter.Show([problem]);
            return ExitCode.Refused;
        }

        var place = new OutputPlace(root, SiteOptions.OutputOf(output, root), shell.Folder, shell.Home, ToolVersion.OfThisBuild);
        var (report, held) = SiteLock.Hold(root, shell, () => Cleaner.Clean(place, isDryRun));
        if (report is null)
        {
            reporter.Show([held!]);    // not null: there is a report, or a reason for none
            return ExitCode.MachineFailed;
        }

        reporter.Show(report.Diagnostics);
        if (report.IsRefused)
        {
            return ExitCode.Refused;
        }

        if (isDryRun || reporter.Loudness == Loudness.Verbose)
        {
            foreach (var file in report.Removed)
            {
                reporter.Say("  " + DiagnosticText.Printable(file.OutputFile));
            }
        }

        reporter.Say(Words.Cleaned(report.Removed.Length, shell.Shown(place.OutputFolder), isDryRun));
        return ExitCode.Done;
    }
}
