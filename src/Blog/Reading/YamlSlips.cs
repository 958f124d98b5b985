using Blog.Text;

namespace Blog.Reading;

/// <summary>The usual slips in YAML, each with words of our own: the parser's texts help nobody who only wanted to write a title.</summary>
internal static class YamlSlips
{
    /// <summary>The diagnostic for a syntax error that the parser noticed at <paramref name="offset"/>; the slip may be a line above.</summary>
    public static Diagnostic Explain(SourceText source, TextSpan block, int offset, string parserMessage)
    {
        var last = source.PositionOf(Math.Min(offset, Math.Max(block.Start, block.End - 1))).Line;
        var first = source.PositionOf(block.Start).Line;
        if (parserMessage.Contains("tab", StringComparison.Ordinal) && FirstTab(source, block, first) is { } tab)
        {
            return tab;
        }

        // The parser notices some slips a line late (text without ': ' may go on), so the line above is looked at first, then all others.
        foreach (var line in new[] { last - 1, last }.Concat(Enumerable.Range(first, Math.Max(0, last - first - 1))))
        {
            if (line >= first && OfLine(source, block, line) is { } slip)
            {
                return slip;
            }
        }

        return Problems.YamlSyntax(source, new(Math.Min(offset, source.Text.Length), 1), Readable(parserMessage), null);
    }

    /// <summary><c>title: {{ x }}</c> is a map with a map as its key.</summary>
    public static Diagnostic KeyIsNoText(SourceText source, TextSpan map, TextSpan key) =>
        OfLine(source, new(0, source.Text.Length), source.PositionOf(map.Start).Line)
        ?? Problems.YamlSyntax(source, key with { Length = 1 }, "a key must be text", "write 'key: value'");

    public static Diagnostic UnknownAlias(SourceText source, TextSpan alias, string name) =>
        OfLine(source, new(0, source.Text.Length), source.PositionOf(alias.Start).Line)
        ?? Problems.YamlSyntax(source, alias, $"'*{name}' refers to '&{name}', which is nowhere above", "quote the text, if it is text");

    public static Diagnostic TagIsNoText(SourceText source, TextSpan span, string tag)
    {
        var line = YamlLine.Of(source, source.PositionOf(span.Start).Line);
        var isLanguageTag = tag.StartsWith("!!", StringComparison.Ordinal);
        return Problems.YamlTag(source, span.Start, tag, isLanguageTag ? null : line.Quoted());
    }

    /// <summary>The document is not a map: <c>title：text</c>, or prose between two rules.</summary>
    public static Diagnostic? OfFirstLine(SourceText source, TextSpan block)
    {
        var line = source.PositionOf(block.Start).Line;
        while (line < source.LineCount && source.Line(line).IsWhiteSpace() && source.StartOfLine(line) < block.End)
        {
            line++;
        }

        return OfLine(source, block, line);
    }

    private static Diagnostic? OfLine(SourceText source, TextSpan block, int number)
    {
        var line = YamlLine.Of(source, number);
        if (line.Text.Trim().Length == 0 || line.Text.TrimStart().StartsWith('#'))
        {
            return null;
        }

        return OfIndentation(source, line) ?? OfKey(source, line) ?? OfValue(source, block, line);
    }

    // The parser tells of tabs without a place.
    private static Diagnostic? FirstTab(SourceText source, TextSpan block, int first) =>
        Enumerable.Range(first, source.PositionOf(block.End).Line - first + 1)
            .Select(line => OfIndentation(source, YamlLine.Of(source, line)))
            .FirstOrDefault(found => found is not null);

    private static Diagnostic? OfIndentation(SourceText source, YamlLine line) =>
        line.Text.AsSpan(0, line.Indentation).IndexOf('\t') is var tab and >= 0
            ? At(source, line, tab, 1, "a tab cannot indent", "use blanks instead of the tab")
            : null;

    private static Diagnostic? OfKey(SourceText source, YamlLine line)
    {
        var content = line.Text.AsSpan(line.Content);
        if (line.IsItem && content.Length == 0)
        {
            return null;
        }

        if (line.ValueStart >= 0)
        {
            return null;
        }

        if (content is ['-', not (' ' or '-'), ..])
        {
            return At(source, line, line.Content, 1, "no blank after the '-' of a list", $"write '- {content[1..]}'");
        }

        var wide = content.IndexOf('\uFF1A');
        if (wide > 0 && IsKey(content[..wide].Trim()))
        {
            return At(source, line, line.Content + wide, 1, $"a full-width colon '：' after '{content[..wide].Trim()}'",
                $"write '{content[..wide].Trim()}: {content[(wide + 1)..].Trim()}'");
        }

        var colon = content.IndexOf(':');
        if (colon > 0 && IsKey(content[..colon].TrimEnd()) && colon + 1 < content.Length && !content[colon..].StartsWith("://"))
        {
            var what = content[colon + 1] switch { '\u00A0' => "a no-break space", '\u3000' => "a full-width space", '\t' => "a tab", _ => "no blank" };
            return At(source, line, line.Content + colon, 1, $"{what} after the colon of '{content[..colon].TrimEnd()}'",
                $"write '{content[..colon].TrimEnd()}: {content[(colon + 1)..].Trim()}'");
        }

        var equals = content.IndexOf('=');
        if (equals > 0 && IsKey(content[..equals].Trim()))
        {
            return At(source, line, line.Content + equals, 1, $"'=' after '{content[..equals].Trim()}' is TOML",
                $"write '{content[..equals].Trim()}: {content[(equals + 1)..].Trim()}'");
        }

        return IsKey(content) && !line.IsItem
            ? At(source, line, line.Content, content.Length, $"no colon after '{content}'", $"write '{content}: value', or indent the line if it belongs to the text above")
            : null;
    }

