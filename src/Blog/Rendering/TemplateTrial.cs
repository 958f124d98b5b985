using System.Collections.Immutable;
using Blog.Composing;
using Blog.Reading;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>What a trial made, and what there is to say about it.</summary>
/// <param name="Output">Null when there are errors.</param>
public sealed record TrialResult(string? Output, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>One template that is rendered by itself, over the values of a page of the site: for people who write themes, and for their editors.</summary>
/// <param name="Template">
/// Below <c>templates/</c> it takes the place of the site's own file. Whatever its place, the end of its name says whether values are escaped.
/// </param>
/// <param name="Templates">The site's own <c>templates/**</c>.</param>
public sealed record TemplateTrial(SourceFile Template, Site Site, ImmutableArray<SourceFile> Templates, BuildOptions Options)
{
    private const string Root = "templates";
    private const string Partials = Root + "/partials";
    private const string Itself = "(itself)";

    /// <summary>The page whose values the template sees; it must be one that a template makes.</summary>
    public UrlPath Page { get; init; } = UrlPath.Home;

    /// <summary>Values that are laid over those of the page, name by name.</summary>
    public DataFile? Data { get; init; }

    public TrialResult Render()
    {
        var theme = Theme.Load(Template.Path.IsUnder(Root) ? [.. Templates.Where(file => file.Path != Template.Path), Template] : Templates, Options, Site.Config.TimeZone, Site.Config.Code);
        var parsed = theme.Parse(Template);
        ImmutableArray<Diagnostic> found =
        [
            .. Template.TextDiagnostics, .. parsed.Diagnostics.Select(Problems.OfTemplate),
            .. Data?.Diagnostics ?? [], .. Data?.Root is { } root and not YamlMapping ? new[] { Reading.Problems.DataIsNoMap(Data.File.Text, root) } : [],
        ];
        if (found.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return new(null, found);
        }

        var values = Pages.ValuesOf(Site, theme, Page) ?? throw new ArgumentException($"no template makes '{Page}'");
        Lay((Data?.Root as YamlMapping)?.Pairs ?? [], values);
        var rendered = Template.Path.IsUnder(Partials) ? AsPartial(parsed, values, theme) : parsed.Render(values, theme.Find);
        return new(rendered.Failed ? null : rendered.Text, [.. found, .. rendered.Diagnostics.Select(Problems.OfTemplate).Select(WithHelpForPartials)]);
    }

    /// <summary>A map goes into an object that is there; any other value takes the place, and as far as it can the kind, of what is there.</summary>
    private void Lay(ImmutableArray<YamlPair> pairs, ScriptObject values)
    {
        foreach (var (key, value) in pairs)
        {
            if (value is YamlMapping map && values[key.Value].AsObject is { } inner)
            {
                var own = inner.IsFrozen ? inner.Thaw() : inner;
                Lay(map.Pairs, own);
                values[key.Value] = own;
            }
            else
            {
                values[key.Value] = InPlaceOf(values[key.Value], value);
            }
        }
    }

    // Data files have neither markup nor dates, and a template of a post asks for both.
    private Value InPlaceOf(Value present, YamlNode given) => (present.Kind, given) switch
    {
        (ValueKind.Html, YamlScalar { IsNull: false } text) => Html.Of(text.Value),
        (ValueKind.Date, YamlScalar { IsNull: false } text) when Dates.Read(text.Value, Site.Config.TimeZone).Date is { } date =>
            TimeZoneInfo.ConvertTime(date.Instant, Site.Config.TimeZone),
        _ => YamlValue.Of(given),
    };

    /// <summary>A partial has its values as arguments, '$.post', so it is rendered by including it with all values that there are.</summary>
    private static RenderResult AsPartial(Template partial, ScriptObject values, Theme theme)
    {
        var arguments = values.Names.Where(name => values[name].Kind != ValueKind.Function && IsArgument(name)).Select(name => $" {name}: {name}");
        var caller = Scriban.Template.Parse(new("", $"{{{{ include '{Itself}'{string.Concat(arguments)} }}}}"), partial.Options);
        var rendered = caller.Render(values, name => name == Itself ? partial : theme.Find(name));
        return rendered with { Diagnostics = [.. rendered.Diagnostics.Select(said => said with { Notes = said.Notes.RemoveAll(note => note.Source == caller.Source) })] };
    }

    // Nothing but its name tells that a template is a partial.
    private Diagnostic WithHelpForPartials(Diagnostic said) =>
        said.Source == Template.Text && said.Code is "B3202" or "B3204" && said.Source.Text.Substring(said.Span.Start, said.Span.Length) == "$"
            ? said with { Help = $"a partial has its arguments in '$'; type '--name {Partials}/NAME.html' to try it as one" } : said;

    // Data may have names that are no names of the language: 'two words', 'end'.
    private static bool IsArgument(string name) => name.All(c => char.IsLetterOrDigit(c) || c == '_') && Scriban.Template.Parse(new("", $"{{{{ f {name}: {name} }}}}"), TemplateOptions.Site).Diagnostics.IsEmpty;
}
