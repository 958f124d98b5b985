using Blog.Text;

namespace Blog.Reading;

/// <summary>One line of YAML, roughly taken apart; all positions are in the line, from 0.</summary>
/// <param name="Content">Behind indentation and the marks of list items.</param>
/// <param name="ValueStart">Behind <c>key: </c>; -1 when the line has no key.</param>
internal readonly record struct YamlLine(string Text, int Start, int Indentation, int Content, int ValueStart, bool IsItem)
{
    public static YamlLine Of(SourceText source, int number)
    {
        var text = source.Line(number).ToString();
        var indentation = text.AsSpan().IndexOfAnyExcept(' ', '\t') is var blanks and >= 0 ? blanks : text.Length;
        var content = indentation;
        while (text.AsSpan(content) is ['-', ' ', ..])
        {
            content += 2;
            content += text.AsSpan(content).IndexOfAnyExcept(' ') is var more and >= 0 ? more : text.Length - content;
        }

        return new(text, source.StartOfLine(number), indentation, content, FindValue(text, content), content > indentation);
    }

    /// <summary>Help that shows the line with its value in quotes.</summary>
    public string Quoted()
    {
        var start = ValueStart >= 0 ? ValueStart : Content;
        return $"quote the text: {Text[Indentation..start]}{Quote(Text[start..].Trim())}";
    }

    /// <summary>Help for text with its own quotation marks inside, or behind which more follows.</summary>
    public string Requoted(int start)
    {
        var value = Text[start..].Trim();
        var mark = value[0];
        var inner = value.Length > 1 && value[^1] == mark ? value[1..^1] : null;
        return inner is null ? $"quote all of it: {Text[Indentation..start]}{Quote(value)}"
            : mark == '\'' ? $"write '' for an apostrophe: {Text[Indentation..start]}'{inner.Replace("'", "''", StringComparison.Ordinal)}'"
            : $"""write \" for a quotation mark: {Text[Indentation..start]}"{inner.Replace("\"", "\\\"", StringComparison.Ordinal)}" """.TrimEnd();
    }

    private static string Quote(string value) => value.AsSpan().ContainsAny('"', '\\')
        ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
        : $"\"{value}\"";

    private static int FindValue(string text, int content)
    {
        if (content >= text.Length || text[content] is '"' or '\'' or '[' or '{' or '#')
        {
            return -1;
        }

        for (var i = content; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] is ' ' or '\t'))
            {
                return text.AsSpan(i + 1).IndexOfAnyExcept(' ', '\t') is var blanks and >= 0 ? i + 1 + blanks : text.Length;
            }
        }

        return -1;
    }
}
