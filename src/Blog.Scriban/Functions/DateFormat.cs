using System.Globalization;
using System.Text;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The <c>%</c> codes of dates, both ways.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    private const int LongestUsual = 100;

    public static string Format(Frame? frame, DateTimeOffset date, string pattern, Culture culture)
    {
        // Each code asks .NET for a text of its own, the longest of which are eight times as long as the code.
        frame?.Budget.Steps(pattern.Length * 4L);
        if (pattern.Length > LongestUsual)
        {
            frame?.Budget.Text(pattern.Length * 32L);
        }

        Span<char> text = stackalloc char[128];
        int length;
        while (!TryFormat(date, pattern, culture, text, out length))
        {
            text = new char[text.Length * 4];
        }

        return new(text[..length]);
    }

    /// <summary>Writes the date into <paramref name="text"/>; false when it is too short.</summary>
    public static bool TryFormat(DateTimeOffset date, ReadOnlySpan<char> pattern, Culture culture, Span<char> text, out int length)
    {
        length = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var isCode = pattern[i] == '%' && i < pattern.Length - 1;
            var code = isCode ? pattern[++i] : pattern[i];
            if (isCode && code == 'g')
            {
                culture = Culture.Invariant;
                continue;
            }

            int written;
            if (isCode ? !TryFormat(date, code, culture, text[length..], out written) : !TryCopy([code], text[length..], out written))
            {
                return false;
            }

            length += written;
        }

        return true;
    }

    // The codes of ISO dates, which themes write for every post, without a string in between.
    private static bool TryFormat(DateTimeOffset date, char code, Culture culture, Span<char> text, out int written) => code switch
    {
        'd' => date.Day.TryFormat(text, out written, "00", CultureInfo.InvariantCulture),
        'H' => date.Hour.TryFormat(text, out written, "00", CultureInfo.InvariantCulture),
        'm' => date.Month.TryFormat(text, out written, "00", CultureInfo.InvariantCulture),
        'M' => date.Minute.TryFormat(text, out written, "00", CultureInfo.InvariantCulture),
        'S' => date.Second.TryFormat(text, out written, "00", CultureInfo.InvariantCulture),
        'Y' => date.Year.TryFormat(text, out written, "0000", CultureInfo.InvariantCulture),
        'F' => date.TryFormat(text, out written, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        'T' => date.TryFormat(text, out written, "HH:mm:ss", CultureInfo.InvariantCulture),
        'Z' => date.TryFormat(text, out written, "zzz", CultureInfo.InvariantCulture),
        _ => TryCopy(OfCode(date, code, culture) ?? "%" + code, text, out written),
    };

    private static bool TryCopy(ReadOnlySpan<char> part, Span<char> text, out int written)
    {
        written = part.TryCopyTo(text) ? part.Length : 0;
        return written == part.Length;
    }

    private static string? OfCode(DateTimeOffset date, char code, Culture culture)
    {
        string Net(string format) => date.ToString(format, culture);
        string Padded(int number, int width, char pad = '0') => number.ToString(CultureInfo.InvariantCulture).PadLeft(width, pad);
        string Week(DayOfWeek first) => Padded(culture.Dates.Calendar.GetWeekOfYear(date.DateTime, culture.Dates.CalendarWeekRule, first), 2);

        return code switch
        {
            'a' => Net("ddd"),
            'A' => Net("dddd"),
            'b' or 'h' => Net("MMM"),
            'B' => Net("MMMM"),
            'c' => Net("ddd MMM dd HH:mm:ss yyyy"),
            'C' => Padded(date.Year / 100, 2),
            'D' => Net("MM'/'dd'/'yy"),
            'e' => Padded(date.Day, 2, ' '),
            'I' => Net("hh"),
            'j' => Padded(date.DayOfYear, 3),
            'k' => Padded(date.Hour, 2, ' '),
            'l' => Padded((date.Hour + 11) % 12 + 1, 2, ' '),
            'L' => Padded(date.Millisecond, 3),
            'n' => "\n",
            'N' => Padded((int)(date.Ticks % TimeSpan.TicksPerSecond) * 100, 9),
            'p' => Net("tt"),
            'P' => Net("tt").ToLowerInvariant(),
            'r' => Net("hh:mm:ss tt"),
            'R' => Net("HH:mm"),
            's' => date.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            't' => "\t",
            'u' => Padded(date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek, 1),
            'U' => Week(DayOfWeek.Sunday),
            'v' => $"{Padded(date.Day, 2, ' ')}-{Net("MMM").ToUpperInvariant()}-{Padded(date.Year, 4)}",
            'V' => Padded(culture.Dates.Calendar.GetWeekOfYear(date.DateTime, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday), 2),
            'w' => Padded((int)date.DayOfWeek, 1),
            'W' => Week(DayOfWeek.Monday),
            'x' => Net("d"),
            'X' => Net("T"),
            'y' => Padded(date.Year % 100, 2),
            '%' => "%",
            _ => null,
        };
    }

    public static Value Parse(Frame frame, string text, string? pattern, Culture culture)
    {
        var styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault | DateTimeStyles.RoundtripKind;
        var isRead = pattern is null
            ? DateTime.TryParse(culture.WithoutSigns(text), culture, styles, out var date)
            : DateTime.TryParseExact(text, NetPattern(pattern), culture, styles & ~DateTimeStyles.AllowWhiteSpaces, out date);
        if (!isRead)
        {
            throw new TemplateException(pattern is null ? $"'{text}' is no date" : $"'{text}' is no date of the form '{pattern}'",
                pattern is null ? "write it as 2026-01-31" : "leave the pattern out for dates such as 2026-01-31")
            { Argument = 0 };
        }

        try
        {
            var zone = frame.Options.TimeZone;
            return date.Kind == DateTimeKind.Unspecified
                ? new DateTimeOffset(date, zone.GetUtcOffset(date))
                : TimeZoneInfo.ConvertTime(new DateTimeOffset(date.ToUniversalTime(), TimeSpan.Zero), zone);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new TemplateException(DateFunctions.OutOfRange) { Argument = 0 };
        }
    }

    private static string NetPattern(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length)
            {
                i++;
                result.Append(NetCode(pattern[i]) ?? throw new TemplateException($"'%{pattern[i]}' cannot be used to read dates", "dates are read with %Y %m %d %H %M %S %b %B and the like") { Argument = 1 });
            }
            else
            {
                result.Append('\\').Append(pattern[i]);
            }
        }

        // A single letter would be taken for a standard format.
        return result.Length == 1 ? "%" + result : result.ToString();
    }

    private static string? NetCode(char code) => code switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM dd HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM'/'dd'/'yy",
        'e' => "d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "H",
        'l' => "h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'n' => "\\\n",
        'N' => "fffffff'00'",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        't' => "\\\t",
        'T' => "HH:mm:ss",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        '%' => "\\%",
        _ => null,
    };
}
