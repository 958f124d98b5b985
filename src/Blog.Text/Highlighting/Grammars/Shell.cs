using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Shell scripts of the Bourne family. The first word of a command is special, the others are plain.</summary>
internal sealed class Shell
{
    // The number of a frame: a variable has been set, and the command is still to come.
    private const int Assigned = 1;

    private static readonly CharSet WordPart = CharSet.NamePart | CharSet.Of("./-+:@%~,^*?!\\");

    private static readonly Words Words = new Words()
        .Keywords("if then elif else fi for while until do done case esac select time coproc return break continue exit export local readonly declare typeset unset shift "
            + "source alias eval exec set trap in")
        .Functions("function")
        .Builtins("echo printf cd pwd read test true false ls cat grep egrep sed awk find xargs curl wget git docker kubectl npm npx yarn pip pip3 python python3 sudo apt "
            + "apt-get yum dnf brew mkdir rmdir rm cp mv ln chmod chown tar ssh scp make head tail sort uniq wc tr cut tee touch kill ps which type let bg fg jobs wait "
            + "pushd popd umask ulimit getopts hash history bind builtin caller command compgen complete dirs disown enable fc help logout shopt times unalias mapfile "
            + "systemctl service node go cargo java");

    // Behind these another command begins.
    private static readonly Words Openers = new Words().Keywords("if then elif else while until do time coproc");

    // Before the script below, which needs it.
    internal static Mode PlainString { get; } = new() { Default = TokenKind.String, TakesLineEnds = true, IsString = true };

    private readonly Mode _code;
    private readonly Mode _heredoc;
    private readonly Mode _expansion;

    private Shell(bool isRecipe)
    {
        Rule[] variables =
        [
            .. isRecipe ? new Rule[] { new Special(CharSet.Of("$"), Building.ReadReference) } : [],
            new Special(CharSet.Of("$"), ReadExpansion),
            new VariableHole('$', CharSet.NameStart, CharSet.NamePart) { Singles = CharSet.Of("0123456789@#?$!*-_") },
        ];
        Rule[] holes = [.. variables, new Special(CharSet.Of("`"), ReadBackquotes)];
        Rule[] strings =
        [
            new Quoted("\"") { IsMultiLine = true, Holes = holes },
            new Quoted("$\"", "\"") { IsMultiLine = true, Holes = holes },
            new Quoted("$'", "'") { IsMultiLine = true },
            new Quoted("'") { IsMultiLine = true, Escapes = Escapes.None },
        ];
        _expansion = new([.. strings, .. holes]) { Default = TokenKind.Variable, TakesLineEnds = true };
        _heredoc = new([.. holes, new Special(CharSet.Of("\\"), ReadEscape)]) { Default = TokenKind.String, TakesLineEnds = true, IsString = true };
        _code = new(
        [
            new ToLineEnd("#") { Place = Place.AfterBlank },
            .. strings,
            .. holes,
            new Special(CharSet.Of("\\"), ReadCodeEscape),
            new Special(CharSet.Of("<"), ReadHeredoc),
            new Special(CharSet.NamePart | CharSet.Of("./-+%~:@^*?!"), scanner => ReadWord(scanner, showsOptions: !isRecipe)),
            new Special(CharSet.Of("["), ReadTest),
            new Special(CharSet.Of("();|&{}<>="), ReadSign),
        ]);
    }

    /// <summary>A script, whatever it begins with.</summary>
    public static Mode Script { get; } = new Shell(isRecipe: false)._code;

    /// <summary>A line of a Makefile, where a dollar is first of all one of make.</summary>
    public static Mode Recipe { get; } = new Shell(isRecipe: true)._code;

    public static Mode Create()
    {
        return new(new Special(CharSet.All, scanner =>
        {
            // A block that begins with a prompt is a session.
            var isSession = scanner.Position == scanner.Start && (scanner.At("$ ") || scanner.At("# $ "));
            scanner.Push(isSession ? Languages.Root("console") : Script);
            return true;
        }))
        { TakesLineEnds = true };
    }

    private static bool ReadEscape(Scanner scanner)
    {
        scanner.Take(2, TokenKind.Escape);
        return true;
    }

    private static bool ReadCodeEscape(Scanner scanner)
    {
        var isLineEnd = scanner.Next == '\n';
        scanner.Take(2, isLineEnd ? TokenKind.Text : TokenKind.Escape);
        scanner.Previous = isLineEnd ? scanner.Previous : Previous.Operand;
        return true;
    }

    // $(…), $((…)), ${…}
    private bool ReadExpansion(Scanner scanner)
    {
        if (!scanner.CanNest || scanner.Next is not ('(' or '{'))
        {
            return false;
        }

        if (scanner.Next == '(')
        {
            var isString = scanner.Top.Mode.IsString;
            scanner.Take(2, isString ? TokenKind.Escape : TokenKind.Variable);
            scanner.PushHole(_code, '(', ')', isString ? TokenKind.Escape : TokenKind.Variable);
            return true;
        }

        scanner.Take(2, TokenKind.Variable);
        scanner.PushHole(_expansion, '{', '}', TokenKind.Variable);
        return true;
    }

