using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>What the languages that descend from C have in common.</summary>
internal static class CLike
{
    public static CharSet DollarNameStart { get; } = CharSet.NameStart | CharSet.Of("$");

    public static CharSet DollarNamePart { get; } = CharSet.NamePart | CharSet.Of("$");

    public static Rule LineComment { get; } = new ToLineEnd("//");

    public static Rule BlockComment { get; } = new Block("/*", "*/");

    /// <summary>Comments with those for documentation.</summary>
    public static Rule[] Comments { get; } =
    [
        new ToLineEnd("///", TokenKind.DocComment) { NotBefore = CharSet.Of("/") },
        LineComment,
        new Block("/**", "*/", TokenKind.DocComment) { NotBefore = CharSet.Of("/") },
        BlockComment,
    ];

    /// <summary>The same where comments can be nested.</summary>
    public static Rule[] NestedComments { get; } =
    [
        new ToLineEnd("///", TokenKind.DocComment) { NotBefore = CharSet.Of("/") },
        LineComment,
        new Block("/**", "*/", TokenKind.DocComment) { NotBefore = CharSet.Of("/"), IsNested = true },
        new Block("/*", "*/") { IsNested = true },
    ];

    public static Rule DoubleQuoted { get; } = new Quoted("\"");

    public static Rule SingleQuoted { get; } = new Quoted("'");

    public static Rule[] Strings { get; } = [DoubleQuoted, SingleQuoted];

    public static Rule Signs { get; } = new Signs();

    public static Rule Annotation { get; } = new Prefixed("@", TokenKind.Decorator) { Part = CharSet.NamePart | CharSet.Of(".") };

    /// <summary><c>new Thing(…)</c>: a type, and no call of a function.</summary>
    public static TokenKind Created(Scanner scanner, int end) =>
        char.IsUpper(scanner.Current) && scanner.Behind() == ' ' && scanner.At(Math.Max(scanner.Start, scanner.Position - 4), "new ") && !CharSet.NamePart.Contains(scanner.Behind(5))
            ? TokenKind.ClassName
            : TokenKind.Text;

    /// <summary><c>$name</c> and <c>${code}</c>, as Kotlin, Groovy, Scala and Dart have them.</summary>
    public static Rule[] DollarHoles { get; } =
    [
        new CodeHole("${", '}'),
        new VariableHole('$', CharSet.NameStart, CharSet.NamePart),
    ];
}
