using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Markdown
{
    private static readonly Mode Text = MakeText();

    public static Mode Create() => Text;

    private static Mode MakeText() => new(
        new Special(CharSet.Of("-"), ReadFrontMatter),
        new ToLineEnd("##", TokenKind.Subheading) { Place = Place.LineStart },
        new ToLineEnd("#", TokenKind.Heading) { Place = Place.LineStart },
        new Special(CharSet.Of("`~"), ReadFence),
        new Special(CharSet.Of(">"), scanner => scanner.IsFirstOnLine && ReadMark(scanner, 1)),
        new Special(CharSet.Of("-*+"), ReadBullet),
        new Special(CharSet.Digits, ReadNumber),
        new Special(CharSet.Of("=-"), ReadUnderline),
        new Block("<!--", "-->"),
        new Special(CharSet.Of("`"), ReadCode),
        new Special(CharSet.Of("$"), ReadFormula),
        new Special(CharSet.Of("*_"), ReadEmphasis),
        new Special(CharSet.Of("!["), ReadLink),
        new Quoted("<http", ">") { Escapes = Escapes.None, NeedsClose = true },
        new Special(CharSet.Of("<"), ReadTag),
        new Special(CharSet.Of("\\"), scanner =>
        {
            scanner.Take(2, TokenKind.Escape);
            return true;
        }),
        new Literal(TokenKind.Punctuation, "|"));

    private static bool ReadFrontMatter(Scanner scanner)
    {
        if (scanner.Position != 0 || !scanner.At("---\n") || scanner.Find("\n---", 3) is not (> 0 and var end))
        {
            return false;
        }

        scanner.Take(4, TokenKind.Directive);
        scanner.Embed(Languages.Root("yaml"), end + 1, tail: 3, TokenKind.Directive); // too deep for that, it stays plain
        return true;
    }

    // What the fence holds is in the language of its first word; a longer fence may hold shorter ones.
    private static bool ReadFence(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine)
        {
            return false; // before the marks are counted, which would be done anew at each of them
        }

        var mark = scanner.Current;
        var length = 1;
        while (scanner.Peek(length) == mark)
        {
            length++;
        }

        if (length < 3)
        {
            return false;
        }

        var lineEnd = scanner.LineEnd;
        var info = scanner.Text.AsSpan(scanner.Position + length, lineEnd - scanner.Position - length).Trim();
        if (mark == '`' && info.Contains('`'))
        {
            return false;
        }

        var close = new string(mark, length);
        var end = FindClosing(scanner, close, lineEnd);
        scanner.TakeTo(lineEnd, TokenKind.String);
        if (scanner.Position < scanner.End)
        {
            scanner.Take(1, TokenKind.Text);
        }

        if (LanguageOf(info)?.Root is not { } mode || !scanner.Embed(mode, end, end < scanner.End ? length : 0))
        {
            scanner.TakeTo(end, TokenKind.String);
            scanner.Take(end < scanner.End ? length : 0, TokenKind.String);
        }

        return true;
    }

    private static int FindClosing(Scanner scanner, string close, int from)
    {
        for (var place = scanner.Find(close, from); place >= 0; place = scanner.Find(close, place + close.Length))
        {
            var behind = place + close.Length;
            while (behind < scanner.End && scanner.Text[behind] == close[0])
            {
                behind++;
            }

            var lineEnd = scanner.Find('\n', behind) is >= 0 and var found ? found : scanner.End;
            var before = place;
            while (before > from && scanner.Text[before - 1] == ' ')
            {
                before--;
            }

            if (scanner.Text[before - 1] == '\n' && scanner.Text.AsSpan(behind, lineEnd - behind).IsWhiteSpace())
            {
                return place;
            }
        }

        return scanner.End;
    }

    private static Language? LanguageOf(ReadOnlySpan<char> info)
    {
        var end = info.IndexOfAny(" {,:\t");
        var name = (end < 0 ? info : info[..end]).TrimStart("{.");
        return name.Length is 0 or > 30 ? null
            : Languages.Find(name.ToString()) ?? (name.StartsWith("diff-", StringComparison.Ordinal) || name.EndsWith("-diff", StringComparison.Ordinal) ? Languages.Find("diff") : null);
    }

    private static bool ReadMark(Scanner scanner, int length)
    {
        scanner.Take(length, TokenKind.Keyword);
        return true;
    }

    private static bool ReadBullet(Scanner scanner) => scanner.Next is ' ' or '\t' && scanner.IsFirstOnLine && ReadMark(scanner, 1);

    private static bool ReadNumber(Scanner scanner)
    {
        var length = 1;
        while (length < 9 && char.IsAsciiDigit(scanner.Peek(length)))
        {
            length++;
        }

        return scanner.Peek(length) is '.' or ')' && scanner.Peek(length + 1) == ' ' && scanner.IsFirstOnLine && ReadMark(scanner, length + 1);
    }

    // The line of signs under a heading, or a rule.
    private static bool ReadUnderline(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || scanner.Next != scanner.Current || scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position).TrimEnd().ContainsAnyExcept(scanner.Current))
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Heading);
        return true;
    }

    private static bool ReadCode(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) == '`')
        {
            length++;
        }

        var quote = length == 1 ? "`" : length == 2 ? "``" : new string('`', Math.Min(length, 40));
        var end = scanner.Find(quote, scanner.Position + length);
        if (end < 0 || (scanner.Find("\n\n", scanner.Position) is >= 0 and var paragraph && paragraph < end))
        {
            scanner.Take(length, TokenKind.Text);
            return true;
        }

        scanner.TakeTo(end + length, TokenKind.String);
        return true;
    }

    private static bool ReadFormula(Scanner scanner)
    {
        var quote = scanner.Next == '$' ? "$$" : "$";
        var end = scanner.Find(quote, scanner.Position + quote.Length);
        var isFormula = end >= 0 && (quote.Length == 2 || (end <= scanner.LineEnd && end > scanner.Position + 1 && scanner.Next is not (' ' or '\n') && scanner.Text[end - 1] != ' ' && !char.IsAsciiDigit(end + 1 < scanner.End ? scanner.Text[end + 1] : ' ')));
        if (!isFormula)
        {
            scanner.Take(quote.Length, TokenKind.Text);
            return true;
        }

        scanner.TakeTo(end + quote.Length, TokenKind.String);
        return true;
    }

    // **strong** and *emphasis* within a line, nothing nested.
    private static bool ReadEmphasis(Scanner scanner)
    {
        var mark = scanner.Current;
        var isStrong = scanner.Next == mark;
        var quote = (mark, isStrong) switch
        {
            ('*', true) => "**",
            ('*', false) => "*",
            (_, true) => "__",
            _ => "_",
        };
        var first = scanner.Peek(quote.Length);
        if (first is '\0' or ' ' or '\n' || first == mark || (mark == '_' && char.IsLetterOrDigit(scanner.Behind())))
        {
            scanner.Take(quote.Length, TokenKind.Text);
            return true;
        }

        var end = scanner.Find(quote, scanner.Position + quote.Length);
        if (end < 0 || end > scanner.LineEnd || scanner.Text[end - 1] == ' ')
        {
            scanner.Take(quote.Length, TokenKind.Text);
            return true;
        }

        scanner.TakeTo(end + quote.Length, isStrong ? TokenKind.Strong : TokenKind.Emphasis);
        return true;
    }

    // [text](address), ![text](address), [text][label], [label]: address
    private static bool ReadLink(Scanner scanner)
    {
        var start = scanner.Current == '!' ? 2 : 1;
        if (start == 2 && scanner.Next != '[')
        {
            return false;
        }

        var close = scanner.Find("]", scanner.Position);
        if (close < 0 || close >= scanner.LineEnd || close + 1 >= scanner.End || scanner.Text[close + 1] is not ('(' or '[' or ':'))
        {
            return false;
        }

        var end = scanner.Text[close + 1] == ':' ? scanner.LineEnd : scanner.Find(scanner.Text[close + 1] == '(' ? ")" : "]", close + 2);
        if (end < 0 || end > scanner.LineEnd || (scanner.Text[close + 1] == ':' && !scanner.IsFirstOnLine))
        {
            return false;
        }

        scanner.TakeSign(start, TokenKind.Punctuation);
        TakeLinkText(scanner, close);
        scanner.TakeSign(2, TokenKind.Punctuation);
        scanner.TakeTo(end, TokenKind.String);
        return true;
    }

    // [`code`](address)
    private static void TakeLinkText(Scanner scanner, int close)
    {
        while (scanner.Find('`', scanner.Position) is >= 0 and var open && open < close && scanner.Find('`', open + 1) is >= 0 and var end && end < close)
        {
            scanner.TakeTo(open, TokenKind.Text);
            scanner.TakeTo(end + 1, TokenKind.String);
        }

        scanner.TakeTo(close, TokenKind.Text);
    }

    private static bool ReadTag(Scanner scanner)
    {
        var start = scanner.Next == '/' ? 2 : 1;
        if (!char.IsAsciiLetter(scanner.Peek(start)))
        {
            return false;
        }

        var end = scanner.Find(">", scanner.Position);
        if (end < 0 || end > scanner.LineEnd)
        {
            return false;
        }

        return scanner.Embed(Languages.Root("html"), end + 1);
    }
}