    private static Diagnostic? OfValue(SourceText source, TextSpan block, YamlLine line)
    {
        if (line.ValueStart < 0 && !line.IsItem)
        {
            return null;
        }

        var start = line.ValueStart >= 0 ? line.ValueStart : line.Content;
        var value = line.Text.AsSpan(start).TrimEnd();
        return value switch
        {
            [] => null,
            ['{', '{', ..] => Begins("{{"),
            ['{', '%', ..] => Begins("{%"),
            ['[', ..] => OfFlow(source, block, line, start, ']'),
            ['{', ..] => OfFlow(source, block, line, start, '}'),
            ['"', ..] or ['\'', ..] => OfQuoted(source, line, start),
            ['@' or '`' or '%' or ',' or ']' or '}', ..] => Begins(value[..1].ToString()),
            ['*' or '&', ..] => Begins(value[..1].ToString()),
            ['!', ..] => Begins("!"),
            ['|' or '>', not ('+' or '-' or (>= '1' and <= '9')), ..] when value[1..].Trim() is [not '#', ..] => Begins(value[..1].ToString()),
            ['-' or '?', ' ', ..] when !line.IsItem => Begins(value[..2].ToString()),
            _ when value.IndexOf(": ") is var colon and >= 0 => Colon(colon),
            [.., ':'] when line.ValueStart >= 0 => Colon(value.Length - 1),
            _ => null,
        };

        Diagnostic Begins(string mark) =>
            At(source, line, start, mark.TrimEnd().Length, $"text cannot begin with '{mark.TrimEnd()}' unless it is quoted", line.Quoted());

        Diagnostic Colon(int colon) => At(source, line, start + colon, 1, "a colon in the text reads as the end of a second key", line.Quoted());
    }

    private static Diagnostic? OfQuoted(SourceText source, YamlLine line, int start)
    {
        var text = line.Text.TrimEnd();
        var mark = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (mark == '"' && text[i] == '\\')
            {
                if (i + 1 < text.Length && !"0abt\tnvfre \"/\\N_LPxuU".Contains(text[i + 1], StringComparison.Ordinal)
                    || (i + 1 < text.Length && text[i + 1] is 'x' or 'u' or 'U' && (i + 3 >= text.Length || !char.IsAsciiHexDigit(text[i + 2]) || !char.IsAsciiHexDigit(text[i + 3]))))
                {
                    return At(source, line, i, 2, $"'\\{text[i + 1]}' means nothing in double quotes", "write '\\\\' for a backslash, or use single quotes around the text");
                }

                i++;
            }
            else if (text[i] == mark && mark == '\'' && i + 1 < text.Length && text[i + 1] == '\'')
            {
                i++;
            }
            else if (text[i] == mark)
            {
                var rest = text.AsSpan(i + 1).Trim();
                return rest.Length == 0 || rest[0] == '#' || rest[0] == ':' ? null
                    : At(source, line, i, 1, $"the quoted text ends here, but '{rest}' follows", line.Requoted(start));
            }
        }

        return At(source, line, start, 1, $"the quoted text that begins here is not closed", $"put {mark} at its end");
    }

    private static Diagnostic? OfFlow(SourceText source, TextSpan block, YamlLine line, int start, char closing)
    {
        var begin = line.Start + start;
        var depth = 0;
        for (var at = begin; at < block.End; at++)
        {
            var c = source.Text[at];
            depth += c is '[' or '{' ? 1 : c is ']' or '}' ? -1 : 0;
            if (depth == 0)
            {
                var end = source.Text.IndexOf('\n', at) is var newline and >= 0 ? newline : source.Text.Length;
                var rest = source.Text.AsSpan(at + 1, end - at - 1).Trim();
                return rest.Length == 0 || rest[0] == '#'
                    ? null
                    : At(source, line, start, at + 1 - begin, $"text that begins with '{source.Text[begin]}' reads as a {(closing == ']' ? "list" : "map")}, but '{rest}' follows", line.Quoted());
            }
        }

        return At(source, line, start, 1, $"the {(closing == ']' ? "list" : "map")} that begins here is not closed", $"put '{closing}' at its end, or quote the text if it is text");
    }

    private static bool IsKey(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
            {
                return false;
            }
        }

        return text.Length is > 0 and < 40;
    }

    private static Diagnostic At(SourceText source, YamlLine line, int column, int length, string message, string? help) =>
        Problems.YamlSyntax(source, new(line.Start + column, length), message, help);

    private static string Readable(string message)
    {
        var text = message.TrimEnd('.');
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "this is not YAML";
    }
}
