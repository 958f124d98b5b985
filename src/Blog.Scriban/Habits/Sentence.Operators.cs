using Blog.Text;

namespace Blog.Scriban.Habits;

// Operators that are words, or signs of other languages; functions of Go that are operators here.
internal sealed partial class Sentence
{
    private static readonly Dictionary<string, string> Comparisons = new(StringComparer.Ordinal)
    {
        ["eq"] = "==",
        ["ne"] = "!=",
        ["lt"] = "<",
        ["le"] = "<=",
        ["gt"] = ">",
        ["ge"] = ">=",
        ["and"] = "&&",
        ["or"] = "||",
    };

    private static readonly HashSet<string> GoFunctions =
    [
        .. Comparisons.Keys, "not", "len", "index", "range", "with", "if", "default", "partial", "template", "printf", "safeHTML", "first", "after", "in",
    ];

    private void TranslatePrefixes()
    {
        // From the right, so that what stands in parentheses is translated before what holds it.
        for (var at = _words.Count - 1; at >= 0; at--)
        {
            if (IsName(at) && StartsExpression(at) && IsValue(at + 1) && At(at + 1).Space)
            {
                TranslatePrefix(at);
            }
        }
    }

    private void TranslatePrefix(int at)
    {
        var word = At(at);
        var first = EndOfOperand(at + 1);
        var hasSecond = IsValue(first) && At(first).Space && !(IsName(first) && Comparisons.ContainsKey(At(first).Text));
        if (Comparisons.TryGetValue(word.Text, out var sign) && hasSecond)
        {
            Found($"'{word.Text}' is no function; operators stand between their values", word.Span);
            var isLogic = word.Text is "and" or "or";
            for (var next = first; IsValue(next) && At(next).Space;)
            {
                var end = EndOfOperand(next);
                Replace(next, next, Word.Sign(TokenKind.Equal, sign));
                next = isLogic ? end + 1 : _words.Count;
            }

            RemoveHead(at);
        }
        else if (word.Text == "len")
        {
            Found("there is no function 'len'", word.Span);
            Replace(first, first, Word.Sign(TokenKind.Dot, ".", false), Word.Name("size", false));
            RemoveHead(at);
        }
        else if (word.Text == "index" && hasSecond)
        {
            Found("there is no function 'index'", word.Span);
            var end = EndOfOperand(first);
            Replace(end, end, Word.Sign(TokenKind.CloseBracket, "]", false));
            Replace(first, first + 1, Word.Sign(TokenKind.OpenBracket, "[", false), At(first) with { Space = false });
            RemoveHead(at);
        }
        else if (word.Text == "default" && hasSecond)
        {
            Found("there is no function 'default'", word.Span);
            var value = Cut(first, EndOfOperand(first));
            Replace(at, at + 1, [.. value, Word.Sign(TokenKind.Coalesce, "??")]);
        }
        else if (word.Text is "safeHTML" or "safe" or "raw")
        {
            Found($"there is no function '{word.Text}'", word.Span);
            Replace(first, first, Word.Sign(TokenKind.Pipe, "|"), Word.Name("html.raw"));
            RemoveHead(at);
        }
    }

    private void RemoveHead(int at)
    {
        var space = At(at).Space;
        Replace(at, at + 2, At(at + 1) with { Space = space });
    }

    private void TranslateOperators()
    {
        for (var at = 0; at < _words.Count; at++)
        {
            TranslateSign(at);
            if (!IsName(at) || Is(at - 1, TokenKind.Dot) || Is(at + 1, TokenKind.Dot) || Is(at + 1, TokenKind.Colon))
            {
                continue;
            }

            switch (At(at).Text)
            {
                case "not" when StartsExpression(at) && IsValue(at + 1):
                    TranslateNot(at);
                    break;
                case "and" or "or" when at > 0 && IsValue(at + 1) && !StartsExpression(at):
                    TranslateJunction(at);
                    break;
                case "is" when at > 0 && at + 1 < _words.Count:
                    TranslateIs(at);
                    break;
                case "in" or "contains" or "not" when at > 0 && !(Is(0, "for") || Is(0, "tablerow")):
                    TranslateContains(at);
                    break;
                case "eq" or "ne" or "lt" or "le" or "gt" or "ge" when at > 0 && IsValue(at + 1) && !StartsExpression(at):
                    Found($"'{At(at).Text}' is no operator", At(at).Span);
                    Replace(at, at + 1, Word.Sign(TokenKind.Equal, Comparisons[At(at).Text]));
                    break;
                default:
                    break;
            }
        }
    }

