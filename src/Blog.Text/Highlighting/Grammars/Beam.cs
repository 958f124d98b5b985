using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Erlang and Elixir.</summary>
internal static class Beam
{
    private static readonly Rule[] Holes = [new CodeHole("#{", '}')];

    public static Mode CreateErlang() => new(
        new ToLineEnd("%"),
        new Quoted("\"") { IsMultiLine = true },
        new Quoted("'") { Kind = TokenKind.Constant, NeedsClose = true },
        new Prefixed("-", TokenKind.Directive) { Place = Place.LineStart },
        new Prefixed("?", TokenKind.Directive),
        new Special(CharSet.Of("$"), scanner =>
        {
            scanner.Take(scanner.Next == '\\' ? 3 : 2, TokenKind.String);
            return true;
        }),
        new Number { HasBarePoints = false, Suffix = CharSet.Of("#") },
        new Name(new Words()
            .Keywords("after and andalso band begin bnot bor bsl bsr bxor case catch cond div end fun if let not of or orelse receive rem try when xor maybe else")
            .Constants("true false undefined ok error"))
        { Refine = Variable, Part = CharSet.NamePart | CharSet.Of("@") },
        CLike.Signs);

    public static Mode CreateElixir() => new(
    [
        new ToLineEnd("#"),
        new Quoted("\"\"\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("'''") { IsMultiLine = true, Holes = Holes },
        new Quoted("\"") { IsMultiLine = true, Holes = Holes },
        new Quoted("'") { IsMultiLine = true, Holes = Holes },
        new Special(CharSet.Of("~"), ReadSigil),
        new Prefixed("@", TokenKind.Decorator),
        new Quoted(":\"", "\"") { Kind = TokenKind.Constant },
        new Prefixed(":", TokenKind.Constant) { Part = CharSet.NamePart | CharSet.Of("?!@"), NotBehind = CharSet.NamePart | CharSet.Of(":") },
        new Special(CharSet.Of("?"), ReadCharacter),
        new Number { HasBarePoints = false },
        new Name(new Words()
            .Keywords("do end fn case cond with for use import alias require if unless receive after rescue else catch try raise throw when and or not in quote unquote super reraise")
            .Functions("def defp defmacro defmacrop defguard defguardp defdelegate defn defnp")
            .Classes("defmodule defprotocol defimpl")
            .Keywords("defstruct defexception defoverridable")
            .Constants("true false nil __MODULE__ __DIR__ __ENV__ __CALLER__"))
        { Part = CharSet.NamePart | CharSet.Of("?!"), Capital = TokenKind.ClassName, Call = TokenKind.Text, Refine = KeyBeforeColon },
        CLike.Signs,
    ]);

    private static TokenKind Variable(Scanner scanner, int end) => char.IsUpper(scanner.Current) || scanner.Current == '_' ? TokenKind.Variable : TokenKind.Text;

    private static TokenKind KeyBeforeColon(Scanner scanner, int end) =>
        end + 1 < scanner.End && scanner.Text[end] == ':' && scanner.Text[end + 1] is ' ' or '\n' ? TokenKind.Constant : TokenKind.Text;

    private static bool ReadCharacter(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || scanner.Next is ' ' or '\n' or '\0')
        {
            return false;
        }

        scanner.Take(scanner.Next == '\\' ? 3 : 2, TokenKind.String);
        return true;
    }

    // ~r/…/ ~w(…) ~s"…" ~S"""…"""
    private static bool ReadSigil(Scanner scanner)
    {
        var open = scanner.Peek(2);
        if (!char.IsAsciiLetter(scanner.Next) || open is not ('/' or '(' or '[' or '{' or '<' or '"' or '\'' or '|'))
        {
            return false;
        }

        var kind = scanner.Next is 'r' or 'R' ? TokenKind.Regex : TokenKind.String;
        if (scanner.At(scanner.Position + 2, "\"\"\""))
        {
            var close = scanner.Find("\"\"\"", scanner.Position + 5);
            scanner.TakeTo(close < 0 ? scanner.End : close + 3, kind);
        }
        else
        {
            scanner.TakeTo(DelimitedText.EndOf(scanner, scanner.Position + 3, open, DelimitedText.ClosingOf(open)), kind);
        }

        while (char.IsAsciiLetter(scanner.Peek(0)))
        {
            scanner.Take(1, kind);
        }

        scanner.Previous = Previous.Operand;
        return true;
    }
}
