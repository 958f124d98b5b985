using System.Globalization;

namespace Blog.Scriban.Functions;

/// <summary>What a culture's writing is made of; names are separated by <c>|</c>.</summary>
/// <param name="Tags">The language tags that it stands for, separated by blanks.</param>
internal sealed record CultureRow(string Tags)
{
    public required string Months { get; init; }

    public required string ShortMonths { get; init; }

    /// <summary>The names of months beside a day, where they differ: Polish "5 stycznia".</summary>
    public string? MonthsOfDays { get; init; }

    public string? ShortMonthsOfDays { get; init; }

    /// <summary>From Sunday on.</summary>
    public required string Days { get; init; }

    public required string ShortDays { get; init; }

    public string Noon { get; init; } = "AM|PM";

    public string ShortDate { get; init; } = "dd/MM/yyyy";

    public string LongDate { get; init; } = "dddd d MMMM yyyy";

    public string ShortTime { get; init; } = "HH:mm";

    public string LongTime { get; init; } = "HH:mm:ss";

    public string MonthDay { get; init; } = "d MMMM";

    public string YearMonth { get; init; } = "MMMM yyyy";

    public string DateSeparator { get; init; } = "/";

    public string TimeSeparator { get; init; } = ":";

    public CalendarWeekRule Weeks { get; init; } = CalendarWeekRule.FirstDay;

    public string Decimal { get; init; } = ".";

    public string Group { get; init; } = ",";

    public string Minus { get; init; } = "-";

    public string Currency { get; init; } = "$";

    public int CurrencyDigits { get; init; } = 2;

    /// <summary>Where the sign stands, by the numbers of .NET: 0 is $1, 2 is $ 1, 3 is 1 $.</summary>
    public (int Positive, int Negative) CurrencyPatterns { get; init; } = (0, 1);

    /// <summary>0 is 1 %, 1 is 1%, 2 is %1.</summary>
    public int PercentPattern { get; init; } = 1;

    public DateTimeFormatInfo Dates()
    {
        var noon = Noon.Split('|');
        return DateTimeFormatInfo.ReadOnly(new()
        {
            MonthNames = WithThirteenth(Months),
            MonthGenitiveNames = WithThirteenth(MonthsOfDays ?? Months),
            AbbreviatedMonthNames = WithThirteenth(ShortMonths),
            AbbreviatedMonthGenitiveNames = WithThirteenth(ShortMonthsOfDays ?? ShortMonths),
            DayNames = Days.Split('|'),
            AbbreviatedDayNames = ShortDays.Split('|'),
            AMDesignator = noon[0],
            PMDesignator = noon[1],
            ShortDatePattern = ShortDate,
            LongDatePattern = LongDate,
            ShortTimePattern = ShortTime,
            LongTimePattern = LongTime,
            MonthDayPattern = MonthDay,
            YearMonthPattern = YearMonth,
            DateSeparator = DateSeparator,
            TimeSeparator = TimeSeparator,
            CalendarWeekRule = Weeks,
        });
    }

    // .NET has room for calendars of thirteen months.
    private static string[] WithThirteenth(string names) => [.. names.Split('|'), ""];

    public NumberFormatInfo Numbers() => NumberFormatInfo.ReadOnly(new()
    {
        NumberDecimalSeparator = Decimal,
        NumberGroupSeparator = Group,
        NegativeSign = Minus,
        CurrencySymbol = Currency,
        CurrencyDecimalSeparator = Decimal,
        CurrencyGroupSeparator = Group,
        CurrencyDecimalDigits = CurrencyDigits,
        CurrencyPositivePattern = CurrencyPatterns.Positive,
        CurrencyNegativePattern = CurrencyPatterns.Negative,
        PercentDecimalSeparator = Decimal,
        PercentGroupSeparator = Group,
        PercentPositivePattern = PercentPattern,
        PercentNegativePattern = PercentPattern,
    });
}
