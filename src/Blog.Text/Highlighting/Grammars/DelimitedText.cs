using System.Collections.Concurrent;
using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Text between delimiters that the author chose, as in Perl and Ruby: brackets are counted, anything else closes itself.</summary>
internal static class DelimitedText
{
    /// <summary>Reads from the opening delimiter to behind the closing one, over lines.</summary>
    /// <param name="holes">When there are any they are read as code, and the text becomes a mode of its own.</param>
    public static void Read(Scanner scanner, TokenKind kind, Rule[] holes)
    {
        var open = scanner.Peek(0);
        var close = ClosingOf(open);
        if (holes.Length > 0 && scanner.CanNest)
        {
            scanner.Take(1, kind);
            scanner.Push(new Frame { Mode = ModeOf(kind, holes), Open = open == close ? '\0' : open, Close = close, CloseKind = kind, OuterEnd = -1 });
            return;
        }

        scanner.TakeTo(EndOf(scanner, scanner.Position + 1, open, close), kind);
    }

    public static char ClosingOf(char open) => open switch
    {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => open,
    };

    /// <summary>The place behind the closing delimiter, or the end.</summary>
    public static int EndOf(Scanner scanner, int from, char open, char close)
    {
        var depth = 1;
        var text = scanner.Text;
        var i = from;
        for (; i < scanner.End; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == close)
            {
                if (--depth == 0)
                {
                    break;
                }
            }
            else if (text[i] == open)
            {
                depth++;
            }
        }

        scanner.Work += i - from;
        return Math.Min(i + 1, scanner.End);
    }

    private static readonly ConcurrentDictionary<(TokenKind, Rule), Mode> Modes = new();

    private static Mode ModeOf(TokenKind kind, Rule[] holes) => Modes.GetOrAdd((kind, holes[0]), _ => new(
    [
        .. holes,
        new Special(CharSet.Of("\\"), scanner =>
        {
            scanner.Take(2, kind == TokenKind.Regex ? kind : TokenKind.Escape);
            return true;
        }),
    ])
    { Default = kind, TakesLineEnds = true, IsString = true });
}
