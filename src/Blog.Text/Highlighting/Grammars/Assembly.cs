using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Assembly languages of several processors and assemblers.</summary>
internal static class Assembly
{
    private static readonly Words Registers = new Words(ignoresCase: true).Add(TokenKind.Variable,
        "rax rbx rcx rdx rsi rdi rbp rsp rip eax ebx ecx edx esi edi ebp esp eip ax bx cx dx si di bp sp ip al ah bl bh cl ch dl dh cs ds es fs gs ss "
        + "lr pc fp xzr wzr cr0 cr2 cr3 cr4 zero ra gp tp sil dil bpl spl");

    private static readonly Words Directives = new Words(ignoresCase: true).Add(TokenKind.Directive,
        "section segment global extern db dw dd dq dt resb resw resd resq equ times org bits use16 use32 use64 align proc endp ends assume include macro endm ptr byte word dword qword offset end struc");

    public static Mode Create() => new(
        new ToLineEnd(";"),
        new ToLineEnd("//"),
        CLike.BlockComment,
        new Special(CharSet.Of("#@"), ReadMarkedComment),
        CLike.DoubleQuoted,
        CLike.SingleQuoted,
        new Special(CharSet.Of("."), ReadDirective),
        new Special(CharSet.Of("%"), ReadPercent),
        new Prefixed("$", TokenKind.Number) { Start = CharSet.Digits | CharSet.Of("-"), Part = CharSet.NamePart },
        new Special(CharSet.Digits, ReadNumber),
        new Special(CharSet.NameStart | CharSet.Of("$"), ReadWord),
        CLike.Signs);

    // # and @ begin comments behind blanks, but #5 is a number and @function a type.
    private static bool ReadMarkedComment(Scanner scanner)
    {
        if (scanner.Current == '#' && (char.IsAsciiDigit(scanner.Next) || scanner.Next == '-'))
        {
            var length = 2;
            while (char.IsAsciiLetterOrDigit(scanner.Peek(length)))
            {
                length++;
            }

            scanner.Take(length, TokenKind.Number);
            return true;
        }

        if (scanner.Behind() is not (' ' or '\t' or '\n') || (scanner.Current == '@' && scanner.Next is not (' ' or '\t' or '\n' or '\0')))
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        return true;
    }

    private static bool ReadDirective(Scanner scanner)
    {
        var length = LengthOfWord(scanner, 1);
        if (length == 1)
        {
            return false;
        }

        scanner.Take(length, scanner.Peek(length) == ':' ? TokenKind.Label : scanner.Previous == Previous.Start ? TokenKind.Directive : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadPercent(Scanner scanner)
    {
        var length = LengthOfWord(scanner, 1);
        if (length == 1)
        {
            return false;
        }

        scanner.Take(length, scanner.Previous == Previous.Start && scanner.IsFirstOnLine ? TokenKind.Directive : TokenKind.Variable);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static int LengthOfWord(Scanner scanner, int length)
    {
        while (scanner.Peek(length) is not '\0' and var c && (CharSet.NamePart.Contains(c) || c is '.' or '$' or '@' && length > 0))
        {
            length++;
        }

        return length;
    }

    private static bool ReadNumber(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiLetterOrDigit(scanner.Peek(length)) || scanner.Peek(length) is '_' or '.')
        {
            length++;
        }

        scanner.Take(length, TokenKind.Number);
        scanner.TakeSign(scanner.Peek(0) == ':' ? 1 : 0, TokenKind.Punctuation);
        return true;
    }

    private static bool ReadWord(Scanner scanner)
    {
        var length = LengthOfWord(scanner, 1);
        var word = scanner.Text.AsSpan(scanner.Position, length);
        var isFirst = scanner.Previous == Previous.Start;
        if (scanner.Peek(length) == ':' && isFirst)
        {
            scanner.Take(length, TokenKind.Label);
            scanner.TakeSign(1, TokenKind.Punctuation);
            return true;
        }

        var kind = Directives.Contains(word) ? TokenKind.Directive : IsRegister(word) ? TokenKind.Variable : isFirst ? TokenKind.Keyword : TokenKind.Text;
        scanner.Take(length, kind);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // Names, or a letter with a number: r0 to r31, x29, w0, xmm15, st0, a0, t6.
    private static bool IsRegister(ReadOnlySpan<char> word)
    {
        if (Registers.Contains(word))
        {
            return true;
        }

        var digits = word.TrimStart("rxwvqdsatkRXWVQDSATKmymzYMZ");
        return digits.Length is 1 or 2 && word.Length - digits.Length is 1 or 3 && !digits.ContainsAnyExceptInRange('0', '9')
            || (word.Length > 2 && word[0] is 'r' && char.IsAsciiDigit(word[1]) && word[^1] is 'd' or 'w' or 'b');
    }
}
