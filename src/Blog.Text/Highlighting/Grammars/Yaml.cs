using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

internal static class Yaml
{
    private static readonly Words Constants = new Words(ignoresCase: true).Constants("true false yes no on off null ~");

    private static readonly Rule[] Common =
    [
        new ToLineEnd("#") { Place = Place.AfterBlank },
        new Prefixed("&", TokenKind.Label) { Part = CharSet.NamePart | CharSet.Of("-.") },
        new Prefixed("*", TokenKind.Label) { Part = CharSet.NamePart | CharSet.Of("-.") },
        new Prefixed("!", TokenKind.Type) { Start = CharSet.NameStart | CharSet.Of("!<"), Part = CharSet.NamePart | CharSet.Of("!:/.-,<>") },
    ];

    private static readonly Mode Flow = new([.. Common, new Special(CharSet.Of("[{"), ReadFlow), new Special(CharSet.Except(CharSet.All, " \t\n,:[]{}"), scanner => ReadNode(scanner, isFlow: true)), CLike.Signs]);

    public static Mode Create() => new(
    [
        new Literal(TokenKind.Punctuation, "---", "...") { Place = Place.LineStart },
        new ToLineEnd("%", TokenKind.Directive) { Place = Place.LineStart },
        .. Common,
        new Special(CharSet.Of("-?"), ReadIndicator),
        new Special(CharSet.Of("|>"), ReadBlockScalar),
        new Special(CharSet.Of("[{"), ReadFlow),
        new Special(CharSet.Except(CharSet.All, " \t\n"), scanner => ReadNode(scanner, isFlow: false)),
    ]);

    private static bool ReadIndicator(Scanner scanner)
    {
        if (scanner.Next is not (' ' or '\n' or '\0') || scanner.Previous == Previous.Operand)
        {
            return false;
        }

        scanner.TakeSign(1, TokenKind.Punctuation);
        return true;
    }

    private static bool ReadFlow(Scanner scanner)
    {
        if (scanner.Previous == Previous.Operand || !scanner.CanNest)
        {
            return false;
        }

        var open = scanner.Current;
        scanner.TakeSign(1, TokenKind.Punctuation);
        scanner.Push(new Frame { Mode = Flow, Open = open, Close = open == '[' ? ']' : '}', CloseKind = TokenKind.Punctuation, OuterEnd = -1 });
        return true;
    }

    // The lines below that are indented at least as far as the first of them, and further than the line of the mark.
    private static bool ReadBlockScalar(Scanner scanner)
    {
        var header = scanner.LineEnd;
        if (scanner.Previous == Previous.Operand || scanner.Rest[1..(header - scanner.Position)].ContainsAnyExcept("+-0123456789 \t#abcdefghijklmnopqrstuvwxyz"))
        {
            return false;
        }

        var text = scanner.Text;
        var start = text.LastIndexOf('\n', Math.Max(0, scanner.Position - 1)) + 1;
        var outer = Indentation(text, start, scanner.End);
        scanner.TakeSign(1, TokenKind.Punctuation);
        var (end, wanted) = (header, -1);
        while (end < scanner.End)
        {
            var line = end + 1;
            var next = text.AsSpan(line, scanner.End - line).IndexOf('\n') is >= 0 and var length ? line + length : scanner.End;
            if (!text.AsSpan(line, next - line).IsWhiteSpace())
            {
                var indentation = Indentation(text, line, next);
                wanted = wanted < 0 && indentation > outer ? indentation : wanted;
                if (wanted < 0 || indentation < wanted)
                {
                    break;
                }
            }

            scanner.Work++;
            end = next;
        }

        scanner.TakeTo(header, TokenKind.Text);
        scanner.TakeTo(end, TokenKind.String);
        return true;
    }

    private static int Indentation(string text, int start, int end)
    {
        var i = start;
        while (i < end && text[i] == ' ')
        {
            i++;
        }

        return i - start;
    }

    /// <summary>A key, a quoted string or a plain value to the end of its line.</summary>
    private static bool ReadNode(Scanner scanner, bool isFlow)
    {
        var c = scanner.Current;
        if (c is '"' or '\'')
        {
            return ReadQuoted(scanner, c);
        }

        var rest = scanner.Rest;
        var end = 0;
        var isKey = false;
        for (; end < rest.Length && rest[end] != '\n'; end++)
        {
            if (rest[end] == ':' && (end + 1 == rest.Length || rest[end + 1] is ' ' or '\n' or '\t'))
            {
                isKey = true;
                break;
            }

            if ((rest[end] == '#' && end > 0 && rest[end - 1] is ' ' or '\t') || (isFlow && rest[end] is ',' or '[' or ']' or '{' or '}'))
            {
                break;
            }
        }

        scanner.Work += end / 8;
        var value = rest[..end].TrimEnd() is { Length: > 0 } text ? text : rest[..end]; // blanks of other scripts alone
        scanner.Take(Math.Max(1, value.Length), isKey && scanner.Previous != Previous.Operand ? TokenKind.Attribute : KindOf(value));
        if (isKey)
        {
            scanner.TakeTo(scanner.Position + end - value.Length, TokenKind.Text);
            scanner.TakeSign(scanner.Peek(0) == ':' ? 1 : 0, TokenKind.Punctuation);
        }

        scanner.Previous = isKey ? Previous.Start : Previous.Operand;
        return true;
    }

    private static bool ReadQuoted(Scanner scanner, char quote)
    {
        var rest = scanner.Rest;
        var end = 1;
        while (end < rest.Length && rest[end] is not '\n' && rest[end] != quote)
        {
            end += quote == '"' && rest[end] == '\\' ? 2 : 1;
        }

        scanner.Work += end / 8;
        var isKey = end + 1 < rest.Length && rest[end] == quote && rest[end + 1] == ':' && scanner.Previous != Previous.Operand;
        if (isKey)
        {
            scanner.Take(end + 1, TokenKind.Attribute);
            scanner.TakeSign(1, TokenKind.Punctuation);
            scanner.Previous = Previous.Start;
            return true;
        }

        return (quote == '"' ? Double : Single).Read(scanner);
    }

    private static readonly Rule Double = new Quoted("\"") { IsMultiLine = true };

    private static readonly Rule Single = new Quoted("'") { IsMultiLine = true, Escapes = Escapes.Doubled };

    private static TokenKind KindOf(ReadOnlySpan<char> value) =>
        Constants.Contains(value) ? TokenKind.Constant : PlainValue.IsNumberOrDate(value) ? TokenKind.Number : TokenKind.Text;
}
