using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>Colours for a terminal, or none: the same words either way.</summary>
internal sealed partial class Palette
{
    private readonly bool _hasColors;

    private Palette(bool hasColors) => _hasColors = hasColors;

    /// <summary>Of the standard error stream. See https://no-color.org and https://bixense.com/clicolors.</summary>
    public static Palette Of(Shell shell) => new(
        shell.IsErrorTerminal
        && string.IsNullOrEmpty(shell.Variable("NO_COLOR"))
        && shell.Variable("CLICOLOR") != "0"
        && shell.Variable("TERM") != "dumb");

    public string Error(string text) => Paint("1;31", text);

    public string Warning(string text) => Paint("1;33", text);

    public string Help(string text) => Paint("36", text);

    public string Dim(string text) => Paint("2", text);

    /// <summary>A diagnostic in its one layout: severity, marker and help are coloured, no character is added or lost.</summary>
    public string Of(Diagnostic diagnostic)
    {
        var text = DiagnosticText.Of(diagnostic);
        if (!_hasColors)
        {
            return text;
        }

        var lines = text.Split('\n');
        var label = $"{(diagnostic.Severity == Severity.Error ? "error" : "warning")} {diagnostic.Code}";
        var mark = lines[0].IndexOf(label, StringComparison.Ordinal);
        lines[0] = lines[0][..mark] + Severe(diagnostic, label) + lines[0][(mark + label.Length)..];
        var quoted = 1;
        for (; diagnostic.Source is not null && QuotedLine().Match(lines[quoted]) is { Success: true } match; quoted++)
        {
            lines[quoted] = match.Groups[1].Length > 0 ? Dim(lines[quoted]) : quoted == 2 ? Severe(diagnostic, lines[quoted]) : Help(lines[quoted]);
        }

        for (var i = quoted; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("  help: ", StringComparison.Ordinal))
            {
                lines[i] = "  " + Help("help:") + lines[i][7..];
            }
        }

        return string.Join('\n', lines);
    }

    private string Severe(Diagnostic diagnostic, string text) => diagnostic.Severity == Severity.Error ? Error(text) : Warning(text);

    private string Paint(string style, string text) => _hasColors && text.Length > 0 ? $"\e[{style}m{text}\e[0m" : text;

    [GeneratedRegex("^ +([0-9]*) \\| ", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedLine();
}
