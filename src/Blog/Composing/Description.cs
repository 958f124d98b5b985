using System.Text;
using Blog.Composing.Markdown;
using Blog.Text;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>The text for search engines: the key, else the summary, else the first sentences. Search engines show about 80 to 110 Chinese characters or 160 Latin ones.</summary>
internal static class Description
{
    // A wide character counts for 16, a narrow one for 11: 110 wide or 160 narrow ones are full.
    private const int Wide = 16;
    private const int Narrow = 11;
    private const int Full = 110 * Wide;
    private const int Enough = 80 * Wide;

    public static string Of(MarkdownDocument document, string? description, string? summary, string mathLabel)
    {
        if (!string.IsNullOrWhiteSpace(description))
        {
            return description.Trim();
        }

        var text = new PlainText();
        if (string.IsNullOrWhiteSpace(summary))
        {
            AddParagraphs(text, document, mathLabel);
        }
        else
        {
            text.Add(summary);
        }

        return Cut(text);
    }

    // Headings, code and displayed formulas say little to who does not see the page.
    private static bool AddParagraphs(PlainText text, ContainerBlock container, string mathLabel)
    {
        foreach (var block in container)
        {
            text.AddBlank();
            var goesOn = block switch
            {
                ParagraphBlock paragraph => InlineText.Append(text, paragraph.Inline, mathLabel) || true,
                QuoteBlock or ListBlock or ListItemBlock => AddParagraphs(text, (ContainerBlock)block, mathLabel),
                _ => true,
            };
            if (!goesOn || text.Length > Full)
            {
                return false;
            }
        }

        return true;
    }

    private static string Cut(PlainText plain)
    {
        var text = plain.ToString();
        var (room, sentence) = (Full, 0);
        for (var i = 0; i < text.Length;)
        {
            var rune = Rune.TryGetRuneAt(text, i, out var whole) ? whole : Rune.ReplacementChar;
            room -= EastAsianWidth.IsWide(rune) ? Wide : Narrow;
            if (room < 0)
            {
                return Full - Enough >= RoomAt(text, sentence) && sentence > 0 ? text[..sentence] : text[..TextCut.Back(plain, text, i)] + "…";
            }

            i += rune.Utf16SequenceLength;
            sentence = EndsSentence(text, i) ? i : sentence;
        }

        return text;
    }

    private static int RoomAt(string text, int end)
    {
        var room = Full;
        foreach (var rune in text.AsSpan(0, end).EnumerateRunes())
        {
            room -= EastAsianWidth.IsWide(rune) ? Wide : Narrow;
        }

        return room;
    }

    // A full stop in Latin text ends a sentence only before a blank: 3.14, e.g.this.
    private static bool EndsSentence(string text, int end) => text[end - 1] switch
    {
        '。' or '！' or '？' => true,
        '.' or '!' or '?' => end == text.Length || text[end] == ' ',
        _ => false,
    };
}
