using Blog.Composing;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>Everything that rendering tells the author. Codes of the template language (T201) become B3201.</summary>
internal static class Problems
{
    public static Diagnostic OfTemplate(Diagnostic local) => local with { Code = "B3" + local.Code[1..] };

    public static Diagnostic UnknownLayout(Entry entry, string layout, string used, IEnumerable<string> known)
    {
        var names = known.ToArray();
        return Diagnostic.Warning(
            "B3001",
            $"there is no template '{layout}.html' for this layout, so '{used}.html' shows it",
            entry.Source,
            entry.Meta.Places.GetValueOrDefault("layout"),
            Spelling.Nearest(layout, names) is { } nearest ? $"did you mean '{nearest}'?" : $"layouts: {string.Join(", ", names)}");
    }

    public static Diagnostic UnknownPalette(SourceText? source, TextSpan place, string kind, string name, IReadOnlyCollection<string> known) => Diagnostic.Error(
        "B3007",
        $"there are no {kind} colours '{name}' for code",
        source,
        place,
        Spelling.Nearest(name, known) is { } nearest ? $"did you mean '{nearest}'?" : $"{kind} colours: {string.Join(", ", known)}");

    public static Diagnostic EmptyIndexPage(Post page) => Diagnostic.Warning(
        "B3006",
        $"the list at '{page.Url}' is made without this page, which is empty and was left out",
        page.Entry.Source,
        default,
        "remove the file, or write something: then it stands in place of the list");

    public static Diagnostic AliasIsOwnAddress(Entry entry, string alias) => Diagnostic.Warning(
        "B3005",
        $"the alias '{alias}' is the address of this page itself, so it was left out",
        entry.Source,
        entry.Meta.Places.GetValueOrDefault("aliases"),
        entry.Url.Value == alias ? "take it out" : $"the page is at '{entry.Url}'; write a 'permalink' if the old spelling is to stay");

    public static Diagnostic FeedNeedsBaseUrl(string fallback) => Diagnostic.Warning(
        "B3003",
        $"feeds and the sitemap hold whole addresses, and 'base_url' is not set; they begin with '{fallback}'",
        null,
        default,
        "write 'base_url: https://your-domain/' in content/site.yaml, or build with --base-url");

    public static Diagnostic UnknownAsset(string name, string? nearest) => Diagnostic.Error(
        "B3004", $"the theme has no file 'assets/{name}'", null, default, nearest is null ? null : $"did you mean '{nearest}'?");
}
