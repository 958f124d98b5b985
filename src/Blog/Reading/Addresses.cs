using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Every linkable file and its address, known before any Markdown is rendered, so that links resolve in one pass.</summary>
public sealed class Addresses
{
    private readonly Dictionary<SitePath, UrlPath> _byPath;
    private readonly Dictionary<SitePath, string> _unpublished;

    private readonly Dictionary<SitePath, SourceFile> _files;

    private Addresses(Dictionary<SitePath, UrlPath> byPath, Dictionary<SitePath, string> unpublished, Dictionary<SitePath, SourceFile> files) =>
        (_byPath, _unpublished, _files) = (byPath, unpublished, files);

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

    public UrlPath? Find(SitePath path) => _byPath.TryGetValue(path, out var url) ? url : null;

    /// <summary>A file that is published as it is; null for Markdown, and for what the site does not have.</summary>
    public SourceFile? FileAt(SitePath path) => _files.GetValueOrDefault(path);

    /// <summary>Why a file that exists has no address in this build (<c>is a draft</c>); null when there is no such file.</summary>
    public string? WhyUnpublished(SitePath path) => _unpublished.GetValueOrDefault(path);

    /// <summary>Paths of all linkable files, for "did you mean".</summary>
    public IEnumerable<SitePath> Paths => _byPath.Keys;
}
