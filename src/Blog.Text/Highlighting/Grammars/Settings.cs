using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Settings in lines: TOML, INI files, Java properties, and tables of separated values.</summary>
internal static class Settings
{
    private static readonly Mode TomlValue = new(
        new ToLineEnd("#"),
        new Quoted("\"\"\"") { IsMultiLine = true },
        new Quoted("'''") { IsMultiLine = true, Escapes = Escapes.None },
        CLike.DoubleQuoted,
        new Quoted("'") { Escapes = Escapes.None },
        new Special(CharSet.Digits | CharSet.Of("+-"), ReadValue),
        new Name(new Words().Constants("true false inf nan")) { Part = CharSet.NamePart | CharSet.Of("-."), Refine = KeyBeforeEquals, Call = TokenKind.Text },
        CLike.Signs);

    public static Mode CreateToml() => new(
        new ToLineEnd("#"),
        new Special(CharSet.Of("["), ReadSection),
        new Special(CharSet.Except(CharSet.All, " \t\n#=,[]{}"), ReadTomlKey),
        new Special(CharSet.Of("="), scanner => Enter(scanner, TomlValue, endsWithLine: true)),
        CLike.Signs);

    public static Mode CreateIni() => new(
        new ToLineEnd(";") { Place = Place.FirstOnLine },
        new ToLineEnd("#") { Place = Place.FirstOnLine },
        new ToLineEnd("!") { Place = Place.LineStart },
        new Special(CharSet.Of("["), ReadSection),
        new Special(CharSet.Except(CharSet.All, " \t\n=:[]"), ReadIniKey),
        new Special(CharSet.Of("=:"), ReadIniValue));

    /// <summary>Columns in turns: plain, and as strings.</summary>
    public static Mode CreateCsv() => new(new Special(CharSet.Except(CharSet.All, "\n"), ReadRow));

    private static bool Enter(Scanner scanner, Mode mode, bool endsWithLine)
    {
        scanner.TakeSign(1);
        scanner.Push(new Frame { Mode = mode, EndsWithLine = endsWithLine, OuterEnd = -1 });
        return true;
    }

    private static bool ReadSection(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine)
        {
            return false;
        }

        var end = scanner.LineEnd;
        var close = scanner.Text.AsSpan(scanner.Position, end - scanner.Position).LastIndexOf(']');
        var comment = scanner.Text.AsSpan(scanner.Position, end - scanner.Position).IndexOf(" #", StringComparison.Ordinal);
        scanner.TakeTo(close < 0 ? end : comment > 0 && comment < close ? scanner.Position + comment : scanner.Position + close + 1, TokenKind.Heading);
        return true;
    }

    private static bool ReadTomlKey(Scanner scanner)
    {
        var end = 0;
        while (scanner.Peek(end) is not ('\0' or '\n' or '=' or '#'))
        {
            end++;
        }

        // A line within a list goes on in the mode of values.
        if (scanner.Peek(end) != '=')
        {
            scanner.Push(new Frame { Mode = TomlValue, EndsWithLine = true, OuterEnd = -1 });
            return true;
        }

        scanner.Take(LengthOfKey(scanner, end), TokenKind.Attribute);
        return true;
    }

    private static TokenKind KeyBeforeEquals(Scanner scanner, int end)
    {
        while (end < scanner.End && scanner.Text[end] == ' ')
        {
            end++;
        }

        return end < scanner.End && scanner.Text[end] == '=' ? TokenKind.Attribute : TokenKind.Text;
    }

    private static bool ReadValue(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '+' or '-' || (c == ' ' && length == 10 && char.IsAsciiDigit(scanner.Peek(11)))))
        {
            length++;
        }

        var value = scanner.Rest[..length];
        scanner.Take(length, PlainValue.IsNumberOrDate(value) || value.StartsWith("0b", StringComparison.Ordinal) || value.StartsWith("0o", StringComparison.Ordinal) ? TokenKind.Number : TokenKind.Text);
        return true;
    }

    private static bool ReadIniKey(Scanner scanner)
    {
        var end = 0;
        while (scanner.Peek(end) is not ('\0' or '\n' or '=' or ':'))
        {
            end++;
        }

        var isKey = scanner.Peek(end) is '=' or ':' && scanner.IsFirstOnLine;
        scanner.Take(LengthOfKey(scanner, end), isKey ? TokenKind.Attribute : TokenKind.Text);
        return true;
    }

    // Without the blanks behind it, unless it is nothing but blanks of other scripts.
    private static int LengthOfKey(Scanner scanner, int end) => scanner.Rest[..end].TrimEnd().Length is > 0 and var trimmed ? trimmed : Math.Max(1, end);

    private static bool ReadIniValue(Scanner scanner)
    {
        scanner.TakeSign(1);
        var end = scanner.LineEnd;
        var value = scanner.Text.AsSpan(scanner.Position, end - scanner.Position).Trim();
        var kind = PlainValue.IsNumberOrDate(value) ? TokenKind.Number
            : value is "true" or "false" or "yes" or "no" or "on" or "off" ? TokenKind.Constant
            : value is ['"', .., '"'] or ['\'', .., '\''] ? TokenKind.String : TokenKind.Text;
        if (kind != TokenKind.Text)
        {
            while (scanner.Peek(0) is ' ' or '\t')
            {
                scanner.Take(1, TokenKind.Text);
            }

            scanner.Take(value.Length, kind);
        }

        scanner.TakeTo(end, TokenKind.Text);
        return true;
    }

    private static bool ReadRow(Scanner scanner)
    {
        var end = scanner.LineEnd;
        var line = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        var separator = line.Contains('\t') ? '\t' : line.Contains(';') && !line.Contains(',') ? ';' : ',';
        for (var column = 0; scanner.Position < end; column++)
        {
            var rest = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
            var isQuoted = rest[0] == '"' && rest[1..].Contains('"');
            var length = isQuoted ? rest[1..].IndexOf('"') + 2 : rest.IndexOf(separator);
            length = length < 0 ? rest.Length : length;
            scanner.Take(length, isQuoted || column % 2 == 1 ? TokenKind.String : TokenKind.Text);
            scanner.TakeSign(scanner.Position < end ? 1 : 0, TokenKind.Punctuation);
        }

        return true;
    }
}
