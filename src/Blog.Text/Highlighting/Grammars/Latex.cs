using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>TeX and LaTeX, and Typst.</summary>
internal static class Latex
{
    private static readonly Words Verbatim = new Words().Keywords("verbatim verbatim* lstlisting minted Verbatim comment");

    private static readonly Words Headings = new Words().Keywords("part chapter section subsection subsubsection paragraph part* chapter* section* subsection* subsubsection* title frametitle");

    private static readonly Mode Math = new(
        new ToLineEnd("%"),
        new Special(CharSet.Of("\\"), ReadCommand))
    { Default = TokenKind.String, TakesLineEnds = true };

    private static readonly Mode Display = new(
        new Special(CharSet.Of("$"), scanner => Close(scanner, "$$")),
        new Special(CharSet.Of("\\"), scanner => Close(scanner, "\\)", "\\]") || ReadCommand(scanner)),
        new ToLineEnd("%"))
    { Default = TokenKind.String, TakesLineEnds = true };

    public static Mode Create() => new(
        new ToLineEnd("%"),
        new Special(CharSet.Of("\\"), scanner => OpenMath(scanner) || ReadEnvironment(scanner) || ReadHeading(scanner) || ReadCommand(scanner)),
        new Special(CharSet.Of("$"), ReadDollars),
        new Literal(TokenKind.Punctuation, "{", "}", "[", "]", "&", "_", "^", "~"));

    public static Mode CreateTypst() => new(
    [
        .. CLike.Comments,
        new Special(CharSet.Of("="), ReadTypstHeading),
        new Quoted("```") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("`") { Escapes = Escapes.None },
        new Quoted("$") { IsMultiLine = true, NeedsClose = true },
        new Quoted("\""),
        new Quoted("*") { Kind = TokenKind.Strong, NeedsClose = true, When = scanner => !char.IsWhiteSpace(scanner.Next) },
        new Quoted("_") { Kind = TokenKind.Emphasis, NeedsClose = true, When = scanner => !char.IsWhiteSpace(scanner.Next) && !char.IsLetterOrDigit(scanner.Behind()) },
        new Special(CharSet.Of("#"), ReadTypstCode),
        new Prefixed("@", TokenKind.Label) { Part = CharSet.NamePart | CharSet.Of("-:") },
        new Quoted("<", ">") { Kind = TokenKind.Label, Escapes = Escapes.None, NeedsClose = true, When = scanner => char.IsAsciiLetter(scanner.Next) },
        new Special(CharSet.Of("-+/"), scanner => scanner.Next == ' ' && scanner.IsFirstOnLine && Take(scanner, 1, TokenKind.Keyword)),
        new Number('\0') { Suffix = CharSet.Letters | CharSet.Of("%"), HasBarePoints = false },
        new Name(new Words().Keywords("let set show import include if else for while in return break continue as context").Constants("true false none auto")) { Part = CharSet.NamePart | CharSet.Of("-"), Call = TokenKind.Text, Refine = WordInText },
        CLike.Signs,
    ]);

    private static bool Take(Scanner scanner, int length, TokenKind kind)
    {
        scanner.Take(length, kind);
        return true;
    }

    private static bool Close(Scanner scanner, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            if (scanner.At(mark))
            {
                scanner.Take(mark.Length, TokenKind.String);
                scanner.Pop();
                return true;
            }
        }

        return false;
    }

    private static bool OpenMath(Scanner scanner)
    {
        if (scanner.Next is not ('(' or '[') || !scanner.CanNest)
        {
            return false;
        }

        scanner.Take(2, TokenKind.String);
        scanner.Push(Display);
        return true;
    }

    private static bool ReadDollars(Scanner scanner)
    {
        if (!scanner.CanNest)
        {
            return false;
        }

        if (scanner.Next == '$')
        {
            scanner.Take(2, TokenKind.String);
            scanner.Push(Display);
            return true;
        }

        scanner.Take(1, TokenKind.String);
        scanner.Push(new Frame { Mode = Math, Close = '$', CloseKind = TokenKind.String, OuterEnd = -1 });
        return true;
    }

    private static int LengthOfCommand(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiLetter(scanner.Peek(length)) || (length > 1 && scanner.Peek(length) == '@'))
        {
            length++;
        }

        return length == 1 ? 2 : scanner.Peek(length) == '*' ? length + 1 : length;
    }

    private static bool ReadCommand(Scanner scanner) => Take(scanner, LengthOfCommand(scanner), TokenKind.Keyword);

    // \begin{x} \end{x}; what stands in verbatim is nothing else.
    private static bool ReadEnvironment(Scanner scanner)
    {
        var isBegin = scanner.At("\\begin{");
        if (!isBegin && !scanner.At("\\end{"))
        {
            return false;
        }

        scanner.Take(isBegin ? 6 : 4, TokenKind.Keyword);
        scanner.TakeSign(1, TokenKind.Punctuation);
        var length = 0;
        while (scanner.Peek(length) is not ('\0' or '}' or '\n'))
        {
            length++;
        }

        var name = scanner.Text.AsSpan(scanner.Position, length);
        scanner.Take(length, TokenKind.Builtin);
        if (isBegin && Verbatim.Contains(name))
        {
            scanner.TakeSign(scanner.Peek(0) == '}' ? 1 : 0, TokenKind.Punctuation);
            var end = scanner.Find($"\\end{{{name}}}", scanner.Position);
            scanner.TakeTo(end < 0 ? scanner.End : end, name is "comment" ? TokenKind.Comment : TokenKind.String);
        }

        return true;
    }

    private static bool ReadHeading(Scanner scanner)
    {
        var length = LengthOfCommand(scanner);
        if (scanner.Peek(length) != '{' || !Headings.Contains(scanner.Text.AsSpan(scanner.Position + 1, length - 1)))
        {
            return false;
        }

        scanner.Take(length, TokenKind.Keyword);
        scanner.TakeSign(1, TokenKind.Punctuation);
        var end = scanner.Rest.IndexOfAny("}\n\\$");
        scanner.Take(end < 0 ? scanner.Rest.Length : end, TokenKind.Heading);
        return true;
    }

    private static bool ReadTypstHeading(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine)
        {
            return false;
        }

        var length = 1;
        while (scanner.Peek(length) == '=')
        {
            length++;
        }

        if (scanner.Peek(length) != ' ')
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Heading);
        return true;
    }

    private static bool ReadTypstCode(Scanner scanner)
    {
        if (!char.IsAsciiLetter(scanner.Next))
        {
            return false;
        }

        var length = 2;
        while (char.IsAsciiLetterOrDigit(scanner.Peek(length)) || scanner.Peek(length) is '-' or '_' or '.')
        {
            length++;
        }

        var isKeyword = scanner.Text.AsSpan(scanner.Position + 1, length - 1) is "let" or "set" or "show" or "import" or "include" or "if" or "for" or "while" or "return" or "else";
        return Take(scanner, length, isKeyword ? TokenKind.Keyword : TokenKind.FunctionName);
    }

    // Words are code only where the line begins with a number sign or an expression goes on; elsewhere they are prose.
    private static TokenKind WordInText(Scanner scanner, int end) => end < scanner.End && scanner.Text[end] == ':' && scanner.Behind() is '(' or ' ' ? TokenKind.Attribute : TokenKind.Text;
}
