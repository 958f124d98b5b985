using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>Colours for a terminal, or none: the same words either way.</summary>
internal sealed class Palette
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
        var hasSourceLine = diagnostic.Source is { Text.Length: > 0 };
        for (var i = 1; i < lines.Length; i++)
        {
            lines[i] = (i, hasSourceLine) switch
            {
                (1, true) => Dim(lines[i]),
                (2, true) => Severe(diagnostic, lines[i]),
                _ when lines[i].StartsWith("  help: ", StringComparison.Ordinal) => "  " + Help("help:") + lines[i][7..],
                _ => lines[i],
            };
        }

        return string.Join('\n', lines);
    }

    private string Severe(Diagnostic diagnostic, string text) => diagnostic.Severity == Severity.Error ? Error(text) : Warning(text);

    private string Paint(string style, string text) => _hasColors && text.Length > 0 ? $"\e[{style}m{text}\e[0m" : text;
}
