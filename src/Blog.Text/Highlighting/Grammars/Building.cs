using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Files that tools build from: Makefile, CMake, Dockerfile, Terraform.</summary>
internal static class Building
{
    private static readonly Words Instructions = new Words(ignoresCase: true).Keywords(
        "FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL MAINTAINER");

    private static readonly Words MakeWords = new Words().Keywords("ifeq ifneq ifdef ifndef else endif include -include sinclude define endef export unexport override vpath");

    private static readonly Rule DollarVariable = new VariableHole('$', CharSet.NameStart, CharSet.NamePart) { Singles = CharSet.Digits };

    private static readonly Rule BracedVariable = new Quoted("${", "}") { Escapes = Escapes.None, Kind = TokenKind.Variable, NeedsClose = true };

    // ${${prefix}_NAME}: a variable whose name has one in it.
    private static readonly Rule[] CmakeVariables =
    [
        new Quoted("${", "}") { Escapes = Escapes.None, Kind = TokenKind.Variable, NeedsClose = true, Holes = [BracedVariable] },
        new Quoted("$ENV{", "}") { Escapes = Escapes.None, Kind = TokenKind.Variable, NeedsClose = true, Holes = [BracedVariable] },
    ];

    // In capitals only, unlike commands: small letters make them names and text.
    private static readonly Words CmakeOperators = new Words().Keywords(
        "NOT AND OR DEFINED EXISTS IS_DIRECTORY IS_SYMLINK IS_ABSOLUTE IS_NEWER_THAN IN_LIST MATCHES EQUAL LESS GREATER LESS_EQUAL GREATER_EQUAL "
            + "STREQUAL STRLESS STRGREATER STRLESS_EQUAL STRGREATER_EQUAL PATH_EQUAL "
            + "VERSION_EQUAL VERSION_LESS VERSION_GREATER VERSION_LESS_EQUAL VERSION_GREATER_EQUAL");

    public static Mode CreateMakefile() => new(
        new Special(CharSet.Of("\t"), ReadRecipe),
        new ToLineEnd("#") { GoesOnAfterBackslash = true },
        new Special(CharSet.Of("$"), ReadReference),
        new Quoted("\"") { NeedsClose = true },
        new Quoted("'") { Escapes = Escapes.None, NeedsClose = true },
        new Special(CharSet.Except(CharSet.All, " \t\n#$:=()\\"), ReadMakeLine));

    public static Mode CreateCmake() => new(
    [
        new Special(CharSet.Of("#"), ReadBracketComment),
        new ToLineEnd("#"),
        new Quoted("\"") { IsMultiLine = true, Holes = CmakeVariables },
        .. CmakeVariables,
        new Quoted("[[", "]]") { Escapes = Escapes.None, IsMultiLine = true },
        new Special(CharSet.Of("\\"), ReadCmakeEscape),
        new Number('\0') { Suffix = CharSet.Digits | CharSet.Of(".") },
        new Name(new Words(ignoresCase: true)
            .Keywords("if else elseif endif foreach endforeach while endwhile break continue return function endfunction macro endmacro include")
            .Constants("on off true false"))
        {
            Part = CharSet.NamePart | CharSet.Of("-+."),
            AllCapitals = TokenKind.Constant,
            Refine = (scanner, end) => CmakeOperators.Contains(scanner.Text.AsSpan(scanner.Position, end - scanner.Position)) ? TokenKind.Keyword : TokenKind.Text,
        },
        CLike.Signs,
    ]);

    // -DNAME=\"x\": no string begins there.
    private static bool ReadCmakeEscape(Scanner scanner)
    {
        scanner.Take(scanner.Next is '\0' or '\n' ? 1 : 2, scanner.Next is '\0' or '\n' ? TokenKind.Text : TokenKind.Escape);
        return true;
    }

    public static Mode CreateDockerfile() => new(
        new ToLineEnd("#") { Place = Place.FirstOnLine },
        new Special(CharSet.Letters, ReadInstruction),
        new Quoted("\"") { Holes = [BracedVariable, DollarVariable] },
        new Quoted("'"),
        new Special(CharSet.Of("<"), ReadDockerHeredoc),
        BracedVariable,
        DollarVariable,
        new Prefixed("--", TokenKind.Attribute) { Part = CharSet.NamePart | CharSet.Of("-") },
        new Literal(TokenKind.Text, "\\\n"),
        new Special(CharSet.NamePart | CharSet.Of("/.-:@"), ReadDockerWord));

