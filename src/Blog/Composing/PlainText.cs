using System.Text;
using Blog.Composing.Markdown.Formulas;
using Blog.Text;

namespace Blog.Composing;

/// <summary>Running text without markup; knows which of its parts must not be cut.</summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _atoms = [];
    private bool _isBlankDue;

    public int Length => _text.Length;

    /// <summary>Parts that stand or fall as one: placeholders and formulas; in order.</summary>
    public IReadOnlyList<TextSpan> Atoms => _atoms;

    /// <summary>Text as it is, but for runs of blanks, which HTML shows as one too.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                _isBlankDue = true;
                continue;
            }

            AddDueBlank();
            _text.Append(TablePipes.Show(c));
        }
    }

    public void AddAtom(string text)
    {
        AddDueBlank();
        _atoms.Add(new(_text.Length, text.Length));
        _text.Append(text);
    }

    public void AddBlank() => _isBlankDue = true;

    private void AddDueBlank()
    {
        if (_isBlankDue && _text.Length > 0)
        {
            _text.Append(' ');
        }

        _isBlankDue = false;
    }

    public override string ToString() => _text.ToString();
}
