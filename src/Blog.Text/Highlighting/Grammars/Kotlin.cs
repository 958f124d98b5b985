using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Kotlin
{
    public static Mode Create() => new(
    [
        .. CLike.NestedComments,
        new Quoted("\"\"\"") { Escapes = Escapes.None, IsMultiLine = true, Holes = CLike.DollarHoles },
        new Quoted("\"") { Holes = CLike.DollarHoles },
        CLike.SingleQuoted,
        new ImportedPath("import package"),
        new Quoted("`") { Escapes = Escapes.None, Kind = TokenKind.Text, NeedsClose = true },
        new Prefixed("@", TokenKind.Label) { When = scanner => CharSet.NamePart.Contains(scanner.Behind()) },
        new Prefixed("@", TokenKind.Decorator) { Part = CharSet.NamePart | CharSet.Of(".:") },
        new Number { Suffix = CharSet.Of("uULfF"), HasBarePoints = false },
        new Name(new Words()
            .Keywords("abstract actual annotation as break by catch companion const constructor continue crossinline data delegate do dynamic else expect external "
                + "final finally for get if import in infix init inline inner internal is lateinit noinline open operator out override package private protected "
                + "public reified return sealed set super suspend this tailrec throw try val value var vararg when where while")
            .Functions("fun")
            .Classes("class interface object typealias enum typeof")
            .Types("Any Boolean Byte Char Double Float Int Long Nothing Short String Unit UInt ULong Array List Map Set")
            .Constants("true false null"))
        { Capital = TokenKind.ClassName, Refine = LabelName },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    // outer@ for (…)
    private static TokenKind LabelName(Scanner scanner, int end) =>
        end < scanner.End && scanner.Text[end] == '@' && (end + 1 == scanner.End || scanner.Text[end + 1] is ' ' or '\n') ? TokenKind.Label : TokenKind.Text;
}
