using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Categories and tags: spellings that mean the same become one term, each with its slug and its posts.</summary>
internal sealed class Terms
{
    private readonly SiteConfig _config;
    private readonly FolderDefaults _folders;
    private readonly Dictionary<string, string> _configured;
    private readonly List<Diagnostic> _diagnostics = [];

    private Terms(SiteConfig config, FolderDefaults folders)
    {
        (_config, _folders) = (config, folders);

        // What an alias stands for is spelled as the author configured it, wherever it is written.
        _configured = config.Terms.Aliases.Values.Select(name => KeyValuePair.Create(Slug.Fold(name), name)).Concat(config.Terms.Aliases)
            .GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
    }

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

        /// <summary>Each spelling with the posts that have it.</summary>
        public Dictionary<string, List<Post>> Spellings { get; } = new(StringComparer.Ordinal);

        public List<Post> Posts { get; } = [];

        /// <summary>Another term has the address already.</summary>
        public bool IsShadowed { get; set; }

        public NamedLink Link { get; set; } = new("", UrlPath.Home);

        public string Description { get; set; } = "";
    }

    private string Meant(string name) => _configured.GetValueOrDefault(Slug.Fold(name), name);

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

            if (!child.Spellings.TryGetValue(name, out var having))
            {
                child.Spellings.Add(name, having = []);
            }

            AddOnce(having, post);
            AddOnce(child.Posts, post);
            node = child;
        }
    }

    // A post may stand in A/B and A/C, or say a tag twice; its terms come one after the other.
    private static void AddOnce(List<Post> posts, Post post)
    {
        if (posts.Count == 0 || !ReferenceEquals(posts[^1], post))
        {
            posts.Add(post);
        }
    }

    private void Name(Node parent, string url, ListingKind kind)
    {
        var bySlug = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in parent.Children.Values)
        {
            var spellings = node.Spellings.OrderByDescending(spelling => spelling.Value.Count).ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
                .Select(spelling => (Name: spelling.Key.Trim(), Posts: (IReadOnlyList<Post>)spelling.Value)).ToImmutableArray();
            var folder = kind == ListingKind.Category ? FolderOf(node) : null;
            node.Link = new(folder?.Title ?? spellings[0].Name, new($"{url}{node.Slug}/"));
            node.Description = folder?.Description ?? "";
            if (spellings.Length > 1)
            {
                _diagnostics.Add(Problems.SpellingsMerged(kind, spellings));
            }

            if (!bySlug.TryAdd(node.Slug, node))
            {
                node.IsShadowed = true; // one message says it all; two listings at one address would add more
                var first = bySlug[node.Slug];
                _diagnostics.Add(Problems.TermsShareSlug(kind, (first.Link.Title, first.Posts[0].Entry), (node.Link.Title, node.Posts[0].Entry), node.Slug));
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
        .Where(node => !node.IsShadowed)
        .OrderByDescending(node => node.Posts.Count).ThenBy(node => node.Key, StringComparer.Ordinal)
        .Select(node => new Listing(kind, node.Link.Title, node.Link.Url, [.. node.Posts], _config.Lang)
        {
            Description = node.Description,
            Path = path,
            Children = [.. Listings(node, kind, path.Add(node.Link))],
        });
}
