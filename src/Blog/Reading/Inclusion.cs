using System.Collections.Immutable;

namespace Blog.Reading;

/// <summary>An entry that this build does not publish.</summary>
/// <param name="Reason">Completes "the file …": <c>is a draft</c>.</param>
/// <param name="Flag">The options that include it: <c>--drafts</c>.</param>
public sealed record LeftOut(Entry Entry, string Reason, string Flag);

/// <summary>Which entries a build publishes: drafts, dates to come and dates that are over are left out unless asked for.</summary>
public static class Inclusion
{
    public static (ImmutableArray<Entry> Published, ImmutableArray<LeftOut> LeftOut) Of(ImmutableArray<Entry> entries, BuildOptions options)
    {
        var published = ImmutableArray.CreateBuilder<Entry>(entries.Length);
        var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        foreach (var entry in entries)
        {
            if (WhyNot(entry, options) is { } reason)
            {
                leftOut.Add(reason);
            }
            else
            {
                published.Add(entry);
            }
        }

        return (published.DrainToImmutable(), leftOut.DrainToImmutable());
    }

    /// <summary>Null when the build publishes it.</summary>
    public static LeftOut? WhyNot(Entry entry, BuildOptions options)
    {
        var isDraft = entry.Meta.IsDraft && !options.IncludeDrafts;

        // A calendar day is kept as its midnight in the site's zone, so it is over 'now' only before that day begins.
        var isFuture = entry.Date is { } date && date.Instant > options.Now && !options.IncludeFuture;
        var hasExpired = entry.Meta.Expires is { } expires && EndOf(expires) <= options.Now && !options.IncludeExpired;
        if (!isDraft && !isFuture && !hasExpired)
        {
            return null;
        }

        (string Reason, string Flag)[] reasons =
        [
            .. isDraft ? [("is a draft", "--drafts")] : Array.Empty<(string, string)>(),
            .. isFuture ? [("is dated in the future", "--future")] : Array.Empty<(string, string)>(),
            .. hasExpired ? [("has expired", "--expired")] : Array.Empty<(string, string)>(),
        ];
        return new(entry, string.Join(" and ", reasons.Select(r => r.Reason)), string.Join(' ', reasons.Select(r => r.Flag)));
    }

    // "expires: 2026-01-31" is shown through that day.
    private static DateTimeOffset EndOf(PostDate expires) =>
        expires.HasTime || expires.Instant > DateTimeOffset.MaxValue.AddDays(-2) ? expires.Instant : expires.Instant.AddDays(1);
}
