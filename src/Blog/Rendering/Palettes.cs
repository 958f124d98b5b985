using System.Text;
using Blog.Reading;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>The colours of code: a light and a dark set, each a small style sheet of the theme that is put at the end of <c>style.css</c>.</summary>
/// <remarks>One file for the browser whatever the site chooses; a set of colours of one's own is <c>templates/palettes/dark/NAME.css</c>.</remarks>
internal static class Palettes
{
    private const string DefaultLight = "day";

    private const string DefaultDark = "night";

    private const string Sheet = "assets/style.css";

    /// <summary>Puts the chosen colours into the style sheet; a name that is not known counts as not given.</summary>
    public static void AddTo(Dictionary<string, SourceFile> files, CodeSettings code)
    {
        if (!files.TryGetValue(Sheet, out var sheet))
        {
            return;
        }

        var light = Find(files, "light", code.Light, DefaultLight);
        var dark = Find(files, "dark", code.Dark, DefaultDark);
        files[Sheet] = new(sheet.Path, sheet.Stamp, () => Encoding.UTF8.GetBytes(
            $$"""
            {{sheet.Text.Text.TrimEnd('\n')}}
            {{light.Text.Text.TrimEnd('\n')}}
            @media (prefers-color-scheme: dark) {
            {{dark.Text.Text.TrimEnd('\n')}}
            }

            """));
    }

    private static SourceFile Find(Dictionary<string, SourceFile> files, string kind, string? name, string fallback) =>
        name is not null && files.TryGetValue(PathOf(kind, name), out var file) ? file : files[PathOf(kind, fallback)];

    private static string PathOf(string kind, string name) => $"palettes/{kind}/{name}.css";

    /// <summary>Names in the settings that no file of the theme has.</summary>
    public static IEnumerable<Diagnostic> ProblemsOf(SiteConfig config, Theme theme)
    {
        foreach (var (kind, name, place) in new[] { ("light", config.Code.Light, config.CodePlaces.Light), ("dark", config.Code.Dark, config.CodePlaces.Dark) })
        {
            var known = theme.PaletteNames(kind).ToArray();
            if (name is not null && !known.Contains(name, StringComparer.Ordinal))
            {
                yield return Problems.UnknownPalette(config.CodePlaces.Source, place, kind, name, known);
            }
        }
    }
}
