using System.Globalization;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Functions;

/// <summary>The object <c>timespan</c>.</summary>
internal static class TimespanFunctions
{
    public static ScriptObject Make()
    {
        var o = new ScriptObject(8);
        void Add(string name, string parameters, BuiltinCall call) => Builtins.Add(o, name, parameters, call, "timespan");

        o["zero"] = TimeSpan.Zero;
        Add("from_days", "days:n", (_, a) => Of(a[0], TimeSpan.FromDays));
        Add("from_hours", "hours:n", (_, a) => Of(a[0], TimeSpan.FromHours));
        Add("from_minutes", "minutes:n", (_, a) => Of(a[0], TimeSpan.FromMinutes));
        Add("from_seconds", "seconds:n", (_, a) => Of(a[0], TimeSpan.FromSeconds));
        Add("from_milliseconds", "millis:n", (_, a) => Of(a[0], TimeSpan.FromMilliseconds));
        Add("parse", "text:s", (_, a) => TimeSpan.TryParse(a[0].Text(), CultureInfo.InvariantCulture, out var span) ? span
            : throw new TemplateException($"'{a[0].Text()}' is no timespan", "write it as '1.02:03:04'") { Argument = 0 });
        return o;
    }

    private static Value Of(Value number, Func<double, TimeSpan> unit)
    {
        try
        {
            return unit(NumberArithmetic.ToDouble(number));
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentException)
        {
            throw new TemplateException("no timespan is so long, ten million days are the most") { Argument = 0 };
        }
    }
}
