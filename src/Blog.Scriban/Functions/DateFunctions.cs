using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>date</c>, which is a function too: <c>date "2016/01/05"</c>.</summary>
internal static class DateFunctions
{
    public const string OutOfRange = "the date would lie outside the years 1 to 9999";

    public static ScriptObject Make()
    {
        var o = new ScriptObject(16);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "date");

        o["format"] = DateFormat.Default;
        o["default_format"] = DateFormat.Default;
        Add("now", "", (f, _) => TimeZoneInfo.ConvertTime(f.Options.Now, f.Options.TimeZone));
        Add("utc_now", "", (f, _) => f.Options.Now.ToUniversalTime());
        Add("add_days", "date:d days:n", (_, a) => Moved(a, static (d, n) => d.AddDays(n)));
        Add("add_hours", "date:d hours:n", (_, a) => Moved(a, static (d, n) => d.AddHours(n)));
        Add("add_minutes", "date:d minutes:n", (_, a) => Moved(a, static (d, n) => d.AddMinutes(n)));
        Add("add_seconds", "date:d seconds:n", (_, a) => Moved(a, static (d, n) => d.AddSeconds(n)));
        Add("add_milliseconds", "date:d millis:n", (_, a) => Moved(a, static (d, n) => d.AddMilliseconds(n)));
        Add("add_months", "date:d months:i", (_, a) => Moved(a, static (d, n) => d.AddMonths((int)n)));
        Add("add_years", "date:d years:i", (_, a) => Moved(a, static (d, n) => d.AddYears((int)n)));
        Add("parse", "text pattern:s? culture:s?", Parse);
        Add("to_string", "datetime:d pattern:s culture:s?", ToText);
        Add("parse_to_string", "text output_pattern:s output_culture:s? input_pattern:s? input_culture:s?", ParseToText);
        o.Callable = (ScriptFunction)o["parse"].Ref!;
        return o;
    }

    private static Value Moved(ReadOnlySpan<Value> a, Func<DateTimeOffset, double, DateTimeOffset> move)
    {
        if (a[0].AsDate is not { } from)
        {
            return default;
        }

        try
        {
            return move(from, NumberArithmetic.ToDouble(a[1]));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new TemplateException(OutOfRange);
        }
    }

    private static Value ToText(Frame frame, ReadOnlySpan<Value> a) =>
        a[0].AsDate is { } date ? Text(frame, date, a[1], frame.Culture(a, 2)) : default(Value);

    private static string Text(Frame frame, DateTimeOffset date, Value pattern, Culture culture)
    {
        var format = pattern.IsNull ? frame.State.DateFormat(frame) : pattern.Text();
        return DateFormat.Format(frame, date, format == "%g" ? "%g " + frame.State.DateFormat(frame) : format, culture);
    }

    private static Value Parse(Frame frame, ReadOnlySpan<Value> a) => Parse(frame, a[0], a[1], frame.Culture(a, 2));

    private static Value Parse(Frame frame, Value value, Value pattern, Culture culture)
    {
        if (value.Ref is DateTimeOffset)
        {
            return value;
        }

        var text = Printer.Text(frame, value);
        return text.Length == 0 ? default : DateFormat.Parse(frame, text, pattern.Ref as string, culture);
    }

    private static Value ParseToText(Frame frame, ReadOnlySpan<Value> a) =>
        Parse(frame, a[0], a[3], frame.Culture(a, 4)).AsDate is { } date ? Text(frame, date, a[1], frame.Culture(a, 2)) : default(Value);
}
