namespace Blog.Text.Highlighting;

/// <summary>A string that begins with the next line and ends at a line with a certain word.</summary>
/// <param name="IsIndented">Blanks may stand before the word.</param>
/// <param name="MayGoOn">Something may stand behind the word: the rest of a PHP statement.</param>
internal sealed record Heredoc(string Word, Mode Body, bool IsIndented = false, bool MayGoOn = false)
{
    public void Begin(Scanner scanner)
    {
        var (end, tail) = FindEnd(scanner);
        if (!scanner.Embed(Body, end, tail))
        {
            scanner.TakeTo(end + tail, Body.Default);
        }
    }

    private (int End, int Tail) FindEnd(Scanner scanner)
    {
        for (var place = scanner.Find(Word, scanner.Position); place >= 0; place = scanner.Find(Word, place + 1))
        {
            var start = place;
            while (IsIndented && start > scanner.Position && scanner.Text[start - 1] is ' ' or '\t')
            {
                start--;
            }

            var behind = place + Word.Length;
            var isWhole = behind >= scanner.End || scanner.Text[behind] == '\n' || (MayGoOn && !CharSet.NamePart.Contains(scanner.Text[behind]));
            if (isWhole && (start == scanner.Position || scanner.Text[start - 1] == '\n'))
            {
                return (start, behind - start);
            }
        }

        return (scanner.End, 0);
    }
}
