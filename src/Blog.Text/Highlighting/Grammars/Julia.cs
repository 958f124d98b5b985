using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Julia
{
    private static readonly Rule[] Holes = [new CodeHole("$(", ')'), new VariableHole('$', CharSet.NameStart, CharSet.NamePart)];

    public static Mode Create() => new(
    [
        new Block("#=", "=#") { IsNested = true },
        new ToLineEnd("#"),
        new Quoted("r\"", "\"") { Kind = TokenKind.Regex, EscapeKind = TokenKind.Regex },
        new Quoted("raw\"", "\"") { Escapes = Escapes.RawBackslash },
        new Quoted("b\"", "\""),
        new Quoted("\"\"\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("`") { IsMultiLine = true, Holes = Holes },
        new Quoted("'") { NeedsClose = true, When = scanner => scanner.Previous != Previous.Operand && (scanner.Next == '\\' || scanner.Peek(2) == '\'' || scanner.Peek(3) == '\'') },
        new Prefixed("@", TokenKind.Decorator) { Part = CharSet.NamePart | CharSet.Of("!.") },
        new Special(CharSet.Of(":"), ReadSymbol),
        new Number { Suffix = CharSet.Of("im") },
        new Name(new Words()
            .Keywords("baremodule begin break catch const continue do else elseif end export finally for global if import in isa let local outer quote return try "
                + "using where while")
            .Functions("function macro")
            .Classes("struct module abstract primitive mutable type")
            .Constants("true false nothing missing NaN Inf pi im")
            .Types("Int Int8 Int16 Int32 Int64 UInt UInt8 UInt16 UInt32 UInt64 Float16 Float32 Float64 Bool Char String Symbol Any Array Vector Matrix Dict Set Tuple "
                + "Nothing Union Function Number Real Integer Complex"))
        { Part = CharSet.NamePart | CharSet.Of("!") },
        new Signs("()[]{}.,;+-*/%=<>!&|^~?$\\':@"),
    ]);

    private static bool ReadSymbol(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || scanner.Behind() == ':' || scanner.Next is '\0' or ':' || !CharSet.NameStart.Contains(scanner.Next))
        {
            return false;
        }

        var length = 2;
        while (scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            length++;
        }

        scanner.Take(length, TokenKind.Constant);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
