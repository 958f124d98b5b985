using System.Text;
using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>Runs whose script makes it certain that they are in another language than the page: kana is Japanese, Hangul Korean.</summary>
/// <remarks>Han characters alone tell nothing. Beside kana they are Japanese, but in a Chinese page they may as well be the Chinese around it.</remarks>
internal static class ForeignRuns
{
    public static bool Is(string lang, string primary) => lang.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a look at each character is worth it: most texts have no such script.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('\u1100', '\u11FF') >= 0 || text.IndexOfAnyInRange('\u3041', '\u318E') >= 0 || text.IndexOfAnyInRange('\uAC00', '\uD7FB') >= 0;

    /// <summary>The length of the first run, which is in one language; null stands for that of the page.</summary>
    public static (int Length, string? Lang) First(ReadOnlySpan<char> text, string pageLang)
    {
        var lang = LangAt(text, pageLang, out var length);
        while (length < text.Length && LangAt(text[length..], pageLang, out var more) is var next)
        {
            if (next != lang)
            {
                break;
            }

            length += more;
        }

        return (length, lang);
    }

    // A word of the script, with the blanks between words of Korean.
    private static string? LangAt(ReadOnlySpan<char> text, string pageLang, out int length)
    {
        if (!Is(pageLang, "ko") && LengthOf(text, Script.IsHangul) is var korean and > 0)
        {
            length = korean;
            while (length + 1 < text.Length && text[length] == ' ' && LengthOf(text[(length + 1)..], Script.IsHangul) is var word and > 0)
            {
                length += 1 + word;
            }

            return "ko";
        }

        if (!Is(pageLang, "ja"))
        {
            var japanese = LengthOf(text, Is(pageLang, "zh") || Is(pageLang, "yue") || Is(pageLang, "ko") ? Script.IsKana : IsJapanese);
            if (japanese > 0 && HasKana(text[..japanese]))
            {
                length = japanese;
                return "ja";
            }

            // A run of Han characters without kana is looked at once.
            if (japanese > 0)
            {
                length = japanese;
                return null;
            }
        }

        length = Rune.DecodeFromUtf16(text, out _, out var consumed) == System.Buffers.OperationStatus.Done ? consumed : 1;
        return null;
    }

    private static bool IsJapanese(Rune rune) => Script.IsKana(rune) || Script.IsHan(rune);

    private static bool HasKana(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Script.IsKana(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static int LengthOf(ReadOnlySpan<char> text, Func<Rune, bool> belongs)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!belongs(rune))
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return length;
    }
}

/// <summary>Text; runs of another language say so, for screen readers and for the choice of glyphs.</summary>
internal sealed class TextRenderer(string lang) : HtmlObjectRenderer<LiteralInline>
{
    protected override void Write(HtmlRenderer renderer, LiteralInline literal) => Write(renderer, literal.Content.AsSpan(), lang);

    public static void Write(HtmlRenderer renderer, ReadOnlySpan<char> text, string lang)
    {
        if (!ForeignRuns.MayBeIn(text))
        {
            renderer.WriteEscape(text);
            return;
        }

        while (!text.IsEmpty)
        {
            var (length, run) = ForeignRuns.First(text, lang);
            if (run is null)
            {
                renderer.WriteEscape(text[..length]);
            }
            else
            {
                renderer.Write("<span lang=\"").Write(run).Write("\">");
                renderer.WriteEscape(text[..length]);
                renderer.Write("</span>");
            }

            text = text[length..];
        }
    }
}
