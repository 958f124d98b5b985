using System.Collections.Immutable;
using System.Globalization;
using Blog.Cli.Terminal;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Cli.Commands;

/// <summary>Checked arguments of a build in the engine's terms.</summary>
internal sealed record BuildSettings(string Root, OutputPlace Place, BuildOptions Build, PublishOptions Publish, bool IsJson)
{
    /// <summary>The settings, and what is wrong with the arguments; with a problem, the settings are not to be used.</summary>
    public static (BuildSettings Settings, ImmutableArray<Diagnostic> Problems) Of(BuildArguments arguments, Shell shell)
    {
        var (root, rootProblem) = SiteOptions.RootOf(arguments.Source, shell);
        var (now, clockProblem) = BuildInstant.Of(arguments.Clock, shell);
        var (isJson, formatProblem) = SiteOptions.FormatOf(arguments.Format);
        var (jobs, jobsProblem) = JobsOf(arguments.Jobs, shell);
        var place = new OutputPlace(root, SiteOptions.OutputOf(arguments.Output, root), shell.Folder, shell.Home, ToolVersion.OfThisBuild);
        var build = new BuildOptions
        {
            Now = now,
            IncludeDrafts = arguments.HasDrafts,
            IncludeFuture = arguments.HasFuture,
            IncludeExpired = arguments.HasExpired,
            BaseUrl = arguments.BaseUrl,
            Strict = arguments.IsStrict,
            Jobs = jobs,
        };
        var publish = new PublishOptions
        {
            Jobs = jobs,
            AllowShrink = arguments.AllowsShrink,
            MakeAll = arguments.IsClean,
            IsStrict = arguments.IsStrict,
            Stop = shell.Interruption.Token,
        };
        var problems = new[] { clockProblem, formatProblem, jobsProblem, rootProblem }.OfType<Diagnostic>();
        return (new(root, place, build, publish, isJson), [.. problems]);
    }

    private static (int Jobs, Diagnostic? Problem) JobsOf(string? typed, Shell shell) =>
        typed is null ? (Math.Max(1, shell.Cores), null)
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0 ? (jobs, null)
        : (1, Problems.NotANumberOfJobs(typed));
}
