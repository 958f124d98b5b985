using System.Text;

namespace Blog.Text.Tex;

/// <summary>Cuts a formula into tokens: one per Unicode scalar with its combining marks, one per command, one per run of white space.</summary>
internal sealed class Lexer(string tex)
{
    private const string ReplacementCharacter = "\uFFFD";

    private readonly List<Token> _tokens = new(tex.Length / 2 + 1);
    private int _position;

    /// <summary>All tokens; the last one is <see cref="TokenKind.End"/>.</summary>
    public static List<Token> Read(string tex)
    {
        var lexer = new Lexer(tex);
        while (lexer._position < tex.Length)
        {
            lexer.Next();
        }

        lexer.Add(TokenKind.End, tex.Length);
        return lexer._tokens;
    }

    private void Next()
    {
        var start = _position;
        var character = tex[_position];
        if (character == '\\')
        {
            Command();
        }
        else if (character == '%')
        {
            Comment();
        }
        else if (IsSpace(character))
        {
            SkipSpace();
            Add(TokenKind.Space, start);
        }
        else if (IsInvisible(character))
        {
            _position++;
        }
        else if (ScriptCharacters.IsRaised(character))
        {
            ScriptRun(TokenKind.RaisedRun, ScriptCharacters.IsRaised);
        }
        else if (ScriptCharacters.IsLowered(character))
        {
            ScriptRun(TokenKind.LoweredRun, ScriptCharacters.IsLowered);
        }
        else
        {
            Scalar(start);
        }
    }

    private void Command()
    {
        var start = _position++;
        if (_position == tex.Length)
        {
            Add(TokenKind.Sign, start, default);
        }
        else if (char.IsAsciiLetter(tex[_position]))
        {
            while (_position < tex.Length && char.IsAsciiLetter(tex[_position]))
            {
                _position++;
            }

            Word(start);
        }
        else
        {
            _position += ScalarLength(_position);
            var isLineBreak = tex[start + 1] == '\\';
            if (isLineBreak && _position < tex.Length && tex[_position] == '*')
            {
                _position++;
            }

            Add(TokenKind.Sign, start, tex.AsMemory(start + 1, _position - start - 1));
        }
    }

    private void Word(int start)
    {
        var name = tex.AsSpan(start + 1, _position - start - 1);
        if (name is "verb")
        {
            Verbatim(start);
            return;
        }

        // For all others a * is an operator: \alpha*2.
        var hasStarredForm = name is "operatorname" or "tag" or "hspace" or "vspace" or "newcommand" or "renewcommand" or "providecommand"
            or "DeclareMathOperator";
        if (hasStarredForm && _position < tex.Length && tex[_position] == '*')
        {
            _position++;
        }

        Add(TokenKind.Word, start, tex.AsMemory(start + 1, _position - start - 1));
        SkipSpace();
    }

    private void Verbatim(int start)
    {
        if (_position < tex.Length && tex[_position] == '*')
        {
            _position++;
        }

        var open = _position;
        var close = open < tex.Length ? tex.IndexOf(tex[open], open + 1) : -1;
        if (close < 0)
        {
            // Without its end it stays a command, and the parser knows none of this name.
            Add(TokenKind.Word, start, tex.AsMemory(start + 1, 4));
            return;
        }

        _position = close + 1;
        Add(TokenKind.Verbatim, start, tex.AsMemory(open + 1, close - open - 1));
    }

    private void Comment()
    {
        var end = tex.IndexOf('\n', _position);
        _position = end < 0 ? tex.Length : end + 1;
        SkipSpace();
    }

    private void ScriptRun(TokenKind kind, Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < tex.Length && belongs(tex[_position]))
        {
            _position++;
        }

        var plain = string.Concat(tex[start.._position].Select(ScriptCharacters.OnTheLine));
        Add(kind, start, plain.AsMemory());
    }

    private void Scalar(int start)
    {
        if (!Rune.TryGetRuneAt(tex, start, out var rune))
        {
            _position++;
            Add(TokenKind.Character, start, ReplacementCharacter.AsMemory());
            return;
        }

        _position += rune.Utf16SequenceLength;
        var kind = KindOf(rune);
        if (kind is TokenKind.Letter or TokenKind.Digit or TokenKind.Character)
        {
            SkipMarks();
        }

        Add(kind, start);
    }

    private static TokenKind KindOf(Rune rune) => rune.Value switch
    {
        '{' => TokenKind.OpenBrace,
        '}' => TokenKind.CloseBrace,
        '^' => TokenKind.Superscript,
        '_' => TokenKind.Subscript,
        '&' => TokenKind.Ampersand,
        '~' => TokenKind.Tilde,
        '#' => TokenKind.Hash,
        '$' => TokenKind.Dollar,
        '\'' => TokenKind.Prime,
        >= '0' and <= '9' => TokenKind.Digit,
        _ when Rune.IsLetter(rune) => TokenKind.Letter,
        _ => TokenKind.Character,
    };

    private void SkipSpace()
    {
        while (_position < tex.Length && (IsSpace(tex[_position]) || IsInvisible(tex[_position])))
        {
            _position++;
        }
    }

    private void SkipMarks()
    {
        while (_position < tex.Length && tex[_position] is (>= '\u0300' and <= '\u036F') or (>= '\u20D0' and <= '\u20FF'))
        {
            _position++;
        }
    }

    // Controls print nothing and break lines at worst, so they part words and no more.
    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static bool IsInvisible(char character) => character is (>= '\u200B' and <= '\u200F') or '\uFEFF' or '\u2060';

    private int ScalarLength(int position) => Rune.TryGetRuneAt(tex, position, out var rune) ? rune.Utf16SequenceLength : 1;

    private void Add(TokenKind kind, int start) => Add(kind, start, tex.AsMemory(start, _position - start));

    private void Add(TokenKind kind, int start, ReadOnlyMemory<char> text) => _tokens.Add(new(kind, text, TextSpan.FromBounds(start, _position)));
}
