using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog try markdown</c>.</summary>
internal static class TryMarkdown
{
    public static BlogCommand CommandOf(Shell shell)
    {
        var (source, clock, format) = (SiteOptions.Source(), SiteOptions.Clock(), SiteOptions.Format());
        var name = new Option<string>("--name")
        {
            HelpName = "FILE",
            Description = "The file that the text stands for: messages name it, links and images start there (default: a page at the top of the site)",
        };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors" };
        var command = new BlogCommand("markdown", "renders Markdown")
        {
            Details = "The text is read from the standard input, with or without front matter, and becomes what it would be in a page of the site, "
                + "without the page around it. With '--format json', the input is a list of texts, [{id, markdown}], and so is the answer.",
            ReadsInput = true,
            Examples =
            [
                ("blog try markdown < content/posts/a.md", "a post"),
                ("blog try markdown --name content/posts/a.md < a.md", "with links that start there"),
                ("blog try markdown --format json < texts.json", "for an editor"),
            ],
        };
        command.Add("Options", name, source, clock, strict, format);
        command.SetAction(parsed => new TryMarkdownRun(
            new(parsed.GetValue(name), parsed.GetValue(source), parsed.GetValue(clock), parsed.GetValue(format), parsed.GetValue(strict)), shell).Run());
        return command;
    }
}

/// <summary>What was typed behind <c>blog try markdown</c>; null where nothing was.</summary>
internal sealed record TryMarkdownArguments(string? Name, string? Source, string? Clock, string? Format, bool IsStrict);
