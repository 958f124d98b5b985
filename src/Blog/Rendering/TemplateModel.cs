using System.Collections.Concurrent;
using System.Collections.Immutable;
using Blog.Composing;
using Blog.Reading;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>
/// The contract with authors of themes: every name that a template can read, by hand, on one page. Values are text unless their name ends in
/// <c>html</c>; addresses are ready for <c>href</c>, with the site's base path. Documented in <c>content/docs/template-values.md</c>.
/// </summary>
/// <remarks>
/// The objects of a post and of the site are shared by all pages of a build, so they are frozen: what a template writes to them is seen on its page alone.
/// Expensive members are computed when asked for.
/// </remarks>
internal sealed class TemplateModel
{
    private readonly Site _site;
    private readonly ConcurrentDictionary<Post, ScriptObject> _posts = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<Listing, ScriptObject[]> _pageLinks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ScriptObject> _strings = [];
    private readonly ScriptObject _siteObject;
    private readonly ScriptFunction _urlFor;
    private readonly ScriptFunction _absolute;
    private readonly ScriptFunction _asset;

    public TemplateModel(Site site, Theme theme)
    {
        _site = site;
        Theme = theme;
        Fingerprints = new(Fingerprint.Of(theme.AssetsFingerprint, Fingerprint.OfTexts(site.Config.Origin, site.Config.BasePath)));
        _urlFor = new HostFunction("url_for", ["path"], arguments => UrlFor(arguments[0].AsText ?? ""));
        _absolute = new HostFunction("absolute", ["path"], arguments => Absolute(arguments[0].AsText ?? ""));
        _asset = new HostFunction("asset", ["name"], arguments => AssetUrl(arguments[0].AsText ?? ""));
        foreach (var post in site.All)
        {
            AddStrings(post.Meta.Lang);
        }

        AddStrings(Config.Lang);

        _siteObject = SiteObject();
        _siteObject.Freeze();
    }

    public Theme Theme { get; }

    public ModelFingerprint Fingerprints { get; }

    private SiteConfig Config => _site.Config;

    private void AddStrings(string? lang)
    {
        if (lang is not null && !_strings.ContainsKey(lang))
        {
            _strings[lang] = YamlValue.Of(Theme.Strings(lang)).AsObject!; // a mapping gives an object
            _strings[lang].IsShared = true;
            _strings[lang].Freeze();
        }
    }

    public ScriptObject OfPost(Post post)
    {
        var isPost = post.Entry.Kind == EntryKind.Post;
        var model = Page(isPost ? "post" : "page", post.Title.Text, post.Url, post.Description, post.Meta.Lang);
        var page = model["page"].AsObject!; // Page made it
        page["image"] = CoverOf(post) is { } cover ? Absolute(cover) : default(Value);
        page["extra"] = YamlValue.Of(post.Meta.Extra);
        model["post"] = PostObject(post, isOwnPage: true);
        return model;
    }

    public ScriptObject OfListing(ListingPage page)
    {
        var listing = page.Listing;
        var description = listing.Description.Length > 0 ? listing.Description : Config.Description;
        var model = Page(KindOf(listing.Kind), listing.Title, page.Url, description, null);
        model["page"].AsObject!["feed_url"] = Feeds.UrlOf(Config, listing) is { } feed ? Href(feed) : default(Value); // Page made it
        model["listing"] = new ScriptObject
        {
            Kind = "listing",
            ["kind"] = KindOf(listing.Kind),
            ["title"] = listing.Title,
            ["description"] = listing.Description,
            ["url"] = Href(listing.Url),
            ["count"] = listing.Posts.Length,
            ["posts"] = Array(page.Posts, ListedPost),
            ["page_number"] = page.Number,
            ["page_count"] = page.Count,
            ["pages"] = new ScriptArray(LinksToOthers(page).Select((link, i) => (Value)(i + 1 == page.Number ? LinkToPage(listing, page.Number, isCurrent: true) : link))),
            ["previous_url"] = page.Number > 1 ? Href(listing.PageUrl(page.Number - 1)) : default(Value),
            ["next_url"] = page.Number < page.Count ? Href(listing.PageUrl(page.Number + 1)) : default(Value),
            ["path"] = Array(listing.Path, Link),
            ["children"] = Array(listing.Children, Term),
        };
        return model;
    }

