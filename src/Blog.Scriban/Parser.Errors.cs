using Blog.Scriban.Habits;
using Blog.Text;

namespace Blog.Scriban;

// What the parser says, and what it keeps to itself.
internal sealed partial class Parser
{
    // The first token of the running statement.
    private int _statement;

    // Tokens that may be words of another language, with their statements; looked at when all is read, for a template may define them.
    private List<(int Statement, int Token)>? _suspects;
    private HashSet<int>? _faulty;

    // What the parser says after a first error in a statement is rarely true.
    private bool _isSuppressed;

    /// <summary>The parser reads <c>endif</c> as <c>end</c>, so that it finds the way through a template of another language.</summary>
    public bool KnowsOtherLanguages { get; init; }

    private void Error(Diagnostic diagnostic)
    {
        if (!_isSuppressed && !_isAborted && !code.IsBroken(diagnostic.Span.Start))
        {
            (_faulty ??= []).Add(_statement);
            Reading.Add(diagnostics, diagnostic);
        }

        _isSuppressed = true;
    }

    // A statement that cannot be read may be one of another language.
    private void SyntaxError(Diagnostic diagnostic)
    {
        if (!_isSuppressed)
        {
            Error(HasLints && HabitOf(_statement, _at) is { } habit ? Problems.OtherLanguage(source, habit) : diagnostic);
        }
    }

    // What was opened is the mistake when the code ends, or when the reader would have to look lines behind it.
    private void Expected(TokenKind kind, string what, string help, TextSpan? opened)
    {
        var isEnd = Current.Kind is TokenKind.CodeExit or TokenKind.End or TokenKind.Semicolon or TokenKind.NewLine;
        var isFar = kind == TokenKind.CloseParen && opened is { } start && source.Text.AsSpan(start.Start, Current.Span.Start - start.Start).Contains('\n');
        if (opened is { } at && (isEnd || isFar))
        {
            Error(Problems.NeverClosed(source, at, kind, Current, isFar));
        }
        else
        {
            SyntaxError(Problems.Expected(source, Current, what, help, opened));
        }
    }

    private void Misplaced()
    {
        if (!_isSuppressed)
        {
            Error(HasLints && HabitOf(_at, _at) is { } habit ? Problems.OtherLanguage(source, habit)
                : Problems.Misplaced(source, Current.Span, Current.Name, Current.Name == "end" ? Outline.EndTooMany(Current) : null));
        }
    }

    private void NeverClosed(Token opening)
    {
        if (!_isSuppressed)
        {
            Error(Problems.NeverClosed(source, opening, Outline.EndMeantFor(opening)));
        }
    }

    private Outline Outline => field ??= new(source, _tokens);

    private Habit? HabitOf(int statement, int at) =>
        statement < _tokens.Count - 1 ? Habit.Of(source, _tokens, statement, Habit.EndOf(_tokens, Math.Max(statement, at))) : null;

    private void Suspect(int token) => (_suspects ??= []).Add((_statement, token));

    // Each takes a look at its whole statement.
    private const int MostSuspects = 200;

    private void JudgeSuspects()
    {
        foreach (var (statement, token) in HasLints ? (_suspects ?? []).Take(MostSuspects) : [])
        {
            if (_faulty?.Contains(statement) == true || (_tokens[token].Value.Ref is string word && IsDefined(word)))
            {
                continue;
            }

            (_statement, _isSuppressed) = (statement, false);
            if (HabitOf(statement, token) is { } habit)
            {
                Error(Problems.OtherLanguage(source, habit));
            }
        }
    }

    // A template may call its own things as it likes.
    private bool IsDefined(string word) => Definitions.Contains(word);

    private HashSet<string> Definitions => field ??= [.. Enumerable.Range(0, Math.Max(0, _tokens.Count - 1)).Where(IsDefinition).Select(i => _tokens[i].Name)];

    private bool IsDefinition(int token) => _tokens[token].Kind == TokenKind.Identifier
        && (_tokens[token + 1].Kind is >= TokenKind.Assign and <= TokenKind.ModuloAssign
            || (token > 0 && _tokens[token - 1] is { Kind: TokenKind.Identifier, Name: "func" or "capture" or "for" or "tablerow" }));

    private bool IsForeignEnd => KnowsOtherLanguages && Current.Kind == TokenKind.Identifier && EndsStatement(Following.Kind) && Sentence.IsForeignEnd(Current.Name);

    private bool IsForeignElseIf => KnowsOtherLanguages && Current.Kind == TokenKind.Identifier && Sentence.IsForeignElseIf(Current.Name);

    /// <summary>A statement is <c>endif</c> or the like, which prints a variable of that name, and nothing in the template defines one.</summary>
    public bool HasForeignEnd { get; private set; }

    /// <summary>Some statement begins with a word that ends or divides a block in another language.</summary>
    public bool MeetsForeignBlocks =>
        Enumerable.Range(1, Math.Max(0, _tokens.Count - 2)).Any(i => _tokens[i].Kind == TokenKind.Identifier && IsBoundary(_tokens[i - 1].Kind)
            && (Sentence.IsForeignEnd(_tokens[i].Name) || Sentence.IsForeignElseIf(_tokens[i].Name) || Sentence.OpensBlock(_tokens[i].Name)));

    private static bool IsBoundary(TokenKind kind) => kind is TokenKind.CodeEnter or TokenKind.NewLine or TokenKind.Semicolon;
}
