using System.Collections.Frozen;

namespace Blog.Reading;

/// <summary>The keys that the default theme honours; one that it would ignore is refused. A theme of one's own takes its settings from <c>params</c>.</summary>
internal static class ThemeKeys
{
    private enum Shape
    {
        Text,
        Flag,
        Links,
        Licence,
        Texts,
    }

    private static readonly FrozenDictionary<string, Shape> Known = new Dictionary<string, Shape>
    {
        ["accent"] = Shape.Text,
        ["favicon"] = Shape.Text,
        ["links"] = Shape.Links,
        ["licence"] = Shape.Licence,
        ["footer"] = Shape.Text,
        ["beian"] = Shape.Text,
        ["head"] = Shape.Texts,
        ["body_end"] = Shape.Texts,
        ["toc"] = Shape.Flag,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Names = [.. Known.Keys.Order(StringComparer.Ordinal)];

    public static YamlMapping? Check(YamlNode? theme, Fields fields, Action<YamlMapping?, IReadOnlyList<string>, string?> checkKeys)
    {
        var map = fields.Map("theme", theme);
        checkKeys(map, Names, "theme");
        foreach (var pair in map?.Pairs ?? [])
        {
            if (Known.TryGetValue(pair.Key.Value, out var shape))
            {
                Check(pair, shape, fields, checkKeys);
            }
        }

        return map;
    }

    private static void Check(YamlPair pair, Shape shape, Fields fields, Action<YamlMapping?, IReadOnlyList<string>, string?> checkKeys)
    {
        var key = pair.Key.Value;
        switch (shape)
        {
            case Shape.Flag:
                fields.Boolean(key, pair.Value);
                break;
            case Shape.Links:
                foreach (var link in fields.List(key, pair.Value))
                {
                    var map = fields.Map(key, link);
                    checkKeys(map, ["title", "url", "rel"], key);
                    fields.Line("title", map?["title"]);
                    fields.Line("url", map?["url"]);
                }

                break;
            case Shape.Licence when pair.Value is YamlMapping licence:
                checkKeys(licence, ["title", "url"], key);
                fields.Line("title", licence["title"]);
                fields.Line("url", licence["url"]);
                break;
            case Shape.Texts:
                fields.Texts(key, pair.Value);
                break;
            default:
                fields.Text(key, pair.Value);
                break;
        }
    }
}
