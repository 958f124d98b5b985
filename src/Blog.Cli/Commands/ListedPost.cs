using System.Globalization;
using Blog.Composing;
using Blog.Reading;

namespace Blog.Cli.Commands;

/// <summary>A row of <c>blog list</c>.</summary>
/// <param name="LeftOut">Null when a build publishes the post.</param>
internal sealed record ListedPost(Post Post, LeftOut? LeftOut)
{
    /// <summary><c>published</c>, or the reasons why not: <c>draft</c>, <c>future</c>, <c>expired</c>.</summary>
    public string Status => LeftOut is null
        ? "published"
        : string.Join(' ', FlagsOf(LeftOut).Select(flag => flag == "--drafts" ? "draft" : flag[2..]));

    public bool IsLeftOutWithout(string flag) => LeftOut is not null && FlagsOf(LeftOut).Contains(flag);

    private static string[] FlagsOf(LeftOut left) => left.Flag.Split(' ');

    public string Path => Post.Entry.Path.Value;

    public string Title => Post.Title.Text;

    /// <summary>The calendar day in the site's zone; empty without a date.</summary>
    public string Day(TimeZoneInfo zone) => Post.Entry.Date is { } date
        ? TimeZoneInfo.ConvertTime(date.Instant, zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "";

    /// <summary>ISO 8601 with the offset of the site's zone; null without a date.</summary>
    public string? Date(TimeZoneInfo zone) => Post.Entry.Date is { } date
        ? date.HasTime ? TimeZoneInfo.ConvertTime(date.Instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : Day(zone)
        : null;
}
