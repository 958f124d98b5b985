using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>What a <c>_folder.yaml</c> says about its folder as a category.</summary>
/// <param name="Path">The folder: <c>content/posts/nlp</c>.</param>
/// <param name="Category">The names of the category that the folder stands for, outermost first; empty when it stands for none.</param>
public sealed record FolderInfo(SitePath Path, ImmutableArray<string> Category, string? Title, string? Description);

/// <summary>The <c>_folder.yaml</c> files: front matter for the files below each, nearest wins.</summary>
public sealed class FolderDefaults
{
    private readonly Dictionary<string, FolderLayer> _layers;

    private FolderDefaults(Dictionary<string, FolderLayer> layers, ImmutableArray<FolderInfo> folders, ImmutableArray<Diagnostic> diagnostics) =>
        (_layers, Folders, Diagnostics) = (layers, folders, diagnostics);

    public static FolderDefaults None { get; } = new([], [], []);

    /// <summary>Folders with a title or description of their own, ordered by path.</summary>
    public ImmutableArray<FolderInfo> Folders { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Over all files: entries that were read with equal defaults are equal.</summary>
    public Fingerprint Fingerprint { get; private init; }

    public static FolderDefaults Read(IEnumerable<SourceFile> files, SiteConfig config)
    {
        var layers = new Dictionary<string, FolderLayer>(StringComparer.Ordinal);
        var folders = ImmutableArray.CreateBuilder<FolderInfo>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var parts = new List<Fingerprint>();
        foreach (var file in files.OrderBy(file => file.Path))
        {
            parts.AddRange(Fingerprint.Of(file.Path.Value), file.Fingerprint);
            diagnostics.AddRange(file.TextDiagnostics);
            var source = file.Text;
            var document = Yaml.Parse(source, new(0, source.Text.Length));
            diagnostics.AddRange(document.Diagnostics);
            if (document.Root is not YamlMapping map)
            {
                if (document.Root is { } other and not YamlScalar { IsNull: true })
                {
                    diagnostics.Add(YamlSlips.OfFirstLine(source, new(0, source.Text.Length)) ?? Problems.FileIsNoMap(source, other.Span));
                }

                continue;
            }

            // Read once for its own sake, so that a wrong value is told once and not for every file below.
            var read = FrontMatterReader.Read(map, source, config, [], out var problems);
            diagnostics.AddRange(problems);
            layers[file.Path.Folder.Value] = new(map, source);
            if (read.Title is not null || read.Description is not null)
            {
                folders.Add(new(file.Path.Folder, CategoryOf(file.Path.Folder), read.Title, read.Description));
            }
        }

        return new(layers, folders.ToImmutable(), diagnostics.ToImmutable()) { Fingerprint = Fingerprint.Of(parts) };
    }

    /// <summary>The names of the folders between <c>posts/</c> and a file, without those of digits alone (years, months).</summary>
    internal static ImmutableArray<string> CategoryOf(SitePath folder) =>
        folder.IsUnder("content/posts")
            ? [.. folder.Segments.Skip(2).Select(PathNames.Visible).Where(name => name.Any(c => !char.IsAsciiDigit(c)))]
            : [];

    /// <summary>The layers that hold for a file, nearest first.</summary>
    internal IEnumerable<FolderLayer> For(SitePath file)
    {
        if (_layers.Count == 0)
        {
            yield break;
        }

        for (var folder = file.Folder; folder.Value.Length > 0; folder = folder.Folder)
        {
            if (_layers.TryGetValue(folder.Value, out var layer))
            {
                yield return layer;
            }
        }
    }
}

/// <summary>One <c>_folder.yaml</c>.</summary>
internal sealed record FolderLayer(YamlMapping Values, SourceText Source);
