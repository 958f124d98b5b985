using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>
/// Posts whose files differ by nothing but the date in front (<c>2026-01-01-news.md</c>, <c>2026-02-01-news.md</c>): the oldest has the address
/// without the date, the others keep it in theirs. So a new post never moves an old one, and drafts count, so that publishing one moves none either.
/// </summary>
internal static class SameNames
{
    public static ImmutableArray<Entry> Apart(ImmutableArray<Entry> entries)
    {
        var moved = new Dictionary<SitePath, Entry>();
        foreach (var rivals in entries.GroupBy(entry => entry.Url.Value, StringComparer.OrdinalIgnoreCase).Where(group => group.Skip(1).Any()))
        {
            var dated = rivals.Where(entry => entry.DatedUrl is not null).OrderBy(entry => entry.DatedUrl!.Value).ThenBy(entry => entry.Path).ToArray(); // the filter says so
            var isFree = dated.Length == rivals.Count();
            var first = true;
            foreach (var entry in dated.Skip(isFree ? 1 : 0))
            {
                // One remedy mends them all, so it is told once.
                moved[entry.Path] = entry with
                {
                    Url = entry.DatedUrl!.Value,
                    Diagnostics = first ? entry.Diagnostics.Add(Problems.NamesDifferByDate(entry, rivals.First(other => other.Path != entry.Path && !moved.ContainsKey(other.Path)), dated.Length)) : entry.Diagnostics,
                };
                first = false;
            }
        }

        return moved.Count == 0 ? entries : [.. entries.Select(entry => moved.GetValueOrDefault(entry.Path, entry))];
    }
}
