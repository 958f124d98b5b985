namespace Blog.Text.Highlighting.Rules;

/// <summary>
/// A line that names a package: <c>import a.b.C;</c>, <c>using A.B;</c>, <c>namespace A.B</c>. The path is plain, because its words are neither types nor calls where they stand;
/// what else begins with such a word (<c>using var x = …</c>) is left to other rules.
/// </summary>
/// <param name="words">That begin such a line, and those that may stand between them and the path.</param>
internal sealed class ImportedPath(string words, string between = "") : Rule
{
    private readonly string[] _words = words.Split(' ');
    private readonly string[] _between = between.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static readonly CharSet PathPart = CharSet.NamePart | CharSet.Of(".*$`");

    public override CharSet First { get; } = CharSet.Of(string.Concat(words.Split(' ').Select(word => word[0])));

    public override bool Read(Scanner scanner)
    {
        var word = WordAt(scanner, 0, _words);
        if (word == 0 || !scanner.IsFirstOnLine)
        {
            return false;
        }

        var second = WordAt(scanner, word, _between);
        var start = word + second;
        var end = start;
        while (scanner.Peek(end) is not '\0' and var c && PathPart.Contains(c))
        {
            end++;
        }

        if (end == start || !IsEnd(scanner, end))
        {
            return false;
        }

        scanner.Take(word - 1, TokenKind.Keyword);
        scanner.Take(1, TokenKind.Text);
        if (second > 0)
        {
            scanner.Take(second - 1, TokenKind.Keyword);
            scanner.Take(1, TokenKind.Text);
        }

        scanner.Take(end - start, TokenKind.Text);
        scanner.Previous = Previous.Operand;
        return true;
    }

    // With the blank behind it; zero when there is none.
    private static int WordAt(Scanner scanner, int offset, string[] words)
    {
        foreach (var word in words)
        {
            if (scanner.At(scanner.Position + offset, word) && scanner.Peek(offset + word.Length) == ' ')
            {
                return word.Length + 1;
            }
        }

        return 0;
    }

    private static bool IsEnd(Scanner scanner, int offset)
    {
        while (scanner.Peek(offset) == ' ')
        {
            offset++;
        }

        return scanner.Peek(offset) is ';' or '\n' or '\0' or '{' or '=' || (scanner.At(scanner.Position + offset, "as ") && scanner.Peek(offset - 1) == ' ');
    }
}
