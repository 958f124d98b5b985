using System.Text.RegularExpressions;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>What can only be meant as Markdown: within HTML it would be shown sign by sign (CommonMark 0.31.2, section 4.6).</summary>
internal static partial class MarkdownSigns
{
    /// <summary>Where the first one stands in text between two tags.</summary>
    public static (int Start, int Length)? FirstIn(ReadOnlySpan<char> text)
    {
        // Most text between tags is blank.
        if (text.IndexOfAny("*]#`") < 0)
        {
            return null;
        }

        foreach (var match in Signs().EnumerateMatches(text))
        {
            return (match.Index, match.Length);
        }

        return null;
    }

    // A heading, a fence, strong text, a link. Repeats are bounded, so that no text costs more than its length.
    [GeneratedRegex(@"(?m:^ {0,3}#{1,6} \p{L}.{0,200})|(?m:^ {0,3}```\w*)|\*\*[\p{L}\p{N}][^*\n]{0,80}\*\*|\[[^\[\]\n]{1,80}\]\((?:https?:|/|\.|#)[^)\s]{0,200}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
