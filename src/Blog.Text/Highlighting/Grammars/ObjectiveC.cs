using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class ObjectiveC
{
    private static readonly Words AtWords = new Words()
        .Keywords("end property optional required public private protected package synthesize dynamic selector encode try catch finally throw autoreleasepool "
            + "synchronized import available defs compatibility_alias")
        .Classes("interface implementation protocol class");

    public static Mode Create() => Of(Extend(C.BasicWords()));

    public static Mode CreateCpp() => Of(Extend(C.CppWords()));

    private static Words Extend(Words words) => words
        .Keywords("in out inout bycopy byref oneway nonatomic atomic strong weak copy assign retain readonly readwrite getter setter nullable nonnull nonnull "
            + "__weak __strong __block __kindof __bridge __bridge_transfer __bridge_retained __unused __autoreleasing __unsafe_unretained unsafe_unretained")
        .Types("id SEL IMP Class BOOL instancetype NSInteger NSUInteger CGFloat")
        .Constants("self super nil Nil YES NO");

    private static Mode Of(Words words)
    {
        Mode code = null!; // set before the types of a method are read
        var method = new Mode(
        [
            .. CLike.Comments,
            new CodeHole("(", ')') { Mode = () => code, Kind = TokenKind.Punctuation },
            new Name(words) { Call = TokenKind.Text, Refine = PartOfSelector },
            CLike.Signs,
        ]);
        code = new(
        [
            .. CLike.Comments,
            new Special(CharSet.Of("-+"), scanner => ReadMethod(scanner, method)),
            Preprocessor.Rule,
            new Quoted("@\""),
            .. CLike.Strings,
            new Special(CharSet.Of("@"), ReadAtWord),
            C.Number,
            new Name(words) { TypeEnding = "_t", Refine = TypeByPrefix, CallsCapitals = false },
            CLike.Signs,
        ])
        { LineEndsStatement = false };
        return code;
    }

    // - (void)setName:(NSString *)name forKey:(id)key
    private static bool ReadMethod(Scanner scanner, Mode method)
    {
        if (scanner.Peek(scanner.Next == ' ' ? 2 : 1) != '(' || !scanner.IsAtLineStart)
        {
            return false;
        }

        scanner.TakeSign(1);
        scanner.Push(new Frame { Mode = method, EndsWithLine = true, OuterEnd = -1 });
        return true;
    }

    // The first name, and all that a colon follows; the others are parameters.
    private static TokenKind PartOfSelector(Scanner scanner, int end)
    {
        var isPart = scanner.Top.Number++ == 0 || (end < scanner.End && scanner.Text[end] == ':');
        return isPart ? TokenKind.FunctionName : TokenKind.Variable;
    }

    private static bool ReadAtWord(Scanner scanner)
    {
        var length = 1;
        while (char.IsAsciiLetter(scanner.Peek(length)) || scanner.Peek(length) == '_')
        {
            length++;
        }

        if (!AtWords.TryFind(scanner.Text.AsSpan(scanner.Position + 1, length - 1), out var word))
        {
            return false;
        }

        scanner.Take(length, word.Kind);
        scanner.Previous = Previous.Keyword;
        scanner.Expected = word.Announces;
        return true;
    }

    // NSString, UIView, CGRect: a framework's letters, then a capital. What stands behind a dot is a property: image.CGImage.
    private static TokenKind TypeByPrefix(Scanner scanner, int end)
    {
        var name = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        return name.Length > 3 && name[..2] is "NS" or "UI" or "CG" or "CA" or "CF" && char.IsAsciiLetterUpper(name[2]) && name.ContainsAnyInRange('a', 'z')
            && scanner.Behind() != '.' && scanner.Peek(name.Length) != '('
            ? TokenKind.ClassName
            : TokenKind.Text;
    }
}
