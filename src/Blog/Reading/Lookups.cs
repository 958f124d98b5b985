using Blog.Text;

namespace Blog.Reading;

/// <summary>What one post asked the <see cref="Addresses"/>, and the answers: as long as they are the same, so is the post.</summary>
/// <remarks>Written by one thread, the one that renders the post.</remarks>
internal sealed class Lookups
{
    private readonly Dictionary<SitePath, UrlPath?> _urls = [];
    private readonly Dictionary<SitePath, SourceFile?> _files = [];
    private readonly Dictionary<SitePath, string?> _reasons = [];
    private bool _asksForAll;

    public void Add(SitePath path, UrlPath? url) => _urls[path] = url;

    public void Add(SitePath path, SourceFile? file) => _files[path] = file;

    public void Add(SitePath path, string? whyUnpublished) => _reasons[path] = whyUnpublished;

    /// <summary>A guess at what the author meant looks at every path there is.</summary>
    public void AddAll() => _asksForAll = true;

    /// <summary>Whether the same questions have the same answers. A file that changed is another object, see <see cref="Sources.Read"/>.</summary>
    public bool Hold(Addresses now, bool hasSamePaths)
    {
        if (_asksForAll && !hasSamePaths)
        {
            return false;
        }

        foreach (var (path, file) in _files)
        {
            if (!ReferenceEquals(now.FileAt(path), file))
            {
                return false;
            }
        }

        return hasSamePaths || (_urls.All(asked => now.Find(asked.Key) == asked.Value) && _reasons.All(asked => now.WhyUnpublished(asked.Key) == asked.Value));
    }
}
