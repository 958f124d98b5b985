using System.Text;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Links;

/// <summary>
/// Addresses written bare: <c>https://…</c>, <c>http://…</c>, <c>ftp://…</c>, <c>mailto:…</c>, <c>www.…</c>, as GitHub reads them
/// (https://github.github.com/gfm/#autolinks-extension-), and also glued to text of scripts that put no blanks around them.
/// </summary>
internal sealed class BareLinkParser : InlineParser
{
    private static readonly string[] Starts = ["https://", "http://", "ftp://", "mailto:", "www."];

    public BareLinkParser() => OpeningCharacters = ['h', 'f', 'm', 'w', 'H', 'F', 'M', 'W'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (StartOf(text) is not { } start || !MayFollow(slice.PeekCharExtra(-1)))
        {
            return false;
        }

        var hostEnd = EndOfHost(text, start);
        if (hostEnd < 0)
        {
            return false;
        }

        var length = WithoutPunctuation(text[..EndOfAddress(text, hostEnd)]);
        if (length <= start.Length)
        {
            return false;
        }

        var address = text[..length].ToString();
        var from = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var span = new SourceSpan(from, processor.GetSourcePosition(slice.Start + length - 1));
        var link = new LinkInline(start == "www." ? "http://" + address : address, "")
        {
            Span = span,
            UrlSpan = span,
            Line = line,
            Column = column,
            IsClosed = true,
            IsAutoLink = true,
        };
        link.AppendChild(new LiteralInline { Content = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1), Span = span, Line = line, Column = column, IsClosed = true });
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    private static string? StartOf(ReadOnlySpan<char> text)
    {
        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return start;
            }
        }

        return null;
    }

    // GitHub: the start of a line, a blank, or one of *_~(. Beyond ASCII anything may stand in front.
    private static bool MayFollow(char before) => before is '\0' or '*' or '_' or '~' or '(' or '|' or '>' or ':' || char.IsWhiteSpace(before) || !char.IsAscii(before);

    private static int EndOfHost(ReadOnlySpan<char> text, string start)
    {
        var i = start == "www." ? 0 : start.Length;
        var from = i;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '.' or '_' || IsNarrowLetter(text[i]) || (start == "mailto:" && text[i] is '@' or '+')))
        {
            i++;
        }

        var host = text[from..i].TrimEnd(".-_");
        if (start == "mailto:")
        {
            return host.IndexOf('@') > 0 && host[host.IndexOf('@')..].Contains('.') ? from + host.Length : -1;
        }

        var isLocal = host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        return isLocal || (host.LastIndexOf('.') is var dot and > 0 && dot > (start == "www." ? 3 : 0) && !LastTwoLabels(host).Contains('_')) ? from + host.Length : -1;
    }

    private static bool IsNarrowLetter(char c) => !char.IsAscii(c) && char.IsLetterOrDigit(c) && !EastAsianWidth.IsWide(new Rune(c));

    private static ReadOnlySpan<char> LastTwoLabels(ReadOnlySpan<char> host)
    {
        var last = host.LastIndexOf('.');
        var before = host[..last].LastIndexOf('.');
        return host[(before + 1)..];
    }

    // Ends at a blank, at what Markdown needs for itself, and at punctuation of wide scripts: 见https://example.org/a。
    private static int EndOfAddress(ReadOnlySpan<char> text, int hostEnd)
    {
        var i = hostEnd;
        if (i < text.Length && text[i] is not ('/' or '?' or '#' or ':'))
        {
            return i;
        }

        while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('<' or '*' or '`' or '|' or '"') && !IsWidePunctuation(text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsWidePunctuation(char c) =>
        !char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) && (c is '“' or '”' or '‘' or '’' or '…' or '—' || EastAsianWidth.IsWide(new Rune(c)));

    private static int WithoutPunctuation(ReadOnlySpan<char> address)
    {
        // Counted once, then kept up to date: an address may be brackets without end.
        var (round, square) = (Excess(address, '(', ')'), Excess(address, '[', ']'));
        while (!address.IsEmpty)
        {
            var last = address[^1];
            if ("?!.,:*_~'".Contains(last, StringComparison.Ordinal) || (last == ')' && round > 0) || (last == ']' && square > 0))
            {
                address = address[..^1];
                round -= last == ')' ? 1 : 0;
                square -= last == ']' ? 1 : 0;
            }
            else if (last == ';' && EntityAtEnd(address) is var entity and >= 0)
            {
                address = address[..entity];
            }
            else
            {
                break;
            }
        }

        return address.Length;
    }

    // Closing brackets that have no opening one.
    private static int Excess(ReadOnlySpan<char> text, char open, char close) => text.Count(close) - text.Count(open);

    // Where the '&' of an entity stands that ends the address, or -1.
    private static int EntityAtEnd(ReadOnlySpan<char> address)
    {
        var start = address.Length - 1;
        while (start > 0 && char.IsAsciiLetterOrDigit(address[start - 1]))
        {
            start--;
        }

        return start > 0 && start < address.Length - 1 && address[start - 1] == '&' ? start - 1 : -1;
    }
}
