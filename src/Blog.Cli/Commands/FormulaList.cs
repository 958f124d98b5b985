using System.Collections.Immutable;
using System.Text.Json;
using Blog.Cli.Terminal;
using Blog.Composing;
using Blog.Text;
using Blog.Text.Tex;

namespace Blog.Cli.Commands;

/// <summary>Many formulas at once, for programs: a JSON list in, a JSON list out.</summary>
internal static class FormulaList
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The answer; or why what came in is no list of formulas.</summary>
    public static (string? Answer, ImmutableArray<Diagnostic> Found, Diagnostic? Problem) Set(ReadOnlyMemory<byte> json, MathMacros macros)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                return (null, [], Problems.NoFormulaList($"it is {KindOf(document.RootElement)}"));
            }

            var found = ImmutableArray.CreateBuilder<Diagnostic>();
            string? wrong = null;
            var answer = JsonReport.Of(writer =>
            {
                writer.WriteStartArray();
                var number = 0;
                foreach (var item in document.RootElement.EnumerateArray())
                {
                    number++;
                    if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("tex", out var tex) || tex.ValueKind != JsonValueKind.String)
                    {
                        wrong ??= $"item {number} has no text 'tex'";
                        continue;
                    }

                    var display = item.TryGetProperty("display", out var flag) && flag.ValueKind == JsonValueKind.True;
                    var before = item.TryGetProperty("pre", out var pre) && pre.ValueKind == JsonValueKind.String ? new SourceText("pre", pre.GetString() ?? "") : null;
                    var trial = FormulaTrial.Of(new("tex", tex.GetString() ?? ""), display, macros, before);
                    found.AddRange(trial.Diagnostics);
                    Write(writer, item, trial);
                }

                writer.WriteEndArray();
            });
            return wrong is null ? (answer, found.ToImmutable(), null) : (null, [], Problems.NoFormulaList(wrong));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The latter: a text with half a surrogate pair.
            return (null, [], Problems.NoFormulaList("it is not JSON"));
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement item, FormulaTrial trial)
    {
        writer.WriteStartObject();
        if (item.TryGetProperty("id", out var id))
        {
            writer.WritePropertyName("id");
            id.WriteTo(writer);
        }

        writer.WriteString("mathml", trial.Html);
        JsonReport.Write(writer, trial.Diagnostics);
        writer.WriteEndObject();
    }

    private static string KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        _ => "a single value",
    };
}
