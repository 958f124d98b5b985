namespace Blog.Text.Tex;

/// <summary>Tokens to tree, by recursive descent. Any input gives a tree; what had to be repaired to get it is in the problems.</summary>
internal sealed partial class Parser(MathTree tree, TextBuffer text, ProblemList problems)
{
    /// <summary>Braces in braces, arguments in arguments. Counted, because the machine's stack cannot report its end.</summary>
    private const int DeepestNesting = 200;

    private List<Token> _tokens = [];

    /// <summary>Never at the bounds of an expansion: they are stepped over.</summary>
    private int _position;
    private int _depth;

    /// <summary>Braces that are open.</summary>
    private int _braces;

    public MathTree Tree => tree;

    /// <summary>Where numbers, labels and tags of the formula are found by the parser.</summary>
    public EquationNotes Notes { get; } = new();

    /// <summary>Colours that the page has defined so far.</summary>
    public Colours Colours { get; } = new();

    public MathNode Parse(List<Token> tokens)
    {
        _tokens = tokens;
        (_position, _depth, _braces, _tables, _outerRow, _isIncomplete) = (0, 0, 0, 0, null, false);
        Notes.Clear();
        SkipMarks();
        return ReadGroup(RowEnd.Formula, default);
    }

    private Token Current => _tokens[_position];

    /// <summary>The token after the current one.</summary>
    private Token Following
    {
        get
        {
            var next = _position + 1;
            while (next < _tokens.Count - 1 && _tokens[next].Kind is TokenKind.ExpansionStart or TokenKind.ExpansionEnd)
            {
                next++;
            }

            return _tokens[Math.Min(next, _tokens.Count - 1)];
        }
    }

    private Token Take()
    {
        var token = _tokens[_position];
        Advance();
        return token;
    }

    private void Advance()
    {
        if (_tokens[_position].Kind != TokenKind.End)
        {
            _position++;
            SkipMarks();
        }
    }

    private void SkipMarks()
    {
        while (_tokens[_position].Kind is TokenKind.ExpansionStart or TokenKind.ExpansionEnd)
        {
            _position++;
        }
    }

    public void SkipSpaces()
    {
        while (_tokens[_position].Kind == TokenKind.Space)
        {
            Advance();
        }
    }

    public TextSpan SpanFrom(in Token first) => SpanFrom(first.Span.Start);

    private TextSpan SpanFrom(int start)
    {
        var end = _position > 0 ? _tokens[_position - 1].Span.End : start;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    public MathNode? Skip(string code, string message, in Token token, string? help = null)
    {
        problems.Add(code, message, token.Span, help);
        return null;
    }

    private void GiveUp(string code, string message, TextSpan span, string? help = null)
    {
        problems.AddFatal(code, message, span, help);
        _position = _tokens.Count - 1;
    }

    /// <summary>One atom with its scripts; null when there was nothing but something to skip.</summary>
    private MathNode? ItemWithScripts()
    {
        var start = Current.Span.Start;
        if (IsScript(Current))
        {
            return WithScripts(null, start);
        }

        var item = Item();
        return item is null or { Kind: NodeKind.Space or NodeKind.AlphabetSwitch or NodeKind.StyleSwitch or NodeKind.ColourSwitch or NodeKind.SizeSwitch }
            ? item
            : WithScripts(item, start);
    }

    /// <summary>One atom without its scripts; null when the token had to be skipped.</summary>
    private MathNode? Item()
    {
        if (!Enter())
        {
            return null;
        }

        var item = Item(Take());
        _depth--;
        return item;
    }

    private bool Enter()
    {
        if (_depth == DeepestNesting)
        {
            GiveUp("too-deep", $"groups are nested deeper than {DeepestNesting}", Current.Span);
            return false;
        }

        _depth++;
        return true;
    }

    private MathNode? Item(in Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Letter or TokenKind.Character:
                return Symbol(token);
            case TokenKind.Digit:
                return ReadNumber(token);
            case TokenKind.Word or TokenKind.Sign:
                return Commands.Find(token.Text.Span) is { } command ? command(this, token) : Unknown(token);
            case TokenKind.OpenBrace:
                return Braced(token);
            case TokenKind.Tilde:
                return tree.Space(0.25, token.Span);
            case TokenKind.Verbatim:
                return Verbatim(token);
            case TokenKind.Ampersand:
                return Skip("misplaced-ampersand", "'&' parts cells, and there is no table here", token, "write '\\&' for the sign");
            case TokenKind.CloseBrace:
                return Skip("unbalanced", "'}' closes nothing", token);
            case TokenKind.Hash or TokenKind.Dollar:
                problems.Add("unexpected-character", $"'{token.Text}' has no meaning in a formula", token.Span, $"write '\\{token.Text}' for the sign");
                return tree.Atom(token.Text, AtomClass.Ordinary, token.Span);
            default:
                return Skip("unexpected-character", $"'{token.Text}' has no meaning here", token);
        }
    }

