using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog list</c>.</summary>
internal static class ListCommand
{
    public static BlogCommand Of(Shell shell)
    {
        var kind = new Argument<string>("kind")
        {
            HelpName = "KIND",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "posts (those that a build publishes), drafts, future, expired, all (every post, and why it is left out), "
                + "tags or categories (default: posts)",
        };
        var (source, clock, format) = (SiteOptions.Source(), SiteOptions.Clock(), SiteOptions.Format());
        var command = new BlogCommand("list", "shows what the site holds")
        {
            Details = "One line for each post: day, title, file. Nothing is written.",
            Arguments = { kind },
            Examples =
            [
                ("blog list drafts", "what is not finished"),
                ("blog list future", "what is to come"),
                ("blog list tags", "how many posts each tag has"),
                ("blog list all --format json", "everything, for a script"),
            ],
        };
        command.Add("Options", source, clock, format);
        command.SetAction(parsed => new ListRun(parsed.GetValue(kind) ?? "posts", parsed.GetValue(source), shell)
            .Run(parsed.GetValue(clock), parsed.GetValue(format)));
        return command;
    }
}
