using System.Text.RegularExpressions;

namespace Blog.Scriban.Escaping;

/// <summary>Places whose end is a run of characters that no reference can replace.</summary>
internal static partial class Sections
{
    /// <summary>No two dashes side by side, also not with what stands around it.</summary>
    public static string InComment(string text)
    {
        if (!text.Contains('-', StringComparison.Ordinal))
        {
            return text;
        }

        var broken = Dashes().Replace(text, "- ");
        return (broken.StartsWith('-') ? " " : "") + broken + (broken.EndsWith('-') ? " " : "");
    }

    [GeneratedRegex("-(?=-)")]
    private static partial Regex Dashes();

    /// <summary>Where <c>]]&gt;</c> would end the section, it is ended and begun again.</summary>
    public static string InCdata(string text, MarkupLanguage language)
    {
        const string Again = "]]><![CDATA[";
        text = language == MarkupLanguage.Xml ? XmlEscaper.WithoutControls(text) : text;
        return (text.StartsWith('>') || text.StartsWith(']') ? Again : "") + text.Replace("]]>", "]]" + Again + ">", StringComparison.Ordinal);
    }

    public static bool HoldsScriptTag(string text) => ScriptTag().IsMatch(text);

    [GeneratedRegex("</?script", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptTag();
}
