namespace Blog.Composing;

/// <summary><c>&lt;!--more--&gt;</c>: what stands above is the excerpt. Any case, with or without blanks, also within a paragraph.</summary>
internal static class MoreMark
{
    /// <summary>Old links to "continue reading" lead here.</summary>
    public const string Anchor = "<span id=\"more\"></span>";

    /// <summary>Whether a more mark is among the comments of a text.</summary>
    public static bool IsIn(string html)
    {
        for (var start = html.IndexOf("<!--", StringComparison.Ordinal); start >= 0; start = html.IndexOf("<!--", start + 4, StringComparison.Ordinal))
        {
            var end = html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            if (end < 0 || Is(html.AsSpan(start, end + 3 - start)))
            {
                return end >= 0;
            }
        }

        return false;
    }

    public static bool Is(ReadOnlySpan<char> comment)
    {
        comment = comment.Trim();
        return comment.StartsWith("<!--") && comment.EndsWith("-->") && comment.Length >= 11
            && comment[4..^3].Trim().Equals("more", StringComparison.OrdinalIgnoreCase);
    }
}
