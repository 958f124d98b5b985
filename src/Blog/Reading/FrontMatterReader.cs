using System.Collections.Immutable;
using System.Text;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Checks the keys of a file's front matter, its folders' defaults behind them.</summary>
internal sealed class FrontMatterReader
{
    private readonly SiteConfig _config;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly List<YamlPair> _unknown = [];

    private FrontMatterReader(SiteConfig config) => _config = config;

    /// <param name="folders">Defaults, nearest first; what is wrong with them is told where they stand, not here.</param>
    public static FrontMatter Read(YamlMapping? own, SourceText source, SiteConfig config, IEnumerable<FolderLayer> folders, out ImmutableArray<Diagnostic> diagnostics)
    {
        var reader = new FrontMatterReader(config);
        var layers = folders as ICollection<FolderLayer> ?? [.. folders];
        if (own is null && layers.Count == 0)
        {
            diagnostics = [];
            return FrontMatter.Empty;
        }

        if (own is not null)
        {
            reader.Take(own, new(source, reader._diagnostics, Problems.WrongFrontMatterType));
        }

        foreach (var layer in layers)
        {
            reader.Inherit(layer);
        }

        var result = reader.Result();
        diagnostics = [.. reader._diagnostics];
        return result;
    }

    private void Take(YamlMapping map, Fields fields)
    {
        foreach (var pair in map.Pairs)
        {
            var written = pair.Key.Value;
            var key = PathNames.Visible(written).Trim(' ', '\u00A0', '\u3000');
            if (key.Length != written.Length)
            {
                fields.Report(Problems.InvisibleCharacter(fields.Source, pair.Key.Span, written, $"the key '{key}'"));
            }

            if (!FrontMatterKeys.TryCanonical(key, out var canonical))
            {
                _unknown.Add(pair with { Key = pair.Key with { Value = key } });
                fields.Report(FrontMatterKeys.Foreign.TryGetValue(key, out var meant)
                    ? Problems.ForeignKey(fields.Source, pair.Key.Span, key, meant)
                    : Problems.UnknownKey(fields.Source, pair.Key.Span, key, Spelling.Nearest(key, FrontMatterKeys.Suggestions)));
                continue;
            }

            if (pair.Value is YamlScalar { IsNull: true })
            {
                continue;
            }

            if (_fields.TryGetValue(canonical, out var other))
            {
                // Of 'category' and 'categories' the canonical name wins, else the first.
                fields.Report(Problems.TwoNamesOneKey(fields.Source, pair.Key.Span, key, other.Written, other.Key.Span, key == canonical ? key : other.Written));
                if (key != canonical)
                {
                    continue;
                }
            }

            _fields[canonical] = new(key, pair.Key, pair.Value, fields);
        }
    }

    private void Inherit(FolderLayer layer)
    {
        var silent = new Fields(layer.Source, [], Problems.WrongFrontMatterType);
        foreach (var pair in layer.Values.Pairs)
        {
            if (FrontMatterKeys.TryCanonical(pair.Key.Value, out var key) && !FrontMatterKeys.NotInherited.Contains(key) && pair.Value is not YamlScalar { IsNull: true })
            {
                if (key == "extra" && _fields.TryGetValue(key, out var nearer) && nearer.Value is YamlMapping near && pair.Value is YamlMapping far)
                {
                    _fields[key] = nearer with { Value = near with { Pairs = [.. near.Pairs, .. far.Pairs.Where(more => near[more.Key.Value] is null)] } };
                }

                _fields.TryAdd(key, new(pair.Key.Value, pair.Key, pair.Value, silent) { IsInherited = true });
            }
        }
    }

