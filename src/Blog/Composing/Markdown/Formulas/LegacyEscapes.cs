using Blog.Text;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// Escapes in formulas that Markdown processors without math took away: <c>x\_1</c> kept an underscore from becoming emphasis, and four backslashes
/// left two for TeX. In words (<c>\text{a\_b}</c>) the escape is TeX's own.
/// </summary>
internal static class LegacyEscapes
{
    private static readonly (string Written, string Meant)[] All = [("\\\\\\\\", "\\\\"), ("\\\\{", "\\{"), ("\\\\}", "\\}"), ("\\_", "_"), ("\\*", "*")];

    private static readonly string[] Words = ["\\text{", "\\textbf{", "\\textit{", "\\textrm{", "\\texttt{", "\\mbox{"];

    public static IEnumerable<(int At, int Length, string Meant)> In(string tex)
    {
        for (var i = tex.IndexOf('\\'); i >= 0 && i < tex.Length; i = i < tex.Length ? tex.IndexOf('\\', i) : -1)
        {
            if (Array.Find(Words, word => string.CompareOrdinal(tex, i, word, 0, word.Length) == 0) is { } words)
            {
                i = EndOfGroup(tex, i + words.Length);
            }
            else if (Array.Find(All, escape => string.CompareOrdinal(tex, i, escape.Written, 0, escape.Written.Length) == 0) is { Written: { } written, Meant: var meant })
            {
                yield return (i, written.Length, meant);
                i += written.Length;
            }
            else
            {
                i = Math.Min(i + 2, tex.Length);
            }
        }
    }

    /// <summary>The first of a pair of braces that are written so; in a table two backslashes end a row, whatever follows.</summary>
    public static TextSpan? BraceIn(string tex) =>
        tex.IndexOf("\\\\{", StringComparison.Ordinal) is var open and >= 0 && tex.IndexOf("\\\\}", open, StringComparison.Ordinal) > 0 && !tex.Contains("\\begin", StringComparison.Ordinal)
            ? new TextSpan(open, 3)
            : null;

    private static int EndOfGroup(string tex, int at)
    {
        for (var depth = 1; at < tex.Length && depth > 0; at++)
        {
            switch (tex[at])
            {
                case '\\':
                    at++;
                    break;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
            }
        }

        return Math.Min(at, tex.Length);
    }
}
