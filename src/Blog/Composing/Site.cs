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
    private readonly Dictionary<UrlPath, (Post? Older, Post? Newer)> _neighbours = [];

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