    public static Mode CreateTerraform() => new(
    [
        new ToLineEnd("#"),
        CLike.LineComment,
        CLike.BlockComment,
        new Quoted("\"") { Holes = [new CodeHole("${", '}')] },
        new Special(CharSet.Of("<"), ReadTerraformHeredoc),
        new Number('\0') { HasBarePoints = false },
        new Name(new Words()
            .Keywords("resource variable output module provider data locals terraform backend provisioner moved import check removed for in if dynamic for_each count depends_on lifecycle content "
                + "required_providers ephemeral")
            .Types("string number bool list map set object tuple any")
            .Constants("true false null")
            .Builtins("var local each self path"))
        { Part = CharSet.NamePart | CharSet.Of("-"), Refine = KeyBeforeEquals },
        CLike.Signs,
    ]);

    // A recipe is a line of the shell.
    private static bool ReadRecipe(Scanner scanner)
    {
        if (!scanner.IsAtLineStart)
        {
            return false;
        }

        var end = scanner.LineEnd;
        while (end < scanner.End && scanner.Text[end - 1] == '\\')
        {
            end = scanner.Find('\n', end + 1) is >= 0 and var next ? next : scanner.End;
        }

        scanner.Take(1, TokenKind.Text);
        if (scanner.Peek(0) is '@' or '-' or '+')
        {
            scanner.Take(1, TokenKind.Text);
        }

        if (!scanner.Embed(Shell.Recipe, end))
        {
            scanner.TakeTo(end, TokenKind.Text);
        }

        return true;
    }

    /// <summary><c>$(x)</c>, <c>${x}</c>, <c>$@</c>, and functions: <c>$(patsubst …)</c>.</summary>
    internal static bool ReadReference(Scanner scanner)
    {
        if (scanner.Next is not ('(' or '{'))
        {
            scanner.Take(scanner.Next is '\0' or '\n' or ' ' ? 1 : 2, scanner.Next == '$' ? TokenKind.Text : TokenKind.Variable);
            scanner.Previous = Previous.Operand;
            return true;
        }

        var length = 2;
        while (scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
        {
            length++;
        }

        var close = scanner.Next == '(' ? ')' : '}';
        if (scanner.Peek(length) == close)
        {
            scanner.Take(length + 1, TokenKind.Variable);
            scanner.Previous = Previous.Operand;
            return true;
        }

        if (!scanner.CanNest)
        {
            return false;
        }

        var open = scanner.Next;
        scanner.Take(2, TokenKind.Variable);
        scanner.Take(length - 2, scanner.Peek(length - 2) == ' ' ? TokenKind.Builtin : TokenKind.Variable);
        scanner.Push(new Frame { Mode = Arguments, Open = open, Close = close, CloseKind = TokenKind.Variable, EndsWithLine = true, OuterEnd = -1 });
        return true;
    }

    private static readonly Mode Arguments = new(new Special(CharSet.Of("$"), ReadReference), new Literal(TokenKind.Text, "\\\n"));

    // target: …, NAME = …, ifeq …
    private static bool ReadMakeLine(Scanner scanner)
    {
        var isFirst = scanner.IsFirstOnLine;
        var length = 1;
        while (scanner.Peek(length) is not ('\0' or ' ' or '\t' or '\n' or '#' or '$' or ':' or '=' or '(' or ')' or '\\'))
        {
            length++;
        }

        var word = scanner.Text.AsSpan(scanner.Position, length);
        if (isFirst && MakeWords.Contains(word))
        {
            scanner.Take(length, TokenKind.Keyword);
            return true;
        }

        var isDefinition = isFirst || scanner.Previous != Previous.Operand;
        scanner.Take(length, isDefinition ? KindOfMakeWord(scanner, length) : TokenKind.Text);
        scanner.Previous = isDefinition && scanner.Peek(0) is not ('\n' or '\0') && KindOfMakeWord(scanner, 0) == TokenKind.FunctionName ? Previous.Start : Previous.Operand;
        return true;
    }

    // What follows on the line: := ?= += = make a variable, a colon a target.
    private static TokenKind KindOfMakeWord(Scanner scanner, int length)
    {
        var line = scanner.Text.AsSpan(scanner.Position + length, Math.Max(0, scanner.LineEnd - scanner.Position - length));
        var sign = line.IndexOfAny(':', '=');
        scanner.Work += Math.Max(0, sign) / 8;
        if (sign < 0)
        {
            return TokenKind.Text;
        }

        if (line[sign] == '=' || (sign + 1 < line.Length && line[sign + 1] == '=') || (sign + 2 < line.Length && line[sign + 1] == ':' && line[sign + 2] == '='))
        {
            return line[..sign].Trim() is "" or "?" or "+" or "!" ? TokenKind.Variable : TokenKind.Text;
        }

        return TokenKind.FunctionName;
    }

    // #[[ … ]] and #[=[ … ]=]
    private static bool ReadBracketComment(Scanner scanner)
    {
        var level = 0;
        while (scanner.Peek(2 + level) == '=' && level < 20)
        {
            level++;
        }

        if (scanner.Next != '[' || scanner.Peek(2 + level) != '[')
        {
            return false;
        }

        var close = $"]{new string('=', level)}]";
        var end = scanner.Find(close, scanner.Position);
        scanner.TakeTo(end < 0 ? scanner.End : end + close.Length, TokenKind.Comment);
        return true;
    }

    // An instruction at the start of a line; those that run something are followed by the shell.
    private static bool ReadInstruction(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiLetter(scanner.Peek(length)))
        {
            length++;
        }

        var word = scanner.Text.AsSpan(scanner.Position, length);
        if (scanner.Peek(length) is not (' ' or '\n' or '\0' or '\t'))
        {
            return false;
        }

        if (scanner.Previous != Previous.Start || !Instructions.Contains(word))
        {
            var isAlias = word.Equals("AS", StringComparison.OrdinalIgnoreCase) && scanner.Behind() == ' ';
            scanner.Take(length, isAlias ? TokenKind.Keyword : TokenKind.Text);
            scanner.Previous = Previous.Operand;
            return true;
        }

        var runs = word.Equals("RUN", StringComparison.OrdinalIgnoreCase) || word.Equals("CMD", StringComparison.OrdinalIgnoreCase) || word.Equals("ENTRYPOINT", StringComparison.OrdinalIgnoreCase);
        var isNested = word.Equals("ONBUILD", StringComparison.OrdinalIgnoreCase) || word.Equals("HEALTHCHECK", StringComparison.OrdinalIgnoreCase);
        scanner.Take(length, TokenKind.Keyword);
        scanner.Previous = isNested ? Previous.Start : Previous.Operand;
        if (runs && !scanner.Rest.TrimStart(' ').StartsWith("[", StringComparison.Ordinal) && !scanner.Rest.TrimStart(' ').StartsWith("<<", StringComparison.Ordinal))
        {
            EmbedShell(scanner);
        }

        return true;
    }

