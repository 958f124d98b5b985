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

    // More of a call than this says nothing about where it is.
    private const int LongestQuote = 60;

    public static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        AppendPlace(text, diagnostic.Source, diagnostic.Span);
        text.Append(CultureInfo.InvariantCulture, $"{severity} {diagnostic.Code}: {Printable(diagnostic.Message)}\n");
        if (diagnostic.Source is { Text.Length: > 0 } source)
        {
            AppendLines(text, diagnostic, source);
        }

        if (diagnostic.Help is { } help)
        {
            text.Append(CultureInfo.InvariantCulture, $"  help: {Printable(help)}\n");
        }

        foreach (var note in diagnostic.Notes.Where(note => !IsQuotedLine(note, diagnostic)))
        {
            AppendNote(text, note);
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

    private static bool IsQuotedLine(Note note, Diagnostic diagnostic) =>
        note.Quote == Quote.Line && note.Source is { Text.Length: > 0 } && ReferenceEquals(note.Source, diagnostic.Source);

    private static void AppendNote(StringBuilder text, Note note)
    {
        text.Append("  ").Append(Printable(note.Message));
        if (note.Source is { } source)
        {
            text.Append(' ');
            AppendPlace(text, source, note.Span);
            text.Length -= note.Quote == Quote.None ? 2 : 0;
            text.Append(note.Quote == Quote.None ? "" : Printable(WordsAt(source, note.Span)));
        }

        text.Append('\n');
    }

    private static string WordsAt(SourceText source, TextSpan span)
    {
        var start = Math.Min(span.Start, source.Text.Length);
        var words = source.Text.AsSpan(start, Math.Min(span.Length, source.Text.Length - start)).ToString().ReplaceLineEndings(" ");
        return words.Length <= LongestQuote ? words : Cut(words, LongestQuote - 1) + "…";
    }

    /// <summary>The first characters of a text, never half of one.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static void AppendLines(StringBuilder text, Diagnostic diagnostic, SourceText source)
    {
        (TextSpan Span, string? Label)[] quotes =
        [
            (diagnostic.Span, diagnostic.Label),
            .. diagnostic.Notes.Where(note => IsQuotedLine(note, diagnostic)).Select(note => (note.Span, (string?)note.Message)),
        ];
        var digits = quotes.Max(quote => Number(source.PositionOf(quote.Span.Start).Line).Length);
        var shown = 0;
        foreach (var (span, label) in quotes)
        {
            AppendLine(text, source, span, label, digits, shown);
            shown = source.PositionOf(span.Start).Line;
        }
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    // Two places of one line share it.
    private static void AppendLine(StringBuilder text, SourceText source, TextSpan span, string? label, int digits, int shown)
    {
        var start = source.PositionOf(span.Start);
        var line = source.Line(start.Line);
        var first = Math.Min(line.Length, Math.Clamp(span.Start, 0, source.Text.Length) - source.StartOfLine(start.Line));
        var last = Math.Min(line.Length, Math.Max(first, span.End - source.StartOfLine(start.Line)));
        var from = line.Length <= LongestLine ? 0 : Math.Max(0, Math.Min(first - (LongestLine / 3), line.Length - LongestLine));
        var to = Math.Min(line.Length, from + LongestLine);
        last = Math.Min(last, to);

        if (start.Line != shown || from > 0)
        {
            text.Append("  ").Append(Number(start.Line).PadLeft(digits)).Append(" | ").Append(Printable(line[from..to].ToString())).Append('\n');
        }

        text.Append(' ', digits + 2).Append(" | ");
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

        text.Append('^', Math.Max(1, carets)).Append(label is null ? "" : " " + Printable(label)).Append('\n');
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
