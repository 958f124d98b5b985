using System.Text;

namespace Blog.Scriban.Runtime;

/// <summary>A text under construction that cannot outgrow what the rendering may still make.</summary>
/// <param name="frame">Null where no rendering pays, in messages and for host functions: then the text ends where nobody would read on.</param>
internal sealed class TextBuilder(Frame? frame)
{
    private const int LongestUnpaid = 1 << 20;

    private readonly StringBuilder _text = new();
    private readonly int _limit = frame?.Budget.LongestText ?? LongestUnpaid;

    public int Length => _text.Length;

    public bool IsFull => _text.Length >= _limit;

    public TextBuilder Append(char character)
    {
        if (HasRoomFor(1))
        {
            _text.Append(character);
        }

        return this;
    }

    public TextBuilder Append(ReadOnlySpan<char> part)
    {
        if (HasRoomFor(part.Length))
        {
            _text.Append(part);
        }

        return this;
    }

    /// <summary>The text; paid for.</summary>
    public string Finish()
    {
        frame?.Budget.Text(_text.Length);
        return _text.ToString();
    }

    private bool HasRoomFor(int count)
    {
        if (_text.Length + count <= _limit)
        {
            return true;
        }

        // Fails, for it is more than the longest.
        frame?.Budget.Text((long)_text.Length + count);
        return false;
    }
}