    // To the end of the command: lines go on behind a backslash, and comments between them do not end it.
    private static void EmbedShell(Scanner scanner)
    {
        var end = scanner.LineEnd;
        while (end < scanner.End && (scanner.Text[end - 1] == '\\' || IsComment(scanner.Text, end, scanner.Position)))
        {
            end = scanner.Find('\n', end + 1) is >= 0 and var next ? next : scanner.End;
        }

        if (!scanner.Embed(Shell.Script, end))
        {
            scanner.TakeTo(end, TokenKind.Text);
        }
    }

    private static bool IsComment(string text, int lineEnd, int start)
    {
        var line = text.LastIndexOf('\n', lineEnd - 1) + 1;
        return line > start && text.AsSpan(line, lineEnd - line).TrimStart().StartsWith("#", StringComparison.Ordinal);
    }

    private static bool ReadDockerHeredoc(Scanner scanner)
    {
        if (scanner.Next != '<')
        {
            return false;
        }

        var start = scanner.Peek(2) == '-' ? 3 : 2;
        var quote = scanner.Peek(start) is '"' or '\'' ? 1 : 0;
        var end = start + quote;
        while (CharSet.NamePart.Contains(scanner.Peek(end)) && scanner.Peek(end) != 0)
        {
            end++;
        }

        if (end == start + quote)
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start + quote, end - start - quote), Shell.Script, start == 3));
        scanner.Take(end + quote, TokenKind.String);
        return true;
    }

    private static bool ReadDockerWord(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not ('\0' or ' ' or '\t' or '\n' or '"' or '\'' or '$' or '=' or '\\' or '[' or ','))
        {
            length++;
        }

        var isNumber = !scanner.Text.AsSpan(scanner.Position, length).ContainsAnyExceptInRange('0', '9');
        scanner.Take(length, isNumber ? TokenKind.Number : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }

    private static bool ReadTerraformHeredoc(Scanner scanner)
    {
        if (scanner.Next != '<')
        {
            return false;
        }

        var start = scanner.Peek(2) == '-' ? 3 : 2;
        var end = start;
        while (CharSet.NamePart.Contains(scanner.Peek(end)) && scanner.Peek(end) != 0)
        {
            end++;
        }

        if (end == start)
        {
            return false;
        }

        scanner.Await(new(scanner.Text.Substring(scanner.Position + start, end - start), Shell.PlainString, start == 3));
        scanner.Take(end, TokenKind.String);
        return true;
    }

    private static TokenKind KeyBeforeEquals(Scanner scanner, int end)
    {
        while (end < scanner.End && scanner.Text[end] == ' ')
        {
            end++;
        }

        return end + 1 < scanner.End && scanner.Text[end] == '=' && scanner.Text[end + 1] != '=' && scanner.Behind() != '.' ? TokenKind.Attribute : TokenKind.Text;
    }
}
