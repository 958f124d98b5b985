using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Every linkable file and its address, known before any Markdown is rendered, so that links resolve in one pass.</summary>
public sealed class Addresses
{
    private readonly Dictionary<SitePath, UrlPath> _byPath;
    private readonly Dictionary<SitePath, string> _unpublished;
    private readonly Dictionary<SitePath, SourceFile> _files;
    private readonly Lookups? _asked;

    private Addresses(Dictionary<SitePath, UrlPath> byPath, Dictionary<SitePath, string> unpublished, Dictionary<SitePath, SourceFile> files, Lookups? asked = null) =>
        (_byPath, _unpublished, _files, _asked) = (byPath, unpublished, files, asked);

    /// <param name="published">The entries of this build.</param>
    /// <param name="leftOut">Entries that are not published, so that a link to one can say why it leads nowhere.</param>
    public static Addresses Of(IEnumerable<Entry> published, IEnumerable<LeftOut> leftOut, IEnumerable<SourceFile> assets)
    {
        var byPath = new Dictionary<SitePath, UrlPath>();
        foreach (var entry in published)
        {
            byPath[entry.Path] = entry.Url;
        }

        var files = new Dictionary<SitePath, SourceFile>();
        foreach (var asset in assets)
        {
            byPath[asset.Path] = OfAsset(asset.Path);
            files[asset.Path] = asset;
        }

        return new(byPath, leftOut.ToDictionary(left => left.Entry.Path, left => left.Reason), files);
    }

    /// <summary>The address of an asset: its path below <c>content/</c>.</summary>
    public static UrlPath OfAsset(SitePath path) => new(path.Value["content".Length..]);

    /// <summary>The same addresses; what they are asked is noted.</summary>
    internal Addresses NotedIn(Lookups asked) => new(_byPath, _unpublished, _files, asked);

    public UrlPath? Find(SitePath path)
    {
        UrlPath? found = _byPath.TryGetValue(path, out var url) ? url : null;
        _asked?.Add(path, found);
        return found;
    }

    /// <summary>A file that is published as it is; null for Markdown, and for what the site does not have.</summary>
    public SourceFile? FileAt(SitePath path)
    {
        var found = _files.GetValueOrDefault(path);
        _asked?.Add(path, found);
        return found;
    }

    /// <summary>Why a file that exists has no address in this build (<c>is a draft</c>); null when there is no such file.</summary>
    public string? WhyUnpublished(SitePath path)
    {
        var found = _unpublished.GetValueOrDefault(path);
        _asked?.Add(path, found);
        return found;
    }

    /// <summary>Paths of all linkable files, for "did you mean".</summary>
    public IEnumerable<SitePath> Paths
    {
        get
        {
            _asked?.AddAll();
            return _byPath.Keys;
        }
    }

    /// <summary>Whether the same files have the same addresses; their contents may differ.</summary>
    internal bool HasSamePaths(Addresses other) => IsSame(_byPath, other._byPath) && IsSame(_unpublished, other._unpublished);

    private static bool IsSame<T>(Dictionary<SitePath, T> one, Dictionary<SitePath, T> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && EqualityComparer<T>.Default.Equals(value, pair.Value));
}
