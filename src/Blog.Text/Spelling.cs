namespace Blog.Text;

/// <summary>"Did you mean": the nearest known name, or none.</summary>
public static class Spelling
{
    // Nobody mistypes a longer one, and comparing takes the product of the lengths.
    private const int LongestWord = 200;

    /// <summary>More names are not looked at.</summary>
    public const int MostKnown = 10_000;

    /// <summary>
    /// The known name nearest to <paramref name="word"/>: equal but for case, separators (<c>-</c>, <c>_</c>) or at most one edit for words up to
    /// four letters, two for longer ones, a third of the length for long ones (paths). Ties go to the first in the order given.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known) => Nearest(word, known, name => name);

    /// <summary>The same for things that have names: <c>post.title</c> by its <c>title</c>.</summary>
    public static T? Nearest<T>(string word, IEnumerable<T> known, Func<T, string> nameOf)
        where T : class
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        var wanted = Fold(word);
        var limit = wanted.Length <= 4 ? 1 : wanted.Length <= 16 ? 2 : wanted.Length / 6;
        T? best = null;
        var bestDistance = limit + 1;
        foreach (var one in known.Take(MostKnown))
        {
            var folded = Fold(nameOf(one));
            if (Math.Abs(folded.Length - wanted.Length) >= bestDistance)
            {
                continue;
            }

            var distance = Distance(wanted, folded);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (one, distance);
            }
        }

        return best;
    }

    private static string Fold(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    // Damerau-Levenshtein with adjacent transpositions (optimal string alignment), three rows.
    private static int Distance(string a, string b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
