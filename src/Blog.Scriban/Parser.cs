using System.Collections.Frozen;
using Blog.Scriban.Syntax;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>Tokens to a tree. Reports what is wrong and goes on at the next statement; never throws.</summary>
internal sealed partial class Parser(SourceText source, TemplateOptions options, LexedCode code, List<Diagnostic> diagnostics)
{
    private static readonly FrozenSet<string> StatementWords = FrozenSet.Create(StringComparer.Ordinal,
        "if", "else", "end", "for", "case", "when", "while", "break", "continue", "func", "ret", "capture", "readonly", "import", "with", "wrap", "tablerow");

    private readonly List<Token> _tokens = code.Tokens;

    // Nothing that comes after "too deep" is worth a message. The lexer may have said so.
    private bool _isAborted = diagnostics.Any(Problems.IsTooDeep);
    private int _at;
    private int _functionBodies;

    // Within brackets line ends are blanks; a function body inside them has statements again.
    private int _brackets;
    private (TextSpan Opened, TokenKind Close)? _bracket;

    private string? _indent;
    private int _codeBlocks;

    /// <summary>A <c>ret</c> stands outside functions, so that what follows it may not run.</summary>
    public bool HasReturn { get; private set; }

    /// <summary>Where the text begins: behind the front matter.</summary>
    public int ContentStart { get; private set; }

    public Block Parse()
    {
        var start = Current.Span;
        List<Statement> statements = [];
        while (true)
        {
            ParseStatements(statements);
            if (Current.Kind == TokenKind.End && _at < _tokens.Count - 1)
            {
                // A front matter ends here, the text begins.
                ContentStart = (int)Current.Value.Bits;
                _at++;
                continue;
            }

            if (Current.Kind == TokenKind.End)
            {
                JudgeSuspects();
                return new([.. statements])
                {
                    Span = TextSpan.FromBounds(start.Start, Current.Span.End),
                    Weight = Math.Max(1, _at - _innerTokens),
                };
            }

            _statement = _at;
            Misplaced();
            Next();
            EndStatement();
        }
    }

    private Token Current => _tokens[_at];

    private Token Following => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    private Token Next()
    {
        var token = _tokens[_at];
        if (token.Kind != TokenKind.End)
        {
            _at++;
            if (_brackets > 0)
            {
                SkipNewLines();
            }
        }

        return token;
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
        {
            _at++;
        }
    }

    /// <summary>Behind a sign an expression goes on in the next line, unless a statement begins or the block ends there.</summary>
    private void GoOn()
    {
        var lineEnd = _at;
        SkipNewLines();
        if (EndsStatement(Current.Kind) || (Current.Kind == TokenKind.Identifier && StatementWords.Contains(Current.Name)))
        {
            _at = lineEnd;
        }
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Next();
        return true;
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && (string)Current.Value.Ref! == word;

    private void Expect(TokenKind kind, string what, string help, TextSpan? opened = null)
    {
        if (!Take(kind))
        {
            Expected(kind, what, help, opened);
        }
    }

    private static bool EndsStatement(TokenKind kind) =>
        kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeExit or TokenKind.End;

    private void EndStatement()
    {
        if (!EndsStatement(Current.Kind))
        {
            SyntaxError(Problems.Unexpected(source, Current, "the end of the statement", "write an operator between two values, ';' between two statements"));
        }

        while (!EndsStatement(Current.Kind))
        {
            _at++;
        }

        _isSuppressed = false;
    }

    /// <summary>Up to a word that ends or divides a block (not consumed), or the end of the source.</summary>
    private List<Statement> ParseStatements() => ParseStatements([]);

    private List<Statement> ParseStatements(List<Statement> statements)
    {
        while (true)
        {
            switch (Current.Kind)
            {
                case TokenKind.End:
                    return statements;
                case TokenKind.Text:
                    statements.Add(new TextStatement(source.Text.Substring(Current.Span.Start, Current.Span.Length)) { Span = Current.Span });
                    _at++;
                    break;
                case TokenKind.CodeEnter:
                    EnterCode();
                    break;
                case TokenKind.CodeExit or TokenKind.NewLine or TokenKind.Semicolon:
                    _at++;
                    break;
                default:
                    if (IsWord("end") || IsWord("else") || IsWord("when") || IsForeignEnd || IsForeignElseIf)
                    {
                        return statements;
                    }

                    var (indent, codeBlocks) = (_indent, _codeBlocks);
                    _statement = _at;
                    if (ParseStatement() is { } statement)
                    {
                        statements.Add(options.AutoIndent ? new Indented(statement, indent) { Span = statement.Span } : statement);
                    }

                    // Behind the "end" of a statement with text, the blanks in front of the block belong to that text.
                    _indent = codeBlocks == _codeBlocks ? _indent : null;
                    EndStatement();
                    break;
            }
        }
    }

    private void EnterCode()
    {
        _indent = Current.Value.Ref as string;
        _codeBlocks++;
        _at++;
    }

    private Block ParseBody()
    {
        var (brackets, bracket) = (_brackets, _bracket);
        (_brackets, _bracket) = (0, null);
        if (!EndsStatement(Current.Kind))
        {
            EndStatement();
        }

        _isSuppressed = false;
        var (start, first, outer, statement) = (Current.Span.Start, _at, _innerTokens, _statement);
        var statements = Weighed(ParseStatements, out var weight);
        _innerTokens = outer + _at - first;
        (_brackets, _bracket, _statement) = (brackets, bracket, statement);
        return new([.. statements]) { Span = TextSpan.FromBounds(start, Current.Span.Start), Weight = weight };
    }

    private void ExpectEnd(Token opening)
    {
        if (IsWord("end"))
        {
            _statement = _at;
            Next();
        }
        else if (Current.Kind == TokenKind.End)
        {
            NeverClosed(opening);
        }
        else
        {
            _statement = _at;
            Misplaced();
            Next();
        }
    }

    private TextSpan From(TextSpan start) => TextSpan.FromBounds(start.Start, Math.Max(start.End, _at > 0 ? _tokens[_at - 1].Span.End : 0));

    private TextSpan From(Node start) => From(start.Span);
}
