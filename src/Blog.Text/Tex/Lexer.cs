using System.Text;

namespace Blog.Text.Tex;

/// <summary>Cuts a formula into tokens: one per Unicode scalar with its combining marks, one per command, one per run of white space.</summary>
internal ref struct Lexer
{
    private const string ReplacementCharacter = "\uFFFD";

    /// <summary>No address and no <c>\verb</c> is longer; an end that is never found is not looked for to the end, again and again.</summary>
    private const int LongestVerbatim = 2_048;

    private readonly string _tex;
    private readonly List<Token> _tokens;
    private int _position;

    private Lexer(string tex, List<Token> tokens) => (_tex, _tokens) = (tex, tokens);

    /// <summary>Adds all tokens; the last one is <see cref="TokenKind.End"/>.</summary>
    public static void Read(string tex, List<Token> tokens)
    {
        var lexer = new Lexer(tex, tokens);
        while (lexer._position < tex.Length)
        {
            lexer.Next();
        }

        lexer.Add(TokenKind.End, tex.Length);
    }

    private void Next()
    {
        var start = _position;
        var character = _tex[_position];
        if (char.IsAsciiLetter(character) && !HasMarkBehind(start))
        {
            _position++;
            Add(TokenKind.Letter, start);
        }
        else if (character == '\\')
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
        else if (character is >= '′' and <= '‴')
        {
            _position++;
            for (var primes = character - '′'; primes >= 0; primes--)
            {
                Add(TokenKind.Prime, start);
            }
        }
        else
        {
            Scalar(start);
        }
    }

    private readonly bool HasMarkBehind(int position) => position + 1 < _tex.Length && IsMark(_tex[position + 1]);

    private void Command()
    {
        var start = _position++;
        if (_position == _tex.Length)
        {
            Add(TokenKind.Sign, start, default);
        }
        else if (char.IsAsciiLetter(_tex[_position]))
        {
            while (_position < _tex.Length && char.IsAsciiLetter(_tex[_position]))
            {
                _position++;
            }

            Word(start);
        }
        else if (!Rune.TryGetRuneAt(_tex, _position, out var rune))
        {
            _position++;
            Add(TokenKind.Sign, start, ReplacementCharacter.AsMemory());
        }
        else
        {
            _position += rune.Utf16SequenceLength;
            var isLineBreak = _tex[start + 1] == '\\';
            if (isLineBreak && _position < _tex.Length && _tex[_position] == '*')
            {
                _position++;
            }

            Add(TokenKind.Sign, start, _tex.AsMemory(start + 1, _position - start - 1));
        }
    }

    private void Word(int start)
    {
        var name = _tex.AsSpan(start + 1, _position - start - 1);
        switch (name)
        {
            case "verb":
                Verbatim(start);
                return;
            case "href" or "url":
                Add(TokenKind.Word, start, _tex.AsMemory(start + 1, name.Length));
                Address();
                return;
            // For all others a * is an operator: \alpha*2.
            case "operatorname" or "tag" or "hspace" or "vspace" or "newcommand" or "renewcommand" or "providecommand" or "DeclareMathOperator"
                when _position < _tex.Length && _tex[_position] == '*':
                _position++;
                break;
        }

        Add(TokenKind.Word, start, _tex.AsMemory(start + 1, _position - start - 1));
        SkipSpace();
    }

    private void Verbatim(int start)
    {
        if (_position < _tex.Length && _tex[_position] == '*')
        {
            _position++;
        }

        var open = _position;
        var content = _tex.AsSpan(Math.Min(open + 1, _tex.Length));
        var length = open < _tex.Length ? content[..Math.Min(content.Length, LongestVerbatim)].IndexOf(_tex[open]) : -1;
        if (length < 0)
        {
            // Without its end it stays a command, and the parser knows none of this name.
            Add(TokenKind.Word, start, _tex.AsMemory(start + 1, 4));
            return;
        }

        _position = open + length + 2;
        Add(TokenKind.Verbatim, start, _tex.AsMemory(open + 1, length));
    }

    private void Address()
    {
        SkipSpace();
        var start = _position;
        if (start == _tex.Length || _tex[start] != '{')
        {
            return;
        }

        var end = Math.Min(_tex.Length, start + LongestVerbatim);
        for (var open = 0; _position < end;)
        {
            open += _tex[_position] switch { '{' => 1, '}' => -1, _ => 0 };
            _position++;
            if (open == 0)
            {
                Add(TokenKind.Address, start, _tex.AsMemory(start + 1, _position - start - 2));
                SkipSpace();
                return;
            }
        }

        _position = start;
    }

    private void Comment()
    {
        var end = _tex.IndexOf('\n', _position);
        _position = end < 0 ? _tex.Length : end + 1;
        SkipSpace();
    }

    private void ScriptRun(TokenKind kind, Func<char, bool> belongs)
    {
        var start = _position;
        while (_position < _tex.Length && belongs(_tex[_position]))
        {
            _position++;
        }

        var plain = string.Create(_position - start, _tex.AsMemory(start), static (line, scripts) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = ScriptCharacters.OnTheLine(scripts.Span[i]);
            }
        });
        Add(kind, start, plain.AsMemory());
    }

    private void Scalar(int start)
    {
        if (!Rune.TryGetRuneAt(_tex, start, out var rune))
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
        while (_position < _tex.Length && (IsSpace(_tex[_position]) || IsInvisible(_tex[_position])))
        {
            _position++;
        }
    }

    private void SkipMarks()
    {
        while (_position < _tex.Length && IsMark(_tex[_position]))
        {
            _position++;
        }
    }

    private static bool IsMark(char character) => character is (>= '\u0300' and <= '\u036F') or (>= '\u20D0' and <= '\u20FF');

    // Controls print nothing and break lines at worst, so they part words and no more.
    private static bool IsSpace(char character) => char.IsWhiteSpace(character) || char.IsControl(character);

    private static bool IsInvisible(char character) => character is (>= '\u200B' and <= '\u200F') or '\uFEFF' or '\u2060';

    private readonly void Add(TokenKind kind, int start) => Add(kind, start, _tex.AsMemory(start, _position - start));

    private readonly void Add(TokenKind kind, int start, ReadOnlyMemory<char> text) => _tokens.Add(new(kind, text, TextSpan.FromBounds(start, _position)));
}
