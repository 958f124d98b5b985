using System.CommandLine;
using System.CommandLine.Help;
using Blog.Cli.Commands;
using Blog.Cli.Terminal;

namespace Blog.Cli;

/// <summary>From the words of a command line to a command that runs.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, Shell shell)
    {
        // Scripts ask this often: answered before anything is built.
        if (args.Count > 0 && args[0] is "--version" or "version")
        {
            shell.Out.Write($"blog {ToolVersion.Text}\n");
            return ExitCode.Done;
        }

        if (args.Count > 0 && args[0] == "help")
        {
            args = [.. args.Skip(1), "--help"];
        }

        var root = Tree(shell);
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }); // "@draft" is a title, not a file to read
        if (parsed.Action is not HelpPage && UsageErrors.Of(parsed) is { IsEmpty: false } problems)
        {
            new Reporter(shell, Loudness.Normal).Show(problems);
            return ExitCode.Refused;
        }

        return parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = shell.Out,
            Error = shell.Error,
        });
    }

    /// <summary>All commands. A plain command as the root: the library's own takes its name from the executable file.</summary>
    public static BlogCommand Tree(Shell shell)
    {
        var help = new HelpPage(shell);
        var root = new BlogCommand("blog", "makes a website of Markdown files")
        {
            Details = "A site is a folder with 'content' (texts, pictures, site.yaml) and, if you like, 'templates'. The website goes to 'public'.",
            Examples =
            [
                ("blog new site notes", "start a site in the folder notes"),
                ("blog new post \"First steps\"", "start a post"),
                ("blog serve", "write, and see it in the browser"),
                ("blog build", "make the website"),
                ("blog build --drafts", "the same, with unfinished posts"),
            ],
        };
        root.Subcommands.Add(NewCommand.Of(shell));
        root.Subcommands.Add(BuildCommand.Of(shell));
        root.Subcommands.Add(ServeCommand.Of(shell));
        root.Subcommands.Add(ListCommand.Of(shell));
        root.Subcommands.Add(TryCommand.Of(shell));
        root.Subcommands.Add(CleanCommand.Of(shell));
        root.Subcommands.Add(ExplainCommand.Of(shell));
        root.Add("Options",
            new HelpOption("--help", "-h") { Action = help, Description = "Shows this help; with a command, the command's" },
            new Option<bool>("--version") { Description = "Shows the version" });
        root.SetAction(_ => shell.Out.Write(help.Of(root)));
        return root;
    }
}
