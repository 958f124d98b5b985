namespace Blog.Text.Tex;

/// <summary>Replaces the commands that authors defined, in one pass over the tokens, before anything is parsed.</summary>
/// <remarks>
/// What a macro stands for is put between two marks, so that the parser can take it as one argument (<c>x^\half</c>) and still see through it everywhere else
/// (<c>\be</c> for <c>\begin{equation}</c>). Definitions hold from where they stand to the end of the page, whatever braces are around them.
/// </remarks>
internal sealed partial class Expander(ProblemList problems)
{
    private const int MostExpansions = 10_000;

    private const int MostTokens = 100_000;

    /// <summary>The tokens still to be read, the next one last.</summary>
    private readonly List<Token> _input = [];

    private readonly List<Token> _argument = [];

    /// <summary>Bounds of each argument in <see cref="_argument"/>.</summary>
    private readonly List<(int Start, int End)> _arguments = [];

    private List<Token> _output = [];
    private MathMacros _macros = MathMacros.None;
    private int _expansions;
    private long _pushed;

    /// <summary>Whether the formula defined something.</summary>
    public bool HasDefinitions { get; private set; }

    /// <summary>The tokens to be parsed: those given, when nothing among them is a macro or defines one.</summary>
    public List<Token> Expand(List<Token> tokens, MathMacros macros)
    {
        HasDefinitions = false;
        _macros = macros;
        var first = FirstMacro(tokens);
        if (first < 0)
        {
            return tokens;
        }

        _output.Clear();
        _input.Clear();
        (_expansions, _pushed) = (0, 0);
        _output.AddRange(tokens.Take(first));
        for (var i = tokens.Count - 1; i >= first; i--)
        {
            _input.Add(tokens[i]);
        }

        while (_input.Count > 0)
        {
            Next();
        }

        if (_output.Capacity > MostTokens / 4)
        {
            // A page with one enormous formula should not hold its memory to the end.
            var result = _output;
            _output = [];
            _input.Capacity = 0;
            _argument.Capacity = 0;
            return result;
        }

        return _output;
    }

    private int FirstMacro(List<Token> tokens)
    {
        var hasMacros = !_macros.IsEmpty;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.IsCommand && (IsDefinition(token) || (hasMacros && _macros.Find(token.Text.Span) is not null)))
            {
                return i;
            }
        }

        return -1;
    }

    private Token Take()
    {
        var token = _input[^1];
        if (token.Kind != TokenKind.End)
        {
            _input.RemoveAt(_input.Count - 1);
        }

        return token;
    }

    /// <summary>The next token; an expansion that ends here does so on the way.</summary>
    private Token Current
    {
        get
        {
            while (_input[^1].Kind == TokenKind.ExpansionEnd)
            {
                _output.Add(Take());
            }

            return _input[^1];
        }
    }

    private void SkipSpaces()
    {
        while (Current.Kind == TokenKind.Space)
        {
            Take();
        }
    }

    private void Next()
    {
        var token = _input[^1];
        _input.RemoveAt(_input.Count - 1);
        if (!token.IsCommand || token.IsBuiltIn)
        {
            _output.Add(token);
        }
        else if (_macros.Find(token.Text.Span) is { } macro)
        {
            Expansion(token, macro);
        }
        else if (IsDefinition(token))
        {
            Define(token);
        }
        else
        {
            _output.Add(token);
        }
    }

    private void Expansion(in Token call, Macro macro)
    {
        _argument.Clear();
        _arguments.Clear();
        for (var i = 0; i < macro.Arguments; i++)
        {
            if (i == 0 && macro.Default is { } @default)
            {
                OptionalArgument(@default);
            }
            else
            {
                Argument(call);
            }
        }

        if (++_expansions > MostExpansions || !Push(call, macro.Body))
        {
            problems.AddFatal("macro-loop", $"'{call.Spelling}' grows without end", call.Span, "look for a macro that uses itself");
            _input.RemoveRange(1, _input.Count - 1);
        }
    }

    private void OptionalArgument(Token[] @default)
    {
        SkipSpaces();
        var start = _argument.Count;
        if (Current.IsCharacter('['))
        {
            Take();
            BalancedUpTo(static token => token.IsCharacter(']'));
        }
        else
        {
            _argument.AddRange(@default);
        }

        _arguments.Add((start, _argument.Count));
    }

    private void Argument(in Token call)
    {
        SkipSpaces();
        var start = _argument.Count;
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.End or TokenKind.CloseBrace:
                problems.Add("missing-argument", $"'{call.Spelling}' needs {_arguments.Count + 1} argument{(_arguments.Count > 0 ? "s" : "")}", call.Span);
                break;
            case TokenKind.OpenBrace:
                Take();
                BalancedUpTo(static inner => inner.Kind == TokenKind.CloseBrace);
                break;
            default:
                _argument.Add(Take());
                break;
        }

        _arguments.Add((start, _argument.Count));
    }

    /// <summary>Takes the tokens up to an end that is not within braces, and the end itself.</summary>
    private void BalancedUpTo(Func<Token, bool> isEnd)
    {
        for (var open = 0; Current.Kind != TokenKind.End;)
        {
            var token = Take();
            if (open == 0 && isEnd(token))
            {
                return;
            }

            open += token.Kind switch { TokenKind.OpenBrace => 1, TokenKind.CloseBrace => -1, _ => 0 };
            _argument.Add(token);
        }

        problems.Add("unexpected-end", "formula ends inside an argument", Current.Span);
    }

    /// <summary>The body, with its arguments, becomes what is read next; false when that is too much.</summary>
    private bool Push(in Token call, Token[] body)
    {
        var start = _input.Count;
        _input.Add(new(TokenKind.ExpansionEnd, default, call.Span));
        for (var i = body.Length - 1; i >= 0; i--)
        {
            var token = body[i];
            if (i > 0 && token.Kind == TokenKind.Digit && body[i - 1].Kind == TokenKind.Hash && token.Text.Span[0] - '1' is var index && index >= 0 && index < _arguments.Count)
            {
                i--;
                for (var at = _arguments[index].End - 1; at >= _arguments[index].Start; at--)
                {
                    _input.Add(_argument[at]);
                }
            }
            else
            {
                _input.Add(token with { Span = call.Span });
            }

            if (_pushed + _input.Count - start > MostTokens)
            {
                return false;
            }
        }

        _pushed += _input.Count - start;
        _output.Add(new(TokenKind.ExpansionStart, default, call.Span));
        return true;
    }
}
