using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog build</c>.</summary>
internal static class BuildCommand
{
    public static BlogCommand Of(Shell shell)
    {
        var (source, output, format, clock) = (SiteOptions.Source(), SiteOptions.Output(), SiteOptions.Format(), SiteOptions.Clock());
        var (quiet, verbose) = (SiteOptions.Quiet(), SiteOptions.Verbose());
        var drafts = new Option<bool>("--drafts", "-D") { Description = "With posts that are marked as drafts" };
        var future = new Option<bool>("--future", "-F") { Description = "With posts whose date is still to come" };
        var expired = new Option<bool>("--expired", "-E") { Description = "With posts whose 'expires' has passed" };
        var baseUrl = new Option<string>("--base-url", "-b")
        {
            HelpName = "URL",
            Description = "The address of the site, in place of 'base_url' in site.yaml: https://example.org/notes/",
        };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors: nothing is published while there are any" };
        var clean = new Option<bool>("--clean") { Description = "Makes every file anew, whatever is remembered of the last build" };
        var adopt = new Option<bool>("--adopt")
        {
            Description = "Takes over an output folder that something else has filled: files that the site publishes are replaced, all others stay",
        };
        var allowShrink = new Option<bool>("--allow-shrink") { Description = "Publishes even when more than half of the pages would go" };
        var watch = new Option<bool>("--watch", "-w") { Description = "Builds again when something is saved, until Ctrl-C" };
        var poll = new Option<bool>("--poll") { Description = "With '--watch': looks at the files twice a second, for drives that tell of no change" };
        var jobs = new Option<string>("--jobs", "-j") { HelpName = "N", Description = "Workers at most (default: one for each processor)" };

        var command = new BlogCommand("build", "makes the website")
        {
            Details = "It reads the site in the current folder and writes the website to 'public'. Only what differs is made again, and nothing is "
                + "published when there are errors: the website stays as it was.",
            Examples =
            [
                ("blog build", "the site here, into public"),
                ("blog build -D -F", "with drafts and posts of the future"),
                ("blog build -s notes -o /var/www/notes", "another site, another place"),
                ("blog build --strict --format json", "for a script or a server that builds"),
            ],
        };
        command.Add("What", source, drafts, future, expired, baseUrl, clock);
        command.Add("Where", output, adopt, allowShrink);
        command.Add("How", watch, poll, strict, clean, jobs, quiet, verbose, format);
        command.SetAction(parsed => new BuildRun(
            new(parsed.GetValue(source), parsed.GetValue(output))
            {
                HasDrafts = parsed.GetValue(drafts),
                HasFuture = parsed.GetValue(future),
                HasExpired = parsed.GetValue(expired),
                BaseUrl = parsed.GetValue(baseUrl),
                IsStrict = parsed.GetValue(strict),
                Watches = parsed.GetValue(watch),
                Polls = parsed.GetValue(poll),
                IsClean = parsed.GetValue(clean),
                Adopts = parsed.GetValue(adopt),
                AllowsShrink = parsed.GetValue(allowShrink),
                Jobs = parsed.GetValue(jobs),
                Clock = parsed.GetValue(clock),
                Format = parsed.GetValue(format),
                Loudness = SiteOptions.LoudnessOf(parsed.GetValue(quiet), parsed.GetValue(verbose)),
            },
            shell).Run());
        return command;
    }
}

/// <summary>What was typed behind <c>blog build</c>; null where nothing was.</summary>
internal sealed record BuildArguments(string? Source, string? Output)
{
    public bool HasDrafts { get; init; }

    public bool HasFuture { get; init; }

    public bool HasExpired { get; init; }

    public string? BaseUrl { get; init; }

    public bool IsStrict { get; init; }

    public bool IsClean { get; init; }

    public bool Watches { get; init; }

    public bool Polls { get; init; }

    public bool Adopts { get; init; }

    public bool AllowsShrink { get; init; }

    public string? Jobs { get; init; }

    public string? Clock { get; init; }

    public string? Format { get; init; }

    public Loudness Loudness { get; init; } = Loudness.Normal;
}
