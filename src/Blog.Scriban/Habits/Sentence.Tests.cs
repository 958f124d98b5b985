using Blog.Text;

namespace Blog.Scriban.Habits;

// Tests that are words: "x is defined", "x in list", "a if b else c".
internal sealed partial class Sentence
{
    private void TranslateIs(int at)
    {
        var isNegated = Is(at + 1, "not");
        var test = isNegated ? at + 2 : at + 1;
        var start = StartOfOperand(at);
        if (start < 0 || test >= _words.Count)
        {
            return;
        }

        Found("'is' is no operator", TextSpan.FromBounds(At(at).Span.Start, At(test).Span.End));
        var name = At(test).Text;
        switch (name)
        {
            case "defined":
                Replace(at, test + 1, Word.Name(isNegated ? "== null" : "!= null"));
                break;
            case "undefined" or "none" or "null" or "nil" or "None":
                Replace(at, test + 1, Word.Name(isNegated ? "!= null" : "== null"));
                break;
            case "empty":
                Replace(at, test + 1, Word.Name(".empty?", false));
                Negate(start, isNegated);
                break;
            case "even" or "odd":
                Replace(at, test + 1, Word.Name(name == "odd" ^ isNegated ? "% 2 != 0" : "% 2 == 0"));
                break;
            case "string" or "number" or "boolean":
                Replace(at, test + 1, Word.Name($"| object.typeof) {(isNegated ? "!=" : "==")} \"{name}\""));
                Replace(start, start + 1, Word.Sign(TokenKind.OpenParen, "(", At(start).Space), At(start) with { Space = false });
                break;
            case "divisibleby" when IsOpening(test + 1):
                var number = string.Concat(Cut(test + 2, BehindBracket(test + 1) - 1).Select(word => word.Text));
                Replace(at, test + 3, Word.Name($"% {number} {(isNegated ? "!=" : "==")} 0"));
                break;
            default:
                Replace(at, test, Word.Name(isNegated ? "!=" : "=="));
                break;
        }
    }

    private void Negate(int start, bool isNegated)
    {
        if (isNegated)
        {
            Replace(start, start + 1, Word.Sign(TokenKind.Not, "!", At(start).Space), At(start) with { Space = false });
        }
    }

    // "x in list", "x not in list", "list contains x"
    private void TranslateContains(int at)
    {
        var isNegated = Is(at, "not");
        var sign = isNegated ? at + 1 : at;
        var start = StartOfOperand(at);
        if (start < 0 || At(sign).Text is not ("in" or "contains") || !IsValue(sign + 1))
        {
            return;
        }

        var isIn = Is(sign, "in");
        Found($"'{At(sign).Text}' is no operator", TextSpan.FromBounds(At(at).Span.Start, At(sign).Span.End));
        var end = EndOfOperand(sign + 1);
        var right = _words[(sign + 1)..end];
        var left = _words[start..at];
        var (list, item) = isIn ? (right, left) : (left, right);
        var space = At(start).Space;
        var all = IsWhole(start, end);
        var function = list[^1].Text.EndsWith('s') || list[^1].Kind == TokenKind.CloseBracket ? "array.contains" : isIn && item[0].IsText && !list[0].IsText ? "array.contains" : "string.contains";
        Replace(start, end,
        [
            .. isNegated ? (Word[])[Word.Sign(TokenKind.Not, "!", space)] : [],
            .. all && !isNegated ? (Word[])[] : [Word.Sign(TokenKind.OpenParen, "(", space && !isNegated)],
            list[0] with { Space = all && !isNegated && space }, .. list[1..],
            Word.Sign(TokenKind.Pipe, "|"), Word.Name(function), item[0] with { Space = true }, .. item[1..],
            .. all && !isNegated ? (Word[])[] : [Word.Sign(TokenKind.CloseParen, ")", false)],
        ]);
    }

    // The condition, or the statement, is nothing but this part.
    private bool IsWhole(int start, int end) => end == _words.Count && (start == 0 || (start == 1 && Is(0, "if")) || (start == 2 && Is(0, "else") && Is(1, "if")));

    // Jinja's "a if b else c"
    private void TranslateConditionals()
    {
        var at = _words.FindIndex(1, word => word.Is("if"));
        if (at < 1 || Is(at - 1, "else") || Is(0, "if") || Is(0, "else") || Is(at - 1, TokenKind.Dot) || At(at - 1).Kind is TokenKind.Assign or TokenKind.Pipe || !IsValue(at + 1))
        {
            return;
        }

        var otherwise = _words.FindIndex(at, word => word.Is("else"));
        var start = _words.FindLastIndex(at - 1, word => word.Kind is TokenKind.Assign or TokenKind.OpenParen or TokenKind.Comma) + 1;
        start = Is(start, "ret") ? start + 1 : start;
        if (start >= at)
        {
            return;
        }

        var end = start > 0 && Is(start - 1, TokenKind.OpenParen) ? BehindBracket(start - 1) - 1 : _words.Count;
        otherwise = otherwise > end ? -1 : otherwise;
        if (at + 1 >= (otherwise < 0 ? end : otherwise))
        {
            return;
        }

        Found("'if' begins a statement; a choice within one is written '? :'", At(at).Span);
        var then = _words[start..at];
        var condition = _words[(at + 1)..(otherwise < 0 ? end : otherwise)];
        var other = otherwise < 0 || otherwise + 1 >= end ? [Word.Sign(TokenKind.Literal, "\"\"")] : _words[(otherwise + 1)..end];
        Replace(start, end,
        [
            condition[0] with { Space = then[0].Space }, .. condition[1..], Word.Sign(TokenKind.Question, "?"), then[0] with { Space = true }, .. then[1..],
            Word.Sign(TokenKind.Colon, ":"), other[0] with { Space = true }, .. other[1..],
        ]);
    }
}
