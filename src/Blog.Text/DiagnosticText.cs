using System.Globalization;
using System.Text;

namespace Blog.Text;

/// <summary>The one layout in which diagnostics are shown as text.</summary>
/// <example><code>
/// content/posts/first.md:4:1: warning B1003: 'data' is not a field of a post
///   4 | data: 2026-01-01
///     | ^^^^
///   help: did you mean 'date'?
/// </code></example>
public static class DiagnosticText
{
    // A longer line (minified code, a 5 MB paragraph) is shown as the part around the place, in characters.
    private const int LongestLine = 160;

    public static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        AppendPlace(text, diagnostic.Source, diagnostic.Span);
        text.Append(CultureInfo.InvariantCulture, $"{severity} {diagnostic.Code}: {Printable(diagnostic.Message)}\n");
        if (diagnostic.Source is { Text.Length: > 0 } source)
        {
            AppendLine(text, source, diagnostic.Span);
        }

        if (diagnostic.Help is { } help)
        {
            text.Append(CultureInfo.InvariantCulture, $"  help: {Printable(help)}\n");
        }

        foreach (var note in diagnostic.Notes)
        {
            text.Append("  ").Append(Printable(note.Message));
            if (note.Source is not null)
            {
                text.Append(' ');
                AppendPlace(text, note.Source, note.Span);
                text.Length -= 2;
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static void AppendPlace(StringBuilder text, SourceText? source, TextSpan span)
    {
        if (source is null)
        {
            return;
        }

        var (line, column) = source.PositionOf(span.Start);
        text.Append(CultureInfo.InvariantCulture, $"{Printable(source.Path)}:{line}:{column}: ");
    }

    private static void AppendLine(StringBuilder text, SourceText source, TextSpan span)
    {
        var start = source.PositionOf(span.Start);
        var line = source.Line(start.Line);
        var first = Math.Clamp(span.Start, 0, source.Text.Length) - source.StartOfLine(start.Line);
        var last = Math.Min(line.Length, Math.Max(first, span.End - source.StartOfLine(start.Line)));
        var from = line.Length <= LongestLine ? 0 : Math.Max(0, Math.Min(first - (LongestLine / 3), line.Length - LongestLine));
        var to = Math.Min(line.Length, from + LongestLine);
        last = Math.Min(last, to);

        var number = start.Line.ToString(CultureInfo.InvariantCulture);
        text.Append("  ").Append(number).Append(" | ").Append(Printable(line[from..to].ToString())).Append('\n');
        text.Append(' ', number.Length + 2).Append(" | ");
        foreach (var rune in line[from..Math.Min(first, to)].EnumerateRunes())
        {
            // A tab is repeated so that the caret stands below the character whatever the terminal makes of tabs.
            text.Append(rune.Value == '\t' ? "\t" : new string(' ', CellsOf(rune)));
        }

        var carets = 0;
        foreach (var rune in line[Math.Min(first, to)..last].EnumerateRunes())
        {
            carets += CellsOf(rune);
        }

        text.Append('^', Math.Max(1, carets)).Append('\n');
    }

    // What a terminal makes of a character: wide ones take two cells, marks none, and what Printable spells out takes its spelling.
    private static int CellsOf(Rune rune) =>
        IsControl(rune) ? Spelled(rune).Length : EastAsianWidth.CellsOf(rune);

    /// <summary>The text with control characters and terminal escapes spelled out, so that content cannot drive the terminal.</summary>
    public static string Printable(string text)
    {
        if (!text.EnumerateRunes().Any(IsControl))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(IsControl(rune) ? Spelled(rune) : rune.ToString());
        }

        return result.ToString();
    }

    private static bool IsControl(Rune rune) =>
        rune.Value != '\t' && (Rune.IsControl(rune) || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or 0x2028 or 0x2029);

    private static string Spelled(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");
}
