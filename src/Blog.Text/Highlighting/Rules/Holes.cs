namespace Blog.Text.Highlighting.Rules;

/// <summary>Code between brackets in a string: <c>${…}</c>, <c>#{…}</c>, <c>\(…)</c>, <c>{…}</c>.</summary>
/// <param name="open">Its last character is the bracket.</param>
/// <param name="doubled">Whether two openings are one that is text: <c>{{</c>.</param>
internal sealed class CodeHole(string open, char close, bool doubled = false) : Rule
{
    /// <summary>The mode of the code; that around the string when there is none.</summary>
    public Func<Mode>? Mode { get; init; }

    public TokenKind Kind { get; init; } = TokenKind.Escape;

    public override CharSet First => CharSet.Of([open[0]]);

    public override bool Read(Scanner scanner)
    {
        if (!scanner.At(open) || !scanner.CanNest)
        {
            return false;
        }

        if (doubled && scanner.Peek(open.Length) == open[^1])
        {
            scanner.Take(open.Length + 1, TokenKind.Escape);
            return true;
        }

        scanner.TakeSign(open.Length, Kind);
        scanner.PushHole(Mode?.Invoke(), open[^1], close, Kind);
        return true;
    }
}

/// <summary>A variable in a string: <c>$name</c>.</summary>
internal sealed class VariableHole(char sign, CharSet start, CharSet part) : Rule
{
    public TokenKind Kind { get; init; } = TokenKind.Variable;

    /// <summary>Single characters that are variables of their own: <c>$?</c>.</summary>
    public CharSet Singles { get; init; }

    public override CharSet First => CharSet.Of([sign]);

    public override bool Read(Scanner scanner)
    {
        if (Singles.Contains(scanner.Next) && scanner.Next != 0)
        {
            scanner.Take(2, Kind);
            return true;
        }

        if (scanner.Next == 0 || !start.Contains(scanner.Next))
        {
            return false;
        }

        var length = 2;
        while (scanner.Peek(length) is not '\0' and var c && part.Contains(c))
        {
            length++;
        }

        scanner.Take(length, Kind);
        return true;
    }
}
