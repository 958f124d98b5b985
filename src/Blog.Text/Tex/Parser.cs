using System.Collections.Immutable;
using System.Text;

namespace Blog.Text.Tex;

/// <summary>Tokens to tree, by recursive descent. Any input gives a tree; what had to be repaired to get it is in the problems.</summary>
internal sealed partial class Parser
{
    /// <summary>Braces in braces, arguments in arguments. Counted, because the machine's stack cannot report its end.</summary>
    private const int DeepestNesting = 200;

    private const int LongestFormula = 100_000;

    private readonly List<Token> _tokens;
    private readonly List<TexProblem> _problems = [];
    private int _position;
    private int _depth;

    private Parser(List<Token> tokens) => _tokens = tokens;

    public static (Row Formula, ImmutableArray<TexProblem> Problems) Parse(string tex)
    {
        if (tex.Length > LongestFormula)
        {
            var all = new TextSpan(0, tex.Length);
            return (new([], all), [new("too-long", $"formula is longer than {LongestFormula} characters", all)]);
        }

        var parser = new Parser(Lexer.Read(tex));
        var formula = parser.ReadRow(RowEnd.Formula);
        return (formula, [.. parser._problems]);
    }

    private enum RowEnd
    {
        Formula,
        Brace,
        Bracket,
        Right,
        Dollar,
    }

    private Token Current => _tokens[_position];

    private Token Take() => Current.Kind == TokenKind.End ? Current : _tokens[_position++];

