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
    ImmutableArray<Diagnostic> Diagnostics)
{
    private readonly Dictionary<UrlPath, PostTerms> _terms = [];
    private Dictionary<UrlPath, (Post? Older, Post? Newer)> _neighbours = [];

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
            terms.Categories, terms.Tags, Archive.Of(config, grouped), terms.Diagnostics);
        foreach (var (url, links) in terms.ByPost)
        {
            site._terms[url] = links;
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

        var site = this with
        {
            Posts = InAll(Posts),
            Pages = InAll(Pages),
            Introduction = Introduction is null ? null : Now(Introduction),
            Home = InListing(Home),
            Categories = [.. Categories.Select(InListing)],
            Tags = [.. Tags.Select(InListing)],
            Years = [.. Years.Select(InListing)],
        };
        site._neighbours = new(_neighbours);
        foreach (var (old, now) in changed)
        {
            var (older, newer) = NeighboursOf(old);
            if (older is not null)
            {
                site._neighbours[older.Url] = site._neighbours[older.Url] with { Newer = now };
            }

            if (newer is not null)
            {
                site._neighbours[newer.Url] = site._neighbours[newer.Url] with { Older = now };
            }
        }

        return site;

        Post Now(Post post) => changed.GetValueOrDefault(post, post);

        ImmutableArray<Post> InAll(ImmutableArray<Post> posts) => posts.Any(changed.ContainsKey) ? [.. posts.Select(Now)] : posts;

        Listing InListing(Listing listing) => listing with { Posts = InAll(listing.Posts), Children = [.. listing.Children.Select(InListing)] };
    }

    private static bool HasSamePlace(Post one, Post other) =>
        (one.Entry.Kind, one.Url, one.Entry.Date) == (other.Entry.Kind, other.Url, other.Entry.Date)
        && (one.Meta.Pin, one.Meta.Weight, one.Meta.Listed) == (other.Meta.Pin, other.Meta.Weight, other.Meta.Listed)
        && one.Meta.Tags.SequenceEqual(other.Meta.Tags)
        && one.Entry.Categories.Select(path => string.Join('\0', path)).SequenceEqual(other.Entry.Categories.Select(path => string.Join('\0', path)));

    /// <summary>Every listing there is: home, categories, tags, years, months.</summary>
    public IEnumerable<Listing> Listings => new[] { Home }.Concat(Categories.SelectMany(WithChildren)).Concat(Tags).Concat(Years.SelectMany(WithChildren));

    public PostTerms TermsOf(Post post) => _terms.GetValueOrDefault(post.Url, PostTerms.None);

    /// <summary>The posts before and after by date, among those that are listed in the same places.</summary>
    public (Post? Older, Post? Newer) NeighboursOf(Post post) => _neighbours.GetValueOrDefault(post.Url);

    private static IEnumerable<Listing> WithChildren(Listing listing) => listing.Children.SelectMany(WithChildren).Prepend(listing);

    private void LinkNeighbours(ImmutableArray<Post> grouped)
    {
        foreach (var group in grouped.GroupBy(post => post.Meta.Listed))
        {
            var byDate = group.Where(post => post.Entry.Date is not null).Order(PostOrder.WithoutPins).ToArray();
            for (var i = 0; i < byDate.Length; i++)
            {
                _neighbours[byDate[i].Url] = (byDate.ElementAtOrDefault(i + 1), i > 0 ? byDate[i - 1] : null);
            }
        }
    }
}
