using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>The categories and tags of one post as links.</summary>
/// <param name="Categories">Paths, outermost first.</param>
public sealed record PostTerms(ImmutableArray<ImmutableArray<NamedLink>> Categories, ImmutableArray<NamedLink> Tags)
{
    public static PostTerms None { get; } = new([], []);
}

/// <summary>All posts, sorted and grouped; final.</summary>
/// <param name="Posts">Posts in the site's order: pinned, newest first, then by path. Those listed nowhere are among them.</param>
/// <param name="Pages">Standalone pages, by weight and path; the home page's introduction is none of them.</param>
/// <param name="Introduction"><c>content/index.md</c>.</param>
/// <param name="Categories">The outermost categories; those below are their children.</param>
/// <param name="Years">Newest first.</param>
/// <param name="Moved">Posts and pages that had other addresses.</param>
public sealed record Site(
    SiteConfig Config,
    Addresses Addresses,
    ImmutableArray<SourceFile> Assets,
    ImmutableArray<DataFile> Data,
    ImmutableArray<Post> Posts,
    ImmutableArray<Post> Pages,
    Post? Introduction,
    Listing Home,
    ImmutableArray<Listing> Categories,
    ImmutableArray<Listing> Tags,
    ImmutableArray<Listing> Years,
    ImmutableArray<Post> Moved,
    ImmutableArray<Diagnostic> Diagnostics)
{
    private const int None = -1;

    // By address. Shared by all versions of a site in which no post has moved.
    private readonly Dictionary<UrlPath, Place> _places = [];

    /// <summary><see cref="Posts"/> and, behind them, <see cref="Pages"/>.</summary>
    public ImmutableArray<Post> All { get; private init; } = [.. Posts, .. Pages];

    /// <summary>Where a post stands among <see cref="All"/>.</summary>
    /// <param name="Older">Where the post before it stands, or none.</param>
    /// <param name="Newer">As above.</param>
    private readonly record struct Place(int Index, PostTerms Terms, int Older = None, int Newer = None);

    public static Site Of(
        SiteConfig config, Addresses addresses, ImmutableArray<SourceFile> assets, ImmutableArray<DataFile> data, FolderDefaults folders,
        IReadOnlyList<Post> rendered)
    {
        var posts = rendered.Where(post => post.Entry.Kind == EntryKind.Post).Order(new PostOrder()).ToImmutableArray();
        var pages = rendered.Where(post => post.Entry.Kind == EntryKind.Page && post.Url != UrlPath.Home)
            .OrderBy(page => page.Meta.Weight ?? int.MaxValue).ThenBy(page => page.Entry.Path).ToImmutableArray();
        var grouped = posts.Where(post => post.Meta.Listed != Listed.Nowhere).ToImmutableArray();
        var terms = Terms.Of(config, folders, grouped);

        var site = new Site(
            config, addresses, assets, data, posts, pages,
            rendered.FirstOrDefault(post => post.Entry.Kind == EntryKind.Page && post.Url == UrlPath.Home),
            new(ListingKind.Home, config.Title, UrlPath.Home, [.. grouped.Where(post => post.Meta.Listed == Listed.Everywhere)], config.Lang),
            terms.Categories, terms.Tags, Archive.Of(config, grouped),
            [.. posts.Concat(pages).Where(post => !post.Meta.Aliases.IsEmpty)], terms.Diagnostics);
        foreach (var (post, i) in site.All.Select((post, i) => (post, i)))
        {
            site._places.TryAdd(post.Url, new(i, terms.ByPost.GetValueOrDefault(post.Url, PostTerms.None)));
        }

        site.LinkNeighbours(grouped);
        return site;
    }

    /// <summary>
    /// This site with other versions of some posts, for previews, where an edit seldom moves a post. Null when one does: then everything is sorted and
    /// grouped anew.
    /// </summary>
    /// <param name="changed">The old versions and the new ones.</param>
    internal Site? With(IReadOnlyDictionary<Post, Post> changed)
    {
        if (!changed.All(pair => HasSamePlace(pair.Key, pair.Value)))
        {
            return null;
        }

        var only = changed.Count == 1 ? changed.Keys.First() : null;
        return this with
        {
            All = InAll(All),
            Posts = InAll(Posts),
            Pages = InAll(Pages),
            Introduction = Introduction is null ? null : Now(Introduction),
            Home = InListing(Home),
            Categories = [.. Categories.Select(InListing)],
            Tags = [.. Tags.Select(InListing)],
            Years = [.. Years.Select(InListing)],
            Moved = InAll(Moved),
        };

        Post Now(Post post) => changed.GetValueOrDefault(post, post);

        // Most saves change one post, which stands in few listings.
        ImmutableArray<Post> InAll(ImmutableArray<Post> posts)
        {
            foreach (var post in posts)
            {
                if (only is null ? changed.ContainsKey(post) : ReferenceEquals(post, only))
                {
                    return [.. posts.Select(Now)];
                }
            }

            return posts;
        }

        Listing InListing(Listing listing) => listing with { Posts = InAll(listing.Posts), Children = [.. listing.Children.Select(InListing)] };
    }

    private static bool HasSamePlace(Post one, Post other) =>
        (one.Entry.Kind, one.Url, one.Entry.Date) == (other.Entry.Kind, other.Url, other.Entry.Date)
        && (one.Meta.Pin, one.Meta.Weight, one.Meta.Listed) == (other.Meta.Pin, other.Meta.Weight, other.Meta.Listed)
        && one.Meta.Tags.SequenceEqual(other.Meta.Tags)
        && one.Meta.Aliases.SequenceEqual(other.Meta.Aliases)
        && one.Entry.Categories.Select(path => string.Join('\0', path)).SequenceEqual(other.Entry.Categories.Select(path => string.Join('\0', path)));

    /// <summary>Every listing there is: home, categories, tags, years, months.</summary>
    public IEnumerable<Listing> Listings => new[] { Home }.Concat(Categories.SelectMany(WithChildren)).Concat(Tags).Concat(Years.SelectMany(WithChildren));

    /// <summary>The post or page at an address, the first of several.</summary>
    public Post? PostAt(UrlPath url) => _places.TryGetValue(url, out var place) ? At(place.Index) : null;

    public PostTerms TermsOf(Post post) => _places.TryGetValue(post.Url, out var place) ? place.Terms : PostTerms.None;

    /// <summary>The posts before and after by date, among those that are listed in the same places.</summary>
    public (Post? Older, Post? Newer) NeighboursOf(Post post) => _places.TryGetValue(post.Url, out var place) ? (At(place.Older), At(place.Newer)) : default;

    private Post? At(int place) => place == None ? null : All[place];

    private static IEnumerable<Listing> WithChildren(Listing listing) => listing.Children.SelectMany(WithChildren).Prepend(listing);

    private void LinkNeighbours(ImmutableArray<Post> grouped)
    {
        foreach (var group in grouped.GroupBy(post => post.Meta.Listed))
        {
            var byDate = group.Where(post => post.Entry.Date is not null).Order(PostOrder.WithoutPins).ToArray();
            for (var i = 0; i < byDate.Length; i++)
            {
                _places[byDate[i].Url] = _places[byDate[i].Url] with { Older = PlaceOf(byDate, i + 1), Newer = PlaceOf(byDate, i - 1) };
            }
        }
    }

    private int PlaceOf(Post[] posts, int index) => index >= 0 && index < posts.Length ? _places[posts[index].Url].Index : None;
}
