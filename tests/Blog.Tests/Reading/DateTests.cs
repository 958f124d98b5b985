using System.Globalization;
using Blog.Reading;

namespace Blog.Tests.Reading;

public class DateTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static string Written(DateReading reading) =>
        reading.Date is { } date ? date.Instant.ToString(date.HasTime ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz" : "yyyy-MM-dd", CultureInfo.InvariantCulture) : "refused: " + reading.Reason;

    [Theory]
    [InlineData("2023-10-15", "2023-10-15")]
    [InlineData("2023-1-5", "2023-01-05")]
    [InlineData("2023/10/15", "2023-10-15")]
    [InlineData("2023.10.15", "2023-10-15")]
    [InlineData("2023年10月15日", "2023-10-15")]
    [InlineData("2021年10月01日", "2021-10-01")]
    [InlineData("2021年1月1日 8:30", "2021-01-01T08:30:00+08:00")]
    [InlineData("15 Oct 2023", "2023-10-15")]
    [InlineData("15 October 2023", "2023-10-15")]
    [InlineData("  2023-10-15  ", "2023-10-15")]
    [InlineData("2023-10-15 13:18", "2023-10-15T13:18:00+08:00")]
    [InlineData("2023-10-15 13:18:50", "2023-10-15T13:18:50+08:00")]
    [InlineData("2023-10-15T13:18:50", "2023-10-15T13:18:50+08:00")]
    [InlineData("2023-10-15 9:05", "2023-10-15T09:05:00+08:00")]
    [InlineData("2023-10-15 1:18 PM", "2023-10-15T13:18:00+08:00")]
    [InlineData("2023-10-15 12:18 am", "2023-10-15T00:18:00+08:00")]
    [InlineData("2023-10-15 13:18:50 +0800", "2023-10-15T13:18:50+08:00")]
    [InlineData("2023-10-15 13:18:50 +08:00", "2023-10-15T13:18:50+08:00")]
    [InlineData("2023-10-15 13:18:50 -0700", "2023-10-15T13:18:50-07:00")]
    [InlineData("2023-10-15 13:18 +8", "2023-10-15T13:18:00+08:00")]
    [InlineData("2023-10-15 13:18 +08", "2023-10-15T13:18:00+08:00")]
    [InlineData("2023-10-15 13:18 -4", "2023-10-15T13:18:00-04:00")]
    [InlineData("2023-10-15T13:18:50-4", "2023-10-15T13:18:50-04:00")]
    [InlineData("2023-10-15T13:18:50Z", "2023-10-15T13:18:50+00:00")]
    [InlineData("2023-10-15t13:18:50z", "2023-10-15T13:18:50+00:00")]
    [InlineData("2023-10-15 13:18:50 UTC", "2023-10-15T13:18:50+00:00")]
    [InlineData("2023-10-15T13:18:50-0000", "2023-10-15T13:18:50+00:00")]
    [InlineData("2023-10-15T13:18:50+05:45", "2023-10-15T13:18:50+05:45")]
    [InlineData("2023-10-15T13:18:50.5Z", "2023-10-15T13:18:50.5+00:00")]
    [InlineData("2023-10-15 13:18:50.123456789 +08:00", "2023-10-15T13:18:50.1234567+08:00")]
    [InlineData("2023-10-15 13:18:50.123456789 +0800", "2023-10-15T13:18:50.1234567+08:00")]
    [InlineData("Mon, 07 Feb 2011 14:30:43 +0000", "2011-02-07T14:30:43+00:00")]
    [InlineData("Mon, 07 Feb 2011 14:30:43 GMT", "2011-02-07T14:30:43+00:00")]
    [InlineData("7 Feb 2011 14:30", "2011-02-07T14:30:00+08:00")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("2000-02-29", "2000-02-29")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59+00:00")]
    [InlineData("0001-01-02", "0001-01-02")]
    public void FM_9_every_form_that_bloggers_write_is_read(string text, string expected) => Assert.Equal(expected, Written(Dates.Read(text, Shanghai)));

    [Theory]
    [InlineData("2024-02-30", "February 2024 has 29 days")]
    [InlineData("2023-02-29", "February 2023 has 28 days")]
    [InlineData("1900-02-29", "February 1900 has 28 days")]
    [InlineData("2024-04-31 10:00", "April 2024 has 30 days")]
    [InlineData("2024-01-00", "January 2024 has 31 days")]
    [InlineData("2024-13-01", "there is no month 13")]
    [InlineData("2024-00-01", "there is no month 00")]
    [InlineData("0000-01-01", "there is no year 0")]
    [InlineData("2024-01-01 25:00", "there is no hour 25")]
    [InlineData("2024-01-01 24:00", "there is no hour 24")]
    [InlineData("2024-01-01 10:60", "there is no minute 60")]
    [InlineData("2024-01-01 10:00:60", "there is no second 60")]
    [InlineData("2024-01-01 10:00 +15:00", "there is no offset +15:00")]
    [InlineData("2024-01-01 10:00 +08:75", "there is no offset +08:75")]
    [InlineData("2024-01-01 +08:00", "an offset needs a time of day")]
    [InlineData("0001-01-01 00:00 +08:00", "it lies outside the years 1 to 9999")]
    [InlineData("9999-12-31 23:00 -04:00", "it lies outside the years 1 to 9999")]
    [InlineData("2024-01-01 10:00 CST", "'CST' names a zone, and such names mean different offsets")]
    [InlineData("2024-01-01 10:00 Asia/Shanghai", "'Asia/Shanghai' names a zone, and such names mean different offsets")]
    [InlineData("2024-01-01T10:00:00[Europe/Berlin]", "'[Europe/Berlin]' names a zone, and such names mean different offsets")]
    [InlineData("2024-01-01 at noon", "'at noon' is left over")]
    [InlineData("2024-01", "it is in no form that is known here")]
    [InlineData("20240101", "it is in no form that is known here")]
    [InlineData("01/02/2024", "it is in no form that is known here")]
    [InlineData("2024-01/02", "it is in no form that is known here")]
    [InlineData("24-01-02", "it is in no form that is known here")]
    [InlineData("today", "it is in no form that is known here")]
    [InlineData("2024-01-0１", "'１' is left over")]
    public void FM_9_what_is_no_date_is_refused_with_the_reason(string text, string reason) =>
        Assert.Equal("refused: " + reason, Written(Dates.Read(text, Shanghai)));

    [Theory]
    [InlineData("America/New_York", "2024-03-10 02:30", "2024-03-10T03:30:00-04:00")]
    [InlineData("America/New_York", "2024-03-10 01:59:59", "2024-03-10T01:59:59-05:00")]
    [InlineData("America/New_York", "2024-11-03 01:30", "2024-11-03T01:30:00-04:00")]
    [InlineData("Europe/Berlin", "2024-03-31 02:00", "2024-03-31T03:00:00+02:00")]
    [InlineData("Europe/Berlin", "2024-10-27 02:30", "2024-10-27T02:30:00+02:00")]
    [InlineData("Australia/Lord_Howe", "2024-10-06 02:15", "2024-10-06T02:45:00+11:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04 00:30", "2018-11-04T01:30:00-02:00")]
    [InlineData("Asia/Shanghai", "1986-05-04 12:00", "1986-05-04T12:00:00+09:00")]
    public void DET_3_times_that_daylight_saving_skips_or_repeats_are_defined(string zone, string text, string expected) =>
        Assert.Equal(expected, Written(Dates.Read(text, TimeZoneInfo.FindSystemTimeZoneById(zone))));

    [Fact]
    public void DET_3_a_calendar_day_whose_midnight_does_not_exist_is_still_that_day() =>
        Assert.Equal("2018-11-04", Written(Dates.Read("2018-11-04", TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo"))));

    [Theory]
    [InlineData("2026-01-11-title", "2026-01-11", "title")]
    [InlineData("2026-01-11_title", "2026-01-11", "title")]
    [InlineData("2026-1-5-你好", "2026-01-05", "你好")]
    [InlineData("2026-01-11-08-30-59-title", "2026-01-11T08:30:59+08:00", "title")]
    [InlineData("2026-01-11-99-30-59-title", "2026-01-11", "99-30-59-title")]
    [InlineData("2026-01-11-10-ways", "2026-01-11", "10-ways")]
    public void FM_11_a_file_name_gives_a_date(string name, string date, string rest)
    {
        var found = Dates.OfName(name, Shanghai);

        Assert.Equal((date, rest), (Written(new(found?.Date, null)), found?.Title));
    }

    [Theory]
    [InlineData("2026-13-11-title")]
    [InlineData("2026-02-30-title")]
    [InlineData("2026-title")]
    [InlineData("20260111-title")]
    public void A_name_without_a_possible_date_is_a_name(string name) => Assert.Null(Dates.OfName(name, Shanghai));

    [Fact]
    public void DET_2_the_machine_s_zone_is_never_asked() =>
        Assert.Equal(["+00:00", "+02:00", "-07:00", "+14:00"], new[] { "UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati" }
            .Select(zone => Written(Dates.Read("2023-06-15 12:00", TimeZoneInfo.FindSystemTimeZoneById(zone)))["2023-06-15T12:00:00".Length..]));

    [Fact]
    public void FM_9_the_diagnostic_shows_the_value_and_the_accepted_forms()
    {
        var diagnostic = Assert.Single(Given.Post("title: a\ndate: 2024-02-30").Diagnostics);

        Assert.Equal("3:7: error B1070: '2024-02-30' is not a date: February 2024 has 29 days", Assert.Single(new[] { diagnostic }.Lines()));
        Assert.Equal("write 2026-01-31, 2026-01-31 13:18 or 2026-01-31T13:18:50+08:00", diagnostic.Help);
    }

    [Fact]
    public void FM_9_a_value_as_long_as_the_file_is_shown_cut() =>
        Assert.InRange(Assert.Single(Given.Post("date: 2024-01-01 " + new string('1', 100_000)).Diagnostics).Message.Length, 80, 200);
}
