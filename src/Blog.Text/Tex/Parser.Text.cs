using System.Collections.Immutable;
using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    private static bool IsTextCommand(ReadOnlySpan<char> name) => name is "text" or "textrm" or "textnormal" or "mbox" or "hbox" or "textup"
        or "textbf" or "textit" or "textsf" or "texttt" or "emph" or "textmd";

    /// <summary>Words as they are, and formulas between dollars among them. Braces inside are counted, not followed, so depth costs nothing.</summary>
    private MathNode Text(in Token command)
    {
        SkipSpaces();
        if (Current.Kind != TokenKind.OpenBrace)
        {
            return new TextRun(ArgumentText(command), SpanFrom(command.Span.Start));
        }

        _position++;
        var parts = new List<MathNode>();
        var words = new StringBuilder();
        for (var open = 1; open > 0;)
        {
            var token = Take();
            switch (token.Kind)
            {
                case TokenKind.End:
                    Report("unexpected-end", "formula ends inside its text", command.Span);
                    open = 0;
                    break;
                case TokenKind.OpenBrace:
                    open++;
                    break;
                case TokenKind.CloseBrace:
                    open--;
                    break;
                case TokenKind.Dollar:
                    EndWords();
                    parts.Add(NestedFormula());
                    break;
                default:
                    TextToken(token, words);
                    break;
            }
        }

        EndWords();
        var span = SpanFrom(command.Span.Start);
        return parts is [var only] ? only : new Row([.. parts], span);

        void EndWords()
        {
            if (words.Length > 0)
            {
                parts.Add(new TextRun(words.ToString(), SpanFrom(parts.Count > 0 ? parts[^1].Span.End : Current.Span.Start)));
                words.Clear();
            }
        }
    }

    private Row NestedFormula()
    {
        if (_depth == DeepestNesting)
        {
            return new(Item() is { } item ? [item] : ImmutableArray<MathNode>.Empty, Current.Span);
        }

        _depth++;
        var row = ReadRow(RowEnd.Dollar);
        _depth--;
        return row;
    }

    private string ArgumentText(in Token command)
    {
        var words = new StringBuilder();
        if (Current.Kind is TokenKind.End or TokenKind.CloseBrace)
        {
            Report("missing-argument", $"'{Spelling(command)}' has nothing to apply to", command.Span);
        }
        else
        {
            TextToken(Take(), words);
        }

        return words.ToString();
    }

    private void TextToken(in Token token, StringBuilder words)
    {
        switch (token.Kind)
        {
            case TokenKind.Space:
            case TokenKind.Tilde:
                words.Append(' ');
                break;
            case TokenKind.Prime:
                Quote(words, "’", '’', '”');
                break;
            case TokenKind.Character when token.IsCharacter('`'):
                Quote(words, "‘", '‘', '“');
                break;
            case TokenKind.Character when token.IsCharacter('-'):
                Dash(words);
                break;
            case TokenKind.Word:
            case TokenKind.Sign:
                TextCommand(token, words);
                break;
            case TokenKind.RaisedRun:
                words.Append(ScriptCharacters.TryRaise(token.Text.ToString()));
                break;
            case TokenKind.LoweredRun:
                words.Append(ScriptCharacters.TryLower(token.Text.ToString()));
                break;
            case TokenKind.Ampersand:
            case TokenKind.Hash:
                Report("unexpected-character", $"'{token.Text}' needs a backslash in text", token.Span);
                break;
            default:
                // A bare _ or ^ is an error in TeX, but authors write \text{cur_start} and mean it.
                words.Append(token.Text);
                break;
        }
    }

    private static void Quote(StringBuilder words, string once, char single, char twice)
    {
        if (words.Length > 0 && words[^1] == single)
        {
            words[^1] = twice;
        }
        else
        {
            words.Append(once);
        }
    }

    private static void Dash(StringBuilder words)
    {
        switch (words.Length > 0 ? words[^1] : ' ')
        {
            case '-':
                words[^1] = '–';
                break;
            case '–':
                words[^1] = '—';
                break;
            default:
                words.Append('-');
                break;
        }
    }

    private void TextCommand(in Token token, StringBuilder words)
    {
        var name = token.Text.Span;
        if (Accents.TryTextCommand(name, out var mark))
        {
            AccentedLetter(token, mark, words);
        }
        else if (Spaces.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var width))
        {
            words.Append(width > 0 ? " " : "");
        }
        else if (token.Kind == TokenKind.Sign && name is "_" or "#" or "$" or "%" or "&" or "{" or "}")
        {
            words.Append(name);
        }
        else if (Symbols.TryCommand(name, out var symbol))
        {
            words.Append(symbol.Text);
        }
        else if (!IsTextCommand(name))
        {
            Unknown(token);
        }
    }

    private void AccentedLetter(in Token token, char mark, StringBuilder words)
    {
        var isBraced = Current.Kind == TokenKind.OpenBrace;
        _position += isBraced ? 1 : 0;
        if (Current.Kind != TokenKind.Letter)
        {
            Report("missing-argument", $"'{Spelling(token)}' has no letter to stand over", token.Span);
            _position -= isBraced ? 1 : 0;
            return;
        }

        var accented = Take().Text.ToString() + mark;
        words.Append(accented.Normalize(NormalizationForm.FormC));
        if (isBraced && Current.Kind == TokenKind.CloseBrace)
        {
            _position++;
        }
    }
}
