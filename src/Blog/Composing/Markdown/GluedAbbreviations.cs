using System.Text;
using Blog.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>Abbreviations that touch Chinese text, 用HTML写的: Markdig takes every letter of any script for the rest of a word.</summary>
internal static class GluedAbbreviations
{
    public static void Mark(MarkdownDocument document)
    {
        if (document.GetAbbreviations() is not { Count: > 0 } abbreviations)
        {
            return;
        }

        foreach (var literal in document.Descendants<LiteralInline>().ToList())
        {
            Mark(literal, abbreviations);
        }
    }

    private static void Mark(LiteralInline literal, Dictionary<string, Abbreviation> abbreviations)
    {
        var text = literal.Content.AsSpan();
        for (var start = 0; start < text.Length;)
        {
            var length = WordLength(text[start..]);
            if (length > 0 && IsGlued(text, start, length) && abbreviations.TryGetValue(text.Slice(start, length).ToString(), out var abbreviation))
            {
                var (from, to) = (literal.Content.Start, literal.Content.End);
                var found = new AbbreviationInline(abbreviation) { Line = literal.Line, Column = literal.Column + start, Span = new(literal.Span.Start + start, literal.Span.Start + start + length - 1) };
                var rest = new LiteralInline(new StringSlice(literal.Content.Text, from + start + length, to)) { Line = literal.Line, Column = literal.Column + start + length, Span = literal.Span };
                literal.InsertAfter(found);
                found.InsertAfter(rest);
                literal.Content.End = from + start - 1;
                literal = rest;
                text = rest.Content.AsSpan();
                start = 0;
                continue;
            }

            start += Math.Max(1, length);
        }
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    // Where nothing wide is near, Markdig has looked already; inside another word there is nothing to find.
    private static bool IsGlued(ReadOnlySpan<char> text, int start, int length)
    {
        var isBeforeDone = Rune.DecodeLastFromUtf16(text[..start], out var before, out _) == System.Buffers.OperationStatus.Done;
        var isBehindDone = Rune.DecodeFromUtf16(text[(start + length)..], out var behind, out _) == System.Buffers.OperationStatus.Done;
        return ((isBeforeDone && EastAsianWidth.IsWide(before)) || (isBehindDone && EastAsianWidth.IsWide(behind)))
            && !(isBeforeDone && IsWordPart(before)) && !(isBehindDone && IsWordPart(behind));
    }

    private static bool IsWordPart(Rune rune) => Rune.IsLetterOrDigit(rune) && !EastAsianWidth.IsWide(rune);
}
