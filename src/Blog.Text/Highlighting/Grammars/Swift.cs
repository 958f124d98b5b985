using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Swift
{
    private static readonly Rule[] Holes = [new CodeHole("\\(", ')')];

    private static readonly Rule[] RawHoles = [new CodeHole("\\#(", ')')];

    public static Mode Create() => new(
    [
        .. CLike.NestedComments,
        new Quoted("##\"\"\"", "\"\"\"##") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("#\"\"\"", "\"\"\"#") { Escapes = Escapes.None, IsMultiLine = true, Holes = RawHoles },
        new Quoted("##\"", "\"##") { Escapes = Escapes.None },
        new Quoted("#\"", "\"#") { Escapes = Escapes.None, Holes = RawHoles },
        new Quoted("\"\"\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("\"") { Holes = Holes },
        new Quoted("`") { Escapes = Escapes.None, Kind = TokenKind.Text, NeedsClose = true },
        CLike.Annotation,
        new Prefixed("#", TokenKind.Directive),
        new Prefixed("$", TokenKind.Variable) { Start = CharSet.NamePart },
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("any as async await borrowing break case catch consuming continue convenience default defer deinit didSet do dynamic each else "
                + "fallthrough fileprivate final for get guard if import in indirect infix init inout internal is isolated lazy macro mutating nonisolated "
                + "nonmutating open operator optional override postfix precedencegroup prefix private public repeat required rethrows return self Self super set some static "
                + "subscript switch throw throws try unowned weak where while willSet left right none associativity precedence")
            .Announce(TokenKind.Variable, "let var")
            .Functions("func")
            .Classes("actor associatedtype class enum extension protocol struct typealias")
            .Constants("true false nil"))
        { Capital = TokenKind.ClassName, Refine = Initializer },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    // Thing(…) makes a thing: only what begins with a small letter is a function.
    private static TokenKind Initializer(Scanner scanner, int end) =>
        char.IsUpper(scanner.Current) && scanner.Text.AsSpan(scanner.Position, end - scanner.Position).ContainsAnyInRange('a', 'z') ? TokenKind.ClassName : TokenKind.Text;
}
