using Blog.Text;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>What tells running text from a formula.</summary>
internal static class Prose
{
    /// <summary>Two words side by side, outside of braces: <c>costs and benefits</c>. Commands are no words.</summary>
    public static bool HasWords(ReadOnlySpan<char> text)
    {
        var (depth, words) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (!char.IsAsciiLetter(text[i]))
            {
                words = text[i] is ' ' or '\n' or ',' or '.' or ';' ? words : 0;
                continue;
            }

            var length = LengthOfLetters(text[i..]);
            words = length > 1 && depth <= 0 && (i == 0 || text[i - 1] != '\\') ? words + 1 : 0;
            if (words == 2)
            {
                return true;
            }

            i += length - 1;
        }

        return false;
    }

    public static bool HasCjk(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (EastAsianWidth.IsWide(rune))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>5 each</c>, <c>1,000 元</c>, <c>20k to 30</c>: a number, a blank, a word.</summary>
    public static bool IsAmount(ReadOnlySpan<char> text)
    {
        var number = text.IndexOfAnyExcept("0123456789.,") is var end and >= 0 ? end : text.Length;
        var rest = number == 0 ? default : text[number..];
        rest = rest is ['k' or 'K' or 'm' or 'M' or 'b' or 'B', ..] ? rest[1..] : rest;
        return rest is [' ', _, ..] && (LengthOfLetters(rest[1..]) > 1 || HasCjk(rest[1..2]));
    }

    private static int LengthOfLetters(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length]))
        {
            length++;
        }

        return length;
    }
}
