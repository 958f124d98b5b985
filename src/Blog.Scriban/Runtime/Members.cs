using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban.Runtime;

/// <summary>Members and items of values of all kinds.</summary>
internal static class Members
{
    /// <summary>False when the value has no such member.</summary>
    public static bool TryGet(Frame frame, Value target, string name, out Value value)
    {
        value = default;
        switch (target.Ref)
        {
            case ScriptObject found:
                return frame.Current(found).TryGet(name, out value);
            case ScriptArray array when name == "size":
                value = array.Count;
                return true;
            case ScriptArray array:
                return array.Properties is { } properties && properties.TryGet(name, out value);
            case ScriptRange range when name == "size":
                value = range.Count;
                return true;
            case DateTimeOffset date:
                value = OfDate(date, name) ?? default;
                return !value.IsNull;
            default:
                if (name == "size" && target.IsText)
                {
                    value = Printer.Text(frame, target).Length;
                    return true;
                }

                value = target.Kind == ValueKind.Duration ? OfDuration(target.Duration, name) ?? default : default;
                return !value.IsNull;
        }
    }

    /// <summary>The members of the actual value, for "did you mean".</summary>
    public static IEnumerable<string> NamesOf(Frame frame, Value target) => target.Ref switch
    {
        ScriptObject found => frame.Current(found).Names,
        ScriptArray array => ["size", .. array.Properties?.Names ?? []],
        ScriptRange or string or Html => ["size"],
        DateTimeOffset => DateNames,
        _ => target.Kind == ValueKind.Duration ? DurationNames : [],
    };

    public static Value AtIndex(Frame frame, Value target, Value index, Indexer node)
    {
        switch (target.Ref)
        {
            case ScriptObject found:
                var name = Printer.Text(frame, index);
                if (frame.Current(found).TryGet(name, out var value))
                {
                    return value;
                }

                if (frame.Options.RelaxedMemberAccess)
                {
                    // A key that is computed may well be missing; one that stands there is a member in other letters.
                    if (node is { At: Literal, IsTolerant: false, IsForgiving: false })
                    {
                        frame.WarnOnce(node, (node, name, found), static (frame, missing) => Problems.MissingKey(frame, missing.node, missing.name, missing.found));
                    }

                    return value;
                }

                throw frame.Fail(Problems.MissingKey(frame, node, name, found));
            case ScriptArray or ScriptRange or string or Html when index.IsText:
                TryGet(frame, target, Printer.Text(frame, index), out value);
                return value;
            case ScriptArray or ScriptRange or string or Html:
                Items.TryOf(frame, target, out var items);
                var at = ToIndex(frame, index, node.At.Span);
                at = at < 0 ? at + items.Count : at;
                if (at >= 0 && at < items.Count)
                {
                    return items[at];
                }

                return frame.Options.RelaxedMemberAccess && frame.Options.RelaxedIndexerAccess ? default
                    : throw frame.Fail(Problems.OutOfRange(frame.Source, node.At.Span, index, items.Count));
            default:
                throw frame.Fail(Problems.CannotIndex(frame.Source, node.Target.Span, target));
        }
    }

    public static int ToIndex(Frame frame, Value index, TextSpan at) => Conversion.ToInt(frame, index, at);

    private static readonly string[] DateNames =
    [
        "year", "month", "day", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "ticks", "day_of_year", "day_of_week",
        "date", "time_of_day", "kind",
    ];

    private static Value? OfDate(DateTimeOffset date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        "microsecond" => date.Microsecond,
        "nanosecond" => date.Nanosecond,
        "ticks" => date.Ticks,
        "day_of_year" => date.DayOfYear,
        "day_of_week" => date.DayOfWeek.ToString(),
        "date" => Midnight(date),
        "time_of_day" => date.TimeOfDay,
        "kind" => date.Offset == TimeSpan.Zero ? "Utc" : "Local",
        _ => null,
    };

    // In the first hours of the year 1 there may be no midnight to go back to.
    private static Value? Midnight(DateTimeOffset date) => date.UtcTicks < date.TimeOfDay.Ticks ? null : date - date.TimeOfDay;

    private static readonly string[] DurationNames =
    [
        "days", "hours", "minutes", "seconds", "milliseconds", "ticks", "total_days", "total_hours", "total_minutes", "total_seconds",
        "total_milliseconds",
    ];

    private static Value? OfDuration(TimeSpan duration, string name) => name switch
    {
        "days" => duration.Days,
        "hours" => duration.Hours,
        "minutes" => duration.Minutes,
        "seconds" => duration.Seconds,
        "milliseconds" => duration.Milliseconds,
        "ticks" => duration.Ticks,
        "total_days" => duration.TotalDays,
        "total_hours" => duration.TotalHours,
        "total_minutes" => duration.TotalMinutes,
        "total_seconds" => duration.TotalSeconds,
        "total_milliseconds" => duration.TotalMilliseconds,
        _ => null,
    };
}
