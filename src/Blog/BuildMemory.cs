using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Rendering;

namespace Blog;

/// <summary>
/// What the last build read and rendered, for a program that builds again and again. A file that did not change is the same object in the next
/// snapshot (<see cref="Sources.Read"/>), and every stage gives the same object for the same inputs, so that "is it the same?" costs a comparison.
/// Holds what the last build used, and no more.
/// </summary>
/// <remarks>For one build at a time.</remarks>
public sealed class BuildMemory
{
    private readonly Memo<(SourceFile? File, string RootName, BuildOptions Options), SiteConfig> _config = new();
    private readonly Memo<(ImmutableArray<SourceFile> Files, SiteConfig Config), FolderDefaults> _folders = new();
    private readonly Memo<ImmutableArray<SourceFile>, ImmutableArray<DataFile>> _data = new();
    private readonly SequenceMemo<(SiteConfig Config, FolderDefaults Folders), SourceFile, Entry> _entries = new(file => file.Path);
    private readonly Memo<ImmutableArray<Entry>, bool> _areApart = new((one, other) => AreSame(one, other, HaveSameAddress));
    private readonly Memo<(ImmutableArray<Entry> Published, ImmutableArray<LeftOut> LeftOut, ImmutableArray<SourceFile> Assets), Addresses> _addresses = new((one, other) =>
        one.Assets == other.Assets && AreSame(one.Published, other.Published, HaveSameAddress) && AreSame(one.LeftOut, other.LeftOut, AreSame));
    private readonly SequenceMemo<RenderSettings, Entry, Post> _posts = new(entry => entry.Path);
    private readonly Memo<(ImmutableArray<SourceFile> Files, BuildOptions Options, string Zone, CodeSettings Code), Theme> _theme = new();
    private Addresses? _asked;
    private (SiteConfig Config, FolderDefaults Folders, ImmutableArray<Post> Posts, Site Site)? _site;
    private OutputIndex? _index;

    internal SiteConfig Config(Sources sources, BuildOptions options) =>
        _config.Of((sources.Config, sources.RootName, options), from => SiteConfig.Read(from.File, from.RootName, from.Options));

    internal FolderDefaults Folders(Sources sources, SiteConfig config) => _folders.Of((sources.Folders, config), from => FolderDefaults.Read(from.Files, from.Config));

    internal ImmutableArray<DataFile> Data(Sources sources) => _data.Of(sources.Data, files => [.. files.Select(DataFile.Read)]);

    internal ImmutableArray<Entry> Entries(Sources sources, SiteConfig config, FolderDefaults folders, int jobs)
    {
        var entries = _entries.Of((config, folders), sources.Markdown, (before, _, now) => ReferenceEquals(before, now), jobs, file => Entry.Read(file, config, folders));
        return _areApart.Of(entries, all => SameNames.Apart(all) == all) ? entries : SameNames.Apart(entries);
    }

    internal Addresses Addresses(ImmutableArray<Entry> published, ImmutableArray<LeftOut> leftOut, ImmutableArray<SourceFile> assets) =>
        _addresses.Of((published, leftOut, assets), from => Reading.Addresses.Of(from.Published, from.LeftOut, from.Assets));

    internal ImmutableArray<Post> Posts(ImmutableArray<Entry> entries, Addresses addresses, RenderSettings settings, int jobs)
    {
        var hasSameFiles = ReferenceEquals(_asked, addresses);
        var hasSamePaths = hasSameFiles || _asked?.HasSamePaths(addresses) == true;
        _asked = addresses;
        return _posts.Of(settings, entries, (before, post, now) => IsSame(before, now) && (hasSameFiles || post.Lookups.Hold(addresses, hasSamePaths)), jobs, entry => Post.Render(entry, addresses, settings));
    }

    internal Site Site(SiteConfig config, Addresses addresses, ImmutableArray<SourceFile> assets, ImmutableArray<DataFile> data, FolderDefaults folders, ImmutableArray<Post> posts)
    {
        var known = _site is { } last && ReferenceEquals(last.Config, config) && ReferenceEquals(last.Folders, folders) && Changed(last.Posts, posts) is { } changed ? last.Site.With(changed) : null;
        var site = known is null ? Composing.Site.Of(config, addresses, assets, data, folders, posts) : known with { Addresses = addresses, Assets = assets, Data = data };
        _site = (config, folders, posts, site);
        return site;
    }

    internal Theme Theme(Sources sources, BuildOptions options, SiteConfig config) => _theme.Of((sources.Templates, options, config.TimeZone.Id, config.Code),
        from => Rendering.Theme.Load(from.Files, from.Options, config.TimeZone, from.Code));

    internal OutputIndex Index(ImmutableArray<Output> outputs) => _index = OutputIndex.Of(outputs, _index);

    // Null when posts came or went.
    private static Dictionary<Post, Post>? Changed(ImmutableArray<Post> before, ImmutableArray<Post> now)
    {
        var changed = new Dictionary<Post, Post>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < now.Length && now.Length == before.Length; i++)
        {
            if (!ReferenceEquals(now[i], before[i]))
            {
                changed.Add(before[i], now[i]);
            }
        }

        return now.Length == before.Length ? changed : null;
    }

    private static bool AreSame<T>(ImmutableArray<T> one, ImmutableArray<T> other, Func<T, T, bool> isSame)
        where T : class
    {
        var areSame = one.Length == other.Length;
        for (var i = 0; areSame && i < one.Length && one != other; i++)
        {
            areSame = ReferenceEquals(one[i], other[i]) || isSame(one[i], other[i]);
        }

        return areSame;
    }

    private static bool HaveSameAddress(Entry one, Entry other) => (one.Path, one.Url, one.DatedUrl) == (other.Path, other.Url, other.DatedUrl);

    private static bool AreSame(LeftOut one, LeftOut other) => (one.Entry.Path, one.Reason) == (other.Entry.Path, other.Reason);

    // Posts whose files differ by the date alone are new entries in each build, see SameNames.
    private static bool IsSame(Entry one, Entry other) => ReferenceEquals(one, other)
        || (ReferenceEquals(one.File, other.File) && ReferenceEquals(one.Meta, other.Meta) && one.Url == other.Url && one.Diagnostics.SequenceEqual(other.Diagnostics));
}
