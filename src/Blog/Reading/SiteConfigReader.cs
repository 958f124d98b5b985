using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Checks <c>content/site.yaml</c>: what is not known or of the wrong kind is an error, for a setting that does nothing is worse.</summary>
internal sealed class SiteConfigReader
{
    private static readonly string[] Keys =
    [
        "title", "tagline", "description", "lang", "languages", "base_url", "time_zone", "author", "authors", "terms", "page_size", "permalink",
        "excerpt", "feed", "menu", "math", "code", "theme", "params",
    ];

    private readonly YamlMapping _map;
    private readonly Fields _fields;
    private readonly List<Diagnostic> _diagnostics;

    private SiteConfigReader(YamlMapping map, SourceText source, List<Diagnostic> diagnostics) =>
        (_map, _diagnostics, _fields) = (map, diagnostics, new(source, diagnostics, Problems.WrongSettingType));

    public static SiteConfig Read(SourceFile? file, string rootName, BuildOptions options)
    {
        var diagnostics = new List<Diagnostic>();
        var source = file?.Text ?? new SourceText("content/site.yaml", "");
        var map = new YamlMapping([], default);
        if (file is not null)
        {
            var document = Yaml.Parse(source, new(0, source.Text.Length));
            diagnostics.AddRange(file.TextDiagnostics.Concat(document.Diagnostics).Select(Problems.InConfiguration));
            if (document.Root is YamlMapping root)
            {
                map = root;
            }
            else if (document.Root is { } other and not YamlScalar { IsNull: true })
            {
                diagnostics.Add(Problems.InConfiguration(YamlSlips.OfFirstLine(source, new(0, source.Text.Length)) ?? Problems.FileIsNoMap(source, other.Span)));
            }
        }

        var config = new SiteConfigReader(map, source, diagnostics).Result(rootName, options);
        return config with
        {
            Diagnostics = [.. diagnostics],
            Fingerprint = Fingerprint.Of(file?.Fingerprint ?? default, Fingerprint.OfTexts(rootName, options.BaseUrl)),
        };
    }

    private SiteConfig Result(string rootName, BuildOptions options)
    {
        CheckKeys(_map, Keys, within: null);
        var lang = _fields.Line("lang", _map["lang"]) ?? LanguageOfList() ?? "en";
        var address = options.BaseUrl is { } overriding
            ? BaseUrl.Read(overriding, reason => _diagnostics.Add(Problems.BadBaseUrlOption(overriding, reason)))
            : Address();
        var config = new SiteConfig
        {
            Title = _fields.Line("title", _map["title"]) ?? rootName,
            Tagline = _fields.Line("tagline", _map["tagline"]) ?? "",
            Description = _fields.Line("description", _map["description"]) ?? "",
            Lang = lang,
            HasBaseUrl = address is not null,
            TimeZone = Zone(),
            Authors = Authors(),
            Terms = Terms(),
            PageSize = _fields.Integer("page_size", _map["page_size"], minimum: 1) ?? 12,
            Permalink = Pattern(),
            Excerpt = Excerpt(ExcerptSettings.For(lang)),
            Feed = Feed(),
            Menu = Menu("menu", _map["menu"]),
            Math = Math(),
            Code = Code(),
            CodePlaces = CodePlaces(),
            Theme = new() { Values = ThemeKeys.Check(_map["theme"], _fields, CheckKeys) },
            Params = _fields.Map("params", _map["params"]),
        };
        return address is null ? config : config with { Origin = address.Origin, BasePath = address.BasePath };
    }

    private void CheckKeys(YamlMapping? map, IReadOnlyList<string> known, string? within)
    {
        foreach (var pair in map?.Pairs ?? [])
        {
            if (!known.Contains(pair.Key.Value))
            {
                _diagnostics.Add(Problems.UnknownSetting(_fields.Source, pair.Key.Span, pair.Key.Value, within, Spelling.Nearest(pair.Key.Value, known), known));
            }
        }
    }

