namespace Blog.Text.Tex;

/// <summary>The columns of an array as one character each: <c>l</c>, <c>c</c>, <c>r</c>, with <c>|</c> and <c>:</c> for lines and <c>@</c> for no gap between them.</summary>
internal static class ColumnSpecification
{
    private const int MostColumns = 200;

    /// <param name="source">As authors write it: <c>r@{}l | *{2}{c} p{3cm}</c>.</param>
    /// <param name="text">Where the result is kept.</param>
    public static ReadOnlyMemory<char> Read(ReadOnlySpan<char> source, TextBuffer text)
    {
        var start = text.Length;
        Read(source, text, start + MostColumns, repetitions: 0);
        return text.From(start);
    }

    /// <summary>How many columns a specification has that <see cref="Read(ReadOnlySpan{char}, TextBuffer)"/> gave.</summary>
    public static int Count(ReadOnlySpan<char> columns)
    {
        var count = 0;
        foreach (var sign in columns)
        {
            count += sign is 'l' or 'c' or 'r' ? 1 : 0;
        }

        return count;
    }

    private static void Read(ReadOnlySpan<char> source, TextBuffer text, int end, int repetitions)
    {
        while (!source.IsEmpty && text.Length < end)
        {
            var letter = source[0];
            source = source[1..];
            switch (letter)
            {
                case 'l' or 'c' or 'r' or '|' or ':':
                    text.Append(letter);
                    break;
                case 'p' or 'm' or 'b' or 'X':
                    Braced(ref source);
                    text.Append('l');
                    break;
                case '@':
                    Braced(ref source);
                    text.Append('@');
                    break;
                case '!' or '>' or '<':
                    Braced(ref source);
                    break;
                case '*':
                    var count = int.TryParse(Braced(ref source), out var number) ? Math.Min(number, MostColumns) : 1;
                    var repeated = Braced(ref source);
                    for (var i = 0; i < count && repetitions < 3 && text.Length < end; i++)
                    {
                        Read(repeated, text, end, repetitions + 1);
                    }

                    break;
            }
        }
    }

    /// <summary>What stands between the braces that come next; nothing when none do.</summary>
    private static ReadOnlySpan<char> Braced(ref ReadOnlySpan<char> source)
    {
        source = source.TrimStart();
        if (source is not ['{', ..])
        {
            return [];
        }

        var open = 0;
        for (var i = 0; i < source.Length; i++)
        {
            open += source[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (open == 0)
            {
                var content = source[1..i];
                source = source[(i + 1)..];
                return content;
            }
        }

        var rest = source[1..];
        source = [];
        return rest;
    }
}