    // Every page of a listing links to every other: of 800 pages, 640,000 links.
    private ScriptObject[] LinksToOthers(ListingPage page) => _pageLinks.GetOrAdd(page.Listing, listing =>
        [.. Enumerable.Range(1, page.Count).Select(number => LinkToPage(listing, number, isCurrent: false))]);

    private ScriptObject LinkToPage(Listing listing, int number, bool isCurrent) => new()
    {
        Kind = "page of a listing",
        IsShared = !isCurrent,
        ["number"] = number,
        ["url"] = Href(listing.PageUrl(number)),
        ["is_current"] = isCurrent,
    };

    /// <summary>The index of all categories or all tags.</summary>
    public ScriptObject OfTerms(ListingKind kind, UrlPath url, ImmutableArray<Listing> terms)
    {
        var name = kind == ListingKind.Tag ? "tags" : "categories";
        var title = StringOf(name);
        var model = Page(name, title, url, Config.Description, null);
        model["terms"] = new ScriptObject { Kind = "terms", ["kind"] = name, ["title"] = title, ["items"] = Array(terms, Term) };
        return model;
    }

    public ScriptObject OfArchive(UrlPath url)
    {
        var model = Page("archives", StringOf("archives"), url, Config.Description, null);
        model["archive"] = new ScriptObject
        {
            Kind = "archive",
            ["count"] = _site.Years.Sum(year => year.Posts.Length),
            ["years"] = Array(_site.Years, year => new ScriptObject
            {
                Kind = "year",
                ["title"] = year.Title,
                ["url"] = Href(year.Url),
                ["count"] = year.Posts.Length,
                ["months"] = Array(year.Children, month => new ScriptObject
                {
                    Kind = "month",
                    ["title"] = month.Title,
                    ["url"] = Href(month.Url),
                    ["count"] = month.Posts.Length,
                    ["posts"] = Array(month.Posts, ListedPost),
                }),
            }),
            ["undated"] = Array(_site.Posts.Where(post => post.Entry.Date is null && post.Meta.Listed != Listed.Nowhere), ListedPost),
        };
        return model;
    }

    public ScriptObject OfNotFound(UrlPath url) => Page("not_found", StringOf("not_found"), url, "", null);

    private ScriptObject Page(string kind, string title, UrlPath url, string description, string? lang) => new(16)
    {
        Kind = "template",
        ["site"] = _siteObject,
        ["page"] = new ScriptObject(12)
        {
            Kind = "page",
            ["kind"] = kind,
            ["title"] = title,
            ["url"] = Href(url),
            ["canonical"] = Config.AbsoluteUrl(url),
            ["description"] = description,
            ["lang"] = lang ?? Config.Lang,
            ["feed_url"] = default,
            ["image"] = default,
            ["extra"] = default,
        },
        ["t"] = _strings[lang ?? Config.Lang],
        ["url_for"] = _urlFor,
        ["absolute"] = _absolute,
        ["asset"] = _asset,
    };

    private ScriptObject SiteObject()
    {
        var site = new ScriptObject(24)
        {
            Kind = "site",
            IsShared = true,
            ["title"] = Config.Title,
            ["tagline"] = Config.Tagline,
            ["description"] = Config.Description,
            ["lang"] = Config.Lang,
            ["origin"] = Config.Origin,
            ["base_path"] = Config.BasePath,
            ["home_url"] = Href(UrlPath.Home),
            ["author"] = Config.Authors.IsEmpty ? default(Value) : AuthorObject(Config.Authors[0]),
            ["authors"] = Array(Config.Authors, AuthorObject),
            ["menu"] = Config.Menu.IsEmpty ? DefaultMenu() : Array(Config.Menu, Menu),
            ["feeds"] = Array(Feeds.FormatsOf(Config, _site.Home), format => new ScriptObject
            {
                Kind = "feed",
                ["title"] = $"{Config.Title} ({format.Label})",
                ["url"] = Href(_site.Home.Url.Append(format.File)),
                ["type"] = format.MediaType,
            }),
            ["params"] = Config.Params is null ? new ScriptObject() : YamlValue.Of(Config.Params),
            ["theme"] = ThemeObject(),
            ["version"] = typeof(TemplateModel).Assembly.GetName().Version?.ToString(3),
            ["intro_html"] = _site.Introduction is { } introduction ? new Html(introduction.Html) : default(Value),
        };
        site.AddLazy("data", () =>
        {
            var data = new ScriptObject();
            foreach (var file in _site.Data)
            {
                data[file.Name] = YamlValue.Of(file.Root);
            }

            return data;
        });
        site.AddLazy("posts", () => Array(_site.Home.Posts, ListedPost));
        site.AddLazy("pages", () => Array(_site.Pages, ListedPost));
        site.AddLazy("categories", () => Array(_site.Categories, Term));
        site.AddLazy("tags", () => Array(_site.Tags, Term));
        site.AddLazy("years", () => Array(_site.Years, Term));
        return site;
    }

