using Blog.Text;

namespace Blog.Scriban.Habits;

/// <summary>A piece of Liquid, Jinja, Go or Handlebars in a template, and how it is said here.</summary>
/// <param name="At">The words that belong to the other language.</param>
/// <param name="Cause">Why they do not work, in a few words.</param>
/// <param name="Help">What to write instead.</param>
internal sealed record Habit(TextSpan At, string Cause, string Help)
{
    // Nobody types a longer statement; what is longer is data, or an attack.
    private const int MostTokens = 200;

    /// <summary>The habit in a statement, or null when all of it can be meant as it stands.</summary>
    /// <param name="from">The first token of the statement.</param>
    /// <param name="to">The token behind its last one.</param>
    public static Habit? Of(SourceText source, IReadOnlyList<Token> tokens, int from, int to)
    {
        var isAlone = from > 0 && tokens[from - 1].Kind == TokenKind.CodeEnter && tokens[to].Kind == TokenKind.CodeExit;
        return isAlone ? Of(source, tokens, from, to, (TextOf(source, tokens[from - 1]), TextOf(source, tokens[to]))) : Of(source, tokens, from, to, null);
    }

    private static Habit? Of(SourceText source, IReadOnlyList<Token> tokens, int from, int to, (string Open, string Close)? braces) =>
        to - from > MostTokens ? null : new Sentence(Word.Of(source, tokens, from, to)).Translate(braces is { Open.Length: > 1, Close.Length: > 1 } ? braces : null);

    private static string TextOf(SourceText source, Token token) => source.Text.Substring(token.Span.Start, token.Span.Length);

    /// <summary>The habit in the statement around a place of a parsed template; for messages of renderings, which have no tokens.</summary>
    public static Habit? Around(SourceText source, TemplateMode mode, int offset)
    {
        var tokens = new Lexer(source, TemplateOptions.Original with { Mode = mode }, _ => { }).Tokens();
        var at = tokens.FindLastIndex(token => token.Span.Start <= offset);
        if (at < 0)
        {
            return null;
        }

        var from = at;
        while (from > 0 && !IsBoundary(tokens[from - 1].Kind))
        {
            from--;
        }

        return Of(source, tokens, from, EndOf(tokens, at));
    }

    /// <summary>The habit in code that stands alone, such as what is between <c>{%</c> and <c>%}</c>.</summary>
    /// <param name="open">What opens the block that it should stand in: <c>{{</c>, perhaps with a mark.</param>
    public static Habit? Of(string code, string open, string close)
    {
        var source = new SourceText("", code);
        var tokens = new Lexer(source, TemplateOptions.Original with { Mode = TemplateMode.ScriptOnly }, _ => { }).Tokens();
        return Of(source, tokens, 0, tokens.Count - 1, (open, close));
    }

    /// <summary>The token behind the statement that a token is part of; line ends in brackets do not end it.</summary>
    public static int EndOf(IReadOnlyList<Token> tokens, int at)
    {
        var brackets = 0;
        for (; at < tokens.Count && tokens[at].Kind is not (TokenKind.CodeExit or TokenKind.End or TokenKind.Text); at++)
        {
            var kind = tokens[at].Kind;
            if (kind == TokenKind.Semicolon || (kind == TokenKind.NewLine && brackets <= 0))
            {
                break;
            }

            brackets += kind is TokenKind.OpenParen or TokenKind.OpenBracket ? 1 : kind is TokenKind.CloseParen or TokenKind.CloseBracket ? -1 : 0;
        }

        return at;
    }

    private static bool IsBoundary(TokenKind kind) =>
        kind is TokenKind.CodeEnter or TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon or TokenKind.Text;
}
