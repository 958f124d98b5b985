using System.Net;
using System.Text.RegularExpressions;

namespace Blog.Composing;

/// <summary>
/// Texts of front matter. They are plain, but many were written for generators that put them into pages as they are: <c>AT&amp;amp;T</c>,
/// <c>&lt;a href="…"&gt;a link&lt;/a&gt;</c>.
/// </summary>
internal static partial class WrittenText
{
    /// <summary>Character references as the characters that they stand for.</summary>
    public static string Decoded(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    // Nobody writes deeper, and each level is another look at the text.
    private const int MostLevels = 8;

    /// <summary>Also without the tags of phrases, when they come in pairs; <c>a &lt; b</c> and "the tag &lt;b&gt;" are text.</summary>
    public static string WithoutMarkup(string text)
    {
        for (var level = 0; level < MostLevels && text.Contains("</", StringComparison.Ordinal); level++)
        {
            text = Pair().Replace(text, "$2");
        }

        return Decoded(text);
    }

    [GeneratedRegex(@"<(a|abbr|b|code|del|em|i|mark|p|q|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>([^<]*)</\1\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
