namespace Blog.Text;

/// <summary>A place for people: line and column from 1; columns count Unicode scalars, a tab is one column.</summary>
public readonly record struct TextPosition(int Line, int Column);

/// <summary>A file's text that can answer "which line?". Lines end at <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</summary>
/// <param name="path">Relative to the site's root, with '/', as messages show it.</param>
public sealed class SourceText(string path, string text)
{
    /// <summary>The path of a text that came through the standard input and has no name of its own.</summary>
    public const string StandardInput = "stdin";

    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    public int LineCount => LineStarts.Length;

    // Computed on the first question: a file without a diagnostic never pays for it. Two threads may both compute it; the results are equal.
    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\n', '\r'); i >= 0; i = NextLineEnd(text, i + 1))
        {
            if (text[i] == '\n' || i + 1 == text.Length || text[i + 1] != '\n')
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    private static int NextLineEnd(string text, int from) =>
        text.AsSpan(from).IndexOfAny('\n', '\r') is >= 0 and var found ? from + found : -1;

    /// <summary>The place of a character; offsets outside the text are moved to its nearest end.</summary>
    public TextPosition PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var line = LineIndexOf(offset);
        return new(line + 1, CountScalars(Text.AsSpan(LineStarts[line], offset - LineStarts[line])) + 1);
    }

    /// <summary>The line that holds a character, without its line end.</summary>
    /// <param name="line">From 1.</param>
    public ReadOnlySpan<char> Line(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The offset of a line's first character.</summary>
    /// <param name="line">From 1.</param>
    public int StartOfLine(int line) => LineStarts[line - 1];

    private int LineIndexOf(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    private static int CountScalars(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
