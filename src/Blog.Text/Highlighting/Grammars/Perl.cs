using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Perl
{
    private static readonly Rule[] Holes = [new VariableHole('$', CharSet.NameStart, CharSet.NamePart), new VariableHole('@', CharSet.NameStart, CharSet.NamePart)];

    private static readonly Mode Heredoc = new(Holes) { Default = TokenKind.String, TakesLineEnds = true, IsString = true };

    public static Mode Create() => new(
    [
        new Special(CharSet.Of("="), ReadPod),
        new Special(CharSet.Of("_"), ReadEnd),
        new ToLineEnd("#"),
        new Quoted("\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("'") { IsMultiLine = true },
        new Quoted("`") { IsMultiLine = true, Holes = Holes },
        new Special(CharSet.Of("<"), ReadHeredoc),
        new Special(CharSet.Of("qmsty"), ReadQuoteLike),
        new SlashRegex("msixpodualngcer"),
        new Special(CharSet.Of("$@%&"), ReadVariable),
        new Number(),
        new Name(new Words()
            .Keywords("my our local use no require if elsif else unless while until for foreach do last next redo return die eval wantarray BEGIN END and or not xor eq ne lt gt "
                + "le ge cmp x given when default continue goto state package")
            .Functions("sub")
            .Builtins("print printf say push pop shift unshift splice keys values each delete exists defined undef scalar ref bless open close binmode eof chomp chop chr ord "
                + "lc uc lcfirst ucfirst length index rindex substr sprintf join split grep map sort reverse sprintf pack unpack warn exit sleep time localtime gmtime "
                + "system exec opendir readdir closedir mkdir rmdir unlink rename stat abs int sqrt rand hex oct read seek tell local lock pos quotemeta select sin cos "
                + "exp log wait waitpid fork kill chdir chmod chown glob")
            .Constants("__FILE__ __LINE__ __PACKAGE__ STDIN STDOUT STDERR ARGV"))
        { Part = CharSet.NamePart, Call = TokenKind.Text },
        CLike.Signs,
    ]);

    // =head1 … =cut
    private static bool ReadPod(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || !char.IsAsciiLetter(scanner.Next))
        {
            return false;
        }

        var end = scanner.At("=cut") ? scanner.Position : scanner.Find("\n=cut", scanner.Position);
        scanner.TakeTo(end < 0 ? scanner.End : Math.Min(scanner.End, end + (scanner.At("=cut") ? 4 : 5)), TokenKind.DocComment);
        return true;
    }

    private static bool ReadEnd(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || !(scanner.At("__END__") || scanner.At("__DATA__")))
        {
            return false;
        }

        scanner.TakeTo(scanner.End, TokenKind.Comment);
        return true;
    }

    private static bool ReadHeredoc(Scanner scanner)
    {
        if (scanner.Next != '<')
        {
            return false;
        }

        var start = scanner.Peek(2) == '~' ? 3 : 2;
        var isIndented = start == 3;
        var quote = scanner.Peek(start) is '\'' or '"' ? scanner.Peek(start++) : '\0';
        var end = start;
        while (scanner.Peek(end) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            end++;
        }

        if (end == start || char.IsAsciiDigit(scanner.Peek(start)))
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start, end - start), quote == '\'' ? Shell.PlainString : Heredoc, isIndented));
        scanner.Take(quote != 0 && scanner.Peek(end) == quote ? end + 1 : end, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // q(…) qq{…} qw/…/ m!…! s{…}{…} tr/…/…/ y/…/…/
    private static bool ReadQuoteLike(Scanner scanner)
    {
        if (CharSet.NamePart.Contains(scanner.Behind()) || scanner.Behind() is '$' or '@' or '%' or '>' or '{')
        {
            return false;
        }

        var name = scanner.At("qq") || scanner.At("qw") || scanner.At("qr") || scanner.At("qx") || scanner.At("tr") ? 2 : scanner.Current == 't' ? 0 : 1;
        var at = name;
        while (at < name + 3 && scanner.Peek(at) == ' ')
        {
            at++;
        }

        var open = scanner.Peek(at);
        if (name == 0 || open is '\0' or '\n' or ' ' or ',' or ';' or ')' or '=' || open >= 128 || CharSet.NamePart.Contains(open) || (at > name && open == '#'))
        {
            return false;
        }

        var word = scanner.Text.AsSpan(scanner.Position, name);
        var isRegex = word is "m" or "s" or "qr" or "tr" or "y";
        var kind = isRegex ? TokenKind.Regex : TokenKind.String;
        var hasTwoParts = word is "s" or "tr" or "y";
        scanner.Take(at, kind);
        var close = DelimitedText.ClosingOf(open);
        scanner.TakeTo(DelimitedText.EndOf(scanner, scanner.Position + 1, open, close), kind);
        if (hasTwoParts)
        {
            ReadSecondPart(scanner, open, close, kind);
        }

        while (isRegex && char.IsAsciiLetterLower(scanner.Peek(0)))
        {
            scanner.Take(1, kind);
        }

        scanner.Previous = Previous.Operand;
        return true;
    }

    private static void ReadSecondPart(Scanner scanner, char open, char close, TokenKind kind)
    {
        if (open == close)
        {
            scanner.TakeTo(DelimitedText.EndOf(scanner, scanner.Position, open, close), kind);
            return;
        }

        var blanks = 0;
        while (scanner.Peek(blanks) is ' ' or '\n' or '\t' && blanks < 100)
        {
            blanks++;
        }

        if (scanner.Peek(blanks) is '{' or '(' or '[' or '<' or '/')
        {
            var second = scanner.Peek(blanks);
            scanner.Take(blanks, TokenKind.Text);
            scanner.TakeTo(DelimitedText.EndOf(scanner, scanner.Position + 1, second, DelimitedText.ClosingOf(second)), kind);
        }
    }

    // $x @x %x &x $_ $1 ${x} $#x @{…} $$x
    private static bool ReadVariable(Scanner scanner)
    {
        var sign = scanner.Current;
        var length = 1;
        while (sign == '$' && scanner.Peek(length) is '$' or '#' && (CharSet.NameStart.Contains(scanner.Peek(length + 1)) || scanner.Peek(length + 1) is '{' or '$'))
        {
            length++;
        }

        if (sign is '%' or '&' && scanner.Previous == Previous.Operand)
        {
            return false;
        }

        if (scanner.Peek(length) is '{' && sign is '$' or '@')
        {
            var end = length + 1;
            while (char.IsAsciiLetterOrDigit(scanner.Peek(end)) || scanner.Peek(end) is '_' or '^')
            {
                end++;
            }

            scanner.Take(scanner.Peek(end) == '}' && end > length + 1 ? end + 1 : length, TokenKind.Variable);
            scanner.Previous = scanner.Behind() == '}' ? Previous.Operand : Previous.Operator;
            return true;
        }

        var start = length;
        while (scanner.Peek(length) is not '\0' and var c && (CharSet.NamePart.Contains(c) || (c == ':' && scanner.Peek(length + 1) == ':' && CharSet.NameStart.Contains(scanner.Peek(length + 2)))))
        {
            length += c == ':' ? 2 : 1;
        }

        if (length == start)
        {
            if (sign != '$' || scanner.Peek(start) is '\0' or ' ' or '\n' or ')' or '"')
            {
                return false;
            }

            length++;
        }

        scanner.Take(length, TokenKind.Variable);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
