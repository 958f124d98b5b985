using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>The shells of Windows: PowerShell and batch files.</summary>
internal static class PowerShell
{
    private static readonly Rule[] Holes =
    [
        new CodeHole("$(", ')'),
        new Special(CharSet.Of("$"), ReadVariable),
    ];

    public static Mode Create() => new(
    [
        new Block("<#", "#>"),
        new ToLineEnd("#"),
        new Quoted("@\"\n", "\n\"@") { Escapes = Escapes.None, IsMultiLine = true, Holes = Holes },
        new Quoted("@'\n", "\n'@") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("\"") { Escapes = Escapes.Backquote, IsMultiLine = true, Holes = Holes },
        new Quoted("'") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Special(CharSet.Of("$"), ReadVariable),
        new Special(CharSet.Of("["), ReadType),
        new Special(CharSet.Of("-"), ReadDash),
        new Special(CharSet.Of("`"), scanner =>
        {
            scanner.Take(scanner.Next == '\n' ? 1 : 2, TokenKind.Escape);
            return true;
        }),
        new Number { Suffix = CharSet.Of("lLdDkKmMgGtTpPbB"), HasBarePoints = false },
        new Name(new Words(ignoresCase: true)
            .Keywords("begin break catch continue data do dynamicparam else elseif end exit finally for foreach from if in param process return switch throw trap try until "
                + "using while")
            .Functions("function filter")
            .Classes("class enum"))
        { Part = CharSet.NamePart | CharSet.Of("-"), Call = TokenKind.Text, Refine = CommandName },
        CLike.Signs,
    ]);

    public static Mode CreateBatch() => new(
        new Special(CharSet.Of("rR:@"), ReadRemark),
        new Prefixed(":", TokenKind.Label) { Place = Place.FirstOnLine },
        new Quoted("\"") { Escapes = Escapes.None, Holes = [new Special(CharSet.Of("%"), ReadPercent)] },
        new Special(CharSet.Of("%"), ReadPercent),
        new Quoted("!") { Escapes = Escapes.None, Kind = TokenKind.Variable, NeedsClose = true },
        new Number('\0'),
        new Name(new Words(ignoresCase: true)
            .Keywords("if else for in do goto call exit setlocal endlocal not exist defined errorlevel equ neq lss leq gtr geq shift")
            .Builtins("echo set copy xcopy del move md mkdir rd rmdir cd chdir dir type pause cls start title color ren rename pushd popd assoc ftype ver vol where find findstr "
                + "attrib robocopy tasklist taskkill reg net ping timeout choice sc powershell off on"))
        { Call = TokenKind.Text },
        CLike.Signs);

    private static bool ReadVariable(Scanner scanner)
    {
        if (scanner.Next == '{')
        {
            var close = scanner.Find("}", scanner.Position);
            scanner.TakeTo(close < 0 || close > scanner.LineEnd ? scanner.Position + 2 : close + 1, TokenKind.Variable);
            scanner.Previous = Previous.Operand;
            return true;
        }

        if (scanner.Next is '$' or '?' or '^' or '_' && !CharSet.NamePart.Contains(scanner.Peek(2)))
        {
            scanner.Take(2, TokenKind.Variable);
            scanner.Previous = Previous.Operand;
            return true;
        }

        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && (CharSet.NamePart.Contains(c) || (c == ':' && length > 1 && CharSet.NameStart.Contains(scanner.Peek(length + 1)) && scanner.Peek(length + 1) != 0)))
        {
            length++;
        }

        if (length == 1)
        {
            return false;
        }

        var name = scanner.Text.AsSpan(scanner.Position + 1, length - 1);
        scanner.Take(length, name.Equals("true", StringComparison.OrdinalIgnoreCase) || name.Equals("false", StringComparison.OrdinalIgnoreCase) || name.Equals("null", StringComparison.OrdinalIgnoreCase)
            ? TokenKind.Constant : TokenKind.Variable);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // [string]$x
    private static bool ReadType(Scanner scanner)
    {
        var length = 1;
        while (length < 80 && scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '.' or '_' || (c is '[' or ']' && scanner.Peek(length - 1) != c)))
        {
            length++;
        }

        if (length < 3 || scanner.Peek(length - 1) != ']' || char.IsAsciiDigit(scanner.Next) || scanner.Behind() is not (' ' or '\n' or '(' or ',' or '=' or '\t' or ']'))
        {
            return false;
        }

        scanner.Take(length, TokenKind.Type);
        return true;
    }

    // -eq is an operator, -Path a parameter.
    private static bool ReadDash(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiLetter(scanner.Peek(length)))
        {
            length++;
        }

        if (length == 1 || CharSet.NamePart.Contains(scanner.Behind()))
        {
            return false;
        }

        var isOperator = Operators.Contains(scanner.Text.AsSpan(scanner.Position + 1, length - 1));
        if (isOperator)
        {
            scanner.TakeSign(length);
        }
        else
        {
            scanner.Take(length, TokenKind.Attribute);
        }

        scanner.Previous = Previous.Operator;
        return true;
    }

    private static readonly Words Operators = new Words(ignoresCase: true).Keywords(
        "eq ne gt ge lt le like notlike match notmatch contains notcontains in notin replace split join is isnot as and or not xor band bor bnot bxor shl shr f ceq cne cgt cge clt cle "
        + "clike cmatch creplace ieq ine");

    // Verb-Noun
    private static TokenKind CommandName(Scanner scanner, int end)
    {
        var name = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        var dash = name.IndexOf('-');
        return dash > 0 && dash + 1 < name.Length && char.IsAsciiLetter(name[dash + 1]) ? TokenKind.Builtin : TokenKind.Text;
    }

    private static bool ReadRemark(Scanner scanner)
    {
        var start = scanner.Current == '@' ? 1 : 0;
        var rest = scanner.Rest[start..];
        var isRemark = rest.StartsWith("::", StringComparison.Ordinal)
            || (rest.StartsWith("rem", StringComparison.OrdinalIgnoreCase) && (rest.Length == 3 || rest[3] is ' ' or '\n' or '\t'));
        if (!isRemark || scanner.Behind() is not ('\n' or ' ' or '\t' or '&' or '('))
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
        return true;
    }

    // %x% %%x %1 %~dp0
    private static bool ReadPercent(Scanner scanner)
    {
        var rest = scanner.Rest;
        if (rest.Length > 1 && (rest[1] is '%' or '~' or '*' || char.IsAsciiDigit(rest[1])))
        {
            var length = 2;
            while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] == '~') && length < 8)
            {
                length++;
            }

            scanner.Take(char.IsAsciiDigit(rest[1]) || rest[1] == '*' ? 2 : length, TokenKind.Variable);
            return true;
        }

        var close = rest[1..].IndexOfAny("%\n ");
        if (close < 0 || rest[close + 1] != '%')
        {
            return false;
        }

        scanner.Take(close + 2, TokenKind.Variable);
        return true;
    }
}
