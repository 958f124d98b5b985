using System.Globalization;

namespace Blog.Text.Highlighting.Rules;

/// <summary>An identifier: a word of the language, the name that a keyword has announced, the function before a bracket, a type, or plain.</summary>
internal sealed class Name(Words words) : Rule
{
    private readonly Words _words = words;

    public CharSet Start { get; init; } = CharSet.NameStart;

    public CharSet Part { get; init; } = CharSet.NamePart;

    public override CharSet First => Start;

    /// <summary>The kind of a name that stands before a round bracket.</summary>
    public TokenKind Call { get; init; } = TokenKind.FunctionName;

    /// <summary>Whether that goes for names in capitals too, which are macros in C.</summary>
    public bool CallsCapitals { get; init; } = true;

    /// <summary>The kind of names that begin with a capital and have small letters.</summary>
    public TokenKind Capital { get; init; }

    /// <summary>The kind of names in capitals only.</summary>
    public TokenKind AllCapitals { get; init; }

    /// <summary>The kind of a name behind a dot.</summary>
    public TokenKind Member { get; init; }

    /// <summary>The kind of all other names.</summary>
    public TokenKind Other { get; init; }

    /// <summary>Whether a word of the language keeps its meaning behind a dot.</summary>
    public bool HasWordsBehindDots { get; init; }

    /// <summary>Endings that make a name a type: <c>_t</c>.</summary>
    public string? TypeEnding { get; init; }

    /// <summary>A last look at a name that is nothing special: its text, and the scanner in front of it.</summary>
    public Func<Scanner, int, TokenKind>? Refine { get; init; }

    public override bool Read(Scanner scanner)
    {
        var text = scanner.Text;
        var start = scanner.Position;
        var end = start + 1;
        while (end < scanner.End && (text[end] < 128 ? Part.Contains(text[end]) : IsLetter(text[end])))
        {
            end++;
        }

        if (text[start] >= 128 && !IsLetter(text[start]))
        {
            scanner.TakeTo(start + 1, TokenKind.Text);
            return true;
        }

        var kind = KindOf(scanner, text.AsSpan(start, end - start), end, out var announces);
        scanner.TakeTo(end, kind);
        scanner.Expected = announces;
        scanner.Previous = kind is TokenKind.Keyword ? Previous.Keyword : Previous.Operand;
        return true;
    }

    private TokenKind KindOf(Scanner scanner, ReadOnlySpan<char> name, int end, out TokenKind announces)
    {
        announces = TokenKind.Text;
        var isMember = scanner.Behind() == '.' && scanner.Behind(2) != '.';
        if ((!isMember || HasWordsBehindDots) && _words.TryFind(name, out var word) && !(word.Kind == TokenKind.Builtin && scanner.Expected != TokenKind.Text))
        {
            announces = word.Announces == TokenKind.Text && word.Kind == TokenKind.Keyword ? scanner.Expected : word.Announces;
            return word.Kind;
        }

        if (scanner.Expected != TokenKind.Text)
        {
            return scanner.Expected;
        }

        if (Refine?.Invoke(scanner, end) is { } refined and not TokenKind.Text)
        {
            return refined;
        }

        if (TypeEnding is not null && name.EndsWith(TypeEnding, StringComparison.Ordinal))
        {
            return TokenKind.Type;
        }

        if (Call != TokenKind.Text && (CallsCapitals || name.Length == 1 || name.ContainsAnyInRange('a', 'z')) && IsBeforeBracket(scanner, end))
        {
            return Call;
        }

        if (Capital != TokenKind.Text && char.IsUpper(name[0]) && (name.Length == 1 || name.ContainsAnyInRange('a', 'z')))
        {
            return Capital;
        }

        if (AllCapitals != TokenKind.Text && name.Length > 1 && char.IsUpper(name[0]) && !name.ContainsAnyInRange('a', 'z'))
        {
            return AllCapitals;
        }

        return isMember ? Member : Other;
    }

    private static bool IsBeforeBracket(Scanner scanner, int end)
    {
        var text = scanner.Text;
        var i = end;
        while (i < scanner.End && text[i] == ' ' && i < end + 8)
        {
            i++;
        }

        return i < scanner.End && text[i] == '(';
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;
}
