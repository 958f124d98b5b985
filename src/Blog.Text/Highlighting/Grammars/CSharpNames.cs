namespace Blog.Text.Highlighting.Grammars;

/// <summary>Names with a capital are types in C#, but properties, members and parts of a name space are written so too: what stands around a name tells.</summary>
internal static class CSharpNames
{
    private static readonly Words WordsBehindValues = new Words().Keywords("is as in and or when switch with where on equals into by ascending descending select orderby group join let from");

    private static readonly Words WordsBeforeTypes = new Words().Keywords("new is as case not or and class struct interface enum record where throw ref out in params this delegate event");

    public static TokenKind TypeByPlace(Scanner scanner, int end) =>
        char.IsUpper(scanner.Current) && scanner.Behind() is not ('.' or '?') && (TellsWhatFollows(scanner, end) || TellsWhatStandsBefore(scanner, end)) ? TokenKind.ClassName : TokenKind.Text;

    // Type name, Type<, Type[], Type? name
    private static bool TellsWhatFollows(Scanner scanner, int end)
    {
        var (text, i) = (scanner.Text, end);
        if (i < scanner.End && text[i] == '<')
        {
            return true;
        }

        if (i + 1 < scanner.End && text[i] == '[' && text[i + 1] is ']' or ',')
        {
            return true;
        }

        if (i < scanner.End && text[i] == '?')
        {
            i++;
            return i >= scanner.End || text[i] is '>' or ')' or '[' || IsName(scanner, i);
        }

        return IsName(scanner, i);
    }

    // A blank, and a word that is no operator.
    private static bool IsName(Scanner scanner, int i)
    {
        if (i + 1 >= scanner.End || scanner.Text[i] != ' ' || !CharSet.NameStart.Contains(scanner.Text[i + 1]))
        {
            return false;
        }

        var end = i + 2;
        while (end < scanner.End && end < i + 16 && CharSet.NamePart.Contains(scanner.Text[end]))
        {
            end++;
        }

        scanner.Work += end - i;
        return !WordsBehindValues.Contains(scanner.Text.AsSpan(i + 1, end - i - 1));
    }

    // new Type, typeof(Type), <Type>, : Type at the end of a line
    private static bool TellsWhatStandsBefore(Scanner scanner, int end)
    {
        var next = end < scanner.End ? scanner.Text[end] : '\n';
        switch (scanner.Behind())
        {
            case '<':
                return next is '>' or ',' or '.';
            case '(':
                return next == ')' && scanner.Behind(2) == 'f' && scanner.Behind(3) is 'o' or 'e';
            case ' ' when scanner.Behind(2) == ':':
                return next is '\n' or ',' or '(' or '{' || (next == ' ' && end + 1 < scanner.End && scanner.Text[end + 1] == '{');
            case ' ' when scanner.Behind(2) == ',':
                return next == '>';
            case ' ':
                var length = 0;
                while (length < 10 && char.IsAsciiLetterLower(scanner.Behind(2 + length)))
                {
                    length++;
                }

                scanner.Work += length;
                return length > 0 && WordsBeforeTypes.Contains(scanner.Text.AsSpan(scanner.Position - 1 - length, length));
            default:
                return false;
        }
    }
}