    private YamlMapping? Section(string key, params string[] known)
    {
        var section = _fields.Map(key, _map[key]);
        CheckKeys(section, known, key);
        return section;
    }

    private string? LanguageOfList()
    {
        var languages = _fields.List("languages", _map["languages"]);
        if (languages.Length > 1)
        {
            _diagnostics.Add(Problems.SeveralLanguages(_fields.Source, _map["languages"]!.Span)); // it has items, so it is there
        }

        return languages is [YamlMapping only] ? _fields.Line("lang", only["lang"]) : null;
    }

    private BaseUrl? Address() =>
        _fields.Line("base_url", _map["base_url"]) is { } text
            ? BaseUrl.Read(text, reason => _diagnostics.Add(Problems.BadSetting(_fields.Source, _map["base_url"]!.Span, "base_url", text, reason, "write it like https://example.org or https://example.org/blog/"))) // it has text, so it is there
            : null;

    private TimeZoneInfo Zone()
    {
        if (_fields.Line("time_zone", _map["time_zone"]) is not { } name)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        var known = TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id).ToList();
        var place = _map["time_zone"]!.Span; // it has text, so it is there
        _diagnostics.Add(known.Count < 10
            ? Problems.NoTimeZones(_fields.Source, place, name)
            : Problems.UnknownTimeZone(_fields.Source, place, name, Spelling.Nearest(name, known)));
        return TimeZoneInfo.Utc;
    }

    private ImmutableArray<Author> Authors()
    {
        if (_map["authors"] is YamlMapping map)
        {
            return [.. map.Pairs.Select(pair => AuthorOf(pair.Key.Value, pair.Value))];
        }

        return _map["authors"] is { } list and not YamlScalar { IsNull: true }
            ? [.. (list is YamlSequence sequence ? sequence.Items : [list]).Select(node => AuthorOf(null, node)).Where(author => author.Name.Length > 0)]
            : _map["author"] is { } one and not YamlScalar { IsNull: true } ? [AuthorOf(null, one)] : [];
    }

    private Author AuthorOf(string? id, YamlNode node)
    {
        if (node is not YamlMapping map)
        {
            var text = _fields.Line("author", node) ?? id ?? "";
            return new(id ?? text, text);
        }

        CheckKeys(map, ["name", "url", "email"], "author");
        var name = _fields.Line("name", map["name"]) ?? id ?? "";
        return new(id ?? name, name, _fields.Line("url", map["url"]), _fields.Line("email", map["email"]));
    }

    private TermSettings Terms()
    {
        var terms = Section("terms", "aliases", "slugs");
        var slugs = Texts("slugs", terms?["slugs"]).ToList();
        foreach (var (_, slug, place) in slugs.Where(slug => PathNames.Segment(slug.Value) != slug.Value || slug.Value.Length == 0 || PathNames.WhyUnsafe(slug.Value) is not null))
        {
            _diagnostics.Add(Problems.BadSetting(_fields.Source, place, "slugs", slug, "it cannot stand in an address", "use letters, digits and '-'"));
        }

        return new(Folded(Texts("aliases", terms?["aliases"])), Folded(slugs));

        static ImmutableSortedDictionary<string, string> Folded(IEnumerable<(string Key, string Value, TextSpan Place)> texts) =>
            texts.Select(text => KeyValuePair.Create(Slug.Fold(text.Key), text.Value)).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private IEnumerable<(string Key, string Value, TextSpan Place)> Texts(string key, YamlNode? node) =>
        (_fields.Map(key, node)?.Pairs ?? []).Select(pair => (pair.Key.Value, _fields.Text(pair.Key.Value, pair.Value) ?? "", pair.Value.Span));

    private string? Pattern()
    {
        if (_fields.Line("permalink", _map["permalink"]) is not { } written)
        {
            return null;
        }

        var place = _map["permalink"]!.Span; // it has text, so it is there
        var pattern = Permalink.Named(written);
        if (Permalink.UnknownToken(pattern) is { } token)
        {
            _diagnostics.Add(Problems.InConfiguration(Problems.UnknownToken(_fields.Source, place, token, Spelling.Nearest(token, Permalink.TokenNames))));
            return null;
        }

        if (Permalink.WhyUnsafe(pattern.Replace(':', 'x'), out _) is { } reason)
        {
            _diagnostics.Add(Problems.BadSetting(_fields.Source, place, "permalink", written, "it " + reason, "write a pattern such as /:year/:slug/"));
            return null;
        }

        return pattern;
    }

    private ExcerptSettings Excerpt(ExcerptSettings defaults)
    {
        var map = Section("excerpt", "length", "code", "formula", "math", "ellipsis");
        return new(
            _fields.Integer("length", map?["length"], minimum: 0) ?? defaults.Length,
            Label("code", defaults.Code),
            Label("formula", defaults.Formula),
            Label("math", defaults.Math),
            Label("ellipsis", defaults.Ellipsis));

        // The empty text is a value here: no label at all.
        string Label(string key, string absent) => map?[key] is YamlScalar { IsNull: false } scalar ? scalar.Value : map?[key] is { } wrong ? _fields.Text(key, wrong) ?? absent : absent;
    }

    private FeedSettings Feed()
    {
        var map = Section("feed", "entries", "full", "terms", "formats");
        var defaults = new FeedSettings();
        var terms = map?["terms"] is YamlScalar { Value: "atom" or "none" } word ? word.Value == "atom" : _fields.Boolean("terms", map?["terms"]) ?? true;
        var formats = map?["formats"] is null ? defaults.Formats : _fields.Texts("formats", map["formats"], splitsCommas: true);
        foreach (var format in formats.Where(format => format is not ("atom" or "rss" or "json")))
        {
            _diagnostics.Add(Problems.BadSetting(_fields.Source, map!["formats"]!.Span, "formats", format, "there is no such feed", "write any of atom, rss, json")); // a format that was read stands there
        }

        return new(_fields.Integer("entries", map?["entries"], minimum: 1) ?? defaults.Entries, _fields.Boolean("full", map?["full"]) ?? defaults.IsFull, terms) { Formats = formats };
    }

    private ImmutableArray<MenuItem> Menu(string key, YamlNode? node) =>
    [
        .. _fields.List(key, node).Select(item => _fields.Map(key, item)).OfType<YamlMapping>().Select(map =>
        {
            CheckKeys(map, ["title", "url", "children"], key);
            return new MenuItem(_fields.Line("title", map["title"]) ?? "", _fields.Line("url", map["url"]) ?? "", Menu("children", map["children"]));
        }),
    ];

    private MathSettings Math()
    {
        var map = Section("math", "macros", "numbers", "double_dollar", "legacy_escapes", "in_code");
        var doubled = _fields.Line("double_dollar", map?["double_dollar"]) ?? "inline";
        if (doubled is not ("inline" or "display"))
        {
            _diagnostics.Add(Problems.BadSetting(_fields.Source, map!["double_dollar"]!.Span, "double_dollar", doubled, "it is neither 'inline' nor 'display'", "write 'double_dollar: display', or leave it out")); // its text was read
        }

        return new(
            Macros.Read(_fields, map?["macros"], (place, problem) => Problems.InConfiguration(Problems.BadMacro(_fields.Source, place, problem))),
            _fields.Boolean("numbers", map?["numbers"]) ?? true,
            doubled == "display",
            _fields.Boolean("legacy_escapes", map?["legacy_escapes"]) ?? false,
            _fields.Boolean("in_code", map?["in_code"]) ?? false);
    }

    private (SourceText? Source, TextSpan Light, TextSpan Dark) CodePlaces()
    {
        var map = _map["code"] as YamlMapping;
        return (_fields.Source, map?["light"]?.Span ?? default, map?["dark"]?.Span ?? default);
    }

    private CodeSettings Code()
    {
        var map = Section("code", "light", "dark", "line_numbers");
        return new(_fields.Line("light", map?["light"]), _fields.Line("dark", map?["dark"]), _fields.Boolean("line_numbers", map?["line_numbers"]) ?? false);
    }
}
