using Blog.Text;

namespace Blog.Scriban;

// T3xx: about escaping.
internal static partial class Problems
{
    public static Diagnostic UnsafePlace(SourceText source, TextSpan at, string place, string help) =>
        Diagnostic.Error("T301", $"a value cannot be printed {place}", source, at, help);

    public static Diagnostic TableRowOutsideText(SourceText source, TextSpan at, string place) =>
        Diagnostic.Error("T301", $"'tablerow' writes rows of a table and cannot stand {place}", source, at, "use 'for'");

    public static Diagnostic BlockedUrl(SourceText source, TextSpan at, string url) =>
        Diagnostic.Warning("T302", $"the address '{Abridged(url)}' would run a script and was replaced by '#blocked'", source, at);

    public static Diagnostic Unfit(SourceText source, TextSpan at, string value, string place, string help) =>
        Diagnostic.Error("T303", $"'{Abridged(value)}' cannot stand {place}", source, at, help);

    public static Diagnostic NoLiteral(SourceText source, TextSpan at, string problem) =>
        Diagnostic.Error("T303", $"the value cannot stand in a script: {problem}", source, at);

    public static Diagnostic BranchesDisagree(SourceText source, TextSpan at, (string Place, TextSpan At) first, (string Place, TextSpan? At) second)
    {
        return Diagnostic.Error("T304", $"the branches end in different places of the HTML: {first.Place} and {second.Place}", source, at,
            "close quotes and tags in the branch that opens them") with
        {
            Notes =
            [
                new($"a branch ends {first.Place}", source, first.At, Quote.Line),
                .. second.At is { } end ? [new($"another ends {second.Place}", source, end, Quote.Line)] : Array.Empty<Note>(),
            ],
            Label = second.At is null ? $"without a branch {second.Place}" : null,
        };
    }

    public static Diagnostic EndsInside(SourceText source, TextSpan at, string what, string place) =>
        Diagnostic.Error("T305", $"{what} ends {place}", source, at, "close what it opens, and leave open what it does not");

    public static Diagnostic LoopMoves(SourceText source, TextSpan at, string entry, TextSpan end, string exit) =>
        Diagnostic.Error("T306", $"the loop begins {entry} and ends {exit}, where the next round would go on", source, at, "close in each round what it opens") with
        {
            Notes = [new($"ends {exit}", source, end, Quote.Line)],
        };

    public static Diagnostic LeavesInside(SourceText source, TextSpan at, string place) =>
        Diagnostic.Error("T307", $"'{source.Text.AsSpan(at.Start, at.Length).ToString().Split(' ')[0]}' leaves the HTML {place}", source, at, "close it in front");

    public static Diagnostic TooManyPlaces(SourceText source, int limit) =>
        Diagnostic.Error("T308", $"the template is included at more than {Shown(limit)} different places of the HTML", source, default, "include it in text, between the tags");

    public static Diagnostic LoopsTooDeep(SourceText source, TextSpan at) =>
        Diagnostic.Error("T309", "too many loops stand in each other to tell where in the HTML each value is printed", source, at, "put the inner loops into a template and include it");

    private static string Abridged(string text) => text.Length > LongestShown ? DiagnosticText.Cut(text, LongestShown) + "…" : text;
}
