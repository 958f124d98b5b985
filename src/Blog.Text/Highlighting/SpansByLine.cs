namespace Blog.Text.Highlighting;

/// <summary>Spans as markup has them: one that goes over line ends is one for each of its lines.</summary>
public static class SpansByLine
{
    /// <param name="spans">In the order of the code.</param>
    public static IEnumerable<CodeSpan> Of(string code, IEnumerable<CodeSpan> spans)
    {
        foreach (var span in spans)
        {
            for (var start = span.Start; start < span.End;)
            {
                var length = code.AsSpan(start, span.End - start).IndexOfAny('\r', '\n');
                var end = length < 0 ? span.End : start + length;
                if (end > start)
                {
                    yield return span with { Start = start, End = end };
                }

                start = end + 1;
            }
        }
    }
}
