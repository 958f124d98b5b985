using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Blog.Scriban.Escaping;

namespace Blog.Scriban.Runtime;

/// <summary>A growing run of UTF-8 bytes; puts the indent of the running block at the start of each line.</summary>
internal sealed class Output
{
    private readonly Frame _frame;
    private readonly int _limit;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    // Where writing must stop and think: the bytes or the limit are at their end.
    private int _end;

    public Output(Frame frame)
    {
        _frame = frame;
        _limit = frame.Options.OutputLimit > 0 ? frame.Options.OutputLimit : int.MaxValue;
        _end = Math.Min(_bytes.Length, _limit);
        Place = frame.StartPlace;
    }

    /// <summary>Where in the HTML the last literal text ended.</summary>
    public EscapePlace Place { get; set; }

    public byte[]? Indent { get; set; }

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Write(ReadOnlySpan<byte> utf8)
    {
        var length = _length;
        if (Indent is null && utf8.Length <= _end - length)
        {
            utf8.CopyTo(_bytes.AsSpan(length));
            _length = length + utf8.Length;
        }
        else if (Indent is null)
        {
            Append(utf8);
        }
        else
        {
            WriteIndented(utf8);
        }
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (Indent is null)
        {
            _length += Encoding.UTF8.GetBytes(text, SpaceFor(text));
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        WriteIndented(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>Text with the characters replaced that mean something in HTML; as in text so between quotes.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        if (Indent is null)
        {
            var plain = EscapedBytes.CopyPlain(text, SpaceFor(text));
            _length += plain;
            text = text[plain..];
        }

        while (!text.IsEmpty)
        {
            var next = EscapedBytes.IndexOfSpecial(text);
            Write(next < 0 ? text : text[..next]);
            if (next < 0)
            {
                return;
            }

            Write(EscapedBytes.ReferenceOf(text[next]));
            text = text[(next + 1)..];
        }
    }

    public void Write(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, Indent is null ? Space(digits.Length) : digits, out var written);
        if (Indent is null)
        {
            _length += written;
        }
        else
        {
            WriteIndented(digits[..written]);
        }
    }

    private void WriteIndented(ReadOnlySpan<byte> utf8)
    {
        while (!utf8.IsEmpty)
        {
            var end = utf8.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? utf8 : utf8[..end];
            if (_length > 0 && _bytes[_length - 1] == '\n' && (_frame.Options.IndentEmptyLines || !(line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'])))
            {
                Append(Indent);
            }

            Append(line);
            utf8 = utf8[line.Length..];
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Space(utf8.Length));
        _length += utf8.Length;
    }

    // Three bytes a character are enough for any text, and usually there; the exact number is worth counting only near the limit.
    private Span<byte> SpaceFor(ReadOnlySpan<char> text) =>
        text.Length <= (_end - _length) / 3 ? _bytes.AsSpan(_length)
        : Space(text.Length <= (_limit - _length) / 3 ? text.Length * 3 : Encoding.UTF8.GetByteCount(text));

    private Span<byte> Space(int count)
    {
        if (count > _end - _length)
        {
            Grow(count);
        }

        return _bytes.AsSpan(_length);
    }

    private void Grow(int count)
    {
        if (count > _limit - _length)
        {
            throw _frame.Fail(Problems.TooMuchOutput(_frame.Source, _frame.Here?.Span ?? default, _limit));
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        _end = Math.Min(larger.Length, _limit);
    }

    public byte[] ToArray() => Written.ToArray();

    public string ToText() => Encoding.UTF8.GetString(Written);

    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        (_length, _end) = (0, 0);
    }
}
