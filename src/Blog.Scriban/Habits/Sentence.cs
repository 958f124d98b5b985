using System.Text;
using Blog.Text;

namespace Blog.Scriban.Habits;

/// <summary>One statement on its way from another language: each step replaces what it knows, and the first replacement gives the reason.</summary>
internal sealed partial class Sentence(List<Word> words)
{
    private readonly List<Word> _words = words;
    private TextSpan _at;
    private string? _cause;

    // Advice that is no translation of the statement: it belongs somewhere else, or needs a block around it.
    private string? _advice;

    // What the translation cannot know.
    private string? _remark;

    /// <param name="braces">Of the block that holds nothing else; null when the statement is one of several.</param>
    public Habit? Translate((string Open, string Close)? braces)
    {
        if (_words.Count == 0)
        {
            return null;
        }

        TranslateHead();
        if (_advice is null)
        {
            TranslateMembers();
            TranslateLoopObjects();
            TranslateFilters();
            TranslatePrefixes();
            TranslateOperators();
            TranslateEmpty();
            TranslateConditionals();
            TranslateNames();
        }

        return _cause is null ? null : new(_at, _cause, _advice ?? $"write '{(braces is { } block ? $"{block.Open} {Text} {block.Close}" : Text)}'{_remark}");
    }

    private string Text
    {
        get
        {
            var text = new StringBuilder();
            foreach (var word in _words)
            {
                text.Append(word.Space && text.Length > 0 ? " " : "").Append(word.Text);
            }

            return text.ToString();
        }
    }

    // The leftmost word is what the reader stumbles over first.
    private void Found(string cause, TextSpan at)
    {
        if (at.Length > 0 && (_cause is null || at.Start < _at.Start))
        {
            (_cause, _at) = (cause, at);
        }
    }

    private void Advise(string cause, TextSpan at, string advice)
    {
        Found(cause, at);
        _advice = advice;
    }

    private Word At(int index) => index >= 0 && index < _words.Count ? _words[index] : default;

    private bool IsName(int index) => At(index) is { Kind: TokenKind.Identifier };

    private bool Is(int index, string name) => At(index).Is(name);

    private bool Is(int index, TokenKind kind) => index >= 0 && index < _words.Count && _words[index].Kind == kind;

    private void Replace(int from, int to, params ReadOnlySpan<Word> by)
    {
        _words.RemoveRange(from, to - from);
        _words.InsertRange(from, by);
    }

    private List<Word> Cut(int from, int to)
    {
        var part = _words.GetRange(from, to - from);
        _words.RemoveRange(from, to - from);
        return part;
    }

    /// <summary>Behind the operand that begins here: a value with its members, items and parentheses.</summary>
    private int EndOfOperand(int at)
    {
        while (Is(at, TokenKind.Not) || Is(at, TokenKind.Minus) || Is(at, TokenKind.Plus) || Is(at, TokenKind.At))
        {
            at++;
        }

        at = IsOpening(at) ? BehindBracket(at) : at + 1;
        while (at < _words.Count && !_words[at].Space)
        {
            if (IsOpening(at))
            {
                at = BehindBracket(at);
            }
            else if ((Is(at, TokenKind.Dot) || Is(at, TokenKind.QuestionDot)) && IsName(at + 1))
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return Math.Min(at, _words.Count);
    }

    private bool IsOpening(int at) => At(at).Kind is TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace && at < _words.Count;

    private bool IsClosing(int at) => At(at).Kind is TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace && at < _words.Count;

    private int BehindBracket(int open)
    {
        var depth = 0;
        for (var at = open; at < _words.Count; at++)
        {
            depth += IsOpening(at) ? 1 : IsClosing(at) ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return _words.Count;
    }

    /// <summary>The first word of the operand that ends in front of a place; -1 when none does.</summary>
    private int StartOfOperand(int end)
    {
        for (var start = 0; start < end; start++)
        {
            if (StartsOperand(start) && IsValue(start) && EndOfOperand(start) == end)
            {
                return start;
            }
        }

        return -1;
    }

    private bool IsValue(int at) => at < _words.Count && At(at).Kind is TokenKind.Identifier or TokenKind.Local or TokenKind.Arguments or TokenKind.Literal
        or TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Not or TokenKind.Minus;

    private static readonly HashSet<string> BeforeValues = new(StringComparer.Ordinal) { "if", "else", "while", "when", "in", "case", "with", "ret", "and", "or", "not", "is" };

    /// <summary>A value may begin here: at the start, behind a sign, a keyword or another value.</summary>
    private bool StartsOperand(int at)
    {
        if (at == 0)
        {
            return true;
        }

        var before = At(at - 1);
        return before.Kind switch
        {
            TokenKind.Dot or TokenKind.QuestionDot => false,
            TokenKind.Identifier => BeforeValues.Contains(before.Text) || At(at).Space,
            TokenKind.Literal or TokenKind.Local or TokenKind.Arguments or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace => At(at).Space,
            _ => true,
        };
    }

    /// <summary>A function could stand here, so that a value behind it is an argument: not behind a value.</summary>
    private bool StartsExpression(int at) => at == 0 || At(at - 1).Kind switch
    {
        TokenKind.Identifier => BeforeValues.Contains(At(at - 1).Text) && !Is(at - 2, TokenKind.Dot),
        TokenKind.Dot or TokenKind.QuestionDot or TokenKind.Literal or TokenKind.Local or TokenKind.Arguments => false,
        TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.CloseBrace => false,
        _ => true,
    };
}
