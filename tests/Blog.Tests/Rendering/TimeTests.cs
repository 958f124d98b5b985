using Blog.Tests.Kit;

namespace Blog.Tests.Rendering;

/// <summary>The instant and the zone that templates see.</summary>
public class TimeTests
{
    private const string Site = """
        -- content/site.yaml --
        time_zone: Asia/Shanghai
        -- content/about.md --
        Me.
        -- templates/page.html --
        {{ date.now | date.to_string "%F %R %Z" }}, {{ date.parse "2026-01-31 13:18" | date.to_string "%Z" }}
        """;

    private static readonly DateTimeOffset Evening = new(2026, 11, 21, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Dates_that_a_template_makes_are_in_the_zone_of_the_site() =>
        Assert.Equal("2026-11-22 04:00 +08:00, +08:00", new SiteInAString(Site) { Options = new() { Now = Evening } }.Build()["/about/"].Trim());

    [Fact]
    public void A_page_that_asks_for_the_time_is_made_again_when_it_is_another_time()
    {
        var site = new SiteInAString(Site) { Options = new() { Now = Evening } }.Build();
        Assert.Equal(["/about/"], site.BuildAt(Evening.AddHours(1)).Changed);
        Assert.StartsWith("2026-11-22 05:00", site["/about/"], StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_made_again_when_the_zone_of_the_site_is_another_one()
    {
        var site = new SiteInAString(Site).Edit("templates/page.html", """{{ date.parse "2026-01-31 13:18" | date.to_string "%Z" }}""").Build();
        Assert.Equal("+09:00", site.Edit("content/site.yaml", "time_zone: Asia/Tokyo").Build()["/about/"].Trim());
    }
}
