using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown;

/// <summary>The text form of attributes: <c>{#id .class key=value key="a value" flag}</c>.</summary>
internal static class AttributeList
{
    /// <summary>The length of the list at the start of <paramref name="text"/>, or -1 when there is none.</summary>
    public static int Parse(ReadOnlySpan<char> text, HtmlAttributes attributes)
    {
        if (text is not ['{', ..])
        {
            return -1;
        }

        for (var i = 1; i < text.Length;)
        {
            var c = text[i];
            if (c == '}')
            {
                return i > 1 ? i + 1 : -1;
            }

            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            var nameStart = c is '#' or '.' ? i + 1 : i;
            var nameEnd = EndOfName(text, nameStart, isKey: nameStart == i);
            if (nameEnd == nameStart)
            {
                return -1;
            }

            var name = text[nameStart..nameEnd].ToString();
            i = nameEnd;
            if (c == '#')
            {
                attributes.Id = name;
            }
            else if (c == '.')
            {
                attributes.AddClass(name);
            }
            else if (Value(text, ref i) is { } value)
            {
                attributes.AddProperty(name, value.Length == 0 ? "" : text.Slice(value.Start, value.Length).ToString());
            }
            else
            {
                return -1;
            }
        }

        return -1;
    }

    private static int EndOfName(ReadOnlySpan<char> text, int start, bool isKey)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_' or ':' || (!isKey && text[end] is '.' && end > start)))
        {
            end++;
        }

        return end;
    }

    // A name alone is a flag: an empty value. Null: an equals sign without a value behind it.
    private static (int Start, int Length)? Value(ReadOnlySpan<char> text, ref int i)
    {
        if (i >= text.Length || text[i] != '=')
        {
            return (i, 0);
        }

        var start = i + 1;
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var length = text[(start + 1)..].IndexOf(text[start]);
            i = start + length + 2;
            return length < 0 ? null : (start + 1, length);
        }

        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('}' or '"' or '\'' or '{'))
        {
            end++;
        }

        i = end;
        return end == start ? null : (start, end - start);
    }
}