    private void SkipSpaces()
    {
        while (Current.Kind == TokenKind.Space)
        {
            _position++;
        }
    }

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, _position > 0 ? Math.Max(start, _tokens[_position - 1].Span.End) : start);

    private void Report(string code, string message, TextSpan span) => _problems.Add(new(code, message, span));

    /// <summary>Items up to the given end, which is taken except for <c>\right</c>.</summary>
    private Row ReadRow(RowEnd end)
    {
        var start = Current.Span.Start;
        var items = new List<MathNode>();
        (Token Command, List<MathNode> Before)? infix = null;
        while (!AtEnd(end))
        {
            if (Current.Kind == TokenKind.Space)
            {
                _position++;
            }
            else if (IsInfix(Current))
            {
                if (infix is not null)
                {
                    Report("double-infix", $"a group can be split once, not again by '\\{Current.Text}'", Current.Span);
                }

                infix ??= (Current, items);
                items = [];
                _position++;
            }
            else if (ItemWithScripts() is { } item)
            {
                items.Add(item);
            }
        }

        var span = SpanFrom(start);
        return infix is { } split ? new([Split(split.Command, new([.. split.Before], span), new([.. items], span), span)], span) : new([.. items], span);
    }

    private bool AtEnd(RowEnd end)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.End:
                if (end != RowEnd.Formula)
                {
                    Report("unexpected-end", "formula ends inside a group", token.Span);
                }

                return true;
            case TokenKind.CloseBrace when end == RowEnd.Brace:
            case TokenKind.Dollar when end == RowEnd.Dollar:
            case TokenKind.Character when end == RowEnd.Bracket && token.IsCharacter(']'):
                _position++;
                return true;
            case TokenKind.Word when end == RowEnd.Right && token.IsWord("right"):
                return true;
            case TokenKind.CloseBrace when end != RowEnd.Formula:
                // A brace ends everything that began inside it.
                Report("unbalanced", "'}' comes before the end of what began inside the group", token.Span);
                return true;
            default:
                return false;
        }
    }

    private MathNode? ItemWithScripts()
    {
        var start = Current.Span.Start;
        var item = IsScript(Current) ? null : Item();
        var isAtom = item is null or not (Space or AlphabetSwitch or StyleSwitch);
        return isAtom ? WithScripts(item, start) : item;
    }

    private static bool IsScript(in Token token) =>
        token.Kind is TokenKind.Superscript or TokenKind.Subscript or TokenKind.Prime or TokenKind.RaisedRun or TokenKind.LoweredRun;

    /// <summary>One atom without its scripts; null when the token had to be skipped.</summary>
    private MathNode? Item()
    {
        if (_depth == DeepestNesting)
        {
            Report("too-deep", $"groups are nested deeper than {DeepestNesting}", Current.Span);
            _position = _tokens.Count - 1;
            return null;
        }

        _depth++;
        var item = Item(Take());
        _depth--;
        return item;
    }

    private MathNode? Item(in Token token) => token.Kind switch
    {
        TokenKind.OpenBrace => ReadRow(RowEnd.Brace),
        TokenKind.Word or TokenKind.Sign => Command(token),
        TokenKind.Digit => ReadNumber(token),
        TokenKind.Letter or TokenKind.Character => Symbol(token),
        TokenKind.Tilde => new Space(0.25, token.Span),
        TokenKind.Verbatim => new Verbatim(token.Text.ToString(), token.Span),
        TokenKind.Ampersand => Skip("misplaced-ampersand", "'&' parts cells, and there is no table here", token),
        TokenKind.CloseBrace => Skip("unbalanced", "'}' closes nothing", token),
        _ => Skip("unexpected-character", $"'{token.Text}' has no meaning here", token),
    };

    private MathNode? Skip(string code, string message, in Token token)
    {
        Report(code, message, token.Span);
        return null;
    }

    private Number ReadNumber(in Token first)
    {
        var text = new StringBuilder().Append(first.Text);
        var hasPoint = false;
        while (Current.Kind == TokenKind.Digit || (!hasPoint && Current.IsCharacter('.') && _tokens[_position + 1].Kind == TokenKind.Digit))
        {
            hasPoint |= Current.Kind != TokenKind.Digit;
            text.Append(Take().Text);
        }

        return new(text.ToString(), SpanFrom(first.Span.Start));
    }

    private MathNode Symbol(in Token token)
    {
        if (Symbols.TryLarge(token, out var sign))
        {
            return new LargeOperator(sign.Text, sign.HasLimits, token.Span);
        }

        if (IsWide(token))
        {
            return WideText(token);
        }

        if (token.IsCharacter('.') && Current.IsCharacter('.') && _tokens[_position + 1].IsCharacter('.'))
        {
            _position += 2;
            return new Atom("…", AtomClass.Ordinary, SpanFrom(token.Span.Start));
        }

        return SingleSymbol(token);
    }

    private static MathNode SingleSymbol(in Token token)
    {
        var text = token.Text.Span;
        if (text is [var letter, var mark] && char.IsAsciiLetter(letter) && Accents.IsMark(mark))
        {
            return new Accent(mark, IsWide: false, new Atom(letter.ToString(), AtomClass.Ordinary, token.Span), token.Span);
        }

        return new Atom(text.ToString(), Symbols.ClassOf(text), token.Span);
    }

    // Chinese needs no \text: nobody means a product of characters.
    private TextRun WideText(in Token first)
    {
        var text = new StringBuilder().Append(first.Text);
        while (IsWide(Current))
        {
            text.Append(Take().Text);
        }

        return new(text.ToString(), SpanFrom(first.Span.Start));
    }

    private static bool IsWide(in Token token) =>
        token.Kind is TokenKind.Letter or TokenKind.Character
        && Rune.DecodeFromUtf16(token.Text.Span, out var rune, out _) == System.Buffers.OperationStatus.Done
        && EastAsianWidth.IsWide(rune);

    /// <summary>What a command or script takes: a group, a command with its own arguments, or one token (<c>\frac12</c>).</summary>
    private MathNode Argument(in Token command)
    {
        SkipSpaces();
        var token = Current;
        if (token.Kind is TokenKind.End or TokenKind.CloseBrace or TokenKind.Superscript or TokenKind.Subscript)
        {
            Report("missing-argument", $"'{Spelling(command)}' has nothing to apply to", command.Span);
            return new Row([], token.Span);
        }

        if (token.Kind is TokenKind.Digit)
        {
            return new Number(Take().Text.ToString(), token.Span);
        }

        if (token.Kind is TokenKind.Letter or TokenKind.Character && !Symbols.TryLarge(token, out _))
        {
            return SingleSymbol(Take());
        }

        return Item() ?? new Row([], token.Span);
    }

    /// <summary>The content of <c>[…]</c> when one follows.</summary>
    private Row? OptionalArgument()
    {
        SkipSpaces();
        if (!Current.IsCharacter('['))
        {
            return null;
        }

        _position++;
        return ReadRow(RowEnd.Bracket);
    }

    private static string Spelling(in Token token) => token.IsCommand ? $"\\{token.Text}" : token.Text.ToString();
}
