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
        var posts = site.Posts.Concat(site.Pages).ToArray();
        var anchors = posts.DistinctBy(post => post.Url).ToDictionary(post => post.Url, post => post.Anchors); // two posts at one address are told elsewhere
        return posts.SelectMany(post => post.Links.Select(link => Check(post, link, addresses, anchors)).OfType<Diagnostic>());
    }

    private static Diagnostic? Check(Post post, InternalLink link, HashSet<string> addresses, Dictionary<UrlPath, System.Collections.Immutable.ImmutableHashSet<string>> anchors)
    {
        // '/about' finds '/about/' on every host that serves folders.
        if (!addresses.Contains(link.Target.Value) && !addresses.Contains(link.Target.Value + "/"))
        {
            return Problems.BrokenLink(post, link, Spelling.Nearest(link.Target.Value, addresses));
        }

        return link.Fragment is { Length: > 0 } fragment && fragment != "top" && anchors.TryGetValue(link.Target, out var known) && !known.Contains(fragment)
            ? Problems.BrokenFragment(post, link, Spelling.Nearest(fragment, known))
            : null;
    }
}
