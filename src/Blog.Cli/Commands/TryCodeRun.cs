using System.Collections.Immutable;
using System.Text.Json;
using Blog.Cli.Terminal;
using Blog.Composing;
using Blog.Text;
using Blog.Text.Highlighting;

namespace Blog.Cli.Commands;

/// <summary>One run of <c>blog try code</c>.</summary>
/// <param name="lang">What was typed; null for nothing.</param>
internal sealed class TryCodeRun(string? lang, string? format, bool isStrict, Shell shell)
{
    private readonly Reporter _reporter = new(shell, Loudness.Normal);

    public int Run()
    {
        var (isJson, problem) = SiteOptions.FormatOf(format);
        if (problem is not null)
        {
            return Refuse(problem);
        }

        var input = StandardInput.Read(shell, isJson ? "a list of code" : "a piece of code", new(SourceText.StandardInput));
        if (input is null)
        {
            return Refuse(Problems.EmptyInput("the code", "blog try code"));
        }

        return isJson ? AnswerList(input.Bytes) : Answer(CodeTrial.Of(input.Text, lang));
    }

    private int Answer(CodeTrial trial)
    {
        var isRefused = isStrict && !trial.Diagnostics.IsEmpty;
        if (!isRefused)
        {
            _reporter.Answer(trial.Html + "\n");
        }

        _reporter.Show(trial.Diagnostics);
        return isRefused ? ExitCode.ContentErrors : ExitCode.Done;
    }

    private int AnswerList(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var list = JsonDocument.Parse(bytes);
            if (list.RootElement.ValueKind != JsonValueKind.Array)
            {
                return Refuse(Problems.NoListOfCode("it does not begin with '['"));
            }

            var problems = new List<Diagnostic>();
            _reporter.Answer(JsonReport.InOneLine(json => Write(json, list.RootElement, problems)));
            _reporter.Show(problems.DistinctBy(problem => problem.Message));
            return isStrict && problems.Count > 0 ? ExitCode.ContentErrors : ExitCode.Done;
        }
        catch (JsonException error)
        {
            return Refuse(Problems.NoListOfCode($"line {error.LineNumber + 1} is no JSON"));
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement list, List<Diagnostic> problems)
    {
        json.WriteStartArray();
        foreach (var item in list.EnumerateArray())
        {
            var trial = CodeTrial.Of(new(SourceText.StandardInput, Text(item, "code") ?? ""), Text(item, "lang") ?? lang);
            problems.AddRange(trial.Diagnostics);
            json.WriteStartObject();
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id))
            {
                json.WritePropertyName("id");
                id.WriteTo(json);
            }

            json.WriteString("html", trial.Html);
            Write(json, trial.Spans);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<CodeSpan> spans)
    {
        json.WriteStartArray("spans");
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteStringValue(TokenClass.Of(span.Kind));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private int Refuse(Diagnostic problem)
    {
        _reporter.Show([problem]);
        return ExitCode.Refused;
    }
}
