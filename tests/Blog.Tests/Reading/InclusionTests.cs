using Blog.Reading;

namespace Blog.Tests.Reading;

public class InclusionTests
{
    private static string Of(string frontMatter, string now, bool drafts = false, bool future = false, bool expired = false, string zone = "Asia/Shanghai")
    {
        var options = Given.Options with
        {
            Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture),
            IncludeDrafts = drafts,
            IncludeFuture = future,
            IncludeExpired = expired,
        };
        var (published, leftOut) = Inclusion.Of([Given.Post(frontMatter, "content/posts/a.md", Given.Config($"time_zone: {zone}"))], options);
        return published.Length == 1 ? "published" : $"{Assert.Single(leftOut).Reason}: {leftOut[0].Flag}";
    }

    [Theory]
    [InlineData("2026-01-10T16:00:00Z", "published")]
    [InlineData("2026-01-10T15:59:59Z", "is dated in the future: --future")]
    [InlineData("2026-01-11T23:59:59+08:00", "published")]
    [InlineData("2026-01-11T00:00:00-08:00", "published")]
    public void DET_2_a_calendar_day_begins_at_midnight_in_the_site_s_zone(string now, string expected) => Assert.Equal(expected, Of("date: 2026-01-11", now));

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-01-10T10:00:00Z", "published")]
    [InlineData("UTC", "2026-01-10T10:00:00Z", "is dated in the future: --future")]
    [InlineData("America/Los_Angeles", "2026-01-11T07:59:00Z", "is dated in the future: --future")]
    [InlineData("America/Los_Angeles", "2026-01-11T08:00:00Z", "published")]
    public void DET_2_the_zone_of_the_site_decides_which_day_it_is(string zone, string now, string expected) => Assert.Equal(expected, Of("date: 2026-01-11", now, zone: zone));

    [Theory]
    [InlineData("date: 2026-01-11 13:18", "2026-01-11T05:17:59Z", "is dated in the future: --future")]
    [InlineData("date: 2026-01-11 13:18", "2026-01-11T05:18:00Z", "published")]
    [InlineData("date: 2026-01-11 13:18 -0700", "2026-01-11T05:18:00Z", "is dated in the future: --future")]
    [InlineData("expires: 2026-01-10", "2026-01-10T23:00:00+08:00", "published")]
    [InlineData("expires: 2026-01-10", "2026-01-11T00:00:00+08:00", "has expired: --expired")]
    [InlineData("expires: 2026-01-10 12:00", "2026-01-10T12:00:00+08:00", "has expired: --expired")]
    [InlineData("expires: 9999-12-31", "2026-01-10T12:00:00+08:00", "published")]
    [InlineData("draft: true", "2026-01-11T00:00:00Z", "is a draft: --drafts")]
    [InlineData("draft: true\ndate: 2030-01-01", "2026-01-11T00:00:00Z", "is a draft and is dated in the future: --drafts --future")]
    [InlineData("title: no date", "2026-01-11T00:00:00Z", "published")]
    public void SEC_3_what_is_left_out_is_named_with_the_flag_that_includes_it(string frontMatter, string now, string expected) => Assert.Equal(expected, Of(frontMatter, now));

    [Fact]
    public void Each_flag_includes_its_kind_only()
    {
        Assert.Equal("published", Of("draft: true", "2026-01-11T00:00:00Z", drafts: true));
        Assert.Equal("is dated in the future: --future", Of("draft: true\ndate: 2030-01-01", "2026-01-11T00:00:00Z", drafts: true));
        Assert.Equal("published", Of("date: 2030-01-01", "2026-01-11T00:00:00Z", future: true));
        Assert.Equal("published", Of("expires: 2020-01-01", "2026-01-11T00:00:00Z", expired: true));
    }
}
