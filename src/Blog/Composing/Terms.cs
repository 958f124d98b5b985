using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Categories and tags: spellings that mean the same become one term, each with its slug and its posts.</summary>
internal sealed class Terms
{
    private readonly SiteConfig _config;
    private readonly FolderDefaults _folders;
    private readonly List<Diagnostic> _diagnostics = [];

    private Terms(SiteConfig config, FolderDefaults folders) => (_config, _folders) = (config, folders);

    public ImmutableArray<Listing> Categories { get; private set; } = [];

    public ImmutableArray<Listing> Tags { get; private set; } = [];

    public Dictionary<UrlPath, PostTerms> ByPost { get; } = [];

    public ImmutableArray<Diagnostic> Diagnostics => [.. _diagnostics];

    /// <param name="posts">Those that stand in term listings, in the site's order.</param>
    public static Terms Of(SiteConfig config, FolderDefaults folders, ImmutableArray<Post> posts)
    {
        var terms = new Terms(config, folders);
        var categories = new Node("", "", null);
        var tags = new Node("", "", null);
        foreach (var post in posts)
        {
            foreach (var path in post.Entry.Categories)
            {
                terms.Place(categories, path, post);
            }

            foreach (var tag in post.Meta.Tags)
            {
                terms.Place(tags, [tag], post);
            }
        }

        terms.Name(categories, "/categories/", ListingKind.Category);
        terms.Name(tags, "/tags/", ListingKind.Tag);
        foreach (var post in posts)
        {
            terms.ByPost[post.Url] = new(
                [.. post.Entry.Categories.Select(path => terms.LinksTo(categories, path)).DistinctBy(path => path[^1].Url)],
                [.. post.Meta.Tags.Select(tag => terms.LinksTo(tags, [tag])[0]).DistinctBy(tag => tag.Url)]);
        }

        terms.Categories = [.. terms.Listings(categories, ListingKind.Category, [])];
        terms.Tags = [.. terms.Listings(tags, ListingKind.Tag, [])];
        return terms;
    }

    /// <summary>A term while it is being collected; the root stands for "all categories" or "all tags".</summary>
    private sealed class Node(string key, string slug, Node? parent)
    {
        public string Key { get; } = key;

        public string Slug { get; } = slug;

        public Node? Parent { get; } = parent;

        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        /// <summary>Each spelling with its count and the first post that has it.</summary>
        public Dictionary<string, (int Count, Post First)> Spellings { get; } = new(StringComparer.Ordinal);

        public List<Post> Posts { get; } = [];

        public NamedLink Link { get; set; } = new("", UrlPath.Home);

        public string Description { get; set; } = "";
    }

    private string Meant(string name) => _config.Terms.Aliases.GetValueOrDefault(Slug.Fold(name), name);

    private void Place(Node root, ImmutableArray<string> path, Post post)
    {
        var node = root;
        foreach (var written in path)
        {
            var name = Meant(written);
            var key = Slug.Fold(name);
            if (!node.Children.TryGetValue(key, out var child))
            {
                child = new(key, _config.Terms.Slugs.GetValueOrDefault(key) ?? Slug.OfTerm(name), node);
                node.Children.Add(key, child);
            }

            var (count, first) = child.Spellings.GetValueOrDefault(name, (0, post));
            child.Spellings[name] = (count + 1, first);
            if (child.Posts.Count == 0 || !ReferenceEquals(child.Posts[^1], post))
            {
                child.Posts.Add(post);
            }

            node = child;
        }
    }

    private void Name(Node parent, string url, ListingKind kind)
    {
        var bySlug = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in parent.Children.Values)
        {
            var spellings = node.Spellings.OrderByDescending(spelling => spelling.Value.Count).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).ToArray();
            var folder = kind == ListingKind.Category ? FolderOf(node) : null;
            node.Link = new(folder?.Title ?? spellings[0].Key.Trim(), new($"{url}{node.Slug}/"));
            node.Description = folder?.Description ?? "";
            if (spellings.Length > 1)
            {
                _diagnostics.Add(Problems.SpellingsMerged(kind, [.. spellings.Select(spelling => spelling.Key)], spellings[^1].Value.First.Entry));
            }

            if (!bySlug.TryAdd(node.Slug, node))
            {
                _diagnostics.Add(Problems.TermsShareSlug(kind, bySlug[node.Slug].Link.Title, node.Link.Title, node.Slug, spellings[0].Value.First.Entry));
            }

            Name(node, $"{url}{node.Slug}/", kind);
        }
    }

    // The folder that stands for this category has the words for it.
    private FolderInfo? FolderOf(Node node)
    {
        var path = PathOf(node);
        return _folders.Folders.FirstOrDefault(folder => folder.Category.Select(name => Slug.Fold(Meant(name))).SequenceEqual(path));
    }

    // The keys from the outermost category to this one.
    private static ImmutableArray<string> PathOf(Node node)
    {
        var path = new Stack<string>();
        for (var at = node; at.Parent is not null; at = at.Parent)
        {
            path.Push(at.Key);
        }

        return [.. path];
    }

    private ImmutableArray<NamedLink> LinksTo(Node root, ImmutableArray<string> path)
    {
        var links = ImmutableArray.CreateBuilder<NamedLink>(path.Length);
        var node = root;
        foreach (var name in path)
        {
            node = node.Children[Slug.Fold(Meant(name))];
            links.Add(node.Link);
        }

        return links.MoveToImmutable();
    }

    private IEnumerable<Listing> Listings(Node parent, ListingKind kind, ImmutableArray<NamedLink> path) => parent.Children.Values
        .OrderByDescending(node => node.Posts.Count).ThenBy(node => node.Key, StringComparer.Ordinal)
        .Select(node => new Listing(kind, node.Link.Title, node.Link.Url, [.. node.Posts], _config.Lang)
        {
            Description = node.Description,
            Path = path,
            Children = [.. Listings(node, kind, path.Add(node.Link))],
        });
}
