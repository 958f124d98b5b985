using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>
/// The manifest as a file: a header with format and tool version, a line per file, the number of lines. Every line carries a checksum,
/// so that a damaged manifest still says which files are ours: it costs a full build, not the ability to tidy up.
/// </summary>
/// <example><code>
/// blog-manifest 1 0.1.0
/// 5f3c02aa 8c… 1d… 5120 638712345678901234 page posts/a/index.html
/// end 1
/// </code></example>
public static class ManifestText
{
    private const string Format = "blog-manifest 1 ";

    public static string Of(Manifest manifest, string toolVersion)
    {
        var text = new StringBuilder(Format).Append(OneLine(toolVersion)).Append('\n');
        foreach (var entry in manifest.Entries)
        {
            var inputs = entry.Inputs?.ToString() ?? "-";
            var kind = entry.IsPage ? "page" : "file";
            var line = string.Create(CultureInfo.InvariantCulture, $"{inputs} {entry.Content} {entry.Length} {entry.ModifiedTicks} {kind} {entry.File}");
            text.Append(ChecksumOf(line)).Append(' ').Append(line).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"end {manifest.Entries.Length}\n").ToString();
    }

    /// <summary>
    /// The entries that can be believed. When something is wrong with the text, or another version of the tool wrote it, none of them keeps its
    /// inputs, and <c>Reason</c> says why in words.
    /// </summary>
    public static (Manifest Manifest, string? Reason) Parse(string text, string toolVersion)
    {
        var lines = text.Split('\n');
        if (!lines[0].StartsWith(Format, StringComparison.Ordinal))
        {
            return (Manifest.Empty, "it is damaged or has another format");
        }

        var entries = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        var isWhole = lines.Length >= 3 && lines[^1].Length == 0 && lines[^2] == string.Create(CultureInfo.InvariantCulture, $"end {lines.Length - 3}");
        foreach (var line in lines[1..].Where(line => line.Length > 0 && !line.StartsWith("end ", StringComparison.Ordinal)))
        {
            isWhole &= EntryOf(line) is { } entry && entries.TryAdd(entry.File, entry);
        }

        var version = lines[0][Format.Length..];
        var reason = !isWhole ? "it is damaged" : version != OneLine(toolVersion) ? $"it was written by version {version}" : null;
        return (Manifest.Of(reason is null ? entries.Values : entries.Values.Select(entry => entry with { Inputs = null })), reason);
    }

    private static ManifestEntry? EntryOf(string line)
    {
        // The path comes last and may contain blanks.
        var fields = line.Split(' ', 7);
        if (fields.Length != 7 || fields[0] != ChecksumOf(line.AsSpan(Math.Min(9, line.Length)).ToString()) || !OutputName.IsInside(fields[6]))
        {
            return null;
        }

        var inputs = fields[1] == "-" ? (Fingerprint?)null : Fingerprint.TryParse(fields[1], out var parsed) ? parsed : null;
        return Fingerprint.TryParse(fields[2], out var content)
            && long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && long.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new(fields[6], inputs, content, length, ticks, fields[5] == "page")
            : null;
    }

    private static string ChecksumOf(string line) => Fingerprint.Of(line).Short(8);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
