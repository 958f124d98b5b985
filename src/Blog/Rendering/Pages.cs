using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
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

    public static IEnumerable<Output> Of(Site site, Theme theme)
    {
        var model = new TemplateModel(site, theme);
        var prints = model.Fingerprints;
        return
        [
            .. site.Posts.Concat(site.Pages).Where(post => !IsPlaceholder(site, post)).Select(post => theme.Page(post.Url, LayoutOf(post, theme), model.OfPost(post), prints, post.Entry.Path.Value) with
            {
                Source = post.Entry.Source,
                Place = post.Meta.Places.GetValueOrDefault("permalink", post.Meta.Places.GetValueOrDefault("slug")),
            }),
            .. site.Listings.SelectMany(listing => listing.Paginate(site.Config.PageSize))
                .Select(page => theme.Page(page.Url, LayoutOf(page), model.OfListing(page), prints, NameOf(page))),
            .. IndexesOf(site).Select(url => (url == ArchivesUrl
                ? theme.Page(url, "archive", model.OfArchive(url), prints, "the archive")
                : theme.Page(url, "terms", url == TagsUrl ? model.OfTerms(ListingKind.Tag, url, site.Tags) : model.OfTerms(ListingKind.Category, url, site.Categories), prints,
                    url == TagsUrl ? "the list of all tags" : "the list of all categories")) with { Yields = true }),
            theme.Page(new("/404.html"), "404", model.OfNotFound(new("/404.html")), prints, "the page for missing addresses") with { Yields = true },
        ];
    }

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
}
