using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>Every page that a template makes.</summary>
internal static class Pages
{
    // Templates for pages that no file stands for: they show no text of a post.
    private static readonly string[] ForLists = ["404", "archive", "base", "home", "listing", "terms"];

    public static UrlPath CategoriesUrl { get; } = new("/categories/");

    public static UrlPath TagsUrl { get; } = new("/tags/");

    public static UrlPath ArchivesUrl { get; } = new("/archives/");

    private static UrlPath NotFoundUrl { get; } = new("/404.html");

    public static IEnumerable<Output> Of(Site site, Theme theme)
    {
        var model = new TemplateModel(site, theme);
        return [.. All(site, theme, model).Select(page => theme.Page(page.Url, page.Layout, page.Values, model.Fingerprints, page.Origin, page.Post, page.Yields))];
    }

    /// <summary>What a template sees on the page at this address, in objects of its own; null when no template makes that page.</summary>
    public static ScriptObject? ValuesOf(Site site, Theme theme, UrlPath url) =>
        All(site, theme, new(site, theme)).FirstOrDefault(page => page.Url == url)?.Values();

    private static IEnumerable<Page> All(Site site, Theme theme, TemplateModel model) =>
    [
        .. site.Posts.Concat(site.Pages).Where(post => !IsPlaceholder(site, post))
            .Select(post => new Page(post.Url, LayoutOf(post, theme), () => model.OfPost(post), post.Entry.Path.Value) { Post = post }),
        .. site.Listings.SelectMany(listing => listing.Paginate(site.Config.PageSize))
            .Select(page => new Page(page.Url, LayoutOf(page), () => model.OfListing(page), NameOf(page))),
        .. IndexesOf(site).Select(url => (url == ArchivesUrl
            ? new Page(url, "archive", () => model.OfArchive(url), "the archive")
            : url == TagsUrl ? new(url, "terms", () => model.OfTerms(ListingKind.Tag, url, site.Tags), "the list of all tags")
            : new(url, "terms", () => model.OfTerms(ListingKind.Category, url, site.Categories), "the list of all categories")) with { Yields = true }),
        new Page(NotFoundUrl, "404", () => model.OfNotFound(NotFoundUrl), "the page for missing addresses") { Yields = true },
    ];

    /// <summary>Posts whose layout no template answers to. They are shown all the same: a post that moved here from elsewhere brings the names of its old theme.</summary>
    public static IEnumerable<Diagnostic> Problems(Site site, Theme theme) => site.Posts.Concat(site.Pages).Select(post =>
        IsPlaceholder(site, post) ? Rendering.Problems.EmptyIndexPage(post)
        : post.Meta.Layout is { } layout && !CanShow(theme, layout) ? Rendering.Problems.UnknownLayout(post.Entry, layout, DefaultLayoutOf(post), theme.Layouts.Except(ForLists))
        : null).OfType<Diagnostic>();

    // 'tags/index.md' without a word asks other generators for the list that stands here anyway.
    private static bool IsPlaceholder(Site site, Post page) => page.Html.IsEmpty && IndexesOf(site).Contains(page.Url);

    /// <summary>The indexes of terms and of the archive; a site without tags has no list of them.</summary>
    public static IEnumerable<UrlPath> IndexesOf(Site site)
    {
        if (!site.Categories.IsEmpty)
        {
            yield return CategoriesUrl;
        }

        if (!site.Tags.IsEmpty)
        {
            yield return TagsUrl;
        }

        yield return ArchivesUrl;
    }

    private static string LayoutOf(Post post, Theme theme) => post.Meta.Layout is { } own && CanShow(theme, own) ? own : DefaultLayoutOf(post);

    private static string DefaultLayoutOf(Post post) => post.Entry.Kind == EntryKind.Post ? "post" : "page";

    private static bool CanShow(Theme theme, string layout) => theme.HasLayout(layout) && !ForLists.Contains(layout, StringComparer.Ordinal);

    private static string LayoutOf(ListingPage page) => page.Listing.Kind == ListingKind.Home ? "home" : "listing";

    private static string NameOf(ListingPage page) => page.Listing.Kind switch
    {
        ListingKind.Home => "the home page",
        ListingKind.Category => $"the category '{page.Listing.Title}'",
        ListingKind.Tag => $"the tag '{page.Listing.Title}'",
        ListingKind.Year => $"the year {page.Listing.Title}",
        _ => $"the month {page.Listing.Title}",
    };

    /// <param name="Origin">Who asks for the page, for messages.</param>
    private sealed record Page(UrlPath Url, string Layout, Func<ScriptObject> Values, string Origin)
    {
        /// <summary>Null for pages that no file stands for.</summary>
        public Post? Post { get; init; }

        public bool Yields { get; init; }
    }
}
