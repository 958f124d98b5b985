using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Reading;

/// <summary>What a pattern may ask of an entry.</summary>
/// <param name="Name">The slug of the entry: key, else file name without its date.</param>
internal sealed record PermalinkFacts(SitePath Path, FrontMatter Meta, PostDate? Date, string Name, IReadOnlyList<string> Category);

/// <summary>Address patterns such as <c>/:year/:slug/</c>: the tokens of Jekyll, Hugo and Hexo under their own names.</summary>
internal static partial class Permalink
{
    /// <summary>Jekyll's named styles; a weekdate has its ISO week.</summary>
    private static readonly Dictionary<string, string> Styles = new(StringComparer.Ordinal)
    {
        ["date"] = "/:categories/:year/:month/:day/:title.html",
        ["pretty"] = "/:categories/:year/:month/:day/:title/",
        ["ordinal"] = "/:categories/:year/:y_day/:title.html",
        ["weekdate"] = "/:categories/:year/W:week/:short_day/:title.html",
        ["none"] = "/:categories/:title.html",
    };

    private static readonly Dictionary<string, Func<PermalinkFacts, string>> Tokens = new(StringComparer.Ordinal)
    {
        ["year"] = facts => On(facts, "yyyy"),
        ["short_year"] = facts => On(facts, "yy"),
        ["month"] = facts => On(facts, "MM"),
        ["i_month"] = facts => On(facts, "%M"),
        ["monthname"] = facts => On(facts, "MMMM"),
        ["long_month"] = facts => On(facts, "MMMM"),
        ["short_month"] = facts => On(facts, "MMM"),
        ["day"] = facts => On(facts, "dd"),
        ["i_day"] = facts => On(facts, "%d"),
        ["hour"] = facts => On(facts, "HH"),
        ["minute"] = facts => On(facts, "mm"),
        ["second"] = facts => On(facts, "ss"),
        ["weekday"] = facts => On(facts, "dddd"),
        ["short_day"] = facts => On(facts, "ddd"),
        ["yearday"] = facts => Day(facts).DayOfYear.ToString(CultureInfo.InvariantCulture),
        ["y_day"] = facts => Day(facts).DayOfYear.ToString("000", CultureInfo.InvariantCulture),
        ["week"] = facts => ISOWeek.GetWeekOfYear(Day(facts)).ToString("00", CultureInfo.InvariantCulture),
        ["slug"] = facts => facts.Name,
        ["title"] = facts => facts.Name,
        ["name"] = facts => facts.Name,
        ["contentbasename"] = facts => facts.Name,
        ["slugorcontentbasename"] = facts => facts.Name,
        ["post_title"] = facts => PathNames.Segment(facts.Meta.Title ?? "") is { Length: > 0 } slug ? slug : facts.Name,
        ["filename"] = facts => facts.Path.Stem,
        ["path"] = facts => SourcePath(facts.Path),
        ["category"] = Categories,
        ["categories"] = Categories,
        ["slugified_categories"] = Categories,
        ["collection"] = facts => facts.Path.Segments is [_, var section, _, ..] ? section : "",
        ["section"] = facts => facts.Path.Segments is [_, var section, _, ..] ? section : "",
        ["sections"] = facts => string.Join('/', facts.Path.Segments[1..^1]),
        ["hash"] = Hash,
        ["id"] = facts => Extra(facts, "id"),
        ["abbrlink"] = facts => Extra(facts, "abbrlink"),
        ["output_ext"] = _ => ".html",
    };

    private static readonly HashSet<string> NeedsDate = new(StringComparer.Ordinal)
    {
        "year", "short_year", "month", "i_month", "monthname", "long_month", "short_month", "day", "i_day", "hour", "minute", "second", "weekday", "short_day", "yearday", "y_day", "week",
    };

    public static IEnumerable<string> TokenNames => Tokens.Keys;

    public static string Named(string pattern) => Styles.GetValueOrDefault(pattern, pattern);

    /// <summary>The first token that does not exist; null when all do.</summary>
    public static string? UnknownToken(string pattern) =>
        Token().Matches(pattern).Select(match => match.Groups[1].Value).FirstOrDefault(name => !Tokens.ContainsKey(name));

