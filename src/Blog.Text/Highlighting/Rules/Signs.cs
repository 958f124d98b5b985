namespace Blog.Text.Highlighting.Rules;

/// <summary>Brackets, punctuation and operators: rarely shown, but what stands behind them depends on them.</summary>
internal sealed class Signs(string characters = "()[]{}.,;:+-*/%=<>!&|^~?@#$\\") : Rule
{
    public override CharSet First { get; } = CharSet.Of(characters);

    public override bool Read(Scanner scanner)
    {
        var c = scanner.Current;
        var isPunctuation = c is '(' or ')' or '[' or ']' or '{' or '}' or ',' or ';' or '.' or ':';
        scanner.TakeSign(1, isPunctuation ? TokenKind.Punctuation : TokenKind.Operator);
        scanner.Previous = c switch
        {
            ')' or ']' or '}' => Previous.Operand,
            _ => Previous.Operator,
        };
        scanner.Expected = TokenKind.Text;
        return true;
    }
}

/// <summary>A name behind a sign: <c>@Override</c>, <c>$x</c>, <c>:symbol</c>, <c>--option</c>.</summary>
internal sealed class Prefixed(string sign, TokenKind kind) : Rule
{
    public CharSet Start { get; init; } = CharSet.NameStart;

    public CharSet Part { get; init; } = CharSet.NamePart;

    public Place Place { get; init; }

    /// <summary>What may not stand right before the sign: <c>a::b</c> has no symbol.</summary>
    public CharSet NotBehind { get; init; }

    /// <summary>When it can be one at all; always, when there is no such condition.</summary>
    public Func<Scanner, bool>? When { get; init; }

    public override CharSet First => CharSet.Of([sign[0]]);

    public override bool Read(Scanner scanner)
    {
        var next = scanner.Peek(sign.Length);
        if (!scanner.At(sign) || next == 0 || !Start.Contains(next) || !ToLineEnd.IsInPlace(scanner, Place) || NotBehind.Contains(scanner.Behind()) || When?.Invoke(scanner) == false)
        {
            return false;
        }

        var length = sign.Length + 1;
        while (scanner.Peek(length) is not '\0' and var c && Part.Contains(c))
        {
            length++;
        }

        // The point of a path stays, that of a sentence does not.
        while (length > sign.Length + 1 && scanner.Peek(length - 1) == '.')
        {
            length--;
        }

        scanner.Take(length, kind);
        scanner.Previous = Previous.Operand;
        scanner.Expected = TokenKind.Text;
        return true;
    }
}

/// <summary>Fixed texts that have a kind: the longest first.</summary>
internal sealed class Literal(TokenKind kind, params string[] texts) : Rule
{
    public Place Place { get; init; }

    public override CharSet First { get; } = CharSet.Of(string.Concat(texts.Select(text => text[0])));

    public override bool Read(Scanner scanner)
    {
        foreach (var text in texts)
        {
            if (scanner.At(text) && ToLineEnd.IsInPlace(scanner, Place))
            {
                scanner.TakeSign(text.Length, kind);
                scanner.Previous = Previous.Operator;
                return true;
            }
        }

        return false;
    }
}

/// <summary>A regular expression between slashes, where one may begin; classes in square brackets may hold slashes.</summary>
internal sealed class SlashRegex(string flags) : Rule
{
    private readonly CharSet _flags = CharSet.Of(flags);

    public override CharSet First => CharSet.Of("/");

    public override bool Read(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || scanner.Position < scanner.BarrenUntil || scanner.Next is '/' or '*' || LengthOf(scanner) is not (> 0 and var length))
        {
            return false;
        }

        while (scanner.Peek(length) is not '\0' and var flag && _flags.Contains(flag))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Regex);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static int LengthOf(Scanner scanner)
    {
        var rest = scanner.Rest;
        var isInClass = false;
        var i = 1;
        for (; i < rest.Length && rest[i] != '\n'; i++)
        {
            switch (rest[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '/' when !isInClass:
                    scanner.Work += i;
                    return i + 1;
            }
        }

        scanner.Work += i;
        scanner.BarrenUntil = scanner.Position + i;
        return 0;
    }
}
