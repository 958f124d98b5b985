using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog serve</c>.</summary>
internal static class ServeCommand
{
    public const int DefaultPort = 4000;

    public static BlogCommand Of(Shell shell)
    {
        var (source, clock, quiet, verbose) = (SiteOptions.Source(), SiteOptions.Clock(), SiteOptions.Quiet(), SiteOptions.Verbose());
        var port = new Option<string>("--port", "-p") { HelpName = "N", Description = "Where to answer (default: 4000, or the next port that is free)" };
        var host = new Option<string>("--host") { HelpName = "NAME", Description = "A name or address of this machine that others reach (default: 127.0.0.1, for this machine alone)" };
        var open = new Option<bool>("--open") { Description = "Opens the preview in the browser" };
        var asPublished = new Option<bool>("--as-published") { Description = "Without drafts, posts of the future and expired ones, which are shown otherwise" };
        var baseUrl = new Option<string>("--base-url", "-b") { HelpName = "URL", Description = "The address of the site, in place of 'base_url' in site.yaml" };
        var poll = new Option<bool>("--poll") { Description = "Looks at the files twice a second: for network drives and containers that tell of no change" };
        var noBar = new Option<bool>("--no-bar") { Description = "Without the bar that tells words, messages and excerpt of a page" };
        var navigate = new Option<bool>("--navigate") { Description = "Leads the browser to the post that was just saved" };
        var editor = new Option<string>("--editor") { HelpName = "ADDRESS", Description = "What opens a file in the editor (default: vscode://file/{path}:{line}:{column})" };

        var command = new BlogCommand("serve", "shows the site in the browser, and every change of it at once")
        {
            Details = "The website is made in memory and answers on this machine; nothing is written. A page follows when its file is saved, and while there "
                + "are errors it stays as it was and shows them.",
            Examples =
            [
                ("blog serve --open", "the site here, in the browser"),
                ("blog serve --as-published", "as it would be published"),
                ("blog serve -s notes -p 8080", "another site, another port"),
            ],
        };
        command.Add("What", source, asPublished, baseUrl, clock);
        command.Add("Where", port, host, open);
        command.Add("How", navigate, noBar, editor, poll, quiet, verbose);
        command.SetAction(parsed => new ServeRun(
            new(parsed.GetValue(source))
            {
                Port = parsed.GetValue(port),
                Host = parsed.GetValue(host) ?? "127.0.0.1",
                Opens = parsed.GetValue(open),
                IsAsPublished = parsed.GetValue(asPublished),
                BaseUrl = parsed.GetValue(baseUrl),
                Polls = parsed.GetValue(poll),
                HasBar = !parsed.GetValue(noBar),
                Navigates = parsed.GetValue(navigate),
                Editor = parsed.GetValue(editor) ?? "vscode://file/{path}:{line}:{column}",
                Clock = parsed.GetValue(clock),
                Loudness = SiteOptions.LoudnessOf(parsed.GetValue(quiet), parsed.GetValue(verbose)),
            },
            shell).Run());
        return command;
    }
}

/// <summary>What was typed behind <c>blog serve</c>; null where nothing was.</summary>
internal sealed record ServeArguments(string? Source)
{
    public string? Port { get; init; }

    public string Host { get; init; } = "127.0.0.1";

    public bool Opens { get; init; }

    public bool IsAsPublished { get; init; }

    public string? BaseUrl { get; init; }

    public bool Polls { get; init; }

    public bool HasBar { get; init; } = true;

    public bool Navigates { get; init; }

    public string Editor { get; init; } = "";

    public string? Clock { get; init; }

    public Loudness Loudness { get; init; } = Loudness.Normal;
}
