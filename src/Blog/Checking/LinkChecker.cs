using System.Collections.Immutable;
using Blog.Composing;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Checking;

/// <summary>Follows every link of every post within the site: the page must be one that this build makes, the fragment one of its ids.</summary>
internal static class LinkChecker
{
    public static IEnumerable<Diagnostic> Check(Site site, OutputIndex index)
    {
        var anchors = new Dictionary<UrlPath, ImmutableHashSet<string>>();
        foreach (var post in site.All)
        {
            // Two sources of one address are an error told elsewhere; a link to it is right when one of them has the place.
            anchors[post.Url] = anchors.TryGetValue(post.Url, out var others) ? others.Union(post.Anchors) : post.Anchors;
        }

        return site.All.Concat(site.Introduction is { } introduction ? [introduction] : [])
            .SelectMany(post => post.Links.Select(link => Check(post, link, index, anchors)).OfType<Diagnostic>());
    }

    private static Diagnostic? Check(Post post, InternalLink link, OutputIndex index, Dictionary<UrlPath, ImmutableHashSet<string>> anchors)
    {
        // '/about' finds '/about/' on every host that serves folders.
        if (!index.Contains(link.Target.Value) && !index.Contains(link.Target.Value + "/"))
        {
            return Problems.BrokenLink(post, link, Spelling.Nearest(link.Target.Value, index.AddressesInOrder));
        }

        return link.Fragment is { Length: > 0 } fragment && fragment != "top" && anchors.TryGetValue(link.Target, out var known) && !known.Contains(fragment)
            ? Problems.BrokenFragment(post, link, Spelling.Nearest(fragment, known.Order(StringComparer.Ordinal)))
            : null;
    }
}
