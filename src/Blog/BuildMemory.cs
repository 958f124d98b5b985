using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Rendering;
using Blog.Text;

namespace Blog;

/// <summary>
/// What the last build read and rendered, for a program that builds again and again. A file that did not change is the same object in the next
/// snapshot (<see cref="Sources.Read"/>), so that "is it the same?" costs a comparison. Holds what the last build used, and no more.
/// </summary>
/// <remarks>For one build at a time.</remarks>
public sealed class BuildMemory
{
    private Remembered<Entry> _entries = Remembered<Entry>.Nothing;
    private Remembered<(Entry Entry, Post Post, Lookups Lookups)> _posts = Remembered<(Entry Entry, Post Post, Lookups Lookups)>.Nothing;
    private (SourceFile? File, string RootName, BuildOptions? Options, SiteConfig? Config) _config;
    private (ImmutableArray<SourceFile> Files, SiteConfig? Config, FolderDefaults? Folders) _folders;
    private (ImmutableArray<SourceFile> Files, BuildOptions? Options, SiteConfig? Config, Theme? Theme) _theme;
    private RenderSettings? _settings;
    private Addresses? _addresses;
    private IReadOnlyList<Post> _rendered = [];
    private (SiteConfig? Config, FolderDefaults? Folders, Site? Site) _site;
    private OutputIndex? _index;
    private bool _hasSameGround;

    internal SiteConfig Config(Sources sources, BuildOptions options)
    {
        if (_config.Config is not { } known || _config.File != sources.Config || _config.RootName != sources.RootName || _config.Options != options)
        {
            known = SiteConfig.Read(sources.Config, sources.RootName, options);
            _config = (sources.Config, sources.RootName, options, known);
        }

        return known;
    }

    internal FolderDefaults Folders(Sources sources, SiteConfig config)
    {
        _hasSameGround = ReferenceEquals(_folders.Config, config) && _folders.Files.SequenceEqual(sources.Folders);
        if (!_hasSameGround)
        {
            _folders = (sources.Folders, config, FolderDefaults.Read(sources.Folders, config));
        }

        return _folders.Folders!; // set now or before
    }

    internal ImmutableArray<Entry> Entries(Sources sources, SiteConfig config, FolderDefaults folders, int jobs)
    {
        var known = _entries;
        var entries = sources.Markdown.InParallel(jobs, (file, i) =>
            _hasSameGround && known.TryGet(i, file.Path, out var entry) && ReferenceEquals(entry.File, file) ? entry : Entry.Read(file, config, folders));
        _entries = new(entries, entry => entry.Path);
        return entries;
    }

    internal IReadOnlyList<Post> Posts(ImmutableArray<Entry> entries, Addresses addresses, RenderSettings settings, int jobs)
    {
        var known = _settings is { } last && last.IsSame(settings) ? _posts : Remembered<(Entry Entry, Post Post, Lookups Lookups)>.Nothing;
        var hasSamePaths = _addresses is { } before && before.HasSamePaths(addresses);
        var rendered = entries.InParallel(jobs, (entry, i) =>
        {
            if (known.TryGet(i, entry.Path, out var memory) && IsSame(memory.Entry, entry) && memory.Lookups.Hold(addresses, hasSamePaths))
            {
                return memory;
            }

            var lookups = new Lookups();
            return (Entry: entry, Post: Post.Render(entry, addresses.NotedIn(lookups), settings), Lookups: lookups);
        });
        _posts = new(rendered, memory => memory.Entry.Path);
        (_settings, _addresses) = (settings, addresses);
        return [.. rendered.Select(memory => memory.Post)];
    }

    internal Site Site(SiteConfig config, Addresses addresses, ImmutableArray<SourceFile> assets, ImmutableArray<DataFile> data, FolderDefaults folders, IReadOnlyList<Post> posts)
    {
        var isSameGround = ReferenceEquals(_site.Config, config) && ReferenceEquals(_site.Folders, folders);
        var site = isSameGround && Changed(posts) is { } changed ? _site.Site!.With(changed) : null; // the same configuration: there was a site
        site = site is null
            ? Composing.Site.Of(config, addresses, assets, data, folders, posts)
            : site with { Addresses = addresses, Assets = assets, Data = data };
        (_site, _rendered) = ((config, folders, site), posts);
        return site;
    }

    // Null when posts came or went.
    private Dictionary<Post, Post>? Changed(IReadOnlyList<Post> posts)
    {
        var changed = new Dictionary<Post, Post>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < posts.Count && posts.Count == _rendered.Count; i++)
        {
            if (!ReferenceEquals(posts[i], _rendered[i]))
            {
                changed.Add(_rendered[i], posts[i]);
            }
        }

        return posts.Count == _rendered.Count ? changed : null;
    }

    internal OutputIndex Index(ImmutableArray<Output> outputs) => _index = OutputIndex.Of(outputs, _index);

    internal Theme Theme(Sources sources, BuildOptions options, SiteConfig config)
    {
        if (_theme.Theme is not { } known || _theme.Options != options || !_theme.Files.SequenceEqual(sources.Templates)
            || _theme.Config is not { } before || before.TimeZone.Id != config.TimeZone.Id || before.Code != config.Code)
        {
            known = Rendering.Theme.Load(sources.Templates, options, config.TimeZone, config.Code);
            _theme = (sources.Templates, options, config, known);
        }

        return known;
    }

    /// <summary>Values by path; found at once where they stood the last time, for most saves move nothing.</summary>
    private sealed class Remembered<T>(ImmutableArray<T> values, Func<T, SitePath> pathOf)
    {
        private readonly Lazy<Dictionary<SitePath, T>> _byPath = new(() => values.ToDictionary(pathOf));

        public static Remembered<T> Nothing { get; } = new([], _ => default);

        public bool TryGet(int index, SitePath path, [MaybeNullWhen(false)] out T value)
        {
            if (index < values.Length && pathOf(values[index]) == path)
            {
                value = values[index];
                return true;
            }

            return _byPath.Value.TryGetValue(path, out value);
        }
    }

    // Posts whose files differ by the date alone are new entries in each build, see SameNames.
    private static bool IsSame(Entry one, Entry other) => ReferenceEquals(one, other)
        || (ReferenceEquals(one.File, other.File) && ReferenceEquals(one.Meta, other.Meta) && one.Url == other.Url && one.Diagnostics.SequenceEqual(other.Diagnostics));
}
