using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>A request or an answer of HTTP: first line, headers, and a body in the language that its header names.</summary>
internal static class Http
{
    private static readonly Words Methods = new Words().Keywords("GET POST PUT DELETE PATCH HEAD OPTIONS CONNECT TRACE");

    public static Mode Create() => new(new Special(CharSet.All, ReadLine)) { TakesLineEnds = true };

    private static bool ReadLine(Scanner scanner)
    {
        var end = scanner.LineEnd;
        var line = scanner.Text.AsSpan(scanner.Position, end - scanner.Position);
        if (line.Length == 0)
        {
            ReadBody(scanner);
            return true;
        }

        if (line.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            ReadStatus(scanner, line);
        }
        else if (line.IndexOf(' ') is > 0 and var blank && Methods.Contains(line[..blank]))
        {
            ReadRequest(scanner, line, blank);
        }
        else
        {
            ReadHeader(scanner, line);
        }

        scanner.TakeTo(end + 1, TokenKind.Text);
        return true;
    }

    private static void ReadStatus(Scanner scanner, ReadOnlySpan<char> line)
    {
        var blank = line.IndexOf(' ');
        scanner.Take(blank < 0 ? line.Length : blank, TokenKind.Keyword);
        scanner.Take(1, TokenKind.Text);
        var digits = 0;
        while (char.IsAsciiDigit(scanner.Peek(digits)))
        {
            digits++;
        }

        scanner.Take(digits, TokenKind.Number);
    }

    private static void ReadRequest(Scanner scanner, ReadOnlySpan<char> line, int blank)
    {
        scanner.Take(blank, TokenKind.Keyword);
        scanner.Take(1, TokenKind.Text);
        var version = line.LastIndexOf(" HTTP/", StringComparison.Ordinal);
        scanner.Take((version > blank ? version : line.Length) - blank - 1, TokenKind.String);
        if (version > blank)
        {
            scanner.Take(1, TokenKind.Text);
            scanner.Take(line.Length - version - 1, TokenKind.Keyword);
        }
    }

    private static void ReadHeader(Scanner scanner, ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || line[..colon].Contains(' '))
        {
            return;
        }

        if (line[..colon].Equals("content-type", StringComparison.OrdinalIgnoreCase))
        {
            scanner.Top.Number = scanner.Position + 1;
        }

        scanner.Take(colon, TokenKind.Attribute);
        scanner.TakeSign(1, TokenKind.Punctuation);
        var value = line[(colon + 1)..];
        var blanks = value.Length - value.TrimStart().Length;
        scanner.Take(blanks, TokenKind.Text);
        scanner.Take(value.Length - blanks, TokenKind.String);
    }

    // Behind the empty line; the header that tells its language stands above.
    private static void ReadBody(Scanner scanner)
    {
        scanner.Take(1, TokenKind.Text);
        if (scanner.Top.Number == 0 || IsNextRequest(scanner))
        {
            return;
        }

        // The place of the header is remembered, with the offset of the first character as 1.
        var value = scanner.Text.AsSpan(scanner.Top.Number - 1);
        value = value[..value.IndexOf('\n')];
        var language = value.Contains("json", StringComparison.OrdinalIgnoreCase) ? "json"
            : value.Contains("html", StringComparison.OrdinalIgnoreCase) ? "html"
            : value.Contains("xml", StringComparison.OrdinalIgnoreCase) ? "xml"
            : value.Contains("javascript", StringComparison.OrdinalIgnoreCase) ? "javascript"
            : null;
        if (language is null || !scanner.Embed(Languages.Root(language), scanner.End))
        {
            scanner.TakeTo(scanner.End, TokenKind.Text);
        }
    }

    private static bool IsNextRequest(Scanner scanner) => scanner.At("HTTP/") || (scanner.Rest[..Math.Min(8, scanner.Rest.Length)].IndexOf(' ') is > 0 and var blank && Methods.Contains(scanner.Rest[..blank]));
}
