using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Rust
{
    private static readonly Mode AttributeMode = new(CLike.LineComment, CLike.DoubleQuoted) { Default = TokenKind.Decorator, TakesLineEnds = true };

    public static Mode Create() => new(
    [
        new ToLineEnd("//!", TokenKind.DocComment),
        new Block("/*!", "*/", TokenKind.DocComment) { IsNested = true },
        .. CLike.NestedComments,
        new Special(CharSet.Of("#"), ReadAttribute),
        new Special(CharSet.Of("rbc"), ReadRawString),
        new Quoted("b\"", "\"") { IsMultiLine = true },
        new Quoted("c\"", "\"") { IsMultiLine = true },
        new Quoted("\"") { IsMultiLine = true },
        new Quoted("b'", "'"),
        new Special(CharSet.Of("'"), ReadCharacterOrLifetime),
        new Number { Suffix = CharSet.NamePart, HasBarePoints = false },
        new Name(new Words()
            .Keywords("as async await break const continue crate dyn else extern for gen if impl in let loop macro_rules match mod move mut pub ref return self Self static "
                + "super unsafe use where while yield")
            .Functions("fn")
            .Classes("struct enum trait type union")
            .Types("bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 String Vec Option Result Box")
            .Builtins("Some None Ok Err")
            .Constants("true false"))
        { Capital = TokenKind.ClassName, Refine = MacroName, HasWordsBehindDots = true },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    private static TokenKind MacroName(Scanner scanner, int end) =>
        end + 1 < scanner.End && scanner.Text[end] == '!' && scanner.Text[end + 1] != '=' ? TokenKind.FunctionName : TokenKind.Text;

    private static bool ReadAttribute(Scanner scanner)
    {
        var length = scanner.At("#![") ? 3 : scanner.At("#[") ? 2 : 0;
        if (length == 0)
        {
            return false;
        }

        scanner.Take(length, TokenKind.Decorator);
        scanner.Push(new Frame { Mode = AttributeMode, Open = '[', Close = ']', CloseKind = TokenKind.Decorator, OuterEnd = -1 });
        return true;
    }

    // r"…", r#"…"#, br##"…"##
    private static bool ReadRawString(Scanner scanner)
    {
        var start = scanner.Current == 'r' ? 1 : scanner.Next == 'r' ? 2 : 0;
        var hashes = 0;
        while (start > 0 && hashes < 255 && scanner.Peek(start + hashes) == '#')
        {
            hashes++;
        }

        if (start == 0 || scanner.Peek(start + hashes) != '"')
        {
            return false;
        }

        var close = "\"" + new string('#', hashes);
        var end = scanner.Find(close, scanner.Position + start + hashes + 1);
        scanner.TakeTo(end < 0 ? scanner.End : end + close.Length, TokenKind.String);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // 'a' is a character, 'a anything else.
    private static bool ReadCharacterOrLifetime(Scanner scanner)
    {
        if (scanner.Next == '\\' || scanner.Peek(2) == '\'' || (char.IsHighSurrogate(scanner.Next) && scanner.Peek(3) == '\''))
        {
            return CLike.SingleQuoted.Read(scanner);
        }

        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            length++;
        }

        scanner.Take(length, length > 1 ? TokenKind.Label : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
