using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class MathMlWriter
{
    /// <summary>The stroke through the sign before it.</summary>
    private const char Negation = '\u0338';

    private void Atom(MathNode atom)
    {
        switch (atom.Class)
        {
            case AtomClass.Ordinary:
                Identifier(atom.Text.Span);
                break;
            case AtomClass.Inner:
                Dots(atom);
                break;
            default:
                Operator(atom, SignOf(atom));
                break;
        }
    }

    private void Operator(MathNode node, ReadOnlySpan<char> sign)
    {
        var isDelimiter = node.Class is AtomClass.Opening or AtomClass.Closing && sign is not ("!" or "?");
        var keepsSize = isDelimiter || (sign is [var only] && OperatorDictionary.IsVerticallyStretchy(only));
        OpenOperator(node, keepsSize ? " stretchy=\"false\"" : "");
        if (_hasFixedLimits && node.Kind == NodeKind.LargeOperator && OperatorDictionary.HasMovableLimits(sign))
        {
            output.Append(" movablelimits=\"false\"");
            _hasFixedLimits = false;
        }

        if (_alphabet == Alphabet.BoldItalic)
        {
            output.Append(" class=\"b\"");
        }

        output.Append('>');
        output.AppendEscaped(sign);
        output.Append("</mo>");
    }

    // As an operator dots get five eighteenths on both sides in one engine and none in another.
    private void Dots(MathNode dots)
    {
        if (dots != _core || _coreItem is { Left: 0, Right: 0 })
        {
            output.Append("<mi>");
            output.Append(dots.Text.Span);
            output.Append("</mi>");
            return;
        }

        output.Append("<mo");
        Attribute("lspace", _coreItem.Left / 18.0);
        Attribute("rspace", _coreItem.Right / 18.0);
        output.Append('>');
        output.Append(dots.Text.Span);
        output.Append("</mo>");
    }

    private void Identifier(ReadOnlySpan<char> text)
    {
        if (text is [var letter])
        {
            Letter(letter);
        }
        else if (text is [var struck, Negation] && Alphabets.CodePoint(struck, _alphabet) is var styled && styled != struck)
        {
            output.Append("<mi>");
            Append(styled);
            output.Append(Negation);
            output.Append("</mi>");
        }
        else if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done && length == text.Length)
        {
            Element(ElementOf(rune), text);
        }
        else
        {
            Element("mi", text);
        }
    }

    /// <summary>Letters whose upper end is that far to the right that TeX gives them room there, about 0.1 and 0.2em; browsers do not.</summary>
    private const string Slanted = "CFHJKMNPTUWXZfτ";
    private const string StronglySlanted = "VY";

    private bool _leans;

    private void Letter(char letter)
    {
        if (_alphabet == Alphabet.Default && (char.IsAsciiLetter(letter) || letter == 'τ'))
        {
            output.Append(!_leans ? "<mi>" : StronglySlanted.Contains(letter) ? "<mi class=\"k2\">" : Slanted.Contains(letter) ? "<mi class=\"k1\">" : "<mi>");
            output.Append(letter);
            output.Append("</mi>");
            return;
        }

        if (letter == '′' && _style >= MathStyle.Script)
        {
            Primes(1);
            return;
        }

        if (letter is '′' or '‵')
        {
            Element("mo", [letter]);
            return;
        }

        var codePoint = _alphabet == Alphabet.Default || IsPlainItalic(letter) ? letter : Alphabets.CodePoint(letter, _alphabet);
        if (codePoint != letter)
        {
            output.Append("<mi>");
            Append(codePoint);
            output.Append("</mi>");
        }
        else if (!char.IsLetterOrDigit(letter) && !Symbols.IsKnown([letter]) && char.GetUnicodeCategory(letter) != UnicodeCategory.MathSymbol)
        {
            Element("mtext", [letter]);
        }
        else
        {
            var isUpright = IsSlantedByBrowsers(letter) && (_alphabet is not (Alphabet.Default or Alphabet.Italic or Alphabet.Normal) || !char.IsAsciiLetter(letter));
            output.Append(isUpright ? "<mi mathvariant=\"normal\"" : "<mi");
            output.Append(_alphabet == Alphabet.BoldItalic ? " class=\"b\">" : ">");
            output.AppendEscaped([letter]);
            output.Append("</mi>");
        }
    }

    // A single letter is slanted without our doing.
    private bool IsPlainItalic(char letter) => _alphabet is Alphabet.Italic or Alphabet.Normal && char.IsAsciiLetter(letter);

    // What is upright in TeX; small Greek letters are slanted there, too.
    private static bool IsSlantedByBrowsers(char letter) => char.IsAsciiLetter(letter) || letter is (>= 'Α' and <= 'Ω') or 'ϴ' or '∇' or '∂';

    private static string ElementOf(Rune rune) => rune.Value switch
    {
        >= 0x1D7CE and <= 0x1D7FF => "mn",
        >= 0x1D400 and <= 0x1D7CD => "mi",
        _ => Rune.IsLetter(rune) ? "mi" : "mtext",
    };

    private void Append(int codePoint)
    {
        Span<char> characters = stackalloc char[2];
        output.Append(characters[..new Rune(codePoint).EncodeToUtf16(characters)]);
    }

    private void Element(ReadOnlySpan<char> name, ReadOnlySpan<char> text)
    {
        output.Append('<');
        output.Append(name);
        output.Append('>');
        output.AppendEscaped(text);
        output.Append("</");
        output.Append(name);
        output.Append('>');
    }

    private void Styled(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            Append(Alphabets.CodePoint(character, _alphabet));
        }
    }

    private void Number(ReadOnlySpan<char> digits)
    {
        output.Append("<mn>");
        if (_alphabet == Alphabet.Default)
        {
            output.Append(digits);
        }
        else
        {
            Styled(digits);
        }

        output.Append("</mn>");
    }

    /// <summary>Letters that are one word in their alphabet: <c>\mathrm{KL}</c>.</summary>
    private void Word(MathNode first, int letters)
    {
        output.Append("<mi>");
        for (var node = first; letters > 0 && node is not null; node = node.Next)
        {
            Styled(node.Text.Span);
            letters--;
        }

        output.Append("</mi>");
    }

    private void Function(MathNode function)
    {
        var name = function.Text.Span;
        output.Append(name.Length == 1 ? "<mi mathvariant=\"normal\">" : "<mi>");
        output.AppendEscaped(name);
        output.Append("</mi>");
    }

    private void Words(MathNode words)
    {
        var isEnlarged = (words.TextStyle & TextStyle.FullSize) != 0 && _style >= MathStyle.Script;
        if (isEnlarged)
        {
            OpenStyle(MathStyle.Text);
        }

        output.Append("<mtext");
        var look = words.TextStyle & ~TextStyle.FullSize;
        if (look != TextStyle.Plain)
        {
            output.Append(" class=\"");
            Look(look);
            output.Append('"');
        }

        if (words.Open.Length > 0)
        {
            output.Append(" mathcolor=\"");
            output.AppendEscaped(words.Open);
            output.Append('"');
        }

        output.Append('>');
        Blanks(words.Text.Span);
        output.Append(isEnlarged ? "</mtext></mstyle>" : "</mtext>");
    }

    private void Look(TextStyle look)
    {
        var isFirst = true;
        foreach (var (flag, name) in LookNames)
        {
            if ((look & flag) != 0)
            {
                output.Append(isFirst ? "" : " ");
                output.Append(name);
                isFirst = false;
            }
        }
    }

    private static readonly (TextStyle Flag, string Name)[] LookNames =
        [(TextStyle.Bold, "b"), (TextStyle.Italic, "i"), (TextStyle.SansSerif, "sf"), (TextStyle.Monospace, "tt")];

    /// <summary>Browsers trim words, so the blanks at both ends are such as do not vanish.</summary>
    private void Blanks(ReadOnlySpan<char> words)
    {
        var inside = words.Trim(' ');
        if (inside.IsEmpty)
        {
            output.Append(words.IsEmpty ? "" : "\u00A0");
            return;
        }

        output.Append(words[0] == ' ' ? "\u00A0" : "");
        output.AppendEscaped(inside);
        output.Append(words[^1] == ' ' ? "\u00A0" : "");
    }
}
