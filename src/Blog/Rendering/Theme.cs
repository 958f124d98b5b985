using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Blog.Composing;
using Blog.Publishing;
using Blog.Reading;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>A file of the theme that is published under a name with its hash, so that browsers may keep it for ever.</summary>
/// <param name="Name">Below <c>templates/assets/</c>: <c>style.css</c>.</param>
internal sealed record ThemeAsset(string Name, UrlPath Url, Fingerprint Fingerprint, ReadOnlyMemory<byte> Bytes);

/// <summary>Parsed templates, strings and files: the default theme, overlaid file by file by the site's own <c>templates/</c>.</summary>
internal sealed class Theme
{
    private const string Root = "templates/";

    private readonly TemplateOptions _options;
    private readonly Dictionary<string, SourceFile> _files;
    private readonly ConcurrentDictionary<string, Template?> _templates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TemplateInputs> _inputs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, YamlMapping> _strings = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<Diagnostic>> _diagnostics;

    private Theme(Dictionary<string, SourceFile> files, TemplateOptions options)
    {
        _files = files;
        _options = options;
        Assets = [.. files.Where(file => file.Key.StartsWith("assets/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => AssetOf(file.Key["assets/".Length..], file.Value))];
        AssetsFingerprint = Fingerprint.OfTexts(Assets.Select(asset => asset.Url.Value));
        _diagnostics = new(() => [.. files.Keys.Where(IsTemplate).Order(StringComparer.Ordinal).SelectMany(name => Check(name)).DistinctBy(d => (d.Source, d.Span, d.Code)).Select(Problems.OfTemplate)]);
    }

    /// <summary>What a template can look at: the paths it reads, the texts it is made of, includes and all, the zone, and the instant where it asks for that.</summary>
    private sealed record TemplateInputs(ReadPaths Reads, Fingerprint Texts);

    public ImmutableArray<ThemeAsset> Assets { get; }

    /// <summary>Over the addresses of all files; they hold the hashes of the contents.</summary>
    public Fingerprint AssetsFingerprint { get; }

    /// <summary>Templates that a page can choose as its layout.</summary>
    public IEnumerable<string> Layouts => _files.Keys.Where(name => !name.Contains('/') && name.EndsWith(".html", StringComparison.Ordinal))
        .Select(name => name[..^".html".Length]).Where(name => name is not "base").Order(StringComparer.Ordinal);

    /// <summary>Syntax errors of all templates, used or not, and what is wrong where they are included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.Value;

    // A part is read as what stands where it is included, so that by itself it can only be misspelt.
    private ImmutableArray<Diagnostic> Check(string name) =>
        name.Contains('/') ? Find(name)!.SyntaxDiagnostics : Find(name)!.Check(Find); // IsTemplate: it is there

    /// <param name="own">The site's <c>templates/**</c>.</param>
    /// <param name="zone">Of dates that templates make.</param>
    /// <param name="code">Which colours code has; the default ones when null.</param>
    public static Theme Load(ImmutableArray<SourceFile> own, BuildOptions options, TimeZoneInfo zone, CodeSettings? code = null)
    {
        var files = DefaultTheme.Files.ToDictionary(file => file.Path.Value[Root.Length..]);
        foreach (var file in own)
        {
            files[file.Path.Value[Root.Length..]] = file;
        }

        Palettes.AddTo(files, code ?? new());
        return new(files, TemplateOptions.Site with { Now = options.Now, TimeZone = zone, Lints = options.Strict ? Lints.All : Lints.Sure, IncludeNames = [.. files.Keys.Where(IsTemplate).Select(IncludeName).Order(StringComparer.Ordinal)] });
    }

    /// <param name="kind"><c>light</c> or <c>dark</c>.</param>
    public IEnumerable<string> PaletteNames(string kind) => _files.Keys
        .Where(name => name.StartsWith($"palettes/{kind}/", StringComparison.Ordinal) && name.EndsWith(".css", StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal);

    /// <summary>The words of a language: its own strings over the English ones.</summary>
    public YamlMapping Strings(string lang) => _strings.GetOrAdd(lang, ReadStrings);

    private YamlMapping ReadStrings(string lang)
    {
        var pairs = new Dictionary<string, YamlPair>(StringComparer.Ordinal);
        foreach (var name in new[] { "en", lang.Split('-')[0].ToLowerInvariant() })
        {
            if (_files.TryGetValue($"strings/{name}.yaml", out var file) && Yaml.Parse(file.Text, new(0, file.Text.Text.Length)).Root is YamlMapping mapping)
            {
                foreach (var pair in mapping.Pairs)
                {
                    pairs[pair.Key.Value] = pair;
                }
            }
        }

        return new([.. pairs.Values], default);
    }

    /// <summary>What a layout and its includes may read of their model.</summary>
    public ReadPaths ReadsOf(string layout) => _inputs.GetOrAdd(layout, InputsOf).Reads;

    public bool HasLayout(string name) => _files.ContainsKey(name + ".html");

    /// <summary>Over the texts of a layout and its includes, the zone, and the instant where one of them asks for that.</summary>
    public Fingerprint TextsOf(string layout) => _inputs.GetOrAdd(layout, InputsOf).Texts;

    /// <param name="layout">Without <c>.html</c>; there is one.</param>
    /// <param name="title">What messages call the page.</param>
    public Made Make(string layout, ScriptObject model, string title)
    {
        var result = Find(layout + ".html")!.Render(model, Find, title); // as said above
        return new(result.Utf8, [.. result.Diagnostics.Select(Problems.OfTemplate)]);
    }

    private TemplateInputs InputsOf(string layout)
    {
        var used = new SortedDictionary<string, Template>(StringComparer.Ordinal);
        Template? Record(string asked)
        {
            var template = Find(asked);
            if (template is not null)
            {
                used[template.Source.Path] = template;
            }

            return template;
        }

        var reads = Record(layout + ".html")!.ReadPaths(Record); // Pages checks that the layout exists
        var texts = used.SelectMany(template => new[] { template.Key, template.Value.Source.Text }).Append(_options.TimeZone.Id);
        return new(reads, Fingerprint.OfTexts(reads.UsesNow ? texts.Append(_options.Now.ToString("O", CultureInfo.InvariantCulture)) : texts));
    }

    /// <summary>A template that is not of the theme; what it includes is.</summary>
    public Template Parse(SourceFile file) => Template.Parse(file.Text, _options with { EscapeHtml = file.Path.Extension is not (".txt" or ".json" or ".js" or ".css") });

    /// <summary>A template by the name an include gives: <c>card</c>, <c>card.html</c>, <c>partials/card</c>.</summary>
    public Template? Find(string name) => _templates.GetOrAdd(name, asked =>
        new[] { asked, asked + ".html", $"partials/{asked}", $"partials/{asked}.html" }.FirstOrDefault(path => IsTemplate(path) && _files.ContainsKey(path)) is { } path
            ? path == asked ? Template.Parse(_files[path].Text, _options) : Find(path)
            : null);

    // As authors write it: 'card' for partials/card.html.
    private static string IncludeName(string path) =>
        (path.StartsWith("partials/", StringComparison.Ordinal) ? path["partials/".Length..] : path) is var name && name.EndsWith(".html", StringComparison.Ordinal) ? name[..^".html".Length] : name;

    private static bool IsTemplate(string name) => Path.GetExtension(name) is ".html" or ".xml" or ".svg" or ".txt" or ".json" or ".js" or ".css"
        && !name.StartsWith("assets/", StringComparison.Ordinal);

    private static ThemeAsset AssetOf(string name, SourceFile file)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        return new(name, new($"/assets/{stem}.{file.Fingerprint.Short(10)}{extension}"), file.Fingerprint, file.Bytes);
    }
}
