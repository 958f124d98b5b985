using System.Text;
using Blog.Text;
using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Marks beside curly quotes, dashes and ellipses of Chinese text: <c>**“强调”**English</c>. These signs belong to both worlds, so neither CommonMark
/// nor its amendment for Chinese (https://github.com/commonmark/commonmark-spec/issues/650) lets a letter follow. The character at their other side tells.
/// </summary>
internal static class WideQuotes
{
    private const int LongestRun = 4;

    /// <summary>What the mark may do besides what CommonMark says.</summary>
    /// <param name="before">The text at the mark.</param>
    /// <param name="behind">The text behind it.</param>
    public static DelimiterType TypeBetween(StringSlice before, StringSlice behind, char mark)
    {
        if (mark == '_')
        {
            return DelimiterType.Undefined; // never within a word
        }

        var type = DelimiterType.Undefined;
        type |= IsWideTextBefore(before.Text.AsSpan(0, before.Start)) ? DelimiterType.Close : DelimiterType.Undefined;
        type |= IsWideTextBehind(behind.AsSpan()) ? DelimiterType.Open : DelimiterType.Undefined;
        return type;
    }

    private static bool IsWideTextBefore(ReadOnlySpan<char> text)
    {
        var quotes = 0;
        while (quotes < LongestRun && text is [.., '”' or '’' or '—' or '…'])
        {
            text = text[..^1];
            quotes++;
        }

        return quotes > 0 && Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && EastAsianWidth.IsWide(rune);
    }

    private static bool IsWideTextBehind(ReadOnlySpan<char> text)
    {
        var quotes = 0;
        while (quotes < LongestRun && text is ['“' or '‘' or '—' or '…', ..])
        {
            text = text[1..];
            quotes++;
        }

        return quotes > 0 && Rune.DecodeFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done && EastAsianWidth.IsWide(rune);
    }
}
