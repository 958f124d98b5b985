namespace Blog.Composing.Markdown;

/// <summary>
/// Which runs of backticks in a text have another of the same length behind them, and so begin code. Known after one look: who reads on from every run to
/// find out reads a text of runs of different lengths again for each of them.
/// </summary>
internal sealed class BacktickRuns
{
    private readonly Dictionary<int, int> _last = [];

    public BacktickRuns(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length && text[i..].IndexOf('`') is var next and >= 0;)
        {
            i += next;
            var length = LengthAt(text, i);
            _last[length] = i;
            i += length;
        }
    }

    /// <summary>The length of the run that begins at <paramref name="start"/>.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start) => text[start..].IndexOfAnyExcept('`') is var length and >= 0 ? length : text.Length - start;

    public bool IsClosed(int start, int length) => _last.TryGetValue(length, out var last) && last > start;
}
