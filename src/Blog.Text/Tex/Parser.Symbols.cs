using System.Buffers;
using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private MathNode ReadNumber(in Token first)
    {
        var start = text.Length;
        text.Append(first.Text.Span);
        var hasPoint = false;
        while (true)
        {
            if (Current.Kind == TokenKind.Digit)
            {
                text.Append(Take().Text.Span);
            }
            else if (!hasPoint && Current.IsCharacter('.') && Following.Kind == TokenKind.Digit)
            {
                hasPoint = true;
                text.Append(Take().Text.Span);
            }
            else if (IsBracedComma())
            {
                text.Append(',');
                Advance();
                Advance();
                Advance();
            }
            else
            {
                return tree.Number(text.From(start), SpanFrom(first));
            }
        }
    }

    // 3{,}000 is TeX for a comma that is no punctuation.
    private bool IsBracedComma() =>
        Current.Kind == TokenKind.OpenBrace && _position + 3 < _tokens.Count
        && _tokens[_position + 1].IsCharacter(',') && _tokens[_position + 2].Kind == TokenKind.CloseBrace && _tokens[_position + 3].Kind == TokenKind.Digit;

    private MathNode Symbol(in Token token)
    {
        var sign = token.Text.Span;
        if (sign is [var ascii] && char.IsAscii(ascii))
        {
            return ascii == '.' && IsEllipsis() ? Ellipsis(token) : tree.Atom(token.Text, Symbols.ClassOf(ascii), token.Span);
        }

        if (Symbols.TryLarge(sign, out var large))
        {
            return LargeOperator(large, token);
        }

        return IsWide(token) || IsWordLetter(token) && IsWordLetter(Current) ? WordRun(token) : SingleSymbol(token);
    }

    private bool IsEllipsis() => Current.IsCharacter('.') && Following.IsCharacter('.');

    private MathNode Ellipsis(in Token token)
    {
        Advance();
        Advance();
        return tree.Atom("…", AtomClass.Ordinary, SpanFrom(token));
    }

    private MathNode SingleSymbol(in Token token)
    {
        var sign = token.Text;
        if (sign.Length > 1 && AccentSign.OfMark(sign.Span[^1]) is { } accent && Rune.DecodeFromUtf16(sign.Span, out _, out var length) == OperationStatus.Done
            && length == sign.Length - 1)
        {
            var accented = tree.Around(NodeKind.Accent, tree.Atom(sign[..length], AtomClass.Ordinary, token.Span), token.Span);
            accented.Sign = accent;
            return accented;
        }

        return tree.Atom(sign, Symbols.ClassOf(sign.Span), token.Span);
    }

    // Chinese needs no \text: nobody means a product of characters. Nor do words in other scripts.
    private MathNode WordRun(in Token first)
    {
        var start = text.Length;
        text.Append(first.Text.Span);
        while (IsWide(Current) || IsWordLetter(Current))
        {
            text.Append(Take().Text.Span);
        }

        var words = tree.New(NodeKind.Text, SpanFrom(first));
        words.Text = text.From(start);
        return words;
    }

    private static bool IsWide(in Token token) =>
        token.Kind is TokenKind.Letter or TokenKind.Character && token.Text.Span[0] > '\u10FF'
        && Rune.DecodeFromUtf16(token.Text.Span, out var rune, out _) == OperationStatus.Done
        && EastAsianWidth.IsWide(rune);

    /// <summary>Letters of languages, not of mathematics: é, ж, ℵ's own alphabet.</summary>
    private static bool IsWordLetter(in Token token) =>
        token.Kind == TokenKind.Letter && token.Text.Span[0] is (>= '\u00C0' and <= '\u02AF') or (>= '\u0400' and <= '\u10FF') && !Symbols.IsKnown(token.Text.Span);
}
