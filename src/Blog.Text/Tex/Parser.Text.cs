using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class Parser
{
    /// <summary>The look of the words in each open brace.</summary>
    private readonly Stack<(TextStyle Style, string Colour)> _looks = new();

    /// <summary>The parts of the text that is being read, words and formulas.</summary>
    private NodeList _parts;

    /// <summary>Where the words begin that are no part yet.</summary>
    private int _wordsStart;

    /// <summary>Words as they are, and formulas between dollars among them. Braces inside are counted, not followed, so depth costs nothing.</summary>
    public MathNode Text(in Token command, TextStyle style)
    {
        var (outerParts, outerStart, outerLooks) = (_parts, _wordsStart, _looks.Count);
        (_parts, _wordsStart) = (new(), text.Length);
        SkipSpaces();
        _looks.Push((style, ""));
        _braces++;
        if (Current.Kind == TokenKind.OpenBrace)
        {
            Advance();
            BracedText(command, outerLooks);
        }
        else if (Current.Kind is TokenKind.End or TokenKind.CloseBrace or TokenKind.Ampersand)
        {
            Missing(command);
        }
        else
        {
            TextToken(Take());
        }

        EndWords();
        _braces--;
        while (_looks.Count > outerLooks)
        {
            _looks.Pop();
        }

        var parts = _parts;
        (_parts, _wordsStart) = (outerParts, text.Length);
        return parts.First is { Next: null } only ? only : tree.Row(parts, SpanFrom(command));
    }

    private void BracedText(in Token command, int outerLooks)
    {
        while (true)
        {
            var token = Take();
            switch (token.Kind)
            {
                case TokenKind.End:
                    NeverClosed(command);
                    return;
                case TokenKind.OpenBrace:
                    _looks.Push(_looks.Peek());
                    break;
                case TokenKind.CloseBrace:
                    EndWords();
                    _looks.Pop();
                    if (_looks.Count == outerLooks)
                    {
                        return;
                    }

                    break;
                default:
                    TextToken(token);
                    break;
            }
        }
    }

    private void EndWords()
    {
        if (text.Length > _wordsStart)
        {
            var (style, colour) = _looks.Peek();
            var words = tree.New(NodeKind.Text, SpanFrom(Current));
            (words.Text, words.TextStyle, words.Open) = (text.From(_wordsStart), style, colour);
            _parts.Add(words);
        }

        _wordsStart = text.Length;
    }

    private void Part(MathNode? part)
    {
        if (part is not null)
        {
            _parts.Add(part);
        }

        _wordsStart = text.Length;
    }

    private void NestedFormula(RowEnd end, in Token opener)
    {
        EndWords();
        if (Enter())
        {
            Part(ReadGroup(end, opener));
            _depth--;
        }
    }

    private void TextToken(in Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Dollar:
                NestedFormula(RowEnd.Dollar, token);
                break;
            case TokenKind.Space:
                text.Append(' ');
                break;
            case TokenKind.Tilde:
                text.Append('\u00A0');
                break;
            case TokenKind.Prime:
                Quote('’', '”');
                break;
            case TokenKind.Character when token.IsCharacter('`'):
                Quote('‘', '“');
                break;
            case TokenKind.Character when token.IsCharacter('-'):
                Dash();
                break;
            case TokenKind.Word or TokenKind.Sign:
                TextCommand(token);
                break;
            case TokenKind.RaisedRun:
                text.Append(ScriptCharacters.TryRaise(token.Text.ToString()));
                break;
            case TokenKind.LoweredRun:
                text.Append(ScriptCharacters.TryLower(token.Text.ToString()));
                break;
            case TokenKind.Ampersand or TokenKind.Hash:
                problems.Add("unexpected-character", $"'{token.Text}' needs a backslash in text", token.Span, $"write '\\{token.Text}'");
                text.Append(token.Text.Span);
                break;
            default:
                // A bare _ or ^ is an error in TeX, but authors write \text{cur_start} and mean it.
                text.Append(token.Text.Span);
                break;
        }
    }

    private char LastOfWords => text.Length > _wordsStart ? text.Span[^1] : ' ';

    private void Quote(char once, char twice)
    {
        if (LastOfWords == once)
        {
            text.ReplaceLast(twice);
        }
        else
        {
            text.Append(once);
        }
    }

    private void Dash()
    {
        switch (LastOfWords)
        {
            case '-':
                text.ReplaceLast('–');
                break;
            case '–':
                text.ReplaceLast('—');
                break;
            default:
                text.Append('-');
                break;
        }
    }

    private void TextCommand(in Token token)
    {
        var name = token.Text.Span;
        if (token.IsSign('('))
        {
            NestedFormula(RowEnd.Parenthesis, token);
        }
        else if (TextCommands.TryAccent(name, out var mark))
        {
            AccentedLetter(token, mark);
        }
        else if (TextCommands.TryCharacters(name, out var characters))
        {
            text.Append(characters);
        }
        else if (TextCommands.Style(name) is { } style)
        {
            Look(style(_looks.Peek().Style), _looks.Peek().Colour);
        }
        else if (TextCommands.Switch(name) is { } @switch)
        {
            EndWords();
            var (before, colour) = _looks.Pop();
            _looks.Push((@switch(before), colour));
        }
        else if (name is "textcolor")
        {
            EndWords();
            var colour = Colour(token);
            _wordsStart = text.Length;
            Look(_looks.Peek().Style, colour ?? _looks.Peek().Colour);
        }
        else if (Symbols.TryCommand(name, out var symbol))
        {
            text.Append(symbol.Text);
        }
        else
        {
            // \frac in \text is an error in TeX, and its meaning is clear.
            EndWords();
            if (Enter())
            {
                Part(Commands.Find(name) is { } command ? command(this, token) : Unknown(token));
                _depth--;
            }
        }
    }

    /// <summary>The braces that come next, or the one token, have a look of their own.</summary>
    private void Look(TextStyle style, string colour)
    {
        EndWords();
        SkipSpaces();
        if (Current.Kind == TokenKind.OpenBrace)
        {
            Advance();
            _looks.Push((style, colour));
        }
        else if (Current.Kind is not (TokenKind.End or TokenKind.CloseBrace or TokenKind.Word or TokenKind.Sign or TokenKind.Dollar))
        {
            _looks.Push((style, colour));
            TextToken(Take());
            EndWords();
            _looks.Pop();
        }
    }

    private void AccentedLetter(in Token token, char mark)
    {
        SkipSpaces();
        var isBraced = Current.Kind == TokenKind.OpenBrace;
        var letter = isBraced ? Following : Current;
        var isDotless = letter.IsWord("i") || letter.IsWord("j");
        if (letter.Kind != TokenKind.Letter && !isDotless)
        {
            problems.Add("missing-argument", $"'{token.Spelling}' has no letter to stand over", token.Span);
            return;
        }

        Advance();
        if (isBraced)
        {
            Advance();
        }

        text.Append($"{letter.Text}{mark}".Normalize(NormalizationForm.FormC));
        if (isBraced && Current.Kind == TokenKind.CloseBrace)
        {
            Advance();
        }
    }

    private MathNode Verbatim(in Token token)
    {
        var words = tree.New(NodeKind.Text, token.Span);
        (words.Text, words.TextStyle, words.Flag) = (token.Text, TextStyle.Monospace, true);
        return words;
    }
}
