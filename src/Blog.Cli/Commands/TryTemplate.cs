using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog try template</c>.</summary>
internal static class TryTemplate
{
    public static BlogCommand CommandOf(Shell shell)
    {
        var (source, clock, format) = (SiteOptions.Source(), SiteOptions.Clock(), SiteOptions.Format());
        var data = new Option<string>("--data")
        {
            HelpName = "FILE",
            Description = "Values for the template, in YAML or JSON; they are laid over those of the page",
        };
        var page = new Option<string>("--page")
        {
            HelpName = "URL",
            Description = "The page whose values the template sees, by its address or its file (default: the home page)",
        };
        var name = new Option<string>("--name")
        {
            HelpName = "FILE",
            Description = "The template's own file: messages name it, its ending says how values are escaped, and below 'templates' the template "
                + "takes its place (default: a page of HTML)",
        };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors" };
        var command = new BlogCommand("template", "renders a template")
        {
            Details = "The template is read from the standard input and sees what it would see on a page of the site: 'site', 'page', 'post', "
                + "'t' and the rest, the functions, and the templates that it includes. Outside of a site, it sees an empty one with the "
                + "default theme.",
            ReadsInput = true,
            Examples =
            [
                ("blog try template --page /posts/a/ < templates/post.html", "on a page"),
                ("echo '{{ title }}' | blog try template --data a.yaml", "with values"),
                ("blog try template --name feed.txt < feed.txt", "without escaping"),
                ("blog try template --format json < templates/post.html", "for an editor"),
            ],
        };
        command.Add("Options", data, page, name, source, clock, strict, format);
        command.SetAction(parsed => new TryTemplateRun(
            new(parsed.GetValue(data), parsed.GetValue(page), parsed.GetValue(name), parsed.GetValue(source))
            {
                Clock = parsed.GetValue(clock),
                Format = parsed.GetValue(format),
                IsStrict = parsed.GetValue(strict),
            },
            shell).Run());
        return command;
    }
}

/// <summary>What was typed behind <c>blog try template</c>; null where nothing was.</summary>
internal sealed record TryTemplateArguments(string? Data, string? Page, string? Name, string? Source)
{
    public string? Clock { get; init; }

    public string? Format { get; init; }

    public bool IsStrict { get; init; }
}
