using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>The family of ML: Haskell, Elm, OCaml, F#.</summary>
internal static class Functional
{
    private static readonly CharSet PrimedPart = CharSet.NamePart | CharSet.Of("'");

    // 'x' and '\n'; what is longer belongs to a name or is a type variable.
    private static readonly Rule Character = new Quoted("'") { NeedsClose = true, When = scanner => scanner.Next == '\\' || scanner.Peek(2) == '\'' || (char.IsHighSurrogate(scanner.Next) && scanner.Peek(3) == '\'') };

    private static readonly CharSet HaskellOperator = CharSet.Of("!#$%&*+./<=>?@\\^|~:");

    public static Mode CreateHaskell() => new(
        new Block("{-#", "#-}", TokenKind.Directive),
        new Block("{-", "-}") { IsNested = true },
        new Special(CharSet.Of("-"), ReadHaskellComment),
        CLike.DoubleQuoted,
        Character,
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("case class data default deriving do else family foreign forall if import in infix infixl infixr instance let module newtype of pattern then type where "
                + "qualified as hiding mdo rec proc"))
        { Part = PrimedPart, Capital = TokenKind.ClassName, AllCapitals = TokenKind.Type, Call = TokenKind.Text, Refine = Signature, HasWordsBehindDots = true },
        CLike.Signs);

    public static Mode CreateElm() => new(
        new Block("{-", "-}") { IsNested = true },
        new ToLineEnd("--"),
        new Quoted("\"\"\"") { IsMultiLine = true },
        CLike.DoubleQuoted,
        Character,
        new Number { HasBarePoints = false },
        new Name(new Words().Keywords("alias as case else exposing if import in infix let module of port then type where effect"))
        { Part = PrimedPart, Capital = TokenKind.ClassName, AllCapitals = TokenKind.Type, Call = TokenKind.Text, Refine = Signature },
        CLike.Signs);

    public static Mode CreateOcaml() => new(
        new Block("(*", "*)") { IsNested = true },
        new Special(CharSet.Of("{"), ReadQuotedString),
        new Quoted("\"") { IsMultiLine = true },
        Character,
        new Prefixed("'", TokenKind.Type),
        new Prefixed("~", TokenKind.Label) { Part = CharSet.NamePart | CharSet.Of(":") },
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("and as assert begin class constraint do done downto else end exception external for fun function functor if in include inherit initializer lazy let match "
                + "method module mutable new nonrec object of open or private rec sig struct then to try type val virtual when while with mod land lor lxor lsl lsr asr")
            .Constants("true false")
            .Types("int float bool string char unit list array option ref bytes exn"))
        { Part = PrimedPart, Capital = TokenKind.ClassName, AllCapitals = TokenKind.Type, Call = TokenKind.Text },
        CLike.Signs);

    public static Mode CreateFsharp() => new(
    [
        new Block("(*", "*)") { IsNested = true, NotBefore = CharSet.Of(")") },
        new ToLineEnd("///", TokenKind.DocComment),
        CLike.LineComment,
        new ToLineEnd("#", TokenKind.Directive) { Place = Place.LineStart },
        new Quoted("$\"\"\"", "\"\"\"") { Escapes = Escapes.None, IsMultiLine = true, Holes = [new CodeHole("{", '}', doubled: true)] },
        new Quoted("\"\"\"") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("$\"", "\"") { Holes = [new CodeHole("{", '}', doubled: true)] },
        new Quoted("@\"", "\"") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Quoted("\"") { IsMultiLine = true },
        Character,
        new Prefixed("'", TokenKind.Type),
        new Block("[<", ">]", TokenKind.Decorator),
        new Number { HasBarePoints = false, Suffix = CharSet.Of("lLuUsynfFmMIN") },
        new Name(new Words()
            .Keywords("abstract and as assert base begin class default delegate do done downcast downto elif else end exception extern finally fixed for fun function global if "
                + "in inherit inline interface internal lazy let match member module mutable namespace new not of open or override private public rec return select static "
                + "struct then to try type upcast use val void when while with yield async seq task")
            .Constants("true false null")
            .Types("int float bool string char unit list array option seq obj byte int64 decimal double"))
        { Part = PrimedPart, Capital = TokenKind.ClassName, Call = TokenKind.Text },
        CLike.Signs,
    ]);

    // -- begins a comment unless it is a part of an operator such as -->.
    private static bool ReadHaskellComment(Scanner scanner)
    {
        if (scanner.Next != '-')
        {
            return false;
        }

        var length = 2;
        while (scanner.Peek(length) == '-')
        {
            length++;
        }

        if ((scanner.Peek(length) != 0 && HaskellOperator.Contains(scanner.Peek(length)) && scanner.Peek(length) is not ('|' or '^')) || HaskellOperator.Contains(scanner.Behind()))
        {
            scanner.TakeSign(length);
            return true;
        }

        scanner.TakeTo(scanner.LineEnd, scanner.At("-- |") || scanner.At("-- ^") ? TokenKind.DocComment : TokenKind.Comment);
        return true;
    }

    // name :: Type, name : Type at the start of a line
    private static TokenKind Signature(Scanner scanner, int end)
    {
        if (!scanner.IsAtLineStart || char.IsUpper(scanner.Current))
        {
            return TokenKind.Text;
        }

        return end + 1 < scanner.End && scanner.Text[end] == ' ' && scanner.Text[end + 1] == ':' ? TokenKind.FunctionName : TokenKind.Text;
    }

    // {|…|} and {tag|…|tag}
    private static bool ReadQuotedString(Scanner scanner)
    {
        var length = 1;
        while (length < 30 && scanner.Peek(length) is >= 'a' and <= 'z' or '_')
        {
            length++;
        }

        if (scanner.Peek(length) != '|')
        {
            return false;
        }

        var close = $"|{scanner.Text.AsSpan(scanner.Position + 1, length - 1)}}}";
        var end = scanner.Find(close, scanner.Position + length);
        scanner.TakeTo(end < 0 ? scanner.End : end + close.Length, TokenKind.String);
        return true;
    }
}
