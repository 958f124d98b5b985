using System.Text;
using Blog.Composing;
using Blog.Publishing;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>A small page at each old address of a post that sends the reader on; works on any static host.</summary>
internal static class Redirects
{
    public static IEnumerable<Output> Of(Site site, Theme theme) =>
        from post in site.Moved
        from alias in post.Meta.Aliases
        where !IsOwnAddress(post, new(alias))
        select Redirect(site, post, new(alias));

    /// <summary>The aliases that need no redirect.</summary>
    public static IEnumerable<Diagnostic> Problems(Site site) =>
        from post in site.Moved
        from alias in post.Meta.Aliases
        where IsOwnAddress(post, new(alias))
        select Rendering.Problems.AliasIsOwnAddress(post.Entry, alias);

    // An address that differs by case is the same file on many systems, and the page itself answers there.
    private static bool IsOwnAddress(Post post, UrlPath alias) => string.Equals(alias.OutputFile, post.Url.OutputFile, StringComparison.OrdinalIgnoreCase);

    private static Output Redirect(Site site, Post post, UrlPath alias)
    {
        var html = $"""
            <!doctype html>
            <html lang="{HtmlText.Escape(post.Meta.Lang ?? site.Config.Lang)}">
            <meta charset="utf-8">
            <title>{HtmlText.Escape(post.Title.Text)}</title>
            <link rel="canonical" href="{HtmlText.Escape(site.Config.AbsoluteUrl(post.Url))}">
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url={HtmlText.Escape(post.Url.ToHref(site.Config.BasePath))}">
            <p><a href="{HtmlText.Escape(post.Url.ToHref(site.Config.BasePath))}">{HtmlText.Escape(post.Title.Text)}</a></p>
            </html>

            """.ReplaceLineEndings("\n");
        return new(alias, Fingerprint.Of(html), () => new(Encoding.UTF8.GetBytes(html)), $"an alias of {post.Entry.Path}")
        {
            Source = post.Entry.Source,
            Place = post.Entry.Meta.Places.GetValueOrDefault("aliases"),
        };
    }
}
