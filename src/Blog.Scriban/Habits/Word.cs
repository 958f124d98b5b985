using Blog.Text;

namespace Blog.Scriban.Habits;

/// <summary>A token as text: what a translation is made of.</summary>
/// <param name="Space">A blank stands in front.</param>
internal readonly record struct Word(TokenKind Kind, string Text, bool Space, TextSpan Span)
{
    public static List<Word> Of(SourceText source, IReadOnlyList<Token> tokens, int from, int to)
    {
        List<Word> words = [];
        for (var i = from; i < to; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.NewLine)
            {
                continue;
            }

            var span = token.Span;
            if (token.Kind == TokenKind.StringOpen)
            {
                var close = ClosingOf(tokens, i, to);
                span = TextSpan.FromBounds(span.Start, tokens[close].Span.End);
                i = close;
            }

            words.Add(new(token.Kind == TokenKind.StringOpen ? TokenKind.Literal : token.Kind, source.Text.Substring(span.Start, span.Length), token.SpaceBefore, span));
        }

        return words;
    }

    private static int ClosingOf(IReadOnlyList<Token> tokens, int open, int to)
    {
        var depth = 0;
        for (var i = open; i < to; i++)
        {
            depth += tokens[i].Kind == TokenKind.StringOpen ? 1 : tokens[i].Kind == TokenKind.StringClose ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return to - 1;
    }

    public static Word Name(string text, bool space = true) => new(TokenKind.Identifier, text, space, default);

    public static Word Sign(TokenKind kind, string text, bool space = true) => new(kind, text, space, default);

    public bool Is(string name) => Kind == TokenKind.Identifier && Text == name;

    public bool IsText => Kind == TokenKind.Literal && Text.Length > 1 && Text[0] is '"' or '\'';

    /// <summary>A text without its quotes.</summary>
    public string Content => Text[1..^1];
}
