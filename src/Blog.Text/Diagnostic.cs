using System.Collections.Immutable;

namespace Blog.Text;

public enum Severity
{
    Warning,
    Error,
}

/// <summary>A second place that belongs to a diagnostic: "included from", "first defined here".</summary>
public sealed record Note(string Message, SourceText? Source = null, TextSpan Span = default);

/// <summary>One thing to tell the author, with place, code and help.</summary>
/// <param name="Code">Stable, <c>B1001</c>; languages below the engine use local codes that the engine maps.</param>
/// <param name="Message">Lower-case start, no period, things named in quotes.</param>
/// <param name="Source">Null when the message is about no file in particular.</param>
/// <param name="Help">What to do or type; null when there is no advice that is surely right.</param>
public sealed record Diagnostic(Severity Severity, string Code, string Message, SourceText? Source, TextSpan Span, string? Help = null)
{
    public ImmutableArray<Note> Notes { get; init; } = [];

    public static Diagnostic Error(string code, string message, SourceText? source, TextSpan span, string? help = null) =>
        new(Severity.Error, code, message, source, span, help);

    public static Diagnostic Warning(string code, string message, SourceText? source, TextSpan span, string? help = null) =>
        new(Severity.Warning, code, message, source, span, help);

    public TextPosition Start => Source?.PositionOf(Span.Start) ?? default;

    public TextPosition End => Source?.PositionOf(Span.End) ?? default;
}
