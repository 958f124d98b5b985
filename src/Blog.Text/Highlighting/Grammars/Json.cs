using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>JSON, with what JSON5 and configuration files add: comments, bare keys, single quotes.</summary>
internal static class Json
{
    private static readonly Rule Key = new Quoted("\"") { Kind = TokenKind.Attribute, EscapeKind = TokenKind.Attribute };

    public static Mode Create() => new(
        CLike.LineComment,
        CLike.BlockComment,
        new Special(CharSet.Of("\""), scanner => IsKey(scanner) && Key.Read(scanner)),
        CLike.DoubleQuoted,
        CLike.SingleQuoted,
        new Number { HasSign = true },
        new Name(new Words().Constants("true false null undefined NaN Infinity")) { Refine = BareKey, Call = TokenKind.Text, HasWordsBehindDots = true },
        CLike.Signs);

    private static bool IsKey(Scanner scanner)
    {
        var rest = scanner.Rest;
        var i = 1;
        while (i < rest.Length && rest[i] is not ('"' or '\n'))
        {
            i += rest[i] == '\\' ? 2 : 1;
        }

        scanner.Work += i / 8;
        return IsBeforeColon(rest, i + 1);
    }

    private static TokenKind BareKey(Scanner scanner, int end) => IsBeforeColon(scanner.Rest, end - scanner.Position) ? TokenKind.Attribute : TokenKind.Text;

    private static bool IsBeforeColon(ReadOnlySpan<char> rest, int i)
    {
        for (var blanks = 0; i < rest.Length && rest[i] is ' ' or '\t' && blanks < 40; blanks++)
        {
            i++;
        }

        return i < rest.Length && rest[i] == ':';
    }
}
