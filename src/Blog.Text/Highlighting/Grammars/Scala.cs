using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Scala
{
    public static Mode Create() => new(
    [
        .. CLike.NestedComments,
        new Quoted("\"\"\"") { Escapes = Escapes.None, IsMultiLine = true, Holes = CLike.DollarHoles, When = IsInterpolated },
        new Quoted("\"") { Holes = CLike.DollarHoles, When = IsInterpolated },
        new Quoted("\"\"\"") { Escapes = Escapes.None, IsMultiLine = true },
        CLike.DoubleQuoted,
        new Special(CharSet.Of("'"), ReadCharacterOrSymbol),
        new Quoted("`") { Escapes = Escapes.None, Kind = TokenKind.Text, NeedsClose = true },
        CLike.Annotation,
        new Number { Suffix = CharSet.Of("lLfFdD"), HasBarePoints = false },
        new Name(new Words()
            .Keywords("abstract case catch derives do else end export extends final finally for forSome given if implicit import infix inline lazy match new opaque "
                + "open override package private protected return sealed super then this throw try using val var while with yield")
            .Functions("def")
            .Classes("class object trait enum type extension")
            .Constants("true false null"))
        { Refine = TypeOrInterpolator, Part = CLike.DollarNamePart },
        CLike.Signs,
    ]);

    // Any name right before a quote says how the string is put together: s"…", raw"…", and those of libraries.
    private static bool IsInterpolated(Scanner scanner) => CharSet.NamePart.Contains(scanner.Behind());

    // A capital makes a type, before a bracket too: what is made or matched there, Some(x), is an object.
    private static TokenKind TypeOrInterpolator(Scanner scanner, int end) =>
        end < scanner.End && scanner.Text[end] == '"' ? TokenKind.String
        : char.IsUpper(scanner.Current) ? TokenKind.ClassName
        : TokenKind.Text;

    private static bool ReadCharacterOrSymbol(Scanner scanner)
    {
        if (scanner.Next == '\\' || scanner.Peek(2) == '\'')
        {
            return CLike.SingleQuoted.Read(scanner);
        }

        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            length++;
        }

        scanner.Take(length, length > 1 ? TokenKind.Constant : TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
