using System.CommandLine;
using Blog.Cli.Terminal;

namespace Blog.Cli.Commands;

/// <summary>The command line of <c>blog try math</c>.</summary>
internal static class TryMath
{
    public static BlogCommand CommandOf(Shell shell)
    {
        var format = SiteOptions.Format();
        var display = new Option<bool>("--display") { Description = "Sets the formula for a line of its own" };
        var macros = new Option<string>("--macros")
        {
            HelpName = "FILE",
            Description = "Macros for the formula, in YAML or JSON: names and TeX, or the settings of a site",
        };
        var strict = new Option<bool>("--strict") { Description = "Takes warnings for errors" };
        var command = new BlogCommand("math", "sets a formula")
        {
            Details = "The formula is read from the standard input: TeX, without dollars. With '--format json' it is a list of formulas, "
                + "'[{\"id\": 1, \"tex\": \"x^2\", \"display\": true, \"pre\": \"\\\\def\\\\a{b}\"}]', and so is the answer: "
                + "'[{\"id\": 1, \"mathml\": \"…\", \"diagnostics\": []}]'. 'display' and 'pre', definitions that come before, may be left out.",
            ReadsInput = true,
            Examples =
            [
                ("echo '\\frac{a}{b}' | blog try math --display", "on a line of its own"),
                ("echo '\\R^n' | blog try math --macros content/site.yaml", "with the macros of a site"),
                ("blog try math --format json < formulas.json", "for a program"),
            ],
        };
        command.Add("Options", display, macros, strict, format);
        command.SetAction(parsed => new TryMathRun(
            new(parsed.GetValue(macros), parsed.GetValue(format)) { IsDisplay = parsed.GetValue(display), IsStrict = parsed.GetValue(strict) },
            shell).Run());
        return command;
    }
}

/// <summary>What was typed behind <c>blog try math</c>; null where nothing was.</summary>
internal sealed record TryMathArguments(string? Macros, string? Format)
{
    public bool IsDisplay { get; init; }

    public bool IsStrict { get; init; }
}
