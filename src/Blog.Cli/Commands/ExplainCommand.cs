using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog explain</c>.</summary>
internal static class ExplainCommand
{
    public static BlogCommand Of(Shell shell)
    {
        var code = new Argument<string>("code")
        {
            HelpName = "CODE",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The code of a message, such as B3203, or what several codes begin with, such as B32 (default: an overview)",
        };
        var format = SiteOptions.Format();
        var command = new BlogCommand("explain", "explains a message by its code")
        {
            Details = "Every message has a code that stays the same. This command says what the message means and what to do about it.",
            Arguments = { code },
            Examples =
            [
                ("blog explain B3203", "one message"),
                ("blog explain B32", "all that begin so"),
                ("blog explain", "which there are"),
                ("blog explain --format json", "all of them, for an editor"),
            ],
        };
        command.Add("Options", format);
        command.SetAction(parsed => new ExplainRun(shell).Run(parsed.GetValue(code), parsed.GetValue(format)));
        return command;
    }
}
