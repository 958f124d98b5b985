using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Shortens text where a reader would: never inside a word, a number, a formula or a character.</summary>
internal static class TextCut
{
    // A "word" longer than this is an address or a script without blanks (Thai): better cut than lost.
    private const int LongestWord = 60;

    /// <param name="most">Grapheme clusters, the ellipsis not counted.</param>
    public static string Clusters(PlainText plain, int most, string ellipsis)
    {
        var text = plain.ToString();
        var end = 0;
        for (var count = 0; count < most && end < text.Length; count++)
        {
            end += StringInfo.GetNextTextElementLength(text.AsSpan(end));
        }

        return end >= text.Length ? text : text[..Back(plain, text, end)] + ellipsis;
    }

    /// <summary>The last place at or before <paramref name="end"/> where a cut hurts nothing; blanks before it are taken off too.</summary>
    public static int Back(PlainText plain, string text, int end)
    {
        var cut = end;
        foreach (var atom in plain.Atoms)
        {
            if (atom.Start < cut && cut < atom.End)
            {
                cut = atom.Start;
                break;
            }
        }

        while (cut > 0 && end - cut < LongestWord && cut < text.Length && IsInWord(text, cut))
        {
            cut -= StepBack(text, cut);
        }

        // The word was too long, or it is all there is.
        if (cut == 0 || (cut < text.Length && IsInWord(text, cut)))
        {
            cut = end;
        }

        return text.AsSpan(0, cut).TrimEnd().Length is var trimmed and > 0 ? trimmed : end;
    }

    private static int StepBack(string text, int at) => at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]) ? 2 : 1;

    private static bool IsInWord(string text, int at) =>
        IsPartOfWord(text, at - 1, backwards: true) && IsPartOfWord(text, at, backwards: false);

    private static bool IsPartOfWord(string text, int at, bool backwards)
    {
        if (at < 0 || at >= text.Length)
        {
            return false;
        }

        if (backwards && char.IsLowSurrogate(text[at]) && at > 0)
        {
            at--;
        }

        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            return false;
        }

        // 3.14, 1,000, don't: joined only by a letter or digit on both sides.
        if (rune.Value is '.' or ',' or '\'' or '’')
        {
            return at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1])
                && !EastAsianWidth.IsWide(new Rune(char.IsSurrogate(text[at + 1]) ? 'a' : text[at + 1]));
        }

        return !EastAsianWidth.IsWide(rune)
            && (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.OtherNumber);
    }
}
