using System.Collections.Immutable;
using System.Text.Json;

namespace Blog.Cli.Commands;

/// <summary>A text of the list that <c>blog try markdown --format json</c> reads.</summary>
/// <param name="Id">As it is written, quotes and all: what it is does not matter here, it only goes back.</param>
internal sealed record MarkdownItem(string Id, string Markdown);

internal static class MarkdownList
{
    /// <summary>Null when the input is something else.</summary>
    public static ImmutableArray<MarkdownItem>? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            var start = json.Span.StartsWith("\ufeff"u8) ? 3 : 0;
            using var document = JsonDocument.Parse(json[start..]);
            return document.RootElement.ValueKind == JsonValueKind.Array && document.RootElement.EnumerateArray().All(IsText)
                ? [.. document.RootElement.EnumerateArray().Select(item => new MarkdownItem(item.GetProperty("id").GetRawText(), item.GetProperty("markdown").GetString()!))] // IsText
                : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is the answer to a lone half of a surrogate pair.
            return null;
        }
    }

    private static bool IsText(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out _)
        && item.TryGetProperty("markdown", out var markdown) && markdown.ValueKind == JsonValueKind.String;
}
