using System.Collections.Frozen;

namespace Blog.Reading;

/// <summary>The keys of the default theme. A theme of one's own takes its settings from <c>params</c>.</summary>
internal static class ThemeKeys
{
    private enum Shape
    {
        Text,
        Flag,
        Links,
        TextOrMap,
        TextOrList,
    }

    private static readonly FrozenDictionary<string, Shape> Known = new Dictionary<string, Shape>
    {
        ["accent"] = Shape.Text,
        ["scheme"] = Shape.Text,
        ["logo"] = Shape.Text,
        ["favicon"] = Shape.Text,
        ["avatar"] = Shape.Text,
        ["links"] = Shape.Links,
        ["licence"] = Shape.TextOrMap,
        ["footer"] = Shape.Text,
        ["beian"] = Shape.Text,
        ["comments"] = Shape.TextOrMap,
        ["analytics"] = Shape.TextOrMap,
        ["head"] = Shape.TextOrList,
        ["body_end"] = Shape.TextOrList,
        ["edit_url"] = Shape.Text,
        ["search"] = Shape.Flag,
        ["toc"] = Shape.Flag,
        ["related"] = Shape.Flag,
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
                    checkKeys(map, ["title", "url", "icon", "rel"], key);
                    fields.Line("title", map?["title"]);
                    fields.Line("url", map?["url"]);
                }

                break;
            case Shape.TextOrMap when pair.Value is YamlMapping or YamlScalar { AsBoolean: not null }:
            case Shape.TextOrList when pair.Value is YamlSequence:
                break;
            default:
                fields.Text(key, pair.Value);
                break;
        }
    }
}