    public static bool AsksForDate(string pattern) => Token().Matches(pattern).Any(match => NeedsDate.Contains(match.Groups[1].Value));

    /// <summary>A token without a value (no category) leaves no empty segment behind.</summary>
    public static string Expand(string pattern, PermalinkFacts facts) =>
        Slashes().Replace(Token().Replace(pattern, match => Tokens[match.Groups[1].Value](facts)), "/");

    /// <summary>True for <c>https://…</c>, <c>c:…</c> and <c>//host</c>, in which a colon begins no token.</summary>
    public static bool LeavesSite(string text) => Scheme().IsMatch(text) || text.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Why a text cannot be an address of this site; null when it can, and then its form: decoded, with '/' in front and behind.</summary>
    public static string? WhyUnsafe(string text, out UrlPath url)
    {
        url = default;
        var decoded = Decode(text);
        if (decoded is null)
        {
            return "has a percent sign that is not the beginning of an encoded character";
        }

        if (LeavesSite(decoded))
        {
            return "names a scheme, a drive or a host";
        }

        if (decoded.Contains('\\', StringComparison.Ordinal))
        {
            return @"has a '\' in it";
        }

        var segments = PathNames.Visible(decoded).Split('/').Where(segment => segment is not ("" or ".")).ToList();
        foreach (var segment in segments)
        {
            // Decoding once more, for servers and people that do: %252e%252e is '..' in the end.
            var again = Decode(segment) is { } more ? Decode(more) ?? more : segment;
            if (segment.Trim() is ".." || again.Trim() is ".." or "." || again.Contains('/', StringComparison.Ordinal) || again.Contains('\\', StringComparison.Ordinal))
            {
                return "leads out of its folder";
            }

            if (segment.StartsWith('.') && segment != ".well-known")
            {
                return $"has '{segment}' in it, and names that begin with '.' are never published";
            }

            if (PathNames.WhyUnsafe(segment) is { } reason)
            {
                return $"has '{DiagnosticText.Printable(segment)}' in it, which {reason}";
            }
        }

        url = Normal(segments, isFile: segments.Count > 0 && !decoded.EndsWith('/') && IsFileName(segments[^1]));
        return null;
    }

    private static UrlPath Normal(List<string> segments, bool isFile)
    {
        if (isFile && segments[^1] is "index.html" or "index.htm")
        {
            segments.RemoveAt(segments.Count - 1);
            isFile = false;
        }

        var path = string.Join('/', segments.Select(PathNames.Cut));
        return new(path.Length == 0 ? "/" : isFile ? $"/{path}" : $"/{path}/");
    }

    private static bool IsFileName(string name) => Path.GetExtension(name).ToLowerInvariant() is ".html" or ".htm" or ".xhtml" or ".php" or ".xml" or ".txt" or ".json";

    // Null when what follows a '%' is not hexadecimal, or the bytes are not UTF-8; NUL and the like are left to the check of names.
    private static string? Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    return null;
                }

                bytes.Add(code);
                i += 2;
                continue;
            }

            var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
            bytes.AddRange(Encoding.UTF8.GetBytes(text, i, length));
            i += length - 1;
        }

        var decoded = bytes.ToArray();
        return System.Text.Unicode.Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : null;
    }

    private static DateTime Day(PermalinkFacts facts) => facts.Date?.Instant.DateTime ?? default;

    private static string On(PermalinkFacts facts, string format) => Day(facts).ToString(format, CultureInfo.InvariantCulture);

    private static string Categories(PermalinkFacts facts) => string.Join('/', facts.Category.Select(Slug.OfTerm));

    private static string SourcePath(SitePath path) => string.Join('/', [.. path.Segments[1..^1], path.Stem]);

    // Of the path: stable when the text, the title or the date are mended.
    private static string Hash(PermalinkFacts facts) => Fingerprint.Of(facts.Path.Value).Short(12);

    private static string Extra(PermalinkFacts facts, string key) => facts.Meta.Extra?[key] is YamlScalar { Value: { Length: > 0 } value } ? PathNames.Segment(value) : Hash(facts);

    [GeneratedRegex(":([a-z][a-z_]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex("/{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Slashes();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
