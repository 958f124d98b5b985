using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text;

namespace Blog.Composing;

internal static partial class Problems
{
    /// <param name="spellings">Commonest first, each with its posts.</param>
    public static Diagnostic SpellingsMerged(ListingKind kind, ImmutableArray<(string Name, IReadOnlyList<Post> Posts)> spellings)
    {
        var rarest = spellings[^1].Posts[0].Entry;
        var warning = Diagnostic.Warning(
            "B2101",
            $"{NameOf(kind)} '{spellings[0].Name}' is written in {spellings.Length} ways: {string.Join(", ", spellings.Select(spelling => $"'{spelling.Name}' ({Count(spelling.Posts)})"))}",
            rarest.Source,
            PlaceOf(rarest, kind),
            $"write '{spellings[0].Name}' everywhere");
        return warning with { Notes = [.. spellings.Select(spelling => Written(spelling.Name, spelling.Posts[0].Entry, kind))] };
    }

    public static Diagnostic TermsShareSlug(ListingKind kind, (string Name, Entry Place) first, (string Name, Entry Place) second, string slug)
    {
        var error = Diagnostic.Error(
            "B2102",
            $"{NameOf(kind)} '{first.Name}' and {NameOf(kind)} '{second.Name}' would share the address part '{slug}'",
            second.Place.Source,
            PlaceOf(second.Place, kind),
            $"give one of them its own in content/site.yaml, 'terms: {{slugs: {{\"{second.Name}\": another-name}}}}'");
        return error with { Notes = [Written(first.Name, first.Place, kind), Written(second.Name, second.Place, kind)] };
    }

    private static Note Written(string name, Entry entry, ListingKind kind) => new($"'{name}' stands in", entry.Source, PlaceOf(entry, kind));

    private static string Count(IReadOnlyList<Post> posts) => posts.Count == 1 ? "1 post" : FormattableString.Invariant($"{posts.Count} posts");

    private static string NameOf(ListingKind kind) => kind == ListingKind.Tag ? "the tag" : "the category";

    private static TextSpan PlaceOf(Entry entry, ListingKind kind) => entry.Meta.Places.GetValueOrDefault(kind == ListingKind.Tag ? "tags" : "categories");
}
