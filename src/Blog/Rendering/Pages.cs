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
        return OfPosts(site, theme, model).Concat(OfListings(site, model)).Concat(OfIndexes(site, model));
    }

    /// <summary>What a template sees on the page at this address, in objects of its own; null when no template makes that page.</summary>
    public static ScriptObject? ValuesOf(Site site, Theme theme, UrlPath url) =>
        (Of(site, theme).FirstOrDefault(page => page.Path == url)?.Recipe as PageRecipe)?.Values();

    private static IEnumerable<Output> OfPosts(Site site, Theme theme, TemplateModel model)
    {
        foreach (var post in site.All)
        {
            if (!IsPlaceholder(site, post))
            {
                var origin = post.Entry.Path.Value;
                yield return new(post.Url, new PageRecipe<Post>(model, post.Url, LayoutOf(post, theme), origin, post, static (model, post) => model.OfPost(post)), origin)
                {
                    IsPage = true,
                    Source = post.Entry.Source,
                    Place = post.Meta.AddressPlace,
                };
            }
        }
    }

    private static IEnumerable<Output> OfListings(Site site, TemplateModel model)
    {
        foreach (var listing in site.Listings)
        {
            var (layout, origin) = (listing.Kind == ListingKind.Home ? "home" : "listing", NameOf(listing));
            foreach (var page in listing.Paginate(site.Config.PageSize))
            {
                yield return new(page.Url, new PageRecipe<ListingPage>(model, page.Url, layout, origin, page, static (model, page) => model.OfListing(page)), origin) { IsPage = true };
            }
        }
    }

    private static IEnumerable<Output> OfIndexes(Site site, TemplateModel model)
    {
        foreach (var url in IndexesOf(site))
        {
            yield return url == ArchivesUrl ? Page(url, "archive", "the archive", static (model, url) => model.OfArchive(url))
                : url == TagsUrl ? Page(url, "terms", "the list of all tags", (model, url) => model.OfTerms(ListingKind.Tag, url, site.Tags))
                : Page(url, "terms", "the list of all categories", (model, url) => model.OfTerms(ListingKind.Category, url, site.Categories));
        }

        yield return Page(NotFoundUrl, "404", "the page for missing addresses", static (model, url) => model.OfNotFound(url));

        Output Page(UrlPath url, string layout, string origin, Func<TemplateModel, UrlPath, ScriptObject> valuesOf) =>
            new(url, new PageRecipe<UrlPath>(model, url, layout, origin, url, valuesOf), origin) { IsPage = true, Yields = true };
    }

    /// <summary>Posts whose layout no template answers to. They are shown all the same: a post that moved here from elsewhere brings the names of its old theme.</summary>
    public static IEnumerable<Diagnostic> Problems(Site site, Theme theme)
    {
        foreach (var post in site.All)
        {
            if (IsPlaceholder(site, post))
            {
                yield return Rendering.Problems.EmptyIndexPage(post);
            }
            else if (post.Meta.Layout is { } layout && !CanShow(theme, layout))
            {
                yield return Rendering.Problems.UnknownLayout(post.Entry, layout, DefaultLayoutOf(post), theme.Layouts.Except(ForLists));
            }
        }
    }

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

    private static string NameOf(Listing listing) => listing.Kind switch
    {
        ListingKind.Home => "the home page",
        ListingKind.Category => $"the category '{listing.Title}'",
        ListingKind.Tag => $"the tag '{listing.Title}'",
        ListingKind.Year => $"the year {listing.Title}",
        _ => $"the month {listing.Title}",
    };
}
