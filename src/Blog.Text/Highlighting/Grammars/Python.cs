using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Python, alone and in a session of its console.</summary>
internal static class Python
{
    private static readonly Rule[] FieldHoles = [new CodeHole("{", '}', doubled: true)];

    private static readonly Words SoftKeywords = new Words().Keywords("match case type");

    public static Mode Create() => new(
    [
        new ToLineEnd("#"),
        .. Strings(),
        new Prefixed("@", TokenKind.Decorator) { Part = CharSet.NamePart | CharSet.Of("."), Place = Place.FirstOnLine },
        new ToLineEnd("%", TokenKind.Directive) { Place = Place.LineStart },
        new ToLineEnd("!", TokenKind.Directive) { Place = Place.LineStart },
        new Number { Suffix = CharSet.Of("jJlL") },
        new Name(Words()) { Call = TokenKind.Text, Refine = MoreWords },
        CLike.Signs,
    ]);

    public static Mode CreateConsole() => new(new Special(CharSet.Except(CharSet.All, "\n"), ReadLine));

    private static Words Words() => new Words()
        .Keywords("and as assert async await break continue del elif else except finally for from global if import in is lambda nonlocal not or pass raise return "
            + "try while with yield")
        .Functions("def")
        .Classes("class")
        .Constants("True False None self cls Ellipsis NotImplemented __name__ __file__ __main__")
        .Builtins("abs all any bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exec filter float format "
            + "frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open "
            + "ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__ xrange "
            + "unicode raw_input reduce breakpoint");

    // Every prefix in every case and order; raw ones keep the backslash as it is.
    private static IEnumerable<Rule> Strings()
    {
        foreach (var quotes in new[] { "\"\"\"", "'''", "\"", "'" })
        {
            foreach (var prefix in new[] { "rb", "br", "fr", "rf", "tr", "rt", "f", "t", "r", "b", "u", "" })
            {
                yield return new Quoted(prefix + quotes, quotes)
                {
                    IgnoresCase = true,
                    IsMultiLine = quotes.Length == 3,
                    Escapes = prefix.Contains('r') ? Escapes.RawBackslash : Escapes.Backslash,
                    Holes = prefix.AsSpan().ContainsAny('f', 't') ? FieldHoles : [],
                };
            }
        }
    }

    private static TokenKind MoreWords(Scanner scanner, int end)
    {
        var name = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        if (char.IsAsciiLetterUpper(name[0]) && (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal)
            || name.EndsWith("Warning", StringComparison.Ordinal) || name is "StopIteration" or "KeyboardInterrupt" or "SystemExit" or "GeneratorExit"))
        {
            return TokenKind.Builtin;
        }

        return SoftKeywords.Contains(name) && IsStatement(scanner, end) ? TokenKind.Keyword : TokenKind.Text;
    }

    // match x: and case x: and type x = y, but not match = 1 or match(x).
    private static bool IsStatement(Scanner scanner, int end)
    {
        if (end + 1 >= scanner.End || scanner.Text[end] != ' ' || scanner.Text[end + 1] is '=' or '.' or ')' or ',' or ':' or '+' or ' ' or '!' or '<' or '>' || !scanner.IsFirstOnLine)
        {
            return false;
        }

        var line = scanner.Text.AsSpan(end, scanner.LineEnd - end);
        return scanner.Current == 't' ? line.Contains('=') : line.Contains(':');
    }

    // Prompts are followed by code; other lines are what the interpreter said.
    private static bool ReadLine(Scanner scanner)
    {
        var end = scanner.LineEnd;
        if (!scanner.At(">>>") && !scanner.At("..."))
        {
            var isTraceback = scanner.At("Traceback (") || scanner.At("  File \"");
            scanner.TakeTo(end, isTraceback ? TokenKind.Traceback : TokenKind.Output);
            return true;
        }

        scanner.Take(scanner.Peek(3) == ' ' ? 4 : 3, TokenKind.Prompt);
        if (!scanner.Embed(Languages.Root("python"), end))
        {
            scanner.TakeTo(end, TokenKind.Text);
        }

        return true;
    }
}