    private FrontMatter Result() => new()
    {
        Title = Get("title", (field, key, node) => field.Line(key, node)),
        Date = Date("date") ?? PublishedDate(),
        Updated = Date("updated"),
        Expires = Date("expires"),
        IsDraft = Value("draft", (field, key, node) => field.Boolean(key, node)) ?? !(PublishedFlag() ?? true),
        Categories = _fields.TryGetValue("categories", out var categories) ? Categories(categories) : default,
        Tags = _fields.TryGetValue("tags", out var tags) ? Tags(tags) : [],
        Summary = Get("summary", (field, key, node) => field.Text(key, node)),
        Description = Get("description", (field, key, node) => field.Line(key, node)),
        Slug = Get("slug", (field, key, node) => field.Line(key, node)),
        Permalink = Get("permalink", Permalink),
        Aliases = _fields.TryGetValue("aliases", out var aliases) ? aliases.Fields.Texts(aliases.Written, aliases.Value) : [],
        Lang = Get("lang", (field, key, node) => field.Line(key, node)),
        Authors = _fields.TryGetValue("authors", out var authors) ? Authors(authors) : [],
        Series = Get("series", (field, key, node) => node is YamlSequence { Items: [var only] } ? field.Line(key, only) : field.Line(key, node)),
        Weight = Value("weight", (field, key, node) => field.Integer(key, node)),
        Pin = Value("pin", (field, key, node) => node is YamlScalar { AsBoolean: { } flag } ? (flag ? 1 : 0) : field.Integer(key, node)) ?? 0,
        Toc = Value("toc", (field, key, node) => field.Boolean(key, node is YamlMapping map ? map["enable"] : node)),
        Cover = Get("cover", (field, key, node) => field.Line(key, node is YamlMapping map ? map["image"] ?? map["url"] ?? map["src"] ?? map["path"] : node)),
        Comments = Value("comments", (field, key, node) => field.Boolean(key, node)),
        Layout = Get("layout", Layout),
        Listed = Value("listed", ListedIn) ?? Listed.Everywhere,
        Math = Value("math", (field, key, node) => node is YamlMapping ? true : field.Boolean(key, node)),
        MathMacros = Get("math", (field, _, node) => node is YamlMapping map ? MacrosOf(field, map) : null) ?? ImmutableSortedDictionary<string, string>.Empty,
        Extra = Extra(),
        Places = _fields.Where(field => !field.Value.IsInherited).ToImmutableDictionary(field => field.Key, field => field.Value.Value.Span, StringComparer.Ordinal),
    };

    private T? Get<T>(string key, Func<Fields, string, YamlNode, T?> read)
        where T : class => _fields.TryGetValue(key, out var field) ? read(field.Fields, field.Written, field.Value) : null;

    private T? Value<T>(string key, Func<Fields, string, YamlNode, T?> read)
        where T : struct => _fields.TryGetValue(key, out var field) ? read(field.Fields, field.Written, field.Value) : null;

    private PostDate? Date(string key) => _fields.TryGetValue(key, out var field) ? Date(field) : null;

    private PostDate? Date(Field field)
    {
        if (field.Value is not YamlScalar scalar)
        {
            field.Fields.Wrong<string>(field.Written, field.Value, "a date");
            return null;
        }

        if (string.IsNullOrWhiteSpace(scalar.Value))
        {
            return null;
        }

        var reading = Dates.Read(scalar.Value, _config.TimeZone);
        if (reading.Reason is { } reason)
        {
            field.Fields.Report(reading.NamesZone
                ? Problems.DateNamesZone(field.Fields.Source, scalar.Span, scalar.Value, reason)
                : Problems.NoDate(field.Fields.Source, scalar.Span, scalar.Value, reason));
        }

        return reading.Date;
    }

    // Jekyll and Hexo: a flag; Statiq and old Hugo: a date.
    private bool? PublishedFlag() =>
        _fields.TryGetValue("published", out var field) && IsFlag(field.Value) ? field.Fields.Boolean(field.Written, field.Value) : null;

    private PostDate? PublishedDate() => _fields.TryGetValue("published", out var field) && !IsFlag(field.Value) && !_fields.ContainsKey("date") ? Date(field) : null;

    private static bool IsFlag(YamlNode node) => node is YamlScalar { Value: var value } && value.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "on" or "off";

    private static string? Layout(Fields fields, string key, YamlNode node)
    {
        var name = fields.Line(key, node);
        return name?.EndsWith(".html", StringComparison.OrdinalIgnoreCase) == true ? name[..^5] : name;
    }

