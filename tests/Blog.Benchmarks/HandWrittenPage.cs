using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Blog.Benchmarks;

/// <summary>A growing page of UTF-8 with the least that writing by hand needs.</summary>
internal sealed class HandWrittenPage
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private byte[] _bytes = new byte[4096];
    private int _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Space(utf8.Length));
        _length += utf8.Length;
    }

    public void Write(int number)
    {
        Utf8Formatter.TryFormat(number, Space(11), out var written);
        _length += written;
    }

    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Special); next >= 0; next = text.IndexOfAny(Special))
        {
            WriteText(text[..next]);
            Write(text[next] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            text = text[(next + 1)..];
        }

        WriteText(text);
    }

    private void WriteText(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Space(text.Length * 3));

    private Span<byte> Space(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        return _bytes.AsSpan(_length);
    }
}
