using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>
/// What is wrong with a command line, in our words: the library's come with an exit code of 1, without a guess, in the language of the machine.
/// </summary>
internal static class UsageErrors
{
    // Names from Jekyll, Hugo, Hexo and Zola that no distance of letters leads to ours.
    private static readonly Dictionary<string, string> FamiliarCommands = new(StringComparer.Ordinal)
    {
        ["init"] = "new site",
        ["create"] = "new site",
        ["draft"] = "new post",
        ["post"] = "new post",
        ["generate"] = "build",
        ["g"] = "build",
        ["b"] = "build",
        ["make"] = "build",
        ["server"] = "serve",
        ["s"] = "serve",
        ["preview"] = "serve",
        ["dev"] = "serve",
        ["watch"] = "build --watch",
        ["n"] = "new",
        ["ls"] = "list",
        ["render"] = "try template",
    };

    private static readonly Dictionary<string, string> FamiliarOptions = new(StringComparer.Ordinal)
    {
        ["--buildDrafts"] = "--drafts",
        ["--buildFuture"] = "--future",
        ["--buildExpired"] = "--expired",
        ["--root"] = "--source",
        ["--cleanDestinationDir"] = "--clean",
        ["--forceSyncStatic"] = "--clean",
        ["--panicOnWarning"] = "--strict",
        ["--fatal"] = "--strict",
        ["--json"] = "--format json",
    };

    public static ImmutableArray<Diagnostic> Of(ParseResult parsed)
    {
        var command = (BlogCommand)parsed.CommandResult.Command;
        var swallowed = Swallowed(parsed).ToList();
        if (swallowed.Count > 0)
        {
            return [.. swallowed];
        }

        var unmatched = parsed.UnmatchedTokens;
        if (unmatched.Count > 0)
        {
            // A word in the place of a command decides what the options could mean, so it is told first.
            if (command.Subcommands.Count > 0 && !IsOption(unmatched[0]))
            {
                return [UnknownWord(unmatched[0], command)];
            }

            // Words behind an unknown option may be its value: saying more would be guessing.
            var options = unmatched.Where(IsOption).ToArray();
            return options.Length > 0 ? [.. options.Select(option => UnknownOption(option, command))] : [UnknownWord(unmatched[0], command)];
        }

        return [.. parsed.Errors.Select(error => Other(error, command)).DistinctBy(problem => problem.Message)];
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    // "-o --drafts": the library takes the second word for the value of the first.
    private static IEnumerable<Diagnostic> Swallowed(ParseResult parsed)
    {
        var names = OptionNames((BlogCommand)parsed.CommandResult.Command).ToHashSet(StringComparer.Ordinal);
        return parsed.CommandResult.Children.OfType<OptionResult>()
            .Where(result => result.IdentifierToken is not null && result.Tokens.Any(token => names.Contains(token.Value)))
            .Select(result => Problems.ValueMissing(result.IdentifierToken!.Value, result.Option.HelpName)); // not null: filtered above
    }

    private static Diagnostic UnknownOption(string typed, BlogCommand command)
    {
        var name = typed.Split('=', ':')[0];
        var guess = FamiliarOptions.GetValueOrDefault(name) is { } familiar && OptionNames(command).Contains(familiar.Split(' ')[0])
            ? familiar
            : Spelling.Nearest(name, OptionNames(command).Where(known => known.Length > 2));
        return Problems.UnknownOption(name, command.FullName, guess, guess is null ? OwnerOf(name, Root(command)) : null);
    }

    private static Diagnostic UnknownWord(string word, BlogCommand command)
    {
        if (command.Subcommands.Count == 0)
        {
            return Problems.UnexpectedArgument(word, command.FullName, command.ReadsInput);
        }

        var names = command.Subcommands.Select(child => child.Name).ToArray();
        var guess = command.Parents.Any() ? null : FamiliarCommands.GetValueOrDefault(word);
        guess ??= Spelling.Nearest(word, names);
        return Problems.UnknownCommand(word, command.FullName, guess, names);
    }

    private static Diagnostic Other(ParseError error, BlogCommand command) => error.SymbolResult switch
    {
        OptionResult { IdentifierToken: { } token } option => option.Tokens.Count == 0
            ? Problems.ValueMissing(token.Value, option.Option.HelpName)
            : Problems.GivenTwice(option.Option.Name),
        ArgumentResult argument => Problems.ArgumentMissing(argument.Argument.HelpName ?? argument.Argument.Name, command.FullName),
        _ when command.Subcommands.Count > 0 => Problems.CommandMissing(command.FullName, [.. command.Subcommands.Select(child => child.Name)]),
        _ => Problems.WrongUsage(error.Message),
    };

    private static IEnumerable<string> OptionNames(BlogCommand command) =>
        command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).Append("--help");

    private static BlogCommand Root(BlogCommand command) =>
        command.Parents.OfType<BlogCommand>().FirstOrDefault() is { } parent ? Root(parent) : command;

    // "blog --drafts": the option is right, its place is not.
    private static string? OwnerOf(string option, BlogCommand within) =>
        OptionNames(within).Contains(option)
            ? within.FullName
            : within.Subcommands.Cast<BlogCommand>().Select(child => OwnerOf(option, child)).FirstOrDefault(owner => owner is not null);
}
