namespace Blog.Text.Highlighting;

/// <summary>Ranges of lines that are asked for one line after the other: thousands of them, overlapping and in any order, cost no more than sorting them once.</summary>
internal struct LineRanges
{
    private readonly (int First, int Last)[] _ranges;
    private int _next;

    public LineRanges(IReadOnlyList<(int First, int Last)> ranges) => _ranges = [.. ranges.OrderBy(range => range.First)];

    /// <param name="line">Not smaller than the line before.</param>
    public bool Contains(int line)
    {
        // The range that reaches farthest of those that have begun stays the current one.
        while (_next < _ranges.Length - 1 && (_ranges[_next].Last < line || _ranges[_next + 1].First <= line))
        {
            var reach = Math.Max(_ranges[_next].Last, _ranges[_next + 1].Last);
            _next++;
            if (_ranges[_next].First <= line)
            {
                _ranges[_next].Last = reach;
            }
        }

        return _next < _ranges.Length && _ranges[_next].First <= line && line <= _ranges[_next].Last;
    }
}
