namespace Blog.Text;

/// <summary>A run of characters in a <see cref="SourceText"/>: offset and length in UTF-16 units, from 0.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset just behind the last character.</summary>
    public int End => Start + Length;

    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>The same run in a text that has <paramref name="offset"/> more characters in front.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
