using System.Globalization;
using System.Text;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>What crawlers and hosts ask for: <c>sitemap.xml</c> (sitemaps.org 0.9), <c>robots.txt</c>, <c>.nojekyll</c>.</summary>
internal static class Sitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static IEnumerable<Output> Of(Site site, Theme theme)
    {
        var pages = new Lazy<(UrlPath Url, string? LastModified)[]>(() => [.. PagesOf(site).DistinctBy(page => page.Url).OrderBy(page => page.Url)]);
        yield return new(
            new("/sitemap.xml"),
            () => Fingerprint.Of(pages.Value.Select(page => Fingerprint.OfTexts(page.Url.Value, page.LastModified)).Prepend(Fingerprint.OfTexts(site.Config.Origin, site.Config.BasePath))),
            () => new(Document(site.Config, pages.Value)),
            "the sitemap");

        var robots = $"User-agent: *\nAllow: /\n\nSitemap: {site.Config.AbsoluteUrl(new("/sitemap.xml"))}\n";
        yield return new(new("/robots.txt"), Fingerprint.Of(robots), () => new(Encoding.UTF8.GetBytes(robots)), "the robots file") { Yields = true };

        // GitHub Pages leaves out names that begin with '_' unless this file is there.
        yield return new(new("/.nojekyll"), default(Fingerprint), () => new(ReadOnlyMemory<byte>.Empty), "the marker for GitHub Pages");
    }

    private static IEnumerable<(UrlPath Url, string? LastModified)> PagesOf(Site site)
    {
        foreach (var post in site.All.Where(post => post.Meta.Listed != Listed.Nowhere))
        {
            yield return (post.Url, (post.Meta.Updated ?? post.Entry.Date) is { } date ? DayOf(date, site.Config) : null);
        }

        foreach (var page in site.Listings.SelectMany(listing => listing.Paginate(site.Config.PageSize)))
        {
            yield return (page.Url, null);
        }

        foreach (var index in Pages.IndexesOf(site))
        {
            yield return (index, null);
        }
    }

    // The day of the site's calendar, as in its archive.
    private static string DayOf(PostDate date, SiteConfig config) =>
        TimeZoneInfo.ConvertTime(date.Instant, config.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> Document(SiteConfig config, IEnumerable<(UrlPath Url, string? LastModified)> pages) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("urlset", Namespace);
        foreach (var (url, lastModified) in pages)
        {
            writer.WriteStartElement("url", Namespace);
            writer.WriteElementString("loc", Namespace, config.AbsoluteUrl(url));
            if (lastModified is not null)
            {
                writer.WriteElementString("lastmod", Namespace, lastModified);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });
}