    private MathNode Braced(in Token brace)
    {
        _braces++;
        var group = ReadGroup(RowEnd.Brace, brace);
        _braces--;
        return group;
    }

    private MathNode? Unknown(in Token token)
    {
        if (token.Text.IsEmpty)
        {
            return Skip("unexpected-end", "formula ends with a backslash", token);
        }

        if (!problems.IsFull)
        {
            problems.Add("unknown-command", $"'\\{token.Text}' is not a command", token.Span, AdviceFor(token.Text.ToString()));
        }

        var error = tree.New(NodeKind.Error, token.Span);
        error.Text = token.Text;
        return error;
    }

    private static string AdviceFor(string name)
    {
        if (!char.IsAsciiLetter(name[0]))
        {
            return name == "~" ? "write '\\sim' for the relation, '\\tilde{x}' for an accent" : $"in a formula Markdown's signs need no backslash: write '{name}'";
        }

        // Two letters are near to too much.
        var nearest = name.Length < 3 ? null : Spelling.Nearest(name, Commands.Names.Where(known => char.ToLowerInvariant(known[0]) == char.ToLowerInvariant(name[0])));
        return nearest is null
            ? "define it with '\\newcommand', or for all pages under 'math: macros:' in site.yaml"
            : $"did you mean '\\{nearest}'? macros of your own go under 'math: macros:' in site.yaml";
    }

    /// <summary>What a command or script takes: a group, a command with its own arguments, or one token (<c>\frac12</c>).</summary>
    public MathNode Argument(in Token command)
    {
        SkipSpaces();
        return StartOfExpansion() is { } end ? ExpansionAsArgument(end) : OwnArgument(command);
    }

    /// <summary>The argument that begins at the current token, whichever macro it came from.</summary>
    private MathNode OwnArgument(in Token command)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.End or TokenKind.CloseBrace or TokenKind.Superscript or TokenKind.Subscript or TokenKind.Ampersand:
            case TokenKind.Word when token.Text.Span is "right" or "end" or "over" or "cr":
            case TokenKind.Sign when token.Text.Span is "\\":
                Missing(command);
                return tree.New(NodeKind.Row, token.Span);
            case TokenKind.Digit:
                Advance();
                return tree.Number(token.Text, token.Span);
            case TokenKind.Letter or TokenKind.Character when !Symbols.TryLarge(token.Text.Span, out _):
                Advance();
                return SingleSymbol(token);
            default:
                return Item() ?? tree.New(NodeKind.Row, token.Span);
        }
    }

    private void Missing(in Token command)
    {
        if (!_isIncomplete || Current.Kind != TokenKind.End)
        {
            problems.Add("missing-argument", $"'{command.Spelling}' has nothing to apply to", command.Span);
        }
    }

    /// <summary>Where the expansion ends that begins at the current token; null when none begins there.</summary>
    private int? StartOfExpansion()
    {
        var open = 0;
        while (_position - open > 0 && _tokens[_position - open - 1].Kind == TokenKind.ExpansionStart)
        {
            open++;
        }

        if (open == 0)
        {
            return null;
        }

        var end = _position;
        while (open > 0 && end < _tokens.Count - 1)
        {
            open += _tokens[end].Kind switch { TokenKind.ExpansionStart => 1, TokenKind.ExpansionEnd => -1, _ => 0 };
            end++;
        }

        return end;
    }

    private MathNode ExpansionAsArgument(int end)
    {
        var span = Current.Span;
        if (!Enter())
        {
            return tree.New(NodeKind.Row, span);
        }

        var items = new NodeList();
        while (_position < end && Current.Kind is not (TokenKind.End or TokenKind.CloseBrace))
        {
            if (Current.Kind == TokenKind.Space)
            {
                Advance();
            }
            else if (ItemWithScripts() is { } item)
            {
                items.Add(item);
            }
        }

        _depth--;
        return items.First is { Next: null } only ? only : tree.Row(items, SpanFrom(span.Start));
    }

    /// <summary>The content of <c>[…]</c> when one follows.</summary>
    public MathNode? OptionalArgument()
    {
        SkipSpaces();
        if (!Current.IsCharacter('['))
        {
            return null;
        }

        return ReadGroup(RowEnd.Bracket, Take());
    }
}
