using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Lines of C's preprocessor: they go on behind a backslash, and comments in them are comments.</summary>
internal static class Preprocessor
{
    private static readonly Rule Continuation = new Literal(TokenKind.Directive, "\\\n");

    // A quotation mark alone is one of a message; a character is known by its length, for messages have apostrophes.
    private static readonly Mode Directive = new(
        CLike.LineComment,
        CLike.BlockComment,
        Continuation,
        new Quoted("\"") { NeedsClose = true },
        new Quoted("'") { NeedsClose = true, When = scanner => scanner.Next == '\\' || scanner.Peek(2) == '\'' })
    { Default = TokenKind.Directive };

    private static readonly Mode Inclusion = new(
        CLike.LineComment,
        CLike.BlockComment,
        Continuation,
        new Quoted("<", ">") { Escapes = Escapes.None, NeedsClose = true },
        new Quoted("\"") { Escapes = Escapes.None })
    { Default = TokenKind.Directive };

    public static Rule Rule { get; } = new Special(CharSet.Of("#"), Read);

    private static bool Read(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine)
        {
            return false;
        }

        var length = 1;
        while (scanner.Peek(length) is ' ' or '\t')
        {
            length++;
        }

        var word = length;
        while (char.IsAsciiLetter(scanner.Peek(length)))
        {
            length++;
        }

        var name = scanner.Text.AsSpan(scanner.Position + word, length - word);
        var mode = name is "include" or "import" or "include_next" ? Inclusion : Directive;
        scanner.Take(length, TokenKind.Directive);
        scanner.Push(new Frame { Mode = mode, EndsWithLine = true, OuterEnd = -1 });
        return true;
    }
}
