using Blog.Text;

namespace Blog.Scriban.Habits;

// "| date: '%Y'", "| truncate: 20, '…'", "| safe"
internal sealed partial class Sentence
{
    private void TranslateFilters()
    {
        for (var at = 0; at + 1 < _words.Count; at++)
        {
            if (Is(at, TokenKind.Pipe) && IsName(at + 1))
            {
                TranslateFilter(at + 1);
            }
        }
    }

    private void TranslateFilter(int name)
    {
        var end = name + 1;
        while (Is(end, TokenKind.Dot) && IsName(end + 1))
        {
            end += 2;
        }

        var isBare = end == name + 1;
        var known = isBare ? Filters.Find(At(name).Text) : null;
        if (Is(end, TokenKind.Colon) && !At(end).Space)
        {
            Found("arguments stand behind a blank, not behind ':'", At(end).Span);
            Replace(end, end + 1);
            DropCommas(end);
        }
        else if (known is null || Is(end, TokenKind.Colon))
        {
            return;
        }

        if (known is null)
        {
            return;
        }

        if (At(name).Text != "date")
        {
            Found($"there is no function '{At(name).Text}'", At(name).Span);
        }
        else if (At(end).IsText || Is(end, TokenKind.OpenParen))
        {
            Found("'date' reads a date, and 'date.to_string' prints one", At(name).Span);
        }

        if (known == "date.to_string" && (At(end).IsText || At(end + 1).IsText))
        {
            var pattern = At(end).IsText ? end : end + 1;
            Replace(pattern, pattern + 1, Word.Sign(TokenKind.Literal, $"\"{DatePattern.OfPhp(At(pattern).Content)}\"", At(pattern).Space));
        }

        Replace(name, name + 1, Word.Name(known));
    }

    private void DropCommas(int from)
    {
        for (var at = from; at < _words.Count && !Is(at, TokenKind.Pipe) && !IsClosing(at); at++)
        {
            if (IsOpening(at))
            {
                at = BehindBracket(at) - 1;
            }
            else if (Is(at, TokenKind.Comma))
            {
                Replace(at, at + 1);
                at--;
            }
        }
    }
}
