namespace Blog.Text.Highlighting.Rules;

/// <summary>A number in the forms that most languages share, with what one allows beyond them.</summary>
internal sealed class Number : Rule
{
    private static readonly CharSet HexDigits = CharSet.Of("0123456789abcdefABCDEF");

    private readonly CharSet _decimal;
    private readonly CharSet _hexadecimal;

    /// <param name="separator">May stand between digits; zero for none.</param>
    public Number(char separator = '_')
    {
        var extra = separator == 0 ? default : CharSet.Of([separator]);
        (_decimal, _hexadecimal) = (CharSet.Digits | extra, HexDigits | extra);
    }

    /// <summary>Letters that may stand behind, in any order.</summary>
    public CharSet Suffix { get; init; }

    /// <summary>Prefixes of other bases, behind the zero.</summary>
    public CharSet Bases { get; init; } = CharSet.Of("xXbBoO");

    /// <summary>Whether a point may come first or last: <c>.5</c>, <c>5.</c>.</summary>
    public bool HasBarePoints { get; init; } = true;

    public bool HasSign { get; init; }

    public override CharSet First => CharSet.Digits | (HasBarePoints ? CharSet.Of(".") : default) | (HasSign ? CharSet.Of("-+") : default);

    public override bool Read(Scanner scanner)
    {
        var (text, start, limit) = (scanner.Text, scanner.Position, scanner.End);
        var end = start;
        if (text[end] is '-' or '+')
        {
            end++;
        }

        if (end >= limit || (!char.IsAsciiDigit(text[end]) && !(HasBarePoints && text[end] == '.' && end + 1 < limit && char.IsAsciiDigit(text[end + 1]) && scanner.Behind() != '.')))
        {
            return false;
        }

        end = text[end] == '0' && end + 2 < limit && Bases.Contains(text[end + 1]) && _hexadecimal.Contains(text[end + 2])
            ? OtherBase(text, end + 2, limit)
            : Decimal(text, end, limit);
        while (end < limit && Suffix.Contains(text[end]))
        {
            end++;
        }

        scanner.TakeTo(end, TokenKind.Number);
        scanner.Previous = Previous.Operand;
        scanner.Expected = TokenKind.Text;
        return true;
    }

    private int OtherBase(string text, int i, int limit)
    {
        i = Run(text, i, limit, _hexadecimal);
        if (i + 1 < limit && text[i] == '.' && HexDigits.Contains(text[i + 1]))
        {
            i = Run(text, i + 1, limit, _hexadecimal);
        }

        return Exponent(text, i, limit, 'p');
    }

    private int Decimal(string text, int i, int limit)
    {
        i = Run(text, i, limit, _decimal);
        if (i < limit && text[i] == '.' && (i + 1 < limit && char.IsAsciiDigit(text[i + 1]) || (HasBarePoints && IsLastPoint(text, i, limit))))
        {
            i = Run(text, i + 1, limit, _decimal);
        }

        return Exponent(text, i, limit, 'e');
    }

    // 5. ends a number; 1..2 is a range, and 5.abs a member.
    private static bool IsLastPoint(string text, int i, int limit) =>
        i + 1 >= limit || !(text[i + 1] == '.' || CharSet.NameStart.Contains(text[i + 1])) || (text[i + 1] is 'e' or 'E' && i + 2 < limit && char.IsAsciiDigit(text[i + 2]));

    private static int Exponent(string text, int i, int limit, char letter)
    {
        if (i >= limit || (text[i] | 0x20) != letter)
        {
            return i;
        }

        var digits = i + 1 < limit && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
        return digits < limit && char.IsAsciiDigit(text[digits]) ? Run(text, digits, limit, CharSet.Digits) : i;
    }

    private static int Run(string text, int i, int limit, CharSet digits)
    {
        while (i < limit && text[i] < 128 && digits.Contains(text[i]))
        {
            i++;
        }

        return i;
    }
}
