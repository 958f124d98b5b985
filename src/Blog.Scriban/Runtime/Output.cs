using System.Buffers;
using System.Text;

namespace Blog.Scriban.Runtime;

/// <summary>A growing run of UTF-8 bytes; puts the indent of the running block at the start of each line.</summary>
internal sealed class Output(Frame frame)
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    public byte[]? Indent { get; set; }

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (Indent is null)
        {
            Append(utf8);
            return;
        }

        while (!utf8.IsEmpty)
        {
            var end = utf8.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? utf8 : utf8[..end];
            if (_length > 0 && _bytes[_length - 1] == '\n')
            {
                Append(Indent);
            }

            Append(line);
            utf8 = utf8[line.Length..];
        }
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (Indent is null)
        {
            var space = Space(Encoding.UTF8.GetMaxByteCount(text.Length));
            _length += Encoding.UTF8.GetBytes(text, space);
            CheckLimit();
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        Write(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>A number or another thing that can print itself; the invariant culture.</summary>
    public void Write<T>(T value)
        where T : IUtf8SpanFormattable
    {
        int written;
        while (!value.TryFormat(Space(64), out written, default, System.Globalization.CultureInfo.InvariantCulture))
        {
            Space((_bytes.Length - _length) * 2);
        }

        if (Indent is null)
        {
            _length += written;
        }
        else
        {
            Write(_bytes.AsSpan(_length, written).ToArray());
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Space(utf8.Length));
        _length += utf8.Length;
        CheckLimit();
    }

    private Span<byte> Space(int count)
    {
        if (_bytes.Length - _length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length);
    }

    private void CheckLimit()
    {
        var limit = frame.Options.OutputLimit;
        if (_length > limit && limit > 0)
        {
            throw frame.Fail(Problems.TooMuchOutput(frame.Source, frame.Here?.Span ?? default, limit));
        }
    }

    public byte[] ToArray() => Written.ToArray();

    public string ToText() => Encoding.UTF8.GetString(Written);

    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }
}
