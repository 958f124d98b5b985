using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Languages that describe messages and grammars: Protocol Buffers, Thrift, BNF, ANTLR, regular expressions.</summary>
internal static class Schemas
{
    public static Mode CreateProto() => new(
    [
        .. CLike.Comments,
        .. CLike.Strings,
        new Number('\0'),
        new Name(new Words()
            .Keywords("syntax edition import weak public option returns stream oneof map repeated optional required reserved extensions extend group to max package")
            .Functions("rpc")
            .Classes("message enum service")
            .Types("double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes")
            .Constants("true false"))
        { Call = TokenKind.Text },
        CLike.Signs,
    ]);

    public static Mode CreateThrift() => new(
    [
        new ToLineEnd("#"),
        .. CLike.Comments,
        .. CLike.Strings,
        CLike.Annotation,
        new Number('\0'),
        new Name(new Words()
            .Keywords("namespace include const typedef extends throws oneway optional required senum async")
            .Classes("struct union exception enum service")
            .Types("void bool byte i8 i16 i32 i64 double string binary list set map")
            .Constants("true false")),
        CLike.Signs,
    ]);

    public static Mode CreateBnf() => new(
        new Block("(*", "*)"),
        new ToLineEnd(";"),
        new ToLineEnd("//"),
        new ToLineEnd("#") { Place = Place.FirstOnLine },
        new Quoted("\"") { Escapes = Escapes.None },
        new Quoted("'") { Escapes = Escapes.None },
        new Quoted("<", ">") { Escapes = Escapes.None, NeedsClose = true, Kind = TokenKind.ClassName },
        new Special(CharSet.Of("?"), ReadSpecialSequence),
        new Number('\0') { HasBarePoints = false },
        new Name(new()) { Part = CharSet.NamePart | CharSet.Of("-"), Call = TokenKind.Text, Refine = RuleName },
        CLike.Signs);

    public static Mode CreateAntlr() => new(
        CLike.LineComment,
        new Block("/**", "*/", TokenKind.DocComment),
        CLike.BlockComment,
        CLike.SingleQuoted,
        CLike.DoubleQuoted,
        new Quoted("[", "]") { Kind = TokenKind.Regex, EscapeKind = TokenKind.Regex },
        CLike.Annotation,
        new Name(new Words().Keywords("grammar lexer parser fragment import options tokens channels mode returns locals throws catch finally skip pushMode popMode type channel more"))
        { Capital = TokenKind.ClassName, AllCapitals = TokenKind.Constant, Call = TokenKind.Text, Refine = RuleName },
        CLike.Signs);

    public static Mode CreateRegex() => new(
        new Special(CharSet.Of("\\"), scanner =>
        {
            scanner.Take(EscapeLength.Of(scanner), TokenKind.Escape);
            return true;
        }),
        new Special(CharSet.Of("["), ReadClass),
        new Special(CharSet.Of("("), ReadGroup),
        new Special(CharSet.Of("{"), ReadQuantifier),
        new Literal(TokenKind.Keyword, "*", "+", "?", "|", ")", "^", "$", "."));

    // A rule is defined where a sign for that follows.
    private static TokenKind RuleName(Scanner scanner, int end)
    {
        while (end < scanner.End && scanner.Text[end] == ' ')
        {
            end++;
        }

        return end < scanner.End && (scanner.Text[end] == '=' || (scanner.Text[end] == ':' && scanner.IsFirstOnLine)) ? TokenKind.ClassName : TokenKind.Text;
    }

    // ? said in words ?
    private static bool ReadSpecialSequence(Scanner scanner)
    {
        var close = scanner.Next == ' ' ? scanner.Rest[1..].IndexOfAny('?', '\n') : -1;
        if (close < 0 || scanner.Rest[close + 1] != '?')
        {
            return false;
        }

        scanner.Take(close + 2, TokenKind.String);
        return true;
    }

    private static bool ReadClass(Scanner scanner)
    {
        var rest = scanner.Rest;
        var end = rest.Length > 1 && rest[1] == '^' ? 2 : 1;
        end += end < rest.Length && rest[end] == ']' ? 1 : 0;
        while (end < rest.Length && rest[end] is not (']' or '\n'))
        {
            end += rest[end] == '\\' ? 2 : 1;
        }

        scanner.Work += end;
        scanner.Take(end + (end < rest.Length && rest[end] == ']' ? 1 : 0), TokenKind.String);
        return true;
    }

    // (?:…), (?<name>…), (?=…)
    private static bool ReadGroup(Scanner scanner)
    {
        var length = 1;
        if (scanner.Next == '?')
        {
            length = scanner.Peek(2) is '<' or 'P' && scanner.Peek(3) is not ('=' or '!') ? LengthOfName(scanner) : scanner.Peek(2) == '<' ? 4 : 3;
        }

        scanner.Take(length, TokenKind.Keyword);
        return true;
    }

    private static int LengthOfName(Scanner scanner)
    {
        var length = 3;
        while (length < 60 && scanner.Peek(length) is not ('\0' or '>' or ')' or '\n'))
        {
            length++;
        }

        return length + (scanner.Peek(length) == '>' ? 1 : 0);
    }

    private static bool ReadQuantifier(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiDigit(scanner.Peek(length)) || scanner.Peek(length) == ',')
        {
            length++;
        }

        if (length == 1 || scanner.Peek(length) != '}')
        {
            return false;
        }

        scanner.Take(length + 1, TokenKind.Number);
        return true;
    }
}
