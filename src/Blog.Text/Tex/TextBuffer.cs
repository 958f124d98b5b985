namespace Blog.Text.Tex;

/// <summary>Characters in an array that is kept from formula to formula.</summary>
/// <remarks>Slices stay valid until <see cref="Clear"/>: a larger array leaves the old one to those who hold slices of it.</remarks>
internal sealed class TextBuffer
{
    /// <summary>A page with one enormous formula should not hold its memory to the end.</summary>
    private const int MostKept = 1 << 16;

    private char[] _characters = new char[512];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _characters.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        if (_characters.Length > MostKept)
        {
            _characters = new char[512];
        }
    }

    public void Append(char character)
    {
        if (Length == _characters.Length)
        {
            Grow(1);
        }

        _characters[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    public void ReplaceLast(char character) => _characters[Length - 1] = character;

    /// <summary>Text as element content or attribute value; what XML cannot hold becomes a replacement character.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '&':
                    Append("&amp;");
                    break;
                case '<':
                    Append("&lt;");
                    break;
                case '>':
                    Append("&gt;");
                    break;
                case '"':
                    Append("&quot;");
                    break;
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]):
                    Append(high);
                    Append(text[++i]);
                    break;
                case var character:
                    Append(IsInXml(character) ? character : '\uFFFD');
                    break;
            }
        }
    }

    // https://www.w3.org/TR/xml/#charsets
    private static bool IsInXml(char character) =>
        character is >= ' ' and not ('\uFFFE' or '\uFFFF') and not (>= '\uD800' and <= '\uDFFF') or '\t' or '\n' or '\r';

    /// <summary>What was appended since <paramref name="start"/>.</summary>
    public ReadOnlyMemory<char> From(int start) => _characters.AsMemory(start, Length - start);

    public override string ToString() => Span.ToString();

    private void Grow(int more) => Array.Resize(ref _characters, Math.Max(_characters.Length * 2, Length + more));
}
