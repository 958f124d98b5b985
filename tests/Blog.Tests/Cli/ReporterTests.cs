using System.Globalization;
using Blog.Cli.Terminal;
using Blog.Text;

namespace Blog.Tests.Cli;

public sealed class ReporterTests
{
    private static readonly SourceText Source = new("content/posts/a.md", "---\ndata: 2026-01-01\n---\n");

    private static string Shown(
        IEnumerable<Diagnostic> diagnostics, Loudness loudness = Loudness.Normal, bool isTerminal = false, params string[] variables)
    {
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var shell = new Shell
        {
            Out = TextWriter.Null,
            Error = error,
            Folder = "/",
            Variable = name => variables.Contains(name) ? "1" : null,
            Clock = new StoppedClock(),
            IsErrorTerminal = isTerminal,
        };
        new Reporter(shell, loudness).Show(diagnostics);
        return error.ToString();
    }

    private static Diagnostic Problem(Severity severity, int number, SourceText? source = null) =>
        new(severity, "B1000", $"number {number:000}", source, default);

    [Fact]
    public void Diagnostics_come_by_path_and_position_and_those_of_no_file_last()
    {
        var other = new SourceText("content/a.md", "text\ntext\n");

        var text = Shown([
            Diagnostic.Error("B1", "none", null, default),
            Diagnostic.Warning("B1", "second", Source, new(4, 4)),
            Diagnostic.Error("B1", "later", other, new(5, 1)),
            Diagnostic.Warning("B1", "first", other, new(0, 4)),
            Diagnostic.Error("B1", "top", Source, new(0, 3)),
        ]);

        var order = text.Split('\n')
            .Where(line => line.Contains(" B1: ", StringComparison.Ordinal))
            .Select(line => line[(line.LastIndexOf(' ') + 1)..]);
        Assert.Equal(["first", "later", "top", "second", "none"], order);
    }

    [Fact]
    public void Warnings_never_hide_errors()
    {
        var many = Enumerable.Range(0, 150).Select(i => Problem(Severity.Warning, i)).Append(Problem(Severity.Error, 999));

        var lines = Shown(many).TrimEnd('\n').Split('\n');

        Assert.Equal(101, lines.Length);
        Assert.Contains("error B1000: number 999", lines);
        Assert.Equal("and 51 more", lines[^1]);
    }

    [Fact]
    public void Quiet_shows_errors_only() =>
        Assert.Equal("error B1000: number 002\n", Shown([Problem(Severity.Warning, 1), Problem(Severity.Error, 2)], Loudness.Quiet));

    [Fact]
    public void A_terminal_gets_colours_and_the_same_words()
    {
        Diagnostic[] one = [Diagnostic.Warning("B1003", "'data' is not a field", Source, new(4, 4), "did you mean 'date'?")];

        var colored = Shown(one, isTerminal: true);

        Assert.Contains("\e[1;33mwarning B1003\e[0m: 'data'", colored, StringComparison.Ordinal);
        Assert.Equal(Shown(one), System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Every_quoted_line_is_dim_and_every_caret_has_a_colour()
    {
        Diagnostic[] one =
        [
            Diagnostic.Error("B3110", "never closed", Source, new(4, 4), "close it") with
            {
                Notes = [new("closed here", Source, new(21, 3), Quote.Line), new("also here", Source, new(22, 1), Quote.Line)],
            },
        ];

        var lines = Shown(one, isTerminal: true).Split('\n');

        Assert.Equal(
            ["\e[2m  2 | data: 2026-01-01\e[0m", "\e[1;31m    | ^^^^\e[0m", "\e[2m  3 | ---\e[0m", "\e[36m    | ^^^ closed here\e[0m", "\e[36m    |  ^ also here\e[0m", "  \e[36mhelp:\e[0m close it"],
            lines[1..7]);
    }

    [Fact]
    public void NO_COLOR_is_heard() =>
        Assert.DoesNotContain('\e', Shown([Problem(Severity.Error, 1, Source)], isTerminal: true, variables: "NO_COLOR"));

    [Fact]
    public void PUB_6_a_path_with_an_escape_does_not_drive_the_terminal() =>
        Assert.DoesNotContain('\e', Shown([Problem(Severity.Error, 1, new SourceText("content/\e[2J.md", "x"))]));
}
