using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

/// <summary>The listings of years and months, by the calendar of the site's zone.</summary>
internal static class Archive
{
    public static ImmutableArray<Listing> Of(SiteConfig config, ImmutableArray<Post> posts)
    {
        var dated = posts.Where(post => post.Entry.Date is not null).Order(PostOrder.WithoutPins).ToArray();
        return [.. dated.GroupBy(post => DayOf(post, config).Year).Select(year => Year(config, year))];
    }

    private static Listing Year(SiteConfig config, IGrouping<int, Post> year)
    {
        var name = FormattableString.Invariant($"{year.Key:0000}");
        var url = new UrlPath($"/archives/{name}/");
        var months = year.GroupBy(post => DayOf(post, config).Month).Select(month =>
        {
            var number = FormattableString.Invariant($"{month.Key:00}");
            return new Listing(ListingKind.Month, $"{name}-{number}", url.Append($"{number}/"), [.. month], config.Lang) { Path = [new(name, url)] };
        });
        return new(ListingKind.Year, name, url, [.. year], config.Lang) { Children = [.. months] };
    }

    private static DateTimeOffset DayOf(Post post, SiteConfig config) => TimeZoneInfo.ConvertTime(post.Entry.Date!.Value.Instant, config.TimeZone); // dated posts only
}
