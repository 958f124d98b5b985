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
    public static string? Language(FencedCodeBlock block)
    {
        var text = (block.Info ?? "").AsSpan().TrimStart("{.");
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '+' or '#' or '-' or '_' or '.' or '/' or '*'))
        {
            end++;
        }

        return end is 0 or > LongestLanguage ? null : text[..end].ToString().ToLowerInvariant();
    }
}
