using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;

namespace Blog.Cli.Terminal;

/// <summary>
/// The help of a command: usage, commands, grouped options, examples. The library's own page has no place for groups and examples, and
/// what would change it is not public.
/// </summary>
internal sealed class HelpPage(Shell shell) : SynchronousCommandLineAction
{
    private const int WidestName = 26;

    /// <summary>Whoever asks for help gets it, whatever else is wrong with the command line.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        shell.Out.Write(Of((BlogCommand)parseResult.CommandResult.Command));
        return ExitCode.Done;
    }

    public string Of(BlogCommand command)
    {
        var text = new StringBuilder();
        Wrap(text, $"{command.FullName}: {command.Description}.", "");
        if (command.Details is { } details)
        {
            text.Append('\n');
            Wrap(text, details, "");
        }

        text.Append(Words.UsageTitle).Append('\n').Append("  ").Append(UsageOf(command)).Append('\n');
        Section(text, Words.CommandsTitle, [.. command.Subcommands.Select(child => (NameOf(child), child.Description ?? ""))]);
        Section(text, Words.ArgumentsTitle, [.. command.Arguments.Select(argument => (LabelOf(argument), argument.Description ?? ""))]);
        var width = command.Groups.SelectMany(group => group.Options).Select(option => NameOf(option).Length).DefaultIfEmpty(0).Max();
        foreach (var group in command.Groups)
        {
            Section(text, group.Title, [.. group.Options.Select(option => (NameOf(option), option.Description ?? ""))], width);
        }

        Examples(text, command);
        if (command.Subcommands.Count > 0)
        {
            text.Append('\n').Append(Words.HelpOfCommands(command.FullName)).Append('\n');
        }

        return text.ToString();
    }

    private static string UsageOf(BlogCommand command)
    {
        var usage = new StringBuilder(command.FullName);
        usage.Append(command.Subcommands.Count > 0 ? $" {Words.CommandPlaceholder}" : "");
        foreach (var argument in command.Arguments)
        {
            usage.Append(' ').Append(UsageOf(argument));
        }

        return usage.Append(' ').Append(Words.OptionsPlaceholder).ToString();
    }

    private static string NameOf(Command command) => string.Join(' ', command.Arguments.Select(UsageOf).Prepend(command.Name));

    private static string UsageOf(Argument argument) => argument.Arity.MinimumNumberOfValues == 0 ? $"[{LabelOf(argument)}]" : LabelOf(argument);

    private static string LabelOf(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    // "-o, --output FOLDER"; options without a short form are indented so that long names stand below each other.
    private static string NameOf(Option option)
    {
        var names = option.Aliases.Prepend(option.Name).ToArray();
        var shorts = names.Where(name => !name.StartsWith("--", StringComparison.Ordinal) && name != "-?").Take(1).ToArray();
        var label = shorts.Length > 0 ? $"{shorts[0]}, {option.Name}" : $"    {option.Name}";
        return option.HelpName is { } value ? $"{label} {value}" : label;
    }

    private void Section(StringBuilder text, string title, (string Name, string Description)[] rows, int atLeast = 0)
    {
        if (rows.Length == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        var width = Math.Min(WidestName, Math.Max(atLeast, rows.Max(row => row.Name.Length)));
        foreach (var (name, description) in rows)
        {
            var indent = new string(' ', width + 4);
            if (name.Length > width)
            {
                text.Append("  ").Append(name).Append('\n');
                Wrap(text, description, indent);
            }
            else
            {
                Wrap(text, description, indent, "  " + name.PadRight(width + 2));
            }
        }
    }

    private static void Examples(StringBuilder text, BlogCommand command)
    {
        if (command.Examples.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(Words.ExamplesTitle).Append('\n');
        text.Append(string.Concat(Table.Of([.. command.Examples.Select(example => new[] { example.Line, example.Remark })])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line.TrimEnd()}\n")));
    }

    private void Wrap(StringBuilder text, string paragraph, string indent, string? first = null) =>
        text.Append(Paragraph.Of(paragraph, shell.Width, indent, first));
}
