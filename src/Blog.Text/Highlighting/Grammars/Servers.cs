using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Settings of web servers: nginx, Apache, Caddy. The first word of a statement is a directive.</summary>
internal static class Servers
{
    private static readonly Rule Variable = new VariableHole('$', CharSet.NameStart, CharSet.NamePart) { Singles = CharSet.Digits };

    private static readonly Words Switches = new Words(ignoresCase: true).Constants("on off true false all none");

    private static readonly Rule[] Common =
    [
        new ToLineEnd("#") { Place = Place.AfterBlank },
        new Quoted("\"") { IsMultiLine = true, Holes = [Variable] },
        new Quoted("'") { IsMultiLine = true, Holes = [Variable] },
        Variable,
    ];

    public static Mode CreateNginx() => new(
    [
        .. Common,
        new Special(CharSet.Of("~"), ReadPattern),
        new Special(CharSet.Of(";{}"), ReadEnd),
        new Special(CharSet.NamePart | CharSet.Of("/.-@^*"), scanner => ReadWord(scanner, "nginx")),
    ])
    { LineEndsStatement = false };

    public static Mode CreateApache() => new(
    [
        .. Common,
        new Quoted("%{", "}") { Escapes = Escapes.None, NeedsClose = true, Kind = TokenKind.Variable },
        new Special(CharSet.Of("<"), ReadSection),
        new Special(CharSet.NamePart | CharSet.Of("/.-@^*"), scanner => ReadWord(scanner, "apache")),
    ]);

    public static Mode CreateCaddy() => new(
    [
        .. Common,
        new Quoted("`") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("{", "}") { Escapes = Escapes.None, NeedsClose = true, Kind = TokenKind.Variable, When = scanner => char.IsAsciiLetter(scanner.Next) || scanner.Next == '$' },
        new Prefixed("@", TokenKind.Label) { Part = CharSet.NamePart | CharSet.Of("-") },
        new Special(CharSet.NamePart | CharSet.Of("/.-*:"), scanner => ReadWord(scanner, "caddy")),
    ]);

    private static bool ReadWord(Scanner scanner, string server)
    {
        var length = 1;
        while (scanner.Peek(length) is not ('\0' or ' ' or '\t' or '\n' or ';' or '{' or '}' or '"' or '\'' or '$' or '>' or '('))
        {
            length++;
        }

        var word = scanner.Text.AsSpan(scanner.Position, length);
        var isFirst = scanner.Previous == Previous.Start && (server != "caddy" || !word.ContainsAny(".:*"));
        scanner.Take(length, isFirst ? TokenKind.Keyword : IsSize(word) ? TokenKind.Number : Switches.Contains(word) ? TokenKind.Constant : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // 80, 10m, 1.5s
    private static bool IsSize(ReadOnlySpan<char> word)
    {
        var digits = word.TrimEnd("kKmMgGsdhwyb%");
        return digits.Length > 0 && word.Length - digits.Length <= 2 && char.IsAsciiDigit(digits[0]) && !digits.ContainsAnyExcept("0123456789.");
    }

    // A regular expression behind ~ or ~*.
    private static bool ReadPattern(Scanner scanner)
    {
        scanner.TakeSign(scanner.Next == '*' ? 2 : 1);
        var blanks = 0;
        while (scanner.Peek(blanks) == ' ')
        {
            blanks++;
        }

        scanner.Take(blanks, TokenKind.Text);
        if (scanner.Peek(0) is '"' or '\'')
        {
            return true;
        }

        var length = 0;
        while (scanner.Peek(length) is not ('\0' or ' ' or '\n' or ';'))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Regex);
        return true;
    }

    private static bool ReadEnd(Scanner scanner)
    {
        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Previous = Previous.Start;
        return true;
    }

    // <Directory "/var">
    private static bool ReadSection(Scanner scanner)
    {
        var length = scanner.Next == '/' ? 2 : 1;
        if (!scanner.IsFirstOnLine)
        {
            return false;
        }

        while (char.IsAsciiLetterOrDigit(scanner.Peek(length)))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Tag);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
