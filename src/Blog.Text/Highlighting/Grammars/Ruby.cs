using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Ruby and Crystal's near relatives.</summary>
internal static class Ruby
{
    private static readonly Rule[] Holes = [new CodeHole("#{", '}')];

    private static readonly CharSet MethodPart = CharSet.NamePart | CharSet.Of("?!");

    private static readonly Mode Heredoc = new(new CodeHole("#{", '}'), new Special(CharSet.Of("\\"), ReadEscape)) { Default = TokenKind.String, TakesLineEnds = true, IsString = true };

    public static Mode Create() => new(
    [
        new Block("=begin", "\n=end") { Place = Place.LineStart },
        new Special(CharSet.Of("_"), ReadEnd),
        new ToLineEnd("#"),
        new Quoted("\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("'") { IsMultiLine = true },
        new Quoted("`") { IsMultiLine = true, Holes = Holes },
        new Special(CharSet.Of("<"), ReadHeredoc),
        new Special(CharSet.Of("%"), ReadPercent),
        new SlashRegex("imxounse"),
        new Special(CharSet.Of("?"), ReadCharacter),
        new Quoted(":\"", "\"") { Kind = TokenKind.Constant, Holes = Holes, When = scanner => scanner.Behind() != ':' },
        new Special(CharSet.Of(":"), ReadSymbol),
        new Prefixed("@@", TokenKind.Variable),
        new Prefixed("@", TokenKind.Variable),
        new Special(CharSet.Of("$"), ReadGlobal),
        new Number { HasBarePoints = false, Suffix = CharSet.Of("ri") },
        new Name(new Words()
            .Keywords("BEGIN END alias and begin break case defined? do else elsif end ensure for if in next not or redo rescue retry return then undef unless until when while "
                + "yield attr_accessor attr_reader attr_writer include extend require require_relative private protected public raise loop lambda proc puts "
                + "attr prepend module_function catch throw")
            .Functions("def")
            .Classes("class module")
            .Constants("nil true false self super __FILE__ __LINE__ __dir__ __method__"))
        { Part = MethodPart, Capital = TokenKind.ClassName, Call = TokenKind.Text, Refine = KeyBeforeColon },
        CLike.Signs,
    ]);

    // {name: 1}
    private static TokenKind KeyBeforeColon(Scanner scanner, int end) =>
        end + 1 < scanner.End && scanner.Text[end] == ':' && scanner.Text[end + 1] is ' ' or '\n' && scanner.Behind() is not ('?' or '.') ? TokenKind.Constant : TokenKind.Text;

    private static bool ReadEscape(Scanner scanner)
    {
        scanner.Take(EscapeLength.Of(scanner), TokenKind.Escape);
        return true;
    }

    private static bool ReadEnd(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || !scanner.At("__END__"))
        {
            return false;
        }

        scanner.TakeTo(scanner.End, TokenKind.Comment);
        return true;
    }

    // <<X, <<-X, <<~X with any quotes around the word.
    private static bool ReadHeredoc(Scanner scanner)
    {
        if (scanner.Next != '<')
        {
            return false;
        }

        var start = scanner.Peek(2) is '-' or '~' ? 3 : 2;
        var isIndented = start == 3;
        var quote = scanner.Peek(start) is '\'' or '"' or '`' ? scanner.Peek(start++) : '\0';
        var isWord = quote != 0 || isIndented ? CharSet.NameStart.Contains(scanner.Peek(start)) && scanner.Peek(start) != 0 : char.IsAsciiLetterUpper(scanner.Peek(start));
        var end = start;
        while (scanner.Peek(end) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            end++;
        }

        if (!isWord)
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start, end - start), quote == '\'' ? Shell.PlainString : Heredoc, isIndented));
        scanner.Take(quote != 0 && scanner.Peek(end) == quote ? end + 1 : end, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // %w[…] %i(…) %q{…} %Q<…> %r{…} %(…)
    private static bool ReadPercent(Scanner scanner)
    {
        var letter = char.IsAsciiLetter(scanner.Next) ? scanner.Next : '\0';
        var open = scanner.Peek(letter == 0 ? 1 : 2);
        if ((letter != 0 && !"wWiIqQrxs".Contains(letter, StringComparison.Ordinal)) || open is '\0' or '\n' || char.IsAsciiLetterOrDigit(open) || open >= 128
            || (scanner.Previous == Previous.Operand && (letter == 0 || open is ' ' or '=')) || (letter == 0 && open is not ('(' or '{' or '[' or '<' or '|' or '!')) || open == ' ')
        {
            return false;
        }

        scanner.Take(letter == 0 ? 1 : 2, letter == 'r' ? TokenKind.Regex : TokenKind.String);
        DelimitedText.Read(scanner, letter == 'r' ? TokenKind.Regex : TokenKind.String, letter is 'q' or 'w' or 'i' or 's' ? [] : Holes);
        if (letter == 'r')
        {
            scanner.Take(scanner.Peek(0) is 'i' or 'm' or 'x' ? 1 : 0, TokenKind.Regex);
        }

        scanner.Previous = Previous.Operand;
        return true;
    }

    // ?x where a value is expected.
    private static bool ReadCharacter(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || scanner.Next is '\0' or ' ' or '\n' or '\t' || char.IsAsciiLetterOrDigit(scanner.Peek(2)))
        {
            return false;
        }

        scanner.Take(scanner.Next == '\\' || char.IsHighSurrogate(scanner.Next) ? 3 : 2, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadSymbol(Scanner scanner)
    {
        if (scanner.Behind() == ':' || scanner.Next == ':' || (scanner.Previous == Previous.Operand && scanner.Behind() is not (' ' or '(' or ',')))
        {
            return false;
        }

        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && MethodPart.Contains(c))
        {
            length++;
        }

        if (length == 1 || char.IsAsciiDigit(scanner.Next))
        {
            var sign = scanner.Next is '[' ? (scanner.Peek(2) == ']' ? 3 : 0) : scanner.Next is '+' or '-' or '*' or '/' or '<' or '=' or '>' or '!' ? 2 : 0;
            if (sign == 0 || scanner.Previous == Previous.Operand)
            {
                return false;
            }

            length = sign;
        }
        else if (scanner.Peek(length) == '=' && scanner.Peek(length + 1) is not ('=' or '>' or '~'))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Constant);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadGlobal(Scanner scanner)
    {
        var length = 2;
        if (CharSet.NamePart.Contains(scanner.Next))
        {
            while (scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
            {
                length++;
            }
        }
        else if (scanner.Next is '\0' or ' ' or '\n')
        {
            return false;
        }

        scanner.Take(length, TokenKind.Variable);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