    // The author's own markup for the head and the end of the body is markup; everything else is text.
    private ScriptObject ThemeObject()
    {
        var theme = new ScriptObject { Kind = "theme" };
        foreach (var (key, value) in Config.Theme.Values?.Pairs ?? [])
        {
            if (key.Value is "head" or "body_end")
            {
                theme[key.Value + "_html"] = Html.Of(string.Join('\n', (value is YamlSequence list ? list.Items : [value]).OfType<YamlScalar>().Where(part => !part.IsNull).Select(part => part.Value)));
            }
            else
            {
                theme[key.Value] = YamlValue.Of(value);
            }
        }

        return theme;
    }

    // Shared by all pages that list it.
    private ScriptObject ListedPost(Post post) => _posts.GetOrAdd(post, listed =>
    {
        var model = PostObject(listed, isOwnPage: false);
        model.Freeze();
        return model;
    });

    private ScriptObject PostObject(Post post, bool isOwnPage)
    {
        var model = new ScriptObject(30)
        {
            Kind = "post",
            Origin = post.Entry.Path.Value,
            IsShared = !isOwnPage,
            ["title"] = post.Title.Text,
            ["title_html"] = Html.Of(post.Title.Html),
            ["url"] = Href(post.Url),
            ["permalink"] = Config.AbsoluteUrl(post.Url),
            ["date"] = DateOf(post.Entry.Date),
            ["updated"] = DateOf(post.Meta.Updated),
            ["excerpt"] = post.Excerpt,
            ["description"] = post.Description,
            ["lang"] = post.Meta.Lang ?? Config.Lang,
            ["series"] = post.Meta.Series,
            ["cover"] = CoverOf(post),
            ["words"] = post.Length.Total,
            ["reading_minutes"] = post.Length.Minutes,
            ["has_math"] = post.HasMath,
            ["is_draft"] = post.Meta.IsDraft,
            ["comments"] = post.Meta.Comments ?? true,
            ["show_toc"] = post.Meta.Toc ?? true,
            ["source"] = post.Entry.Path.Value,
            ["extra"] = post.Meta.Extra is null ? new ScriptObject() : YamlValue.Of(post.Meta.Extra),
        };
        model.AddLazy("category", () => _site.TermsOf(post).Categories is [var first, ..] ? Link(first[^1]) : default(Value));
        model.AddLazy("categories", () => Array(_site.TermsOf(post).Categories, path => Array(path, Link)));
        model.AddLazy("tags", () => Array(_site.TermsOf(post).Tags, Link));
        model.AddLazy("authors", () => Array(post.Meta.Authors, id => AuthorObject(Config.Authors.FirstOrDefault(author => author.Id == id) ?? new(id, id))));
        model.AddLazy("html", () => isOwnPage ? new Html(post.Html) : ListedIds.Of(post));
        model.AddLazy("toc", () => Array(post.Contents, item => Heading(item, isOwnPage ? "" : ListedIds.PrefixOf(post))));
        model.AddLazy("previous", () => Neighbour(_site.NeighboursOf(post).Older));
        model.AddLazy("next", () => Neighbour(_site.NeighboursOf(post).Newer));
        return model;
    }

    private static ScriptObject Heading(ContentsItem item, string prefix) => new()
    {
        Kind = "heading",
        ["level"] = item.Level,
        ["id"] = prefix + item.Id,
        ["href"] = "#" + UrlPath.Encode(prefix + item.Id),
        ["title"] = item.Title.Text,
        ["title_html"] = Html.Of(item.Title.Html),
        ["children"] = Array(item.Children, child => Heading(child, prefix)),
    };

