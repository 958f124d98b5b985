using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Markup in plain text besides Markdown: reStructuredText, AsciiDoc, Org.</summary>
internal static class Markups
{
    private static readonly Rule Strong = new Quoted("**") { Kind = TokenKind.Strong, Escapes = Escapes.None, NeedsClose = true };

    public static Mode CreateRst() => new(
        new Special(CharSet.Of("."), ReadDirective),
        new Special(CharSet.Of("=-~^\"'#*+.`:_"), ReadUnderline),
        new Quoted("``") { Escapes = Escapes.None, NeedsClose = true },
        new Special(CharSet.Of(":"), ReadRole),
        new Quoted("`") { Escapes = Escapes.None, NeedsClose = true },
        Strong,
        new Quoted("*") { Kind = TokenKind.Emphasis, Escapes = Escapes.None, NeedsClose = true, When = scanner => scanner.Next is not (' ' or '\n') },
        new Special(CharSet.Of("-*+"), ReadBullet));

    public static Mode CreateAsciidoc() => new(
        new Block("////\n", "\n////") { Place = Place.LineStart },
        new ToLineEnd("//") { Place = Place.LineStart },
        new Special(CharSet.Of("="), ReadEqualsHeading),
        new Quoted("----\n", "\n----") { Escapes = Escapes.None, IsMultiLine = true },
        new Quoted("....\n", "\n....") { Escapes = Escapes.None, IsMultiLine = true },
        new Special(CharSet.Of("["), ReadBlockAttributes),
        new Special(CharSet.Of(":"), ReadAttribute),
        new Quoted("`") { Escapes = Escapes.None, NeedsClose = true },
        new Quoted("*") { Kind = TokenKind.Strong, Escapes = Escapes.None, NeedsClose = true, When = scanner => scanner.Next is not (' ' or '\n' or '*') },
        new Quoted("_") { Kind = TokenKind.Emphasis, Escapes = Escapes.None, NeedsClose = true, When = scanner => !char.IsLetterOrDigit(scanner.Behind()) },
        new Special(CharSet.Of("*-."), ReadBullet));

    public static Mode CreateOrg() => new(
        new Special(CharSet.Of("*"), ReadOrgHeading),
        new Special(CharSet.Of("#"), ReadOrgKeyword),
        new Quoted("[[", "]]") { Escapes = Escapes.None, NeedsClose = true },
        new Special(CharSet.Of(":"), ReadRole),
        new Quoted("*") { Kind = TokenKind.Strong, Escapes = Escapes.None, NeedsClose = true, When = IsOpening },
        new Quoted("/") { Kind = TokenKind.Emphasis, Escapes = Escapes.None, NeedsClose = true, When = IsOpening },
        new Quoted("=") { Escapes = Escapes.None, NeedsClose = true, When = IsOpening },
        new Quoted("~") { Escapes = Escapes.None, NeedsClose = true, When = IsOpening },
        new Special(CharSet.Of("-+"), ReadBullet),
        new Literal(TokenKind.Punctuation, "|"));

    private static bool IsOpening(Scanner scanner) => scanner.Behind() is ' ' or '\n' or '(' && !char.IsWhiteSpace(scanner.Next);

    private static bool ReadBullet(Scanner scanner)
    {
        if (scanner.Next != ' ' || !scanner.IsFirstOnLine)
        {
            return false;
        }

        scanner.Take(1, TokenKind.Keyword);
        return true;
    }

    // .. note:: is a directive, .. alone a comment.
    private static bool ReadDirective(Scanner scanner)
    {
        if (!scanner.At(".. ") || !scanner.IsFirstOnLine)
        {
            return false;
        }

        var line = scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position);
        var colons = line.IndexOf("::", StringComparison.Ordinal);
        var isTarget = line.StartsWith(".. _", StringComparison.Ordinal) || line.StartsWith(".. [", StringComparison.Ordinal);
        scanner.Take(colons > 0 ? colons + 2 : line.Length, colons > 0 ? TokenKind.Directive : isTarget ? TokenKind.Label : TokenKind.Comment);
        return true;
    }

    // A line of one sign, under a title or above it.
    private static bool ReadUnderline(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || scanner.Next != scanner.Current || scanner.Peek(2) != scanner.Current
            || scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position).ContainsAnyExcept(scanner.Current))
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Heading);
        return true;
    }

    // :role: and :field:
    private static bool ReadRole(Scanner scanner)
    {
        var length = 1;
        while (length < 60 && (char.IsAsciiLetterOrDigit(scanner.Peek(length)) || scanner.Peek(length) is '-' or '_'))
        {
            length++;
        }

        if (length == 1 || scanner.Peek(length) != ':' || char.IsLetterOrDigit(scanner.Behind()))
        {
            return false;
        }

        scanner.Take(length + 1, TokenKind.Attribute);
        return true;
    }

    private static bool ReadEqualsHeading(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) == '=')
        {
            length++;
        }

        if (scanner.Peek(length) != ' ' || !scanner.IsAtLineStart)
        {
            scanner.Take(length, TokenKind.Text);
            return true;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Heading);
        return true;
    }

    private static bool ReadBlockAttributes(Scanner scanner)
    {
        if (!scanner.IsAtLineStart || scanner.LineEnd == scanner.Position || scanner.Text[scanner.LineEnd - 1] != ']')
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Directive);
        return true;
    }

    private static bool ReadAttribute(Scanner scanner) => scanner.IsAtLineStart && ReadRole(scanner);

    private static bool ReadOrgHeading(Scanner scanner)
    {
        if (!scanner.IsAtLineStart)
        {
            return false;
        }

        var length = 1;
        while (scanner.Peek(length) == '*')
        {
            length++;
        }

        if (scanner.Peek(length) != ' ')
        {
            return false;
        }

        scanner.TakeTo(scanner.LineEnd, TokenKind.Heading);
        return true;
    }

    // #+BEGIN_SRC python … #+END_SRC, #+TITLE: x, # comment
    private static bool ReadOrgKeyword(Scanner scanner)
    {
        if (!scanner.IsFirstOnLine || scanner.Next is not ('+' or ' '))
        {
            return false;
        }

        if (scanner.Next == ' ')
        {
            scanner.TakeTo(scanner.LineEnd, TokenKind.Comment);
            return true;
        }

        var line = scanner.Text.AsSpan(scanner.Position, scanner.LineEnd - scanner.Position);
        var isSource = line.StartsWith("#+begin_src", StringComparison.OrdinalIgnoreCase);
        var name = isSource ? line[11..].Trim() : default;
        name = name.IndexOf(' ') is >= 0 and var blank ? name[..blank] : name;
        var close = isSource ? (line[2] == 'b' ? "\n#+end_src" : "\n#+END_SRC") : "";
        scanner.TakeTo(scanner.LineEnd, TokenKind.Directive);
        if (isSource && scanner.Find(close, scanner.Position) is >= 0 and var end && end > scanner.Position && Languages.Find(name.ToString())?.Root is { } mode)
        {
            scanner.Take(1, TokenKind.Text);
            scanner.Embed(mode, end + 1);
        }

        return true;
    }
}
