using System.Collections.Frozen;

namespace Blog.Reading;

/// <summary>The keys of front matter: canonical names, native aliases, and names from elsewhere with the key that is meant.</summary>
internal static class FrontMatterKeys
{
    public static readonly string[] Canonical =
    [
        "title", "date", "updated", "expires", "draft", "categories", "tags", "summary", "description", "slug", "permalink", "aliases", "lang",
        "authors", "series", "weight", "pin", "toc", "cover", "comments", "layout", "listed", "math", "extra", "published",
    ];

    /// <summary>Keys that mean just what the canonical one means.</summary>
    public static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["category"] = "categories",
        ["author"] = "authors",
        ["pubDate"] = "date",
        ["publishDate"] = "date",
        ["lastmod"] = "updated",
        ["modified"] = "updated",
        ["last_modified_at"] = "updated",
        ["excerpt"] = "summary",
        ["redirect_from"] = "aliases",
        ["language"] = "lang",
        ["template"] = "layout",
        ["order"] = "weight",
        ["sticky"] = "pin",
        ["top"] = "pin",
        ["image"] = "cover",
        ["url"] = "permalink",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Keys of other generators whose meaning differs from one to the next, so that only an importer may translate them. Each with the key
    /// that is probably meant here.
    /// </summary>
    public static readonly FrozenDictionary<string, string> Foreign = new Dictionary<string, string>
    {
        ["keywords"] = "tags",
        ["tag"] = "tags",
        ["subtitle"] = "description",
        ["type"] = "layout",
        ["status"] = "draft",
        ["path"] = "permalink",
        ["abbrlink"] = "permalink",
        ["save_as"] = "permalink",
        ["alias"] = "aliases",
        ["mathjax"] = "math",
        ["katex"] = "math",
        ["use_math"] = "math",
        ["thumbnail"] = "cover",
        ["banner_img"] = "cover",
        ["index_img"] = "cover",
        ["featured_image"] = "cover",
        ["photos"] = "cover",
        ["expiryDate"] = "expires",
        ["unpublishdate"] = "expires",
        ["pubdate"] = "date",
        ["created"] = "date",
        ["updatedDate"] = "updated",
        ["searchHidden"] = "listed",
        ["in_search_index"] = "listed",
        ["TocOpen"] = "toc",
        ["ShowToc"] = "toc",
        ["taxonomies"] = "tags",
        ["params"] = "extra",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Keys of a <c>_folder.yaml</c> that speak of the folder, or of one page only: they do not flow into the files below.</summary>
    public static readonly FrozenSet<string> NotInherited = FrozenSet.Create(StringComparer.Ordinal, "title", "description", "slug", "aliases");

    /// <summary>All names that may be meant by a misspelt one, the commonest first: Spelling prefers the first of equals.</summary>
    public static readonly string[] Suggestions = [.. Canonical, .. Aliases.Keys.Order(StringComparer.Ordinal)];

    public static bool TryCanonical(string key, out string canonical)
    {
        if (Array.IndexOf(Canonical, key) >= 0)
        {
            canonical = key;
            return true;
        }

        return Aliases.TryGetValue(key, out canonical!);
    }
}
