using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Scriban.Functions;

/// <summary>How a language writes dates and numbers: a table of ours, so that a site comes out the same on every machine.</summary>
internal sealed partial class Culture : IFormatProvider
{
    private static readonly FrozenDictionary<string, CultureRow> Rows = CultureTable.Rows
        .SelectMany(row => row.Tags.Split(' ').Select(tag => (tag, row)))
        .ToFrozenDictionary(pair => pair.tag, pair => pair.row, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Lazy<Culture>> Known = Rows
        .ToFrozenDictionary(pair => pair.Key, pair => new Lazy<Culture>(() => new(pair.Value)), StringComparer.OrdinalIgnoreCase);

    private readonly bool _writesDatesInSigns;

    private Culture(CultureRow row)
    {
        Dates = row.Dates();
        Numbers = row.Numbers();
        _writesDatesInSigns = row.Tags[..2] is "zh" or "ja" or "ko";
    }

    private Culture()
    {
        Dates = DateTimeFormatInfo.InvariantInfo;
        Numbers = NumberFormatInfo.InvariantInfo;
    }

    public static Culture Invariant { get; } = new();

    public DateTimeFormatInfo Dates { get; }

    public NumberFormatInfo Numbers { get; }

    public object? GetFormat(Type? formatType) =>
        formatType == typeof(DateTimeFormatInfo) ? Dates : formatType == typeof(NumberFormatInfo) ? Numbers : null;

    /// <summary>The culture of a language tag: <c>fr</c>, <c>zh-TW</c>. A region that we do not know writes as its language does.</summary>
    /// <param name="argument">Which argument of the running function names it.</param>
    public static Culture Of(string tag, int argument = -1)
    {
        tag = tag.Replace('_', '-');
        if (tag.Length == 0)
        {
            return Invariant;
        }

        for (var known = tag; known.Length > 0 && IsRegionOrScript(tag[known.Length..]); known = known[..Math.Max(0, known.LastIndexOf('-'))])
        {
            if (Known.TryGetValue(known, out var culture))
            {
                return culture.Value;
            }
        }

        var help = Spelling.Nearest(tag, Rows.Keys.Order(StringComparer.Ordinal)) is { } nearest ? $"did you mean '{nearest}'?"
            : $"write a language tag such as 'de-DE'; the languages are {string.Join(", ", Languages())}";
        throw new TemplateException($"there is no culture '{tag}'", help) { Argument = argument };
    }

    private static IEnumerable<string> Languages() => Rows.Keys.Where(tag => !tag.Contains('-', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsRegionOrScript(string end) => RegionOrScript().IsMatch(end);

    [GeneratedRegex("^(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionOrScript();

    /// <summary>2026年1月31日 as 2026/1/31: .NET reads the signs only where it has the culture from the system.</summary>
    public string WithoutSigns(string date)
    {
        if (!_writesDatesInSigns)
        {
            return date;
        }

        date = DateInSigns().Replace(date, "$1/$2/$3 ");
        return TimeInSigns().Replace(date, match => $"{match.Groups[1].Value}:{match.Groups[2].Value}{(match.Groups[3].Success ? ":" + match.Groups[3].Value : "")}");
    }

    [GeneratedRegex(@"([0-9]+)\s*[年년]\s*([0-9]+)\s*[月월]\s*([0-9]+)\s*[日일號号]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex DateInSigns();

    [GeneratedRegex(@"([0-9]+)\s*[时時点點시]\s*([0-9]+)\s*[分분](?:\s*([0-9]+)\s*[秒초])?", RegexOptions.CultureInvariant)]
    private static partial Regex TimeInSigns();
}
