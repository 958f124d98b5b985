namespace Blog.Text.Highlighting;

/// <summary>Code to spans and to HTML, in time that grows with the text and no faster, whatever the text is.</summary>
public static class Highlighter
{
    /// <summary>In characters; a longer piece of code is plain.</summary>
    public const int LongestCode = 1_000_000;

    /// <summary>In characters; a longer line is plain.</summary>
    public const int LongestLine = 20_000;

    /// <summary>The spans in the order of the text; they do not overlap, and what is between them is plain.</summary>
    public static CodeSpan[] Spans(string code, Language language) => Spans(code, language, showOperators: false, out _);

    /// <param name="work">Steps that were taken, to compare with the length of the code.</param>
    internal static CodeSpan[] Spans(string code, Language language, bool showOperators, out long work)
    {
        work = 0;
        if (language.Root is not { } root || code.Length > LongestCode)
        {
            return [];
        }

        if (code.Contains('\r'))
        {
            var moved = Spans(WithPlainLineEnds(code), language, showOperators, out work);
            MoveBack(moved, code);
            return moved;
        }

        var scanner = new Scanner(code, root) { ShowsOperators = showOperators };
        try
        {
            scanner.Run();
            work = scanner.Work;
            return HasLongLine(code) ? WithoutLongLines(scanner.Spans, code) : scanner.Spans.ToArray();
        }
        finally
        {
            scanner.Release();
        }
    }

    /// <summary>Lines that end with <c>\r\n</c> or <c>\r</c> end with <c>\n</c>; form feeds and separators of paragraphs are characters like others.</summary>
    public static string WithPlainLineEnds(string code) => code.Contains('\r') ? code.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : code;

    // A line end of two characters counted as one.
    private static void MoveBack(CodeSpan[] spans, string code)
    {
        var (place, shift) = (0, 0);
        int Moved(int offset)
        {
            while (place < offset + shift && place < code.Length)
            {
                if (code[place] == '\r' && place + 1 < code.Length && code[place + 1] == '\n')
                {
                    shift++;
                    place++;
                }

                place++;
            }

            return offset + shift;
        }

        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = new(Moved(spans[i].Start), Moved(spans[i].End), spans[i].Kind);
        }
    }

    private static bool HasLongLine(ReadOnlySpan<char> code)
    {
        while (code.Length > LongestLine)
        {
            var end = code[..(LongestLine + 1)].LastIndexOf('\n');
            if (end < 0)
            {
                return true;
            }

            code = code[(end + 1)..];
        }

        return false;
    }

    private static CodeSpan[] WithoutLongLines(ReadOnlySpan<CodeSpan> spans, string code)
    {
        var kept = new List<CodeSpan>();
        var (lineStart, lineEnd) = (0, -1);
        foreach (var span in spans)
        {
            for (var start = span.Start; start < span.End;)
            {
                while (lineEnd < start)
                {
                    lineStart = lineEnd + 1;
                    lineEnd = code.AsSpan(lineStart).IndexOf('\n') is >= 0 and var length ? lineStart + length : code.Length;
                }

                var end = Math.Min(span.End, lineEnd + 1);
                if (lineEnd - lineStart <= LongestLine)
                {
                    kept.Add(span with { Start = start, End = end });
                }

                start = end;
            }
        }

        return [.. kept];
    }
}
