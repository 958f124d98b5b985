using System.Collections.Immutable;
using System.Globalization;
using Blog.Text;

namespace Blog.Reading;

/// <summary>
/// What an old theme or generator wants (a key, a layout) stands in every file, and one change mends all: it is told at the first, with a few more places.
/// </summary>
internal static class SaidOnce
{
    private const int MostPlaces = 3;

    private static readonly string[] Codes = ["B1064", "B1065", "B3001"];

    public static IEnumerable<Diagnostic> Of(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .GroupBy(diagnostic => Codes.Contains(diagnostic.Code, StringComparer.Ordinal) ? diagnostic.Message : null)
        .SelectMany(group => group.Key is null ? group.AsEnumerable() : [Merged([.. group])]);

    private static Diagnostic Merged(ImmutableArray<Diagnostic> same)
    {
        var more = same[1..];
        var places = more.Take(MostPlaces).Select(diagnostic => new Note("also in", diagnostic.Source, diagnostic.Span));
        return same[0] with
        {
            Notes = more.Length > MostPlaces
                ? [.. places, new(string.Create(CultureInfo.InvariantCulture, $"and in {more.Length - MostPlaces} more files"))]
                : [.. places],
        };
    }
}
