using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Java, and Groovy, which adds strings of its own to it.</summary>
internal static class Java
{
    private const string Keywords =
        "abstract assert break case catch const continue default do else exports extends final finally for goto if implements import instanceof module native new "
        + "non-sealed open opens package permits private protected provides public requires return sealed static strictfp super switch this synchronized throw throws "
        + "transient try var volatile when while with yield";

    private const string Types = "boolean byte char double float int long short void";

    private static Rule Imports { get; } = new ImportedPath("import package", "static");

    internal static Rule Number { get; } = new Number { Suffix = CharSet.Of("lLfFdDgGiI") };

    public static Mode Create() => new(
    [
        .. CLike.Comments,
        new Quoted("\"\"\"") { IsMultiLine = true },
        .. CLike.Strings,
        Imports,
        new Literal(TokenKind.Keyword, "@interface"),
        CLike.Annotation,
        Number,
        JavaName(new Words().Keywords(Keywords).Classes("class interface enum record").Types(Types).Constants("true false null")),
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    public static Mode CreateGroovy()
    {
        Mode mode = null!; // set before a string with code in it can be read
        Rule[] holes = [new CodeHole("${", '}') { Mode = () => mode }, CLike.DollarHoles[1]];
        mode = new(
        [
            new ToLineEnd("#!") { Place = Place.LineStart },
            .. CLike.Comments,
            new Quoted("'''") { IsMultiLine = true },
            new Quoted("\"\"\"") { IsMultiLine = true, Holes = holes },
            new Quoted("\"") { Holes = holes },
            new Quoted("'"),
            new Quoted("$/", "/$") { IsMultiLine = true, Escapes = Escapes.None },
            new SlashRegex(""),
            Imports,
            CLike.Annotation,
            Number,
            JavaName(new Words().Keywords(Keywords).Keywords("as in").Keywords("def").Classes("class interface enum record trait").Types(Types)
                .Constants("true false null"), member: TokenKind.Text),
            CLike.Signs,
        ]);
        return mode;
    }

    private static Name JavaName(Words words, TokenKind member = TokenKind.Text) => new(words)
    {
        Start = CLike.DollarNameStart,
        Part = CLike.DollarNamePart,
        Capital = TokenKind.ClassName,
        Member = member,
        Refine = CLike.Created,
    };
}
