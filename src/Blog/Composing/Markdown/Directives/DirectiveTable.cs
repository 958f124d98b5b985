using Blog.Text;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Directives;

/// <summary>Which directives there are, and how they are written.</summary>
internal static class DirectiveTable
{
    private sealed record Form(int Colons, string Example, string[] Required, string[] Known);

    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["figure"] = new(2, "::figure{src=\"a.png\" caption=\"…\"}", ["src"], ["src", "caption", "alt", "title", "width", "height"]),
        ["video"] = new(2, "::video{src=\"a.mp4\"}", ["src"], ["src", "caption", "poster", "width", "height", "loop", "muted"]),
        ["audio"] = new(2, "::audio{src=\"a.mp3\"}", ["src"], ["src", "caption", "loop"]),
        ["include"] = new(2, "::include{src=\"a.py\"}", ["src"], ["src", "lines", "code"]),
        ["details"] = new(3, ":::details{summary=\"…\"} … :::", [], ["summary", "open"]),
        ["tabs"] = new(3, ":::tabs, then :::tab[…] … ::: for each, then :::", [], []),
        [Tab] = new(3, ":::tab[…] … ::: within ':::tabs'", [], ["title"]),
    };

    public const string Tab = "tab";

    private static readonly string[] Callouts = ["note", "tip", "info", "important", "warning", "caution", "danger"];

    private static string[] Names { get; } = [.. Forms.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reports what is wrong; true when the directive can be rendered.</summary>
    public static bool Check(string name, int colons, HtmlAttributes arguments, TextSpan place, Findings findings)
    {
        if (!Forms.TryGetValue(name, out var form))
        {
            findings.Report(Problems.UnknownDirective(findings.Source, place, name, Names, HelpFor(name)));
            return false;
        }

        if ((colons == 2) != (form.Colons == 2))
        {
            findings.Report(Problems.DirectiveForm(findings.Source, place, name, form.Example));
            return false;
        }

        var given = arguments.Properties?.Select(property => property.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in form.Required.Where(required => !given.Contains(required)))
        {
            findings.Report(Problems.MissingAttribute(findings.Source, place, name, missing));
            return false;
        }

        foreach (var unknown in given.Except(form.Known).Order(StringComparer.Ordinal))
        {
            findings.Report(Problems.UnknownAttribute(findings.Source, place, name, unknown, Spelling.Nearest(unknown, form.Known)));
        }

        return true;
    }

    /// <summary>What is written where, for a directive that stands in the wrong place.</summary>
    public static string ExampleOf(string name) => Forms[name].Example;

    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    public static string? HelpFor(string name) =>
        Callouts.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"write a quote that begins with '> [!{(name is "info" ? "NOTE" : name is "danger" ? "CAUTION" : name.ToUpperInvariant())}]'"
        : Spelling.Nearest(name, Names) is { } nearest ? $"did you mean '{nearest}'?"
        : null;
}