    private Value Neighbour(Post? post) => post is null
        ? default(Value)
        : new ScriptObject { Kind = "neighbour", ["title"] = post.Title.Text, ["title_html"] = Html.Of(post.Title.Html), ["url"] = Href(post.Url) };

    private ScriptObject Term(Listing listing) => new()
    {
        Kind = "term",
        ["title"] = listing.Title,
        ["url"] = Href(listing.Url),
        ["description"] = listing.Description,
        ["count"] = listing.Posts.Length,
        ["children"] = Array(listing.Children, Term),
    };

    private ScriptObject Link(NamedLink link) => new() { Kind = "link", ["title"] = link.Title, ["url"] = Href(link.Url) };

    private ScriptObject AuthorObject(Author author) => new()
    {
        Kind = "author",
        ["name"] = author.Name,
        ["url"] = author.Url is { } url ? UrlFor(url) : default(Value),
        ["email"] = author.Email,
    };

    private ScriptObject Menu(MenuItem item) => new()
    {
        Kind = "menu item",
        ["title"] = item.Title,
        ["url"] = UrlFor(item.Url),
        ["children"] = Array(item.Children, Menu),
    };

    // Without a menu in site.yaml: what every blog has, then the pages that the author put at the top.
    private ScriptArray DefaultMenu()
    {
        var links = new List<NamedLink> { new(StringOf("home"), UrlPath.Home) };
        if (!_site.Categories.IsEmpty)
        {
            links.Add(new(StringOf("categories"), Pages.CategoriesUrl));
        }

        if (!_site.Tags.IsEmpty)
        {
            links.Add(new(StringOf("tags"), Pages.TagsUrl));
        }

        links.Add(new(StringOf("archives"), Pages.ArchivesUrl));
        links.AddRange(_site.Pages.Where(page => page.Meta.Listed == Listed.Everywhere && page.Url.Value.Count(c => c == '/') == 2 && links.TrueForAll(link => link.Url != page.Url)).Select(page => new NamedLink(page.Title.Text, page.Url)));
        return Array(links, link => Menu(new(link.Title, link.Url.Value, [])));
    }

    private string StringOf(string name) => _strings[Config.Lang][name].AsText ?? name;

    private string Href(UrlPath url) => url.ToHref(Config.BasePath);

    /// <summary>An address as an author writes it: from the site's root, or a whole one, which stays as it is.</summary>
    private string UrlFor(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        ? Config.BasePath + path[1..]
        : path;

    private string Absolute(string path) => path.StartsWith(Config.BasePath, StringComparison.Ordinal) && !path.StartsWith("//", StringComparison.Ordinal)
        ? Config.Origin + path
        : UrlFor(path) is var url && url.StartsWith('/') ? Config.Origin + url : url;

    private string AssetUrl(string name) => Theme.Assets.FirstOrDefault(asset => asset.Name == name) is { } found
        ? Href(found.Url)
        : throw NoAsset(Problems.UnknownAsset(name, Spelling.Nearest(name, Theme.Assets.Select(asset => asset.Name))));

    private static TemplateException NoAsset(Diagnostic problem) => new(problem.Message, problem.Help) { Argument = 0 };

    // A cover is written as a link is: beside the post, from the site's root, or a whole address.
    private string? CoverOf(Post post) => post.Meta.Cover is not { } cover ? null
        : post.Entry.Path.Folder.Resolve(cover) is { } path && _site.Addresses.Find(path) is { } url ? Href(url)
        : UrlFor(cover);

    private Value DateOf(PostDate? date) => date is { } known ? TimeZoneInfo.ConvertTime(known.Instant, Config.TimeZone) : default(Value);

    private static string KindOf(ListingKind kind) => kind switch
    {
        ListingKind.Home => "home",
        ListingKind.Category => "category",
        ListingKind.Tag => "tag",
        ListingKind.Year => "year",
        _ => "month",
    };

    private static ScriptArray Array<T>(IEnumerable<T> items, Func<T, ScriptObject> convert) => new(items.Select(item => (Value)convert(item)));

    private static ScriptArray Array<T>(IEnumerable<T> items, Func<T, ScriptArray> convert) => new(items.Select(item => (Value)convert(item)));
}
