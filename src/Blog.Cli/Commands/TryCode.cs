using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog try code</c>.</summary>
internal static class TryCode
{
    public static BlogCommand CommandOf(Shell shell)
    {
        var format = SiteOptions.Format();
        var lang = new Option<string>("--lang")
        {
            HelpName = "NAME",
            Description = "The language, by any of its names (default: text without colours)",
        };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors" };
        var command = new BlogCommand("code", "colours a piece of code")
        {
            Details = "The code is read from the standard input; the result is its HTML, as a post shows it. With '--format json', a list of pieces is "
                + "read and a list of results is written.",
            ReadsInput = true,
            Examples =
            [
                ("blog try code --lang python < a.py", "a file"),
                ("blog try code --format json < pieces.json", "many at once"),
            ],
        };
        command.Add("Options", lang, strict, format);
        command.SetAction(parsed => new TryCodeRun(parsed.GetValue(lang), parsed.GetValue(format), parsed.GetValue(strict), shell).Run());
        return command;
    }
}
