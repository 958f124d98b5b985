using System.Runtime.CompilerServices;
using Blog.Text;

namespace Blog.Scriban;

internal sealed partial class Lexer
{
    // Those of this template: most stand in it many times.
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _interpolations;

    // The rest was not read, for it was nested too deep.
    private bool _isAborted;

    private enum CodeEnd
    {
        Block,
        Hole,
        FrontMatter,
        SourceEnd,
    }

    private static readonly (string Sign, TokenKind Kind)[] Signs =
    [
        ("//=", TokenKind.FloorAssign), ("..<", TokenKind.RangeExclusive), ("...", TokenKind.Ellipsis),
        ("|>", TokenKind.Pipe), ("||", TokenKind.Or), ("&&", TokenKind.And), ("??", TokenKind.Coalesce), ("?!", TokenKind.NotNullThen),
        ("?.", TokenKind.QuestionDot), ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual), ("<=", TokenKind.LessEqual),
        (">=", TokenKind.GreaterEqual), ("<<", TokenKind.ShiftLeft), (">>", TokenKind.ShiftRight), ("++", TokenKind.PlusPlus),
        ("--", TokenKind.MinusMinus), ("+=", TokenKind.PlusAssign), ("-=", TokenKind.MinusAssign), ("*=", TokenKind.TimesAssign),
        ("/=", TokenKind.DivideAssign), ("%=", TokenKind.ModuloAssign), ("//", TokenKind.Floor), ("..", TokenKind.Range),
        ("$$", TokenKind.Block), (";", TokenKind.Semicolon), ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen),
        ("[", TokenKind.OpenBracket), ("]", TokenKind.CloseBracket), ("{", TokenKind.OpenBrace), ("}", TokenKind.CloseBrace),
        (",", TokenKind.Comma), (":", TokenKind.Colon), (".", TokenKind.Dot), ("?", TokenKind.Question), ("|", TokenKind.Pipe),
        ("@", TokenKind.At), ("^", TokenKind.Caret), ("!", TokenKind.Not), ("=", TokenKind.Assign), ("<", TokenKind.Less),
        (">", TokenKind.Greater), ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("*", TokenKind.Times), ("/", TokenKind.Divide),
        ("%", TokenKind.Modulo),
    ];

    /// <summary>The operators between two values.</summary>
    internal static IEnumerable<string> Operators => Signs.Where(sign => Parser.PrecedenceOf(sign.Kind) > 0).Select(sign => sign.Sign);

    // By their first character; the longer ones stand in front.
    private static readonly (string Sign, TokenKind Kind)[][] SignsByStart =
        [.. Enumerable.Range(0, 128).Select(start => Signs.Where(sign => sign.Sign[0] == start).ToArray())];

    /// <summary>Up to the end of the block (consumed), of the hole of an interpolation (not consumed) or of the source.</summary>
    private void LexCode(CodeEnd end)
    {
        var braces = 0;
        while (true)
        {
            var space = SkipBlanks();
            if (_at >= _text.Length)
            {
                return;
            }

            if (end == CodeEnd.FrontMatter && MarkerLineEnd() is not null)
            {
                return;
            }

            if (braces == 0 && end == CodeEnd.Hole && Peek() == '}')
            {
                return;
            }

            if (braces == 0 && end == CodeEnd.Block && BlockEnd() is > 0 and var length)
            {
                _strip = length == 2 ? Strip.None : StripMark(_at);
                _tokens.Add(new(TokenKind.CodeExit, new(_at, length)));
                _at += length;
                return;
            }

            if (end == CodeEnd.Block && IsBrokenAt(braces))
            {
                return;
            }

            var before = _tokens.Count;
            LexToken(space, end);
            braces += _tokens.Count == before + 1 ? _tokens[^1].Kind switch
            {
                TokenKind.OpenBrace => 1,
                TokenKind.CloseBrace when braces > 0 => -1,
                _ => 0,
            } : 0;
        }
    }

    // No code has '{{' in it, nor a '}' that closes no '{': the end of the block was forgotten, or is a brace short.
    private bool IsBrokenAt(int braces)
    {
        if (Peek() == '{')
        {
            return Peek(1) == '{';
        }

        var run = Peek() == '}' && braces <= options.NestingLimit ? BracesAt(_at, braces + 2) : 0;
        if (run != braces + 1)
        {
            return false;
        }

        if (braces == 0)
        {
            report(Problems.OneBrace(source, new(_at, 1)));
        }

        // "{{ {a: 1 }}": the last two end the block, and an object is left open.
        for (; run > 2; run--)
        {
            _tokens.Add(new(TokenKind.CloseBrace, new(_at++, 1)));
        }

        _tokens.Add(new(TokenKind.CodeExit, new(_at, run)));
        _at += run;
        return true;
    }

    private int BracesAt(int at, int most)
    {
        var end = at;
        while (end < _text.Length && end - at < most && _text[end] == '}')
        {
            end++;
        }

        return end - at;
    }

    private int BlockEnd() => (Peek(), Peek(1), Peek(2)) switch
    {
        ('}', '}', _) => 2,
        ('-' or '~', '}', '}') => 3,
        _ => 0,
    };

    private bool SkipBlanks()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] != '\n' && (_text[_at] != '\r' || Peek(1) == '\n') && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at > start;
    }

    private void LexToken(bool space, CodeEnd end)
    {
        var c = Peek();
        if (c is '\n' or '\r')
        {
            _tokens.Add(new(TokenKind.NewLine, new(_at++, 1)));
        }
        else if (c == '#')
        {
            SkipComment(end);
        }
        else if (IsIdentifierStart(c))
        {
            _tokens.Add(new(TokenKind.Identifier, IdentifierAt(_at), Intern(IdentifierAt(_at)), space));
            _at = _tokens[^1].Span.End;
        }
        else if (char.IsAsciiDigit(c))
        {
            LexNumber(space);
        }
        else if (c is '"' or '\'')
        {
            LexString(space);
        }
        else if (c == '`')
        {
            LexVerbatim(space);
        }
        else if (c == '$' && Peek(1) is ('"' or '\''))
        {
            LexInterpolated(space);
        }
        else if (c == '$' && Peek(1) != '$')
        {
            LexLocal(space);
        }
        else
        {
            LexSign(space);
        }
    }

    private void LexSign(bool space)
    {
        foreach (var (sign, kind) in char.IsAscii(Peek()) ? SignsByStart[Peek()] : [])
        {
            if (string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0)
            {
                _tokens.Add(new(kind, new(_at, sign.Length), default, space));
                _at += sign.Length;
                return;
            }
        }

        var length = char.IsSurrogatePair(_text, _at) ? 2 : 1;
        _tokens.Add(new(TokenKind.Bad, new(_at, length), _text.Substring(_at, length), space));
        _at += length;
    }

    private void SkipComment(CodeEnd end)
    {
        var start = _at;
        var many = Peek(1) == '#';
        _at += many ? 2 : 1;
        while (_at < _text.Length)
        {
            if ((end != CodeEnd.SourceEnd && BlockEnd() > 0) || (end == CodeEnd.Hole && Peek() == '}') || (!many && Peek() is ('\n' or '\r')))
            {
                LookAtComment(TextSpan.FromBounds(start, _at));
                return;
            }

            if (many && Peek() == '#' && Peek(1) == '#')
            {
                _at += 2;
                return;
            }

            _at++;
        }
    }

    private static bool IsIdentifierStart(char c) => char.IsLetter(c) || c == '_';

    internal static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    internal static bool IsIdentifier(string name) => name.Length > 0 && IsIdentifierStart(name[0]) && name.All(IsIdentifierPart);

    private TextSpan IdentifierAt(int start)
    {
        var end = start;
        while (end < _text.Length && IsIdentifierPart(_text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    // Names are interned: a model's literals are too, so that most comparisons of names are of references.
    private string Intern(TextSpan span)
    {
        var text = _text.AsSpan(span.Start, span.Length);
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(text, out var name))
        {
            name = options.Intern(text.ToString());
            _names.Add(name);
        }

        return name;
    }

    private void LexLocal(bool space)
    {
        var name = IdentifierAt(_at + 1);
        var span = TextSpan.FromBounds(_at, name.End);
        if (name.Length == 0)
        {
            _tokens.Add(new(TokenKind.Arguments, span, default, space));
        }
        else if (char.IsAsciiDigit(_text[name.Start]))
        {
            // $1 is $[1]; the number travels in the value
            var digits = _text.AsSpan(name.Start, name.Length);
            if (int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index))
            {
                _tokens.Add(new(TokenKind.Arguments, span, index, space));
            }
            else
            {
                _tokens.Add(new(TokenKind.Bad, span, _text.Substring(span.Start, span.Length), space));
            }
        }
        else
        {
            _tokens.Add(new(TokenKind.Local, span, Intern(name), space));
        }

        _at = name.End;
    }

    private void LexInterpolated(bool space)
    {
        var quote = Peek(1);
        var open = new TextSpan(_at, 2);
        _tokens.Add(new(TokenKind.StringOpen, open, default, space));
        _at += 2;
        if (++_interpolations > options.NestingLimit || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            report(Problems.TooDeep(source, open, options.NestingLimit));
            _at = _text.Length;
            _isAborted = true;
        }

        var end = EndOfText(open.Start);
        while (_at < end)
        {
            LexStringPart(quote, end, interpolated: true);
            if (_at < end && Peek() == quote)
            {
                _tokens.Add(new(TokenKind.StringClose, new(_at++, 1)));
                _interpolations--;
                LookAtText(open.Start);
                return;
            }

            if (_at < end)
            {
                _tokens.Add(new(TokenKind.HoleOpen, new(_at++, 1)));
                LexCode(CodeEnd.Hole);
                _tokens.Add(new(TokenKind.HoleClose, new(Math.Min(_at, _text.Length), Math.Min(1, _text.Length - _at))));
                _at = Math.Min(_at + 1, _text.Length);
            }
        }

        _interpolations--;
        if (!_isAborted)
        {
            UnclosedText(open);
        }

        _tokens.Add(new(TokenKind.StringClose, new(Math.Min(_at, _text.Length), 0)));
    }
}
