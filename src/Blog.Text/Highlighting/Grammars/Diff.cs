using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Differences between files: a line is of one kind, told by its first character.</summary>
internal static class Diff
{
    public static Mode Create() => new(new Special(CharSet.Except(CharSet.All, "\n"), ReadLine));

    private static bool ReadLine(Scanner scanner)
    {
        scanner.TakeTo(scanner.LineEnd, KindOf(scanner));
        return true;
    }

    private static TokenKind KindOf(Scanner scanner) => scanner.Current switch
    {
        '@' when scanner.Next == '@' => TokenKind.Subheading,
        '-' when scanner.At("--- ") && IsFollowedBy(scanner, "+++ ") => TokenKind.Heading,
        '+' when scanner.At("+++ ") && IsAfter(scanner, "--- ") => TokenKind.Heading,
        '+' or '>' => TokenKind.Inserted,
        '-' or '<' => TokenKind.Deleted,
        'd' when scanner.At("diff ") => TokenKind.Heading,
        'I' when scanner.At("Index: ") => TokenKind.Heading,
        'i' when scanner.At("index ") => TokenKind.Directive,
        'n' when scanner.At("new file mode ") => TokenKind.Directive,
        'd' when scanner.At("deleted file mode ") => TokenKind.Directive,
        's' when scanner.At("similarity index ") => TokenKind.Directive,
        'r' when scanner.At("rename from ") || scanner.At("rename to ") => TokenKind.Directive,
        'B' when scanner.At("Binary files ") => TokenKind.Directive,
        '=' when scanner.At("===") => TokenKind.Heading,
        _ => TokenKind.Text,
    };

    // A removed comment of SQL looks like a file name; two file names stand together.
    private static bool IsFollowedBy(Scanner scanner, string mark) => scanner.At(Math.Min(scanner.LineEnd + 1, scanner.End), mark);

    private static bool IsAfter(Scanner scanner, string mark)
    {
        var line = scanner.Position < 2 ? -1 : scanner.Text.LastIndexOf('\n', scanner.Position - 2) + 1;
        return line >= 0 && scanner.At(line, mark);
    }
}
