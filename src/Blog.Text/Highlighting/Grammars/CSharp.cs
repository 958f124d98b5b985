using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class CSharp
{
    private const int MostQuotes = 12;

    private static readonly Rule[] Holes = [new CodeHole("{", '}', doubled: true)];

    private static readonly Dictionary<(int Dollars, int Quotes), Quoted> RawStrings =
        (from dollars in Enumerable.Range(0, 4) from quotes in Enumerable.Range(3, MostQuotes - 2) select (dollars, quotes)).ToDictionary(pair => pair, RawString);

    public static Mode Create() => new(
    [
        .. CLike.Comments,
        new Special(CharSet.Of("$\""), ReadRawString),
        new Quoted("$@\"", "\"") { Escapes = Escapes.Doubled, IsMultiLine = true, Holes = Holes },
        new Quoted("@$\"", "\"") { Escapes = Escapes.Doubled, IsMultiLine = true, Holes = Holes },
        new Quoted("@\"", "\"") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Quoted("$\"", "\"") { Holes = Holes },
        .. CLike.Strings,
        new ToLineEnd("#", TokenKind.Directive) { Place = Place.FirstOnLine },
        new Special(CharSet.Of("["), ReadAttribute),
        new Number { Suffix = CharSet.Of("uUlLfFdDmM") },
        new Prefixed("@", TokenKind.Text),
        new ImportedPath("using namespace", "static"),
        new Name(Words()) { Refine = CSharpNames.TypeByPlace },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    private static Words Words() => new Words()
        .Keywords("abstract as async await base break case catch checked const continue default delegate do else event explicit extern finally fixed for foreach "
            + "from get global goto group if implicit in init internal into is join let lock nameof namespace new notnull null this on operator orderby out override params "
            + "partial private protected public readonly ref remove required return scoped sealed select set sizeof stackalloc static switch throw try typeof "
            + "unchecked unmanaged unsafe using value var virtual volatile when where while with yield and or not file")
        .Classes("class struct interface enum record")
        .Types("bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void")
        .Constants("true false");

    private static Quoted RawString((int Dollars, int Quotes) form)
    {
        var quotes = new string('"', form.Quotes);
        return new(new string('$', form.Dollars) + quotes, quotes)
        {
            Escapes = Escapes.None,
            IsMultiLine = true,
            Holes = form.Dollars == 0 ? [] : [new CodeHole(new string('{', form.Dollars), '}')],
        };
    }

    private static bool ReadRawString(Scanner scanner)
    {
        var dollars = 0;
        while (scanner.Peek(dollars) == '$' && dollars < 4)
        {
            dollars++;
        }

        var quotes = 0;
        while (scanner.Peek(dollars + quotes) == '"' && quotes < MostQuotes)
        {
            quotes++;
        }

        return RawStrings.TryGetValue((dollars, quotes), out var raw) && raw.Read(scanner);
    }

    // [Fact] at the beginning of a line; elsewhere brackets are lists and indexes.
    private static bool ReadAttribute(Scanner scanner)
    {
        if (!char.IsAsciiLetter(scanner.Next) || !scanner.IsFirstOnLine)
        {
            return false;
        }

        var length = 1;
        while (scanner.Peek(length) is var c && (char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or ' '))
        {
            length++;
        }

        if (scanner.Peek(length) is not (']' or '(' or ','))
        {
            return false;
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Take(length - 1, TokenKind.Decorator);
        return true;
    }
}
