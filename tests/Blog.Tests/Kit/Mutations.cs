using System.Globalization;

namespace Blog.Tests.Kit;

/// <summary>Texts changed at random, the same way for the same seed: what people mistype, what editors tear apart, and what attackers send.</summary>
/// <param name="corpus">Texts that pieces are taken from.</param>
/// <param name="tokens">Signs and words that mean something to the reader of the texts.</param>
internal sealed class Mutations(int seed, IReadOnlyList<string> corpus, IReadOnlyList<string> tokens)
{
    private const int LongestText = 4000;

    private static readonly string[] Strange = ["\0", "\u0085", "\u2028", "\uFEFF", "\u200B", "\uD800", "\uDC00", "😀", "é", "İ", "中", "\r", "\t", "\u202E", "99999999999999999999", "-1", "1e308", "0x"];

    private readonly Random _random = new(seed);

    /// <summary>How many of them a test tries. For long runs by hand: BLOG_FUZZ_ROUNDS=20000.</summary>
    public static int Rounds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("BLOG_FUZZ_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 300;

    public int Next(int limit) => _random.Next(limit);

    /// <summary>One of the corpus, changed in one to four places.</summary>
    public string Next() => Next(Pick(corpus));

    /// <summary>That text, changed in one to four places.</summary>
    public string Next(string text)
    {
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            text = Change(text);
        }

        return text.Length <= LongestText ? text : text[..LongestText];
    }

    private string Change(string text)
    {
        var (start, length) = Span(text);
        var (before, piece, after) = (text[..start], text.Substring(start, length), text[(start + length)..]);
        return _random.Next(9) switch
        {
            0 => before + after,
            1 => before + piece + piece + after,
            2 => before + Pick(tokens) + piece + after,
            3 => before + Pick(tokens) + after,
            4 => before + Pick(Strange) + piece + after,
            5 => before + string.Concat(Enumerable.Repeat(Pick(tokens), _random.Next(2, 40))) + piece + after,
            6 => before + Piece(Pick(corpus)) + after,
            7 => after + piece + before,
            _ => before + piece.ToUpper(CultureInfo.InvariantCulture) + after[..(after.Length / 2)],
        };
    }

    private string Piece(string text)
    {
        var (start, length) = Span(text);
        return text.Substring(start, length);
    }

    private (int Start, int Length) Span(string text)
    {
        var start = _random.Next(text.Length + 1);
        return (start, Math.Min(text.Length - start, _random.Next(_random.Next(2) == 0 ? 4 : 40)));
    }

    private string Pick(IReadOnlyList<string> list) => list[_random.Next(list.Count)];
}
