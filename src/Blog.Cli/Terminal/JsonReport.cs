using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Blog.Cli.Commands;
using Blog.Composing;
using Blog.Text;

namespace Blog.Cli.Terminal;

/// <summary>Answers for programs: one JSON object. Written by hand, because reflection would not survive trimming.</summary>
internal static class JsonReport
{
    // Chinese stays readable; the text goes to a terminal or a file, not into HTML.
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="facts">Null when there was no build: the arguments were wrong, or another build held the lock.</param>
    public static string Of(BuildFacts? facts, ImmutableArray<Diagnostic> diagnostics) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteBoolean("published", facts?.Report.IsPublished ?? false);
        if (facts is not null)
        {
            Summarize(json, facts);
        }

        json.WriteNumber("errors", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error));
        json.WriteNumber("warnings", diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning));
        json.WriteEndObject();
        Write(json, diagnostics);
        json.WriteEndObject();
    });

    /// <param name="output">Null when there is none, because of the errors among the diagnostics.</param>
    public static string OfTrial(string? output, ImmutableArray<Diagnostic> diagnostics) => Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("output", output);
        Write(json, diagnostics);
        json.WriteEndObject();
    });

    /// <param name="posts">With the id of each as JSON.</param>
    public static string OfTexts(IEnumerable<(string Id, Post Post)> posts) => Of(json =>
    {
        json.WriteStartArray();
        foreach (var (id, post) in posts)
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(id);
            json.WriteString("html", post.Html.Span);
            json.WriteString("excerpt", post.Excerpt);
            Write(json, post.Diagnostics);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Of(Action<Utf8JsonWriter> write) => Of(write, Readable);

    /// <summary>For answers that are long and for programs alone.</summary>
    public static string InOneLine(Action<Utf8JsonWriter> write) => Of(write, Readable with { Indented = false });

    private static string Of(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Summarize(Utf8JsonWriter json, BuildFacts facts)
    {
        json.WriteString("output", facts.Folder);
        json.WriteNumber("posts", facts.Posts);
        json.WriteNumber("pages", facts.Pages);
        json.WriteNumber("files", facts.Report.Outputs);
        json.WriteNumber("changed", facts.Report.Changed);
        json.WriteNumber("removed", facts.Report.Removed);
        json.WriteNumber("kept", facts.Report.Kept);
        json.WriteNumber("seconds", Math.Round(facts.Elapsed.TotalSeconds, 3));
        json.WriteStartArray("leftOut");
        foreach (var left in facts.Plan.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("path", left.Entry.Path.Value);
            json.WriteString("reason", left.Reason);
            json.WriteString("option", left.Flag);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in Reporter.Sorted(diagnostics))
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("code", diagnostic.Code);
        json.WriteString("message", diagnostic.Message);
        WritePlace(json, diagnostic.Source, diagnostic.Span);
        json.WriteString("help", diagnostic.Help);
        json.WriteStartArray("related");
        foreach (var note in diagnostic.Notes)
        {
            json.WriteStartObject();
            json.WriteString("message", note.Message);
            WritePlace(json, note.Source, note.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText? source, TextSpan span)
    {
        if (source is null)
        {
            foreach (var name in new[] { "path", "line", "column", "endLine", "endColumn" })
            {
                json.WriteNull(name);
            }

            return;
        }

        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        json.WriteString("path", source.Path);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
