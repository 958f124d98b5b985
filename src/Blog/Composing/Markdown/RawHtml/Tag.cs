namespace Blog.Composing.Markdown.RawHtml;

/// <summary>An attribute as offsets into the text that holds its tag.</summary>
internal readonly record struct TagAttribute(int Start, int End, string Name, int ValueStart, int ValueEnd)
{
    public bool HasValue => ValueEnd > ValueStart;
}

/// <summary>One tag, read as browsers read it.</summary>
internal sealed record Tag(string Name, bool IsEnd, bool IsSelfClosing, int End, List<TagAttribute> Attributes)
{
    /// <summary>The tag that begins at <paramref name="start"/>; null when the text ends before the tag does.</summary>
    public static Tag? Read(string text, int start)
    {
        var isEnd = text[start + 1] == '/';
        var i = start + (isEnd ? 2 : 1);
        var nameStart = i;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('/' or '>'))
        {
            i++;
        }

        var name = text[nameStart..i];
        var attributes = new List<TagAttribute>();
        while (i < text.Length)
        {
            if (text[i] == '>')
            {
                return new(name, isEnd, text[i - 1] == '/', i + 1, attributes);
            }

            if (char.IsWhiteSpace(text[i]) || text[i] == '/')
            {
                i++;
            }
            else if (ReadAttribute(text, ref i) is { } attribute)
            {
                attributes.Add(attribute);
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private static TagAttribute? ReadAttribute(string text, ref int i)
    {
        var start = i++;
        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('/' or '>' or '='))
        {
            i++;
        }

        var (nameEnd, valueStart, valueEnd) = (i, i, i);
        var equals = SkipBlanks(text, i);
        if (equals < text.Length && text[equals] == '=')
        {
            i = SkipBlanks(text, equals + 1);
            if (i < text.Length && text[i] is '"' or '\'')
            {
                valueStart = i + 1;
                valueEnd = text.IndexOf(text[i], valueStart);
                if (valueEnd < 0)
                {
                    return null;
                }

                i = valueEnd + 1;
            }
            else
            {
                valueStart = i;
                while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] != '>')
                {
                    i++;
                }

                valueEnd = i;
            }
        }

        return new(start, i, text[start..nameEnd], valueStart, valueEnd);
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }
}
