using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Checking;

/// <summary>Follows every link of every post within the site: the page must be one that this build makes, the fragment one of its ids.</summary>
internal static class LinkChecker
{
    public static IEnumerable<Diagnostic> Check(Site site, IReadOnlyCollection<Output> outputs)
    {
        var addresses = outputs.Select(output => output.Path.Value).ToHashSet(StringComparer.Ordinal);
        var inOrder = new Lazy<string[]>(() => [.. addresses.Order(StringComparer.Ordinal)]);
        var posts = site.Posts.Concat(site.Pages).ToArray();

        // Two sources of one address are an error told elsewhere; a link to it is right when one of them has the place.
        var anchors = posts.GroupBy(post => post.Url).ToDictionary(group => group.Key, group => group.Select(post => post.Anchors).Aggregate((one, other) => one.Union(other)));
        return posts.Concat(site.Introduction is { } introduction ? [introduction] : [])
            .SelectMany(post => post.Links.Select(link => Check(post, link, addresses, inOrder, anchors)).OfType<Diagnostic>());
    }

    private static Diagnostic? Check(Post post, InternalLink link, HashSet<string> addresses, Lazy<string[]> inOrder, Dictionary<UrlPath, ImmutableHashSet<string>> anchors)
    {
        // '/about' finds '/about/' on every host that serves folders.
        if (!addresses.Contains(link.Target.Value) && !addresses.Contains(link.Target.Value + "/"))
        {
            return Problems.BrokenLink(post, link, Spelling.Nearest(link.Target.Value, inOrder.Value));
        }

        return link.Fragment is { Length: > 0 } fragment && fragment != "top" && anchors.TryGetValue(link.Target, out var known) && !known.Contains(fragment)
            ? Problems.BrokenFragment(post, link, Spelling.Nearest(fragment, known.Order(StringComparer.Ordinal)))
            : null;
    }
}
