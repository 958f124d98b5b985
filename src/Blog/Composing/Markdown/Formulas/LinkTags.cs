using System.Text.RegularExpressions;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>Links within formulas, which come from references to equations and from <c>\href</c>.</summary>
internal static partial class LinkTags
{
    public static string Remove(string html) => html.Contains("<a ", StringComparison.Ordinal) ? Tag().Replace(html, "") : html;

    [GeneratedRegex("</?a(?=[ >])[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
