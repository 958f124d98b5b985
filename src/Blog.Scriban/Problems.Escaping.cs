using Blog.Text;

namespace Blog.Scriban;

// T3xx: about escaping.
internal static partial class Problems
{
    public static Diagnostic UnsafePlace(SourceText source, TextSpan at, string place, string help) =>
        Diagnostic.Error("T301", $"a value cannot be printed {place}", source, at, help);

    public static Diagnostic BlockedUrl(SourceText source, TextSpan at, string url) =>
        Diagnostic.Warning("T302", $"the address '{(url.Length > 40 ? url[..40] + "…" : url)}' would run a script and was replaced by '#blocked'", source, at);

    public static Diagnostic UnsafeStyle(SourceText source, TextSpan at, string value) =>
        Diagnostic.Error("T303", $"'{(value.Length > 40 ? value[..40] + "…" : value)}' cannot stand in a style", source, at,
            "letters, digits, blanks and '#%.,-_' can");

    public static Diagnostic BranchesDisagree(SourceText source, TextSpan at, string first, string second) =>
        Diagnostic.Error("T304", $"the branches end in different places of the HTML: {first} and {second}", source, at, "close quotes and tags in the branch that opens them");

    public static Diagnostic EndsInside(SourceText source, string place) =>
        Diagnostic.Error("T305", $"the template ends {place}", source, new(source.Text.Length, 0), "close it in the template that opens it");
}
