using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

internal static partial class Problems
{
    public static Diagnostic SpellingsMerged(ListingKind kind, ImmutableArray<string> spellings, Entry place) => Diagnostic.Warning(
        "B2101",
        $"{NameOf(kind)} written in {spellings.Length} ways is one: {string.Join(", ", spellings.Select(spelling => $"'{spelling}'"))}",
        place.Source,
        PlaceOf(place, kind),
        $"write '{spellings[0]}' everywhere");

    public static Diagnostic TermsShareSlug(ListingKind kind, string first, string second, string slug, Entry place) => Diagnostic.Error(
        "B2102",
        $"{NameOf(kind)} '{first}' and {NameOf(kind)} '{second}' would share the address part '{slug}'",
        place.Source,
        PlaceOf(place, kind),
        $"give one of them its own in content/site.yaml, 'terms: {{slugs: {{\"{second}\": another-name}}}}'");

    private static string NameOf(ListingKind kind) => kind == ListingKind.Tag ? "the tag" : "the category";

    private static TextSpan PlaceOf(Entry entry, ListingKind kind) => entry.Meta.Places.GetValueOrDefault(kind == ListingKind.Tag ? "tags" : "categories");
}
