using System.Buffers;

namespace Blog.Text.Highlighting.Rules;

/// <summary>How a quote gets into a string.</summary>
internal enum Escapes
{
    None,
    Backslash,

    /// <summary>A backslash keeps the quote from closing, but is no escape to show: raw strings of Python.</summary>
    RawBackslash,

    /// <summary>Two quotes are one.</summary>
    Doubled,

    /// <summary>Both ways: strings of SQL dialects.</summary>
    BackslashOrDoubled,
    Backquote,
}

/// <summary>A string between quotes.</summary>
internal sealed class Quoted : Rule
{
    private readonly string _open;
    private readonly string _close;
    private Mode? _body;
    private SearchValues<char>? _special;

    /// <param name="close">The quotes of <paramref name="open"/> without the prefix, when it is not given.</param>
    public Quoted(string open, string? close = null) => (_open, _close) = (open, close ?? WithoutPrefix(open));

    private static string WithoutPrefix(string open) => open.TrimStart([.. "@$:#", .. CharSet.Letters.AsciiCharacters, .. CharSet.Digits.AsciiCharacters]) is { Length: > 0 } quotes ? quotes : open;

    public Escapes Escapes { get; init; } = Escapes.Backslash;

    public TokenKind Kind { get; init; } = TokenKind.String;

    public TokenKind EscapeKind { get; init; } = TokenKind.Escape;

    public bool IsMultiLine { get; init; }

    /// <summary>A mark without a partner in its line is no string, but something else.</summary>
    public bool NeedsClose { get; init; }

    /// <summary>What may stand in it besides text: code in brackets, variables.</summary>
    public Rule[] Holes { get; init; } = [];

    /// <summary>When it can be a string at all; always, when there is no such condition.</summary>
    public Func<Scanner, bool>? When { get; init; }

    /// <summary>Whether the letters of the opening are compared without case.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>A word may not stand right before: the <c>r</c> of <c>var"</c> is no prefix.</summary>
    private bool BeginsWithLetter => char.IsAsciiLetter(_open[0]);

    public override CharSet First => IgnoresCase && BeginsWithLetter
        ? CharSet.Of([char.ToLowerInvariant(_open[0]), char.ToUpperInvariant(_open[0])])
        : CharSet.Of([_open[0]]);

    public override bool Read(Scanner scanner)
    {
        if (!IsOpening(scanner) || (When is not null && !When(scanner)) || (NeedsClose && !ClosesOnLine(scanner)))
        {
            return false;
        }

        scanner.Take(_open.Length, Kind);
        if (Holes.Length > 0 && scanner.CanNest)
        {
            _body ??= new(new Special(CharSet.All, ReadBody)) { TakesLineEnds = true, IsString = true };
            scanner.Push(new Frame { Mode = _body, EndsWithLine = !IsMultiLine, OuterEnd = -1 });
        }
        else
        {
            ReadToClose(scanner, hasHoles: false);
            Close(scanner);
        }

        return true;
    }

    private bool IsOpening(Scanner scanner) => _open.Length == 1 || (IgnoresCase ? scanner.Rest.StartsWith(_open, StringComparison.OrdinalIgnoreCase) : scanner.At(_open));

    private bool ClosesOnLine(Scanner scanner)
    {
        var from = scanner.Position + _open.Length;
        var close = scanner.Find(_close, Math.Min(from, scanner.End));
        return close >= 0 && (IsMultiLine || scanner.Find("\n", from) is var line && (line < 0 || close < line));
    }

    private bool ReadBody(Scanner scanner)
    {
        if (ReadToClose(scanner, hasHoles: true))
        {
            scanner.Pop();
            Close(scanner);
        }

        return true;
    }

    private static void Close(Scanner scanner)
    {
        scanner.Previous = Previous.Operand;
        scanner.Expected = TokenKind.Text;
    }

    /// <summary>True when the string is over; false when a hole has been entered.</summary>
    private bool ReadToClose(Scanner scanner, bool hasHoles)
    {
        _special ??= SearchValues.Create([_close[0], '\n', EscapeCharacter, .. Holes.SelectMany(hole => hole.First.AsciiCharacters)]);
        while (true)
        {
            var next = scanner.Rest.IndexOfAny(_special);
            scanner.Work += next < 0 ? scanner.Rest.Length / 8 : next / 8 + 1;
            if (next < 0)
            {
                scanner.TakeTo(scanner.End, Kind);
                return true;
            }

            scanner.Take(next, Kind);
            var c = scanner.Current;
            if (c == '\n' && !IsMultiLine)
            {
                return true;
            }

            // Holes before escapes: that of Swift begins with a backslash.
            if (hasHoles && TryHole(scanner, c))
            {
                if (scanner.Top.Mode != _body)
                {
                    return false;
                }
            }
            else if (ReadEscape(scanner, c))
            {
                continue;
            }
            else if (c == _close[0] && scanner.At(_close))
            {
                scanner.Take(_close.Length, Kind);
                return true;
            }
            else
            {
                scanner.Take(1, Kind);
            }
        }
    }

    private char EscapeCharacter => Escapes switch
    {
        Escapes.Backslash or Escapes.RawBackslash or Escapes.BackslashOrDoubled => '\\',
        Escapes.Backquote => '`',
        _ => _close[0],
    };

    private bool ReadEscape(Scanner scanner, char c)
    {
        if (Escapes is Escapes.Doubled or Escapes.BackslashOrDoubled && c == _close[0] && scanner.Next == c && _close.Length == 1)
        {
            scanner.Take(2, EscapeKind);
            return true;
        }

        if (c != EscapeCharacter || Escapes is Escapes.None or Escapes.Doubled)
        {
            return false;
        }

        if (scanner.Next == '\n' && !IsMultiLine)
        {
            scanner.Take(2, Kind);
            return true;
        }

        scanner.Take(EscapeLength.Of(scanner), Escapes == Escapes.RawBackslash ? Kind : EscapeKind);
        return true;
    }

    private bool TryHole(Scanner scanner, char c)
    {
        foreach (var hole in Holes)
        {
            scanner.Work++;
            if (hole.First.Contains(c) && hole.Read(scanner))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How far an escape goes: <c>\n</c>, <c>\x1b</c>, <c>\u{1F600}</c>, <c>\033</c>.</summary>
internal static class EscapeLength
{
    public static int Of(Scanner scanner)
    {
        switch (scanner.Next)
        {
            case 'x' or 'X':
                return 2 + Digits(scanner, 2, 2);
            case 'u' when scanner.Peek(2) == '{':
                var length = Digits(scanner, 3, 8);
                return scanner.Peek(3 + length) == '}' ? 4 + length : 2;
            case 'u':
                return 2 + Digits(scanner, 2, 4);
            case 'U':
                return 2 + Digits(scanner, 2, 8);
            case >= '0' and <= '7':
                var end = 2;
                while (end < 4 && scanner.Peek(end) is >= '0' and <= '7')
                {
                    end++;
                }

                return end;
            case var c when char.IsHighSurrogate(c):
                return 3;
            default:
                return 2;
        }
    }

    private static int Digits(Scanner scanner, int from, int most)
    {
        var count = 0;
        while (count < most && char.IsAsciiHexDigit(scanner.Peek(from + count)))
        {
            count++;
        }

        return count;
    }
}
