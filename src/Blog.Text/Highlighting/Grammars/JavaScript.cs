using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>JavaScript and TypeScript, with and without elements of JSX.</summary>
internal sealed class JavaScript
{
    private const string Keywords =
        "as async await break case catch const constructor continue debugger default delete do else export finally for from get if import in instanceof let new of return set static "
        + "super switch this throw try typeof var void while with yield";

    private readonly Mode _code;
    private readonly Mode _tag;
    private readonly Mode _children;

    private JavaScript(Words words, bool hasElements, bool isTyped)
    {
        Rule[] elements = hasElements ? [new Special(CharSet.Of("<"), ReadElement)] : [];
        Rule[] decorators = isTyped ? [CLike.Annotation] : [new Prefixed("@", TokenKind.Decorator)];
        var hole = new CodeHole("{", '}') { Mode = () => _code!, Kind = TokenKind.Punctuation }; // set by the time that it is used
        _code = new(
        [
            new ToLineEnd("#!") { Place = Place.LineStart },
            .. CLike.Comments,
            new Quoted("`") { IsMultiLine = true, Holes = [new CodeHole("${", '}')] },
            .. CLike.Strings,
            new SlashRegex("dgimsuvy"),
            .. elements,
            .. decorators,
            new Special(CharSet.Of("()"), ReadBracket),
            new Prefixed("#", TokenKind.Variable),
            new Number { Suffix = CharSet.Of("n") },
            new Name(words) { Start = CLike.DollarNameStart, Part = CLike.DollarNamePart, Refine = isTyped ? TypeOf : CLike.Created },
            CLike.Signs,
        ]);
        _tag = new(
            new Special(CharSet.Of("/>"), ReadTagEnd),
            new Quoted("\"") { Escapes = Escapes.None, IsMultiLine = true },
            new Quoted("'") { Escapes = Escapes.None, IsMultiLine = true },
            hole,
            CLike.BlockComment,
            new Name(new()) { Part = CharSet.NamePart | CharSet.Of("-:"), Call = TokenKind.Text, Other = TokenKind.Attribute })
        { TakesLineEnds = true };
        _children = new(new Special(CharSet.Of("<"), ReadChildTag), hole) { TakesLineEnds = true };
    }

    public static Mode Create() => new JavaScript(BasicWords(), hasElements: true, isTyped: false)._code;

    public static Mode CreateTypeScript() => new JavaScript(TypedWords(), hasElements: false, isTyped: true)._code;

    public static Mode CreateTsx() => new JavaScript(TypedWords(), hasElements: true, isTyped: true)._code;

    private static Words BasicWords() => new Words()
        .Keywords(Keywords)
        .Functions("function")
        .Classes("class extends")
        .Constants("true false null undefined NaN Infinity")
        .Builtins("console document window Math JSON Object Array Promise Map Set Number String Symbol Date RegExp Error require module exports process globalThis "
            + "Boolean Function parseInt parseFloat isNaN eval");

    private static Words TypedWords() => new Words()
        .Keywords("abstract accessor asserts declare implements infer intrinsic is keyof override private protected public readonly satisfies unique using")
        .Classes("enum interface namespace type module")
        .Types("any bigint boolean never number object string symbol unknown void")
        .AddAll(BasicWords());

    private static TokenKind TypeOf(Scanner scanner, int end) =>
        CLike.Created(scanner, end) is not TokenKind.Text and var created ? created : TypeBehindColon(scanner, end);

    // x: Name, where Name begins with a capital.
    private static TokenKind TypeBehindColon(Scanner scanner, int end)
    {
        if (!char.IsUpper(scanner.Current) || (end < scanner.End && scanner.Text[end] == '('))
        {
            return TokenKind.Text;
        }

        var before = scanner.Behind() == ' ' ? scanner.Behind(2) : scanner.Behind();
        return before is ':' or '<' or '|' or '&' ? TokenKind.Type : TokenKind.Text;
    }

    // Behind the condition of an if or a loop a statement begins, and so may a regular expression.
    private static bool ReadBracket(Scanner scanner)
    {
        var isOpening = scanner.Current == '(';
        if (isOpening)
        {
            scanner.Conditions = (scanner.Conditions << 1) | (IsBehindCondition(scanner) ? 1UL : 0);
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Previous = isOpening ? Previous.Operator : (scanner.Conditions & 1) != 0 ? Previous.Start : Previous.Operand;
        scanner.Expected = TokenKind.Text;
        scanner.Conditions >>= isOpening ? 0 : 1;
        return true;
    }

    private static bool IsBehindCondition(Scanner scanner)
    {
        if (scanner.Previous != Previous.Keyword)
        {
            return false;
        }

        var end = scanner.Behind() == ' ' ? scanner.Position - 1 : scanner.Position;
        var before = scanner.Text.AsSpan(scanner.Start, end - scanner.Start);
        return before.EndsWith("if", StringComparison.Ordinal) || before.EndsWith("while", StringComparison.Ordinal) || before.EndsWith("for", StringComparison.Ordinal) || before.EndsWith("with", StringComparison.Ordinal);
    }

    private bool ReadElement(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || !scanner.CanNest || !IsTagName(scanner.Next))
        {
            return false;
        }

        var length = LengthOfTag(scanner);
        if (scanner.Peek(length) is ',' || scanner.At(scanner.Position + length, " extends "))
        {
            return false;
        }

        BeginTag(scanner, length);
        return true;
    }

    private static bool IsTagName(char c) => char.IsAsciiLetter(c) || c == '>';

    private static int LengthOfTag(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':'))
        {
            length++;
        }

        return length;
    }

    private void BeginTag(Scanner scanner, int length)
    {
        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Take(length - 1, TokenKind.Tag);
        scanner.Push(_tag);
    }

    private bool ReadTagEnd(Scanner scanner)
    {
        if (scanner.At("/>"))
        {
            scanner.TakeSign(2, TokenKind.Punctuation);
            scanner.Pop();
            scanner.Previous = Previous.Operand;
            return true;
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        if (scanner.Behind() == '>')
        {
            scanner.Pop();
            scanner.Push(_children);
        }

        return true;
    }

    private bool ReadChildTag(Scanner scanner)
    {
        if (scanner.Next == '/')
        {
            scanner.TakeSign(1, TokenKind.Punctuation);
            var length = LengthOfTag(scanner);
            scanner.TakeSign(1, TokenKind.Punctuation);
            scanner.Take(length - 1, TokenKind.Tag);
            scanner.TakeSign(scanner.Peek(0) == '>' ? 1 : 0, TokenKind.Punctuation);
            scanner.Pop();
            scanner.Previous = Previous.Operand;
            return true;
        }

        if (!IsTagName(scanner.Next) || !scanner.CanNest)
        {
            return false;
        }

        BeginTag(scanner, LengthOfTag(scanner));
        return true;
    }
}
