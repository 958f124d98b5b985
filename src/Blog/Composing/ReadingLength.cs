using System.Text;
using Blog.Text;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>How much there is to read, counted script by script: a text may be Chinese in one half and English in the other.</summary>
/// <param name="Characters">Han, kana and Bopomofo, which are written without blanks.</param>
/// <param name="Words">Of all other scripts; a formula counts as one.</param>
public readonly record struct ReadingLength(int Characters, int Words)
{
    // What people read in a minute with understanding; technical texts are read more slowly than novels.
    private const int CharactersAMinute = 400;
    private const int WordsAMinute = 220;

    /// <summary>As Chinese editors count: a character is one, and so is a word.</summary>
    public int Total => Characters + Words;

    /// <summary>Rounded up; 0 when there is nothing to read.</summary>
    public int Minutes => (int)((((long)Characters * WordsAMinute) + ((long)Words * CharactersAMinute) + (CharactersAMinute * WordsAMinute) - 1) / (CharactersAMinute * WordsAMinute));

    /// <summary>Code, displayed formulas and raw HTML are looked at rather than read, and do not count.</summary>
    internal static ReadingLength Of(MarkdownDocument document) =>
        document.Descendants<LeafBlock>().Where(block => block.Inline is not null).Aggregate(default(ReadingLength), (sum, block) =>
        {
            var length = Of(InlineText.Of(block.Inline, mathLabel: "x"));
            return new(sum.Characters + length.Characters, sum.Words + length.Words);
        });

    public static ReadingLength Of(string text)
    {
        var (characters, words, isInWord) = (0, 0, false);
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var whole) ? whole : Rune.ReplacementChar;
            if (Script.IsWrittenWithoutBlanks(rune))
            {
                characters++;
                isInWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                words += isInWord ? 0 : 1;
                isInWord = true;
            }
            else
            {
                // don't, state-of-the-art, 3.14 are one; so are letters with marks of their own.
                isInWord = isInWord && (IsMark(rune) || (rune.Value is '\'' or '’' or '-' or '.' or '_' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])));
            }

            i += rune == Rune.ReplacementChar ? 1 : rune.Utf16SequenceLength;
        }

        return new(characters, words);
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
        or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format;
}
