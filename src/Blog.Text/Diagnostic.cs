using System.Collections.Immutable;

namespace Blog.Text;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>How much of its source a note quotes when it is shown as text.</summary>
public enum Quote
{
    /// <summary>The place alone.</summary>
    None,

    /// <summary>The words at the place, behind it.</summary>
    Words,

    /// <summary>The line, with the message below the place; in the file of the diagnostic itself.</summary>
    Line,
}

/// <summary>A second place that belongs to a diagnostic: "included from", "first defined here".</summary>
public sealed record Note(string Message, SourceText? Source = null, TextSpan Span = default, Quote Quote = Quote.None);

/// <summary>One thing to tell the author, with place, code and help.</summary>
/// <param name="Code">Stable, <c>B1001</c>; languages below the engine use local codes that the engine maps.</param>
/// <param name="Message">Lower-case start, no period, things named in quotes.</param>
/// <param name="Source">Null when the message is about no file in particular.</param>
/// <param name="Help">What to do or type; null when there is no advice that is surely right.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, SourceText? Source, TextSpan Span, string? Help = null)
{
    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>A word or two behind the caret: "opened here". Says nothing that the message does not say.</summary>
    public string? Label { get; init; }

    public static Diagnostic Error(string code, string message, SourceText? source, TextSpan span, string? help = null) =>
        new(Severity.Error, code, message, source, span, help);

    public static Diagnostic Warning(string code, string message, SourceText? source, TextSpan span, string? help = null) =>
        new(Severity.Warning, code, message, source, span, help);

    public TextPosition Start => Source?.PositionOf(Span.Start) ?? default;

    public TextPosition End => Source?.PositionOf(Span.End) ?? default;
}