    // "a.empty ? x : y", where ".empty?" is one word
    private void TranslateEmpty()
    {
        for (var at = 1; at + 2 < _words.Count; at++)
        {
            var start = Is(at, TokenKind.Dot) ? StartOfOperand(at + 2) : -1;
            if (start >= 0 && (Is(at + 1, "empty") || Is(at + 1, "blank")) && Is(at + 2, TokenKind.Question) && At(at + 2).Space
                && _words.FindIndex(at, word => word.Kind == TokenKind.Colon) > 0)
            {
                Found($"'.{At(at + 1).Text} ?' is the test '.{At(at + 1).Text}?'", TextSpan.FromBounds(At(at).Span.Start, At(at + 2).Span.End));
                Replace(at + 2, at + 3, At(at + 2) with { Space = false }, Word.Sign(TokenKind.CloseParen, ")", false), Word.Sign(TokenKind.Question, "?"));
                Replace(start, start + 1, Word.Sign(TokenKind.OpenParen, "(", At(start).Space), At(start) with { Space = false });
                return;
            }
        }
    }

    private bool IsCondition => At(0).Text is "if" or "while" or "when" || (Is(0, "else") && Is(1, "if"));

    private void TranslateSign(int at)
    {
        var (word, next) = (At(at), At(at + 1));
        var isPair = at + 1 < _words.Count && !next.Space;
        var both = isPair ? TextSpan.FromBounds(word.Span.Start, next.Span.End) : default;
        if (word.Kind is TokenKind.Equal or TokenKind.NotEqual && isPair && next.Kind == TokenKind.Assign)
        {
            Found($"'{word.Text}=' is no operator", both);
            Replace(at, at + 2, word with { Span = default });
        }
        else if (word.Kind == TokenKind.Less && isPair && next.Kind == TokenKind.Greater)
        {
            Found("'<>' is no operator", both);
            Replace(at, at + 2, Word.Sign(TokenKind.NotEqual, "!="));
        }
        else if (word.Kind == TokenKind.Assign && (IsCondition || IsInParentheses(at)))
        {
            Found("'=' assigns; values are compared with '=='", word.Span);
            Replace(at, at + 1, Word.Sign(TokenKind.Equal, "==", word.Space));
        }
        else if (word is { Kind: TokenKind.Bad, Text: "~" } && at > 0)
        {
            Found("'~' is no operator; texts are joined with '+'", word.Span);
            Replace(at, at + 1, Word.Sign(TokenKind.Plus, "+", word.Space));
        }
        else if (word is { Kind: TokenKind.Bad, Text: "&" })
        {
            Found("'&' is no operator", word.Span);
            Replace(at, at + 1, Word.Sign(TokenKind.And, "&&", word.Space));
        }
        else if (word.Kind == TokenKind.Times && isPair && next.Kind == TokenKind.Times)
        {
            Advise("there is no power operator '**'", both, "multiply with '*'");
        }
    }

    private bool IsInParentheses(int at) => _words[..at].Count(word => word.Kind == TokenKind.OpenParen) > _words[..at].Count(word => word.Kind == TokenKind.CloseParen)
        && !Is(0, "func");

    private void TranslateNot(int at)
    {
        var word = At(at);
        var end = EndOfOperand(at + 1);
        Found("'not' is no word of the language", word.Span);
        var isComparison = At(end).Kind is >= TokenKind.Equal and <= TokenKind.GreaterEqual && end < _words.Count;
        var isTest = Is(end, "is") || Is(end, "in") || Is(end, "contains");
        if (isComparison || isTest)
        {
            // "not a == b" is "not (a == b)" elsewhere
            end = EndOfOperand(end + 1);
            Replace(end, end, Word.Sign(TokenKind.CloseParen, ")", false));
            Replace(at, at + 2, Word.Sign(TokenKind.Not, "!", word.Space), Word.Sign(TokenKind.OpenParen, "(", false), At(at + 1) with { Space = false });
            return;
        }

        Replace(at, at + 2, Word.Sign(TokenKind.Not, "!", word.Space), At(at + 1) with { Space = false });
    }

    // Jinja prints one of the sides of "a or b"; here "||" gives true or false.
    private void TranslateJunction(int at)
    {
        var word = At(at);
        Found($"'{word.Text}' is no word of the language", word.Span);
        var isDefault = word.Text == "or" && !IsCondition && !_words.Exists(other => other.Kind is TokenKind.Question) && !_words.Exists(other => other.Is("if"));
        Replace(at, at + 1, Word.Sign(TokenKind.Or, isDefault ? "??" : Comparisons[word.Text]));
    }
}
