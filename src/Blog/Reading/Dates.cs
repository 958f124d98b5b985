using System.Globalization;
using System.Text.RegularExpressions;

namespace Blog.Reading;

/// <summary>A date read, or the reason why it cannot be.</summary>
internal readonly record struct DateReading(PostDate? Date, string? Reason, bool NamesZone = false)
{
    public static DateReading Refused(string reason) => new(null, reason);
}

/// <summary>Dates in the forms that bloggers write, in the site's zone unless an offset is given. The machine's zone is never asked.</summary>
internal static partial class Dates
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateReading Read(string text, TimeZoneInfo zone)
    {
        text = text.Trim();
        var match = YearFirst().Match(text);
        if (!match.Success)
        {
            match = DayFirst().Match(text);
        }

        if (!match.Success)
        {
            return DateReading.Refused("it is in no form that is known here");
        }

        var rest = match.Groups["zone"].Value.Trim();
        if (rest.Length > 0 && !Offset().IsMatch(rest) && rest is not ("Z" or "z" or "UTC" or "GMT" or "UT"))
        {
            return ZoneName().IsMatch(rest) ? new(null, $"'{rest}' names a zone, and such names mean different offsets", NamesZone: true)
                : DateReading.Refused($"'{(rest.Length > 40 ? rest[..40] + "…" : rest)}' is left over");
        }

        return Day(match) is var (day, reason) && reason is not null ? DateReading.Refused(reason)
            : !match.Groups["hour"].Success ? (rest.Length == 0 ? At(day, zone, hasTime: false) : DateReading.Refused("an offset needs a time of day"))
            : Time(match) is var (time, why) && why is not null ? DateReading.Refused(why)
            : rest.Length == 0 ? At(day + time, zone, hasTime: true)
            : At(day + time, rest);
    }

    /// <summary>The date that a file's name begins with, and what is left of the name: <c>2026-01-11-title</c>.</summary>
    public static (PostDate Date, string Title)? OfName(string name, TimeZoneInfo zone)
    {
        var match = InName().Match(name);
        if (!match.Success || Day(match) is not (var day, null))
        {
            return null;
        }

        var rest = match.Groups["rest"].Value;
        if (match.Groups["hour"].Success && Time(match) is (var time, null))
        {
            return At(day + time, zone, hasTime: true).Date is { } instant ? (instant, rest) : null;
        }

        // Three numbers that are no time of day belong to the title.
        rest = match.Groups["hour"].Success ? name[(match.Groups["hour"].Index)..] : rest;
        return At(day, zone, hasTime: false).Date is { } date ? (date, rest) : null;
    }

    private static (DateTime Day, string? Reason) Day(Match match)
    {
        var year = Number(match, "year");
        var day = Number(match, "day");
        var month = match.Groups["name"].Success ? Array.IndexOf(Months, match.Groups["name"].Value[..3].ToLowerInvariant()) + 1 : Number(match, "month");
        return year is < 1 ? (default, "there is no year 0")
            : month is < 1 or > 12 ? (default, $"there is no month {match.Groups["month"].Value}{match.Groups["name"].Value}")
            : day < 1 || day > DateTime.DaysInMonth(year, month)
                ? (default, $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year} has {DateTime.DaysInMonth(year, month)} days")
            : (new DateTime(year, month, day), null);
    }

    private static (TimeSpan Time, string? Reason) Time(Match match)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        if (match.Groups["half"].Success && hour is >= 1 and <= 12)
        {
            hour = (hour % 12) + (match.Groups["half"].Value is ['p' or 'P', ..] ? 12 : 0);
        }

        var fraction = match.Groups["fraction"].Value;
        var ticks = fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);
        return hour > 23 ? (default, $"there is no hour {hour}")
            : minute > 59 ? (default, $"there is no minute {minute}")
            : second > 59 ? (default, $"there is no second {second}")
            : (new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(ticks), null);
    }

    private static DateReading At(DateTime local, string offsetText)
    {
        var offset = TimeSpan.Zero;
        if (Offset().Match(offsetText) is { Success: true } match)
        {
            var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
            if (hours * 60 + minutes > 14 * 60 || minutes > 59)
            {
                return DateReading.Refused($"there is no offset {offsetText}");
            }

            offset = new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value == "+" ? 1 : -1);
        }

        return Instant(local, offset, hasTime: true);
    }

    /// <summary>
    /// A local time that daylight saving skips moves on by the length of the gap; of one that occurs twice the first is meant. So do
    /// RFC 5545 section 3.3.5 and the "compatible" rule of Temporal.
    /// </summary>
    private static DateReading At(DateTime local, TimeZoneInfo zone, bool hasTime)
    {
        if (zone.IsInvalidTime(local))
        {
            var before = zone.GetUtcOffset(local.AddDays(-1));
            var moved = TimeZoneInfo.ConvertTime(new DateTimeOffset(local, before), zone);
            return new(new PostDate(moved, hasTime), null);
        }

        return Instant(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local), hasTime);
    }

    private static DateReading Instant(DateTime local, TimeSpan offset, bool hasTime)
    {
        var utc = local.Ticks - offset.Ticks;
        // Historical offsets have seconds (Shanghai before 1901: +08:05:43), which DateTimeOffset refuses: the minute is near enough for a blog.
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks
            ? DateReading.Refused("it lies outside the years 1 to 9999")
            : new(new PostDate(new DateTimeOffset(local, TimeSpan.FromMinutes(Math.Round(offset.TotalMinutes))), hasTime), null);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    // [0-9] and not \d, which takes the digits of every script.
    private const string TimeOfDay = @"(?:(?:[ \t]*[Tt][ \t]*|[ \t]+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2})(?::(?<second>[0-9]{1,2})(?:[.,](?<fraction>[0-9]{1,9}))?)?(?:[ \t]*(?<half>[AaPp][Mm]))?(?![0-9:.]))?(?<zone>.*)$";

    // The year has four digits: 11/01/2026 would be read one way here and another way there.
    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:(?<mark>[-/.])(?<month>[0-9]{1,2})\k<mark>(?<day>[0-9]{1,2})|[ ]*年[ ]*(?<month>[0-9]{1,2})[ ]*月[ ]*(?<day>[0-9]{1,2})[ ]*日?)(?![0-9])" + TimeOfDay, RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?[ ]+)?(?<day>[0-9]{1,2})[ -](?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ,.-]+(?<year>[0-9]{4})(?![0-9])" + TimeOfDay,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^\(?[A-Za-z]{2,5}\)?$|^\[?[A-Za-z_]+(/[A-Za-z_+\-0-9]+)+\]?$", RegexOptions.CultureInvariant)]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:-(?<hour>[0-9]{2})-(?<minute>[0-9]{2})-(?<second>[0-9]{2}))?[-_](?<rest>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex InName();
}