    // Eleventy's 'permalink: false' makes no page of the file.
    private static string? Permalink(Fields fields, string key, YamlNode node)
    {
        if (node is not YamlScalar { AsBoolean: not null })
        {
            return fields.Line(key, node);
        }

        fields.Report(Problems.PermalinkIsFlag(fields.Source, node.Span));
        return null;
    }

    private static Listed? ListedIn(Fields fields, string key, YamlNode node)
    {
        switch (fields.Line(key, node))
        {
            case null or "everywhere" or "true":
                return Listed.Everywhere;
            case "terms":
                return Listed.Terms;
            case "nowhere" or "false":
                return Listed.Nowhere;
            case var other:
                fields.Report(Problems.UnknownValue(fields.Source, node.Span, key, other, ["everywhere", "terms", "nowhere"]));
                return null;
        }
    }

    private static ImmutableSortedDictionary<string, string> MacrosOf(Fields fields, YamlMapping math)
    {
        foreach (var pair in math.Pairs.Where(pair => pair.Key.Value != "macros"))
        {
            fields.Report(Problems.UnknownKey(fields.Source, pair.Key.Span, $"math.{pair.Key.Value}", Spelling.Nearest(pair.Key.Value, ["macros"])));
        }

        return Macros.Read(fields, math["macros"], (place, problem) => Problems.BadMacro(fields.Source, place, problem));
    }

    private static ImmutableArray<string> Authors(Field field)
    {
        IEnumerable<YamlNode> nodes = field.Value is YamlSequence list ? list.Items : [field.Value];
        return [.. nodes.Select(node => field.Fields.Line(field.Written, node is YamlMapping map ? map["id"] ?? map["name"] ?? node : node)).OfType<string>()];
    }

    private static ImmutableArray<string> Tags(Field field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tags = field.Fields.Texts(field.Written, field.Value, splitsCommas: true).Select(tag => VisibleTerm(field, tag, "a tag"));
        return [.. tags.Where(tag => tag.Length > 0 && seen.Add(Slug.Fold(tag)))];
    }

    private static string VisibleTerm(Field field, string term, string what)
    {
        var visible = PathNames.Visible(term).Trim();
        if (visible.Length != term.Length)
        {
            field.Fields.Report(Problems.InvisibleCharacter(field.Fields.Source, field.Value.Span, term, what));
        }

        return visible;
    }

    private ImmutableArray<ImmutableArray<string>> Categories(Field field)
    {
        if (field.Value is YamlSequence list && list.Items.Any(item => item is YamlSequence))
        {
            return [.. list.Items.Select(item => CategoryPath(field, item)).Where(path => path.Length > 0)];
        }

        return CategoryPath(field, field.Value) is { Length: > 0 } path ? [path] : [];
    }

    private ImmutableArray<string> CategoryPath(Field field, YamlNode node) =>
    [
        .. field.Fields.Texts(field.Written, node)
            .SelectMany(text => IsOneName(text) ? [text] : text.Split('/'))
            .Select(name => VisibleTerm(field, name.Trim(), "a category"))
            .Where(name => name.Length > 0),
    ];

    // A slash is the mark of a path, but not in a name that the site or everybody knows.
    private bool IsOneName(string text) => Slug.Fold(text) is var folded && (folded is "c/c++" or "tcp/ip" or "i/o" or "ci/cd" || _config.Terms.Slugs.ContainsKey(folded));

    private YamlMapping? Extra()
    {
        var given = _fields.TryGetValue("extra", out var field) ? field.Fields.Map(field.Written, field.Value) : null;
        var pairs = given is null ? _unknown : [.. given.Pairs, .. _unknown.Where(pair => given[pair.Key.Value] is null)];
        return pairs.Count == 0 ? given : new YamlMapping([.. pairs], given?.Span ?? pairs[0].Key.Span);
    }

    /// <summary>A known key with its value, and the file that it stands in.</summary>
    private sealed record Field(string Written, YamlScalar Key, YamlNode Value, Fields Fields)
    {
        public bool IsInherited { get; init; }
    }
}
