using Blog.Text;

namespace Blog.Scriban;

/// <summary>An <c>end</c> or <c>else</c> that closes one statement by the rules and another one by its indentation.</summary>
internal sealed record Doubt(Token Word, Token Opening, Token? Meant);

/// <summary>The blocks of a broken template as their indentation shows them; tells which <c>end</c> was meant for what.</summary>
internal sealed class Outline
{
    // Deeper nothing is nested but by mistake.
    private const int MostCompared = 250;

    private readonly SourceText _source;
    private readonly List<Doubt> _doubts = [];

    public Outline(SourceText source, IReadOnlyList<Token> tokens)
    {
        _source = source;
        var open = new Stack<Token>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Identifier)
            {
                continue;
            }

            var isFirst = i == 0 || tokens[i - 1].Kind is TokenKind.CodeEnter or TokenKind.NewLine or TokenKind.Semicolon or TokenKind.Text or TokenKind.CodeExit;
            var isNested = tokens[i].Name == "do" && i > 0 && tokens[i - 1].Kind is not (TokenKind.Dot or TokenKind.QuestionDot);
            if (isNested || (isFirst && Opens(tokens[i].Name) && tokens[i + 1] is not { Kind: TokenKind.Dot, SpaceBefore: false }))
            {
                open.Push(tokens[i]);
            }
            else if (isFirst && tokens[i].Name is "end" or "else" && open.Count > 0)
            {
                Compare(tokens[i], open);
                _ = tokens[i].Name == "end" && open.TryPop(out _);
            }
        }
    }

    private static bool Opens(string word) => word is "if" or "for" or "case" or "while" or "func" or "capture" or "with" or "wrap" or "tablerow";

    /// <summary>The word that was probably meant to close a statement which nothing closes.</summary>
    public Doubt? EndMeantFor(Token opening) =>
        _doubts.Find(doubt => doubt.Meant is { } meant && meant.Span.Start >= opening.Span.Start && doubt.Opening.Span.Start > opening.Span.Start);

    /// <summary>The word that closed something too early, so that a later one has nothing left to close.</summary>
    public Doubt? EndTooMany(Token end) => _doubts.FindLast(doubt => doubt.Meant is null && doubt.Word.Name == "end" && doubt.Word.Span.Start < end.Span.Start);

    private void Compare(Token word, Stack<Token> open)
    {
        if (IndentOf(word) is not { } indent || IndentOf(open.Peek()) is not { } opened || indent == opened)
        {
            return;
        }

        if (opened.StartsWith(indent, StringComparison.Ordinal))
        {
            foreach (var outer in open.Skip(1).Take(MostCompared).Where(outer => IndentOf(outer) == indent).Take(1))
            {
                _doubts.Add(new(word, open.Peek(), outer));
            }
        }
        else if (indent.StartsWith(opened, StringComparison.Ordinal))
        {
            _doubts.Add(new(word, open.Peek(), null));
        }
    }

    // The blanks in front of a word's block, when nothing else is: "   {{~ if".
    private string? IndentOf(Token word)
    {
        var text = _source.Text;
        var end = word.Span.Start;
        while (end > 0 && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (end > 0 && text[end - 1] is '{' or '~' or '-')
        {
            end -= text[end - 1] == '{' ? 0 : 1;
            if (end < 2 || text[end - 1] != '{' || text[end - 2] != '{')
            {
                return null;
            }

            end -= 2;
        }
        else
        {
            end = word.Span.Start;
        }

        var start = end;
        while (start > 0 && text[start - 1] is ' ' or '\t')
        {
            start--;
        }

        return start == 0 || text[start - 1] is '\n' or '\r' ? text[start..end] : null;
    }
}
