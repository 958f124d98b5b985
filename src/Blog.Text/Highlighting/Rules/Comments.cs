namespace Blog.Text.Highlighting.Rules;

/// <summary>Where in a line a rule may begin.</summary>
internal enum Place
{
    Anywhere,

    /// <summary>In the first column.</summary>
    LineStart,

    /// <summary>With nothing but blanks before it.</summary>
    FirstOnLine,

    /// <summary>With a blank or a line start before it.</summary>
    AfterBlank,
}

/// <summary>From a mark to the end of the line.</summary>
internal sealed class ToLineEnd(string start, TokenKind kind = TokenKind.Comment) : Rule
{
    public Place Place { get; init; }

    /// <summary>What may not follow the mark: a fourth slash makes a line of slashes, not a doc comment.</summary>
    public CharSet NotBefore { get; init; }

    /// <summary>Whether a backslash at the end takes the next line too.</summary>
    public bool GoesOnAfterBackslash { get; init; }

    public override CharSet First => CharSet.Of([start[0]]);

    public override bool Read(Scanner scanner)
    {
        if (!scanner.At(start) || !IsInPlace(scanner, Place) || (NotBefore != default && NotBefore.Contains(scanner.Peek(start.Length))))
        {
            return false;
        }

        var end = scanner.LineEnd;
        while (GoesOnAfterBackslash && end < scanner.End && scanner.Text[end - 1] == '\\')
        {
            end = scanner.Find('\n', end + 1) is >= 0 and var found ? found : scanner.End;
        }

        scanner.TakeTo(end, kind);
        return true;
    }

    internal static bool IsInPlace(Scanner scanner, Place place) => place switch
    {
        Place.LineStart => scanner.IsAtLineStart,
        Place.FirstOnLine => scanner.IsFirstOnLine,
        Place.AfterBlank => scanner.Behind() is ' ' or '\t' or '\n' or '(' or ')' or ';' or '&' or '|' or '{' or '`',
        _ => true,
    };
}

/// <summary>From one mark to another, over lines; to the end of the text when the other is missing.</summary>
internal sealed class Block(string start, string end, TokenKind kind = TokenKind.Comment) : Rule
{
    public bool IsNested { get; init; }

    public Place Place { get; init; }

    public CharSet NotBefore { get; init; }

    public override CharSet First => CharSet.Of([start[0]]);

    public override bool Read(Scanner scanner)
    {
        if (!scanner.At(start) || !ToLineEnd.IsInPlace(scanner, Place) || (NotBefore != default && NotBefore.Contains(scanner.Peek(start.Length))))
        {
            return false;
        }

        var from = scanner.Position + start.Length;
        scanner.TakeTo(IsNested ? NestedEnd(scanner, from) : scanner.Find(end, from) is >= 0 and var found ? found + end.Length : scanner.End, kind);
        if (kind is TokenKind.String)
        {
            scanner.Previous = Previous.Operand;
        }

        return true;
    }

    private int NestedEnd(Scanner scanner, int i)
    {
        var depth = 1;
        while (true)
        {
            var next = scanner.Text.AsSpan(i, scanner.End - i).IndexOfAny(start[0], end[0]);
            if (next < 0)
            {
                return scanner.End;
            }

            i += next;
            if (scanner.At(i, end))
            {
                i += end.Length;
                if (--depth == 0)
                {
                    return i;
                }
            }
            else if (scanner.At(i, start))
            {
                i += start.Length;
                depth++;
            }
            else
            {
                i++;
            }
        }
    }
}
