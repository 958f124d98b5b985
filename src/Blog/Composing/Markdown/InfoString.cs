using Markdig.Syntax;

namespace Blog.Composing.Markdown;

/// <summary>The words behind a code fence, as several tools write them.</summary>
/// <remarks>
/// Hugo: <c>python {linenos=true}</c>; Zola: <c>rust,linenos,hl_lines=3-5</c>; Shiki: <c>js title="a.js" {1,3-5}</c>; Hexo: <c>lang title url</c>;
/// Pandoc: <c>{.python .numberLines}</c>; R Markdown: <c>{r, echo=FALSE}</c>.
/// </remarks>
internal static class InfoString
{
    private const int LongestLanguage = 40;

    /// <summary>In lower case; null when there is none.</summary>
    public static string? Language(FencedCodeBlock block) => Language(block.Info ?? "", out _);

    /// <param name="end">Where the name ends in the text.</param>
    public static string? Language(ReadOnlySpan<char> info, out int end)
    {
        var start = info.Length - info.TrimStart("{. ").Length;
        end = start;
        while (end < info.Length && (char.IsLetterOrDigit(info[end]) || info[end] is '+' or '#' or '-' or '_' or '.' or '/' or '*'))
        {
            end++;
        }

        // {title="a.js"} and {linenos} have no language.
        if (end - start is 0 or > LongestLanguage || (end < info.Length && info[end] == '='))
        {
            end = start;
            return null;
        }

        return info[start..end].ToString().ToLowerInvariant();
    }
}
