using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using Blog.Cli;
using Blog.Cli.Terminal;
using Blog.Tests.Cli;

namespace Blog.Tests.Docs;

/// <summary><c>command-line.md</c> against the commands themselves.</summary>
public partial class CommandLineTests
{
    private static readonly Manual Page = Manual.Page("command-line.md");

    private static IEnumerable<BlogCommand> Commands => WithChildren(CommandLine.Tree(new()
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        Folder = "/",
        Variable = _ => null,
        Clock = TimeProvider.System,
    }));

    private static BlogCommand[] Leaves => [.. Commands.Where(command => command.Subcommands.Count == 0)];

    public static TheoryData<string> LeafNames => [.. Leaves.Select(command => command.FullName)];

    [Fact]
    public void Every_command_has_a_heading()
    {
        var headings = HeadingOfCommand().Matches(Page.Text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(Leaves.Select(command => command.FullName).Order(StringComparer.Ordinal), headings);
    }

    [Theory]
    [MemberData(nameof(LeafNames))]
    public void The_options_of_a_command_are_those_of_its_section(string command)
    {
        var options = Leaves.Single(leaf => leaf.FullName == command).Options.SelectMany(option => option.Aliases.Prepend(option.Name));
        var rows = Page.Section($"## {command}").Split('\n').Where(line => line.StartsWith("| `-", StringComparison.Ordinal))
            .SelectMany(line => OptionName().Matches(line.Split('|')[1])).Select(match => match.Value);

        Assert.Equal(options.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_of_every_command_are_named()
    {
        string[] expected = ["--help", "-h", "--version"];

        Assert.Empty(expected.Except(OptionName().Matches(Page.Text).Select(match => match.Value)));
    }

    [Fact]
    public void Every_exit_code_is_explained()
    {
        var codes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => $"{field.GetRawConstantValue()}");
        var rows = Page.Section("## Exit codes").Split('\n').Select(line => line.Split('|')).Where(cells => cells.Length > 2).SelectMany(cells => Number().Matches(cells[1])).Select(match => match.Value);

        // 3 is reserved and no constant.
        Assert.Equal(codes.Append("3").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_list_is_explained()
    {
        var kinds = Quoted().Matches(KindsOfList().Match(Manual.Source("Blog.Cli/Commands/ListRun.cs")).Groups[1].Value).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("drafts", kinds);
        Assert.Empty(kinds.Except(Manual.WordsOfSection(Page.Section("## blog list"))));
    }

    [Fact]
    public void Transcripts_of_pipes_show_what_happens()
    {
        using var tool = new Tool().Write("content/site.yaml", "base_url: https://example.org/\n").Write("title.yaml", "title: Softmax\n")
            .Write("values.yaml", Page.Fences.First(fence => fence.Info == "yaml").Body);
        var transcripts = Page.Fences.Where(fence => fence.Info == "console").Select(fence => fence.Body).ToArray();

        Assert.InRange(transcripts.Length, 2, 20);
        Assert.All(transcripts, transcript => Assert.Equal(transcript, PipeOfTranscript().Replace(transcript, line =>
        {
            var ran = tool.Pipe(line.Groups["text"].Value + "\n", line.Groups["args"].Value.Split(' '));
            return $"{line.Groups["line"].Value}\n{ran.Out}{ran.Error}";
        })));
    }

    private static IEnumerable<BlogCommand> WithChildren(BlogCommand command) => command.Subcommands.Cast<BlogCommand>().SelectMany(WithChildren).Prepend(command);

    // A line that is typed, and all that follows up to the next one.
    [GeneratedRegex("(?<line>^\\$ echo '(?<text>.*)' \\| blog (?<args>.*))\n(?:(?!\\$ ).*\n)*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex PipeOfTranscript();

    [GeneratedRegex("^## (blog .+)$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadingOfCommand();

    [GeneratedRegex("(?<![\\w-])--?[A-Za-z][a-z-]*", RegexOptions.CultureInvariant)]
    private static partial Regex OptionName();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("string\\[\\] Kinds = \\[([^\\]]*)\\]", RegexOptions.CultureInvariant)]
    private static partial Regex KindsOfList();

    [GeneratedRegex("\"(\\w+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
