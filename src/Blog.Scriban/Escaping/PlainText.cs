using System.Text;

namespace Blog.Scriban.Escaping;

/// <summary>Markup as the text that it shows.</summary>
internal static class PlainText
{
    public static string Of(string markup) => CharacterReferences.Decode(WithoutTags(markup));

    /// <summary>Not a sanitizer: whatever looks like a tag goes, scripts, styles and comments with their content.</summary>
    public static string WithoutTags(string text)
    {
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        Enclosed[] enclosed = [new("<!--", "-->"), new("<script", "</script>"), new("<style", "</style>")];
        var i = 0;
        while (i < text.Length)
        {
            var open = text.IndexOf('<', i);
            if (open < 0)
            {
                break;
            }

            result.Append(text, i, open - i);
            var end = enclosed.Select(one => one.End(text, open)).FirstOrDefault(found => found is not null) ?? TagEnd(text, open);
            if (end is null)
            {
                i = open;
                break;
            }

            i = end.Value;
        }

        return result.Append(text, i, text.Length - i).ToString();
    }

    /// <summary>What goes with all that is in it.</summary>
    private sealed class Enclosed(string opening, string closing)
    {
        // Once there is no end, there is none further on.
        private bool _isOpen;

        public int? End(string text, int at)
        {
            if (_isOpen || string.Compare(text, at, opening, 0, opening.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return null;
            }

            var end = text.IndexOf(closing, at + opening.Length, StringComparison.OrdinalIgnoreCase);
            _isOpen = end < 0;
            return _isOpen ? null : end + closing.Length;
        }
    }

    // Quotes protect a ">" in an attribute; when they do not close, the first ">" counts.
    private static int? TagEnd(string text, int open)
    {
        var quote = '\0';
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        var first = text.IndexOf('>', open);
        return first < 0 ? null : first + 1;
    }
}
