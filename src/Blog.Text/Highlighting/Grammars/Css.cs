using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>CSS and what extends it: SCSS, Sass and Less.</summary>
internal sealed class Css
{
    private static readonly CharSet IdentifierStart = CharSet.NameStart | CharSet.Of("-");

    private static readonly CharSet IdentifierPart = CharSet.NamePart | CharSet.Of("-");

    private static readonly Words AtWords = new Words().Keywords("if else and or not in from through only to as with");

    private readonly Mode _block;
    private readonly Mode _selector;
    private readonly Mode _value;
    private readonly Mode _prelude;
    private readonly bool _isExtended;

    private Css(bool isExtended)
    {
        _isExtended = isExtended;
        Rule[] comments = isExtended ? [new ToLineEnd("//"), CLike.BlockComment] : [CLike.BlockComment];
        var hole = new CodeHole("#{", '}') { Mode = () => _value!, Kind = TokenKind.Escape };
        Rule[] strings = [new Quoted("\"") { Holes = isExtended ? [hole] : [] }, new Quoted("'") { Holes = isExtended ? [hole] : [] }];
        Rule[] variables =
        [
            new Prefixed("--", TokenKind.Variable) { Start = IdentifierPart, Part = IdentifierPart },
            .. isExtended ? new Rule[] { new Prefixed("$", TokenKind.Variable) { Start = IdentifierStart, Part = IdentifierPart }, hole } : [],
        ];
        Rule[] values =
        [
            .. comments,
            .. strings,
            new Special(CharSet.Of("uU"), ReadUrl),
            .. variables,
            new Prefixed("#", TokenKind.Number) { Start = CharSet.Of("0123456789abcdefABCDEF"), Part = CharSet.Of("0123456789abcdefABCDEF") },
            new Number('\0') { Suffix = CharSet.Letters | CharSet.Of("%"), HasSign = true, Bases = default },
            new Prefixed("!", TokenKind.Keyword),
        ];
        _value = new(
        [
            .. values,
            .. isExtended ? new Rule[] { new Prefixed("@", TokenKind.Variable) { Start = IdentifierStart, Part = IdentifierPart } } : [],
            new Name(new()) { Start = IdentifierStart, Part = IdentifierPart },
            new Special(CharSet.Of(";{}"), LeaveValue),
            CLike.Signs,
        ]);
        _prelude = new(
        [
            .. values,
            new Special(CharSet.Of(":"), ReadFeature),
            new Name(AtWords) { Start = IdentifierStart, Part = IdentifierPart },
            new Special(CharSet.Of(";{}"), LeaveForBlock),
            CLike.Signs,
        ]);
        _selector = new(
        [
            .. comments,
            .. strings,
            hole,
            new Prefixed(".", TokenKind.ClassName) { Start = IdentifierStart, Part = IdentifierPart },
            new Prefixed("#", TokenKind.ClassName) { Start = IdentifierStart, Part = IdentifierPart },
            new Prefixed("%", TokenKind.ClassName) { Start = IdentifierStart, Part = IdentifierPart },
            new Prefixed("::", TokenKind.Keyword) { Start = IdentifierStart, Part = IdentifierPart },
            new Prefixed(":", TokenKind.Keyword) { Start = IdentifierStart, Part = IdentifierPart },
            new Prefixed("[", TokenKind.Attribute) { Start = IdentifierStart, Part = IdentifierPart },
            new Number('\0') { Suffix = CharSet.Letters | CharSet.Of("%"), Bases = default },
            new Name(new()) { Start = IdentifierStart, Part = IdentifierPart, Call = TokenKind.Text, Other = TokenKind.Tag },
            new Special(CharSet.Of(";{}"), LeaveForBlock),
            CLike.Signs,
        ]);
        _block = new(
        [
            .. comments,
            new Special(CharSet.Of("@"), ReadAtRule),
            new Special(CharSet.Except(CharSet.All, " \t\r\n\f;{}"), ReadStatement),
            CLike.Signs,
        ]);
    }

