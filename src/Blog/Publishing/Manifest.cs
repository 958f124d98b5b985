using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Publishing;

/// <summary>One file that we published.</summary>
/// <param name="File">Relative to the output folder, '/'-separated.</param>
/// <param name="Inputs">Of the recipe that made it; null when it has to be made again whatever the recipe says.</param>
/// <param name="Content">Over its bytes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ModifiedTicks">The time of its last change, UTC, in units of 100 ns.</param>
public sealed record ManifestEntry(string File, Fingerprint? Inputs, Fingerprint Content, long Length, long ModifiedTicks, bool IsPage)
{
    /// <summary>The address that this file answers: a page's <c>index.html</c> is its folder.</summary>
    public UrlPath Path => new(File == "index.html" ? "/" : File.EndsWith("/index.html", StringComparison.Ordinal) ? $"/{File[..^10]}" : $"/{File}");
}

/// <summary>What the last run published. Only files that it names are ever deleted.</summary>
public sealed class Manifest
{
    private readonly Dictionary<string, ManifestEntry> _byFile;

    private Manifest(Dictionary<string, ManifestEntry> byFile)
    {
        _byFile = byFile;
        Entries = [.. byFile.Values.OrderBy(entry => entry.File, StringComparer.Ordinal)];
    }

    public static Manifest Empty { get; } = Of([]);

    /// <summary>In the order of their files, ordinal.</summary>
    public ImmutableArray<ManifestEntry> Entries { get; }

    public int PageCount => Entries.Count(entry => entry.IsPage);

    public static Manifest Of(IEnumerable<ManifestEntry> entries) => new(entries.ToDictionary(entry => entry.File, StringComparer.Ordinal));

    public ManifestEntry? Find(UrlPath path) => _byFile.GetValueOrDefault(path.OutputFile);

    /// <summary>True when making the output would give the bytes that are already there.</summary>
    public bool Knows(Output output) => Find(output.Path) is { Inputs: { } inputs } && inputs == output.Inputs;
}