    private bool ReadBackquotes(Scanner scanner)
    {
        if (!scanner.CanNest)
        {
            return false;
        }

        scanner.Take(1, TokenKind.Escape);
        scanner.PushHole(_code, '\0', '`', TokenKind.Escape);
        return true;
    }

    // <<X, <<-X, <<'X', but not <<<.
    private bool ReadHeredoc(Scanner scanner)
    {
        if (scanner.Next != '<' || scanner.Peek(2) == '<')
        {
            return false;
        }

        var start = scanner.Peek(2) is '-' or '~' ? 3 : 2;
        var isIndented = start == 3;
        while (scanner.Peek(start) == ' ')
        {
            start++;
        }

        var quote = scanner.Peek(start) is '\'' or '"' or '\\' ? scanner.Peek(start++) : '\0';
        var end = start;
        while (scanner.Peek(end) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            end++;
        }

        if (end == start)
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start, end - start), quote == 0 ? _heredoc : PlainString, isIndented));
        scanner.Take(quote is '\'' or '"' && scanner.Peek(end) == quote ? end + 1 : end, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadWord(Scanner scanner, bool showsOptions)
    {
        var end = scanner.Position + 1;
        while (end < scanner.End && WordPart.Contains(scanner.Text[end]) && scanner.Text[end] != '\\' && !IsAssignment(scanner, end))
        {
            end++;
        }

        var word = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        var isValue = scanner.Top.Number == Assigned && scanner.Behind() == '=';
        var isFirst = scanner.Previous is Previous.Start or Previous.Keyword;
        var kind = isFirst ? KindOfFirst(scanner, word, end) : KindOfOther(scanner, word, end, showsOptions);
        var announces = kind == TokenKind.Keyword && word is "function" ? TokenKind.FunctionName : TokenKind.Text;
        var opens = (kind == TokenKind.Keyword && Openers.Contains(word)) || word is "!";
        scanner.TakeTo(end, kind);
        scanner.Expected = announces;
        scanner.Top.Number = isFirst && kind == TokenKind.Variable ? Assigned : 0;
        scanner.Previous = isValue ? Previous.Start : opens ? Previous.Start : announces != TokenKind.Text ? Previous.Start : kind == TokenKind.Builtin && word is "sudo" or "xargs" ? Previous.Start : Previous.Operand;
        return true;
    }

    private static bool IsAssignment(Scanner scanner, int place) => scanner.Text[place] == '+' && place + 1 < scanner.End && scanner.Text[place + 1] == '=';

    private static TokenKind KindOfFirst(Scanner scanner, ReadOnlySpan<char> word, int end)
    {
        var next = end < scanner.End ? scanner.Text[end] : '\0';
        if (scanner.Expected != TokenKind.Text)
        {
            return scanner.Expected;
        }

        if (next == '=' || (next is '+' or '[' && IsName(word) && scanner.Text.AsSpan(end, Math.Min(40, scanner.End - end)) is var rest && (rest.StartsWith("+=", StringComparison.Ordinal)
            || (next == '[' && rest.IndexOf("]=", StringComparison.Ordinal) > 0 && rest.IndexOf(' ') is var blank && (blank < 0 || blank > rest.IndexOf("]=", StringComparison.Ordinal))))))
        {
            return IsName(word) ? TokenKind.Variable : TokenKind.Text;
        }

        if (next == '(' && end + 1 < scanner.End && scanner.Text[end + 1] == ')')
        {
            return TokenKind.FunctionName;
        }

        return Words.TryFind(word, out var known) ? known.Kind : word is "[" ? TokenKind.Builtin : IsNumber(word) ? TokenKind.Number : TokenKind.Text;
    }

    private static TokenKind KindOfOther(Scanner scanner, ReadOnlySpan<char> word, int end, bool showsOptions)
    {
        if (word is "in" or "do" or "then" && scanner.Behind() is ' ' or ';')
        {
            return TokenKind.Keyword;
        }

        if (showsOptions && word[0] == '-' && word.Length > 1 && !char.IsAsciiDigit(word[1]) && scanner.Behind() is ' ' or '\t' or '\n')
        {
            return TokenKind.Attribute;
        }

        var next = end < scanner.End ? scanner.Text[end] : '\0';
        return next == '=' && IsName(word) && scanner.Behind() == ' ' ? TokenKind.Variable : IsNumber(word) ? TokenKind.Number : TokenKind.Text;
    }

    private static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!CharSet.NamePart.Contains(c))
            {
                return false;
            }
        }

        return word.Length > 0 && !char.IsAsciiDigit(word[0]);
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => word.Length > 0 && !word.ContainsAnyExceptInRange('0', '9');

    private static bool ReadTest(Scanner scanner)
    {
        var length = scanner.Next == '[' ? 2 : 1;
        if (scanner.Previous == Previous.Operand || scanner.Peek(length) is not (' ' or '\n'))
        {
            return false;
        }

        scanner.Take(length, TokenKind.Builtin);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadSign(Scanner scanner)
    {
        var c = scanner.Current;
        scanner.TakeSign(1, c is '(' or ')' or '{' or '}' or ';' ? TokenKind.Punctuation : TokenKind.Operator);
        scanner.Previous = c is '<' or '>' or '=' ? Previous.Operator : c == '{' && scanner.Previous == Previous.Operand ? Previous.Operand : Previous.Start;
        return true;
    }
}