    public static Mode Create() => new Css(isExtended: false)._block;

    public static Mode CreateExtended() => new Css(isExtended: true)._block;

    private static bool ReadUrl(Scanner scanner)
    {
        if (!scanner.Rest.StartsWith("url(", StringComparison.OrdinalIgnoreCase) || scanner.Peek(4) is '"' or '\'')
        {
            return false;
        }

        scanner.Take(3, TokenKind.FunctionName);
        scanner.TakeSign(1, TokenKind.Punctuation);
        var close = scanner.Rest.IndexOfAny(')', '\n');
        scanner.Take(close < 0 ? scanner.Rest.Length : close, TokenKind.String);
        return true;
    }

    private bool ReadAtRule(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && IdentifierPart.Contains(c))
        {
            length++;
        }

        // A variable of Less.
        if (_isExtended && scanner.Peek(length) == ':')
        {
            scanner.Take(length, TokenKind.Variable);
            scanner.TakeSign(1, TokenKind.Punctuation);
            scanner.Push(_value);
            return true;
        }

        scanner.Take(length, TokenKind.Keyword);
        scanner.Push(_prelude);
        return true;
    }

    // A declaration ends with a semicolon or the block; what comes to an opening brace first is a selector.
    private bool ReadStatement(Scanner scanner)
    {
        if (!scanner.CanNest)
        {
            return false;
        }

        var isMixin = _isExtended && scanner.Current is '.' or '#' or '&' or '%' && !scanner.At("#{");
        if (isMixin || EndsWithBrace(scanner))
        {
            scanner.Push(_selector);
            return true;
        }

        var length = 0;
        while (scanner.Peek(length) is not ('\0' or ':' or ';' or '{' or '}' or '\n' or '/' or '#') && !(scanner.Peek(length) == ' ' && scanner.Peek(length + 1) != ':'))
        {
            length++;
        }

        var name = Math.Max(1, length);
        scanner.Take(name, scanner.Current is '$' or '@' || scanner.At("--") ? TokenKind.Variable : scanner.Peek(length) == ':' ? TokenKind.Attribute : TokenKind.Text);
        scanner.Push(_value);
        return true;
    }

    private static bool EndsWithBrace(Scanner scanner)
    {
        var i = scanner.Position;
        while (true)
        {
            var found = scanner.Text.AsSpan(i, scanner.End - i).IndexOfAny(';', '{', '}');
            if (found < 0)
            {
                scanner.Work += scanner.End - i;
                return false;
            }

            scanner.Work += found;
            i += found;
            if (scanner.Text[i] != '{' || i == scanner.Position || scanner.Text[i - 1] != '#')
            {
                return scanner.Text[i] == '{';
            }

            var close = scanner.Find("}", i);
            i = close < 0 ? scanner.End : close + 1;
        }
    }

    private static bool LeaveValue(Scanner scanner)
    {
        var c = scanner.Current;
        if (c == '{' || scanner.Top.Close != 0)
        {
            return false;
        }

        scanner.Pop();
        if (c == ';')
        {
            scanner.TakeSign(1, TokenKind.Punctuation);
        }

        return true;
    }

    private bool LeaveForBlock(Scanner scanner)
    {
        var c = scanner.Current;
        scanner.Pop();
        if (c == '}')
        {
            return true;
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        if (c == '{')
        {
            scanner.Push(new Frame { Mode = _block, Open = '{', Close = '}', CloseKind = TokenKind.Punctuation, OuterEnd = -1 });
        }

        return true;
    }

    // (min-width: 40rem), @page :first
    private static bool ReadFeature(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not '\0' and var c && IdentifierPart.Contains(c))
        {
            length++;
        }

        if (length == 1)
        {
            return false;
        }

        scanner.Take(length, TokenKind.Keyword);
        return true;
    }
}
