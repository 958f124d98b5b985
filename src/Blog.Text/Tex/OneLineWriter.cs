using System.Text;

namespace Blog.Text.Tex;

/// <summary>Writes a tree as one line, or gives up at the first part that needs a second dimension: every method says whether it could.</summary>
internal sealed partial class OneLineWriter
{
    private StringBuilder _line = new();
    private Alphabet _alphabet;
    private bool _isInScript;

    /// <summary>The class of what stands to the left; null at the start of a group.</summary>
    private AtomClass? _left;

    /// <summary>After <c>√2</c> or <c>x_b</c> a letter or digit would be read as part of it.</summary>
    private bool _isOpenWord;

    public static string? TryWrite(Row formula)
    {
        var writer = new OneLineWriter();
        if (!writer.Group(formula.Items))
        {
            return null;
        }

        // \$ and \backslash are characters of a formula, but a line with them looks like TeX that nobody converted.
        var line = writer._line.ToString().Trim();
        return line.AsSpan().ContainsAny('\\', '$') ? null : line;
    }

    /// <summary>Items with neighbours of their own: signs and blanks inside do not look out of the group.</summary>
    private bool Group(IReadOnlyList<MathNode> items)
    {
        var (left, alphabet) = (_left, _alphabet);
        _left = null;
        var isWritten = Items(items, before: null, after: null);
        (_left, _alphabet) = (left, alphabet);
        return isWritten;
    }

    private bool Items(IReadOnlyList<MathNode> items, AtomClass? before, AtomClass? after)
    {
        var classes = OneLineSpacing.Of(items, before, after);
        for (var i = 0; i < items.Count; i++)
        {
            var (leftSide, rightSide) = classes[i];
            if (_left is { } left && leftSide is { } side && OneLineSpacing.IsBlankBetween(left, side, _isInScript) && !IsThousandsComma(items, i - 1))
            {
                Blank();
            }

            if (IsMisread(items, i) || !Item(items[i]))
            {
                return false;
            }

            _left = rightSide ?? _left;
        }

        return true;
    }

    // TeX sets 1,000 like a pair and wants 1{,}000, but authors mean the number.
    private static bool IsThousandsComma(IReadOnlyList<MathNode> items, int index) =>
        index > 0
        && items[index] is Atom { Text: "," } comma
        && items[index - 1] is Number { Text: [not '0', ..] and { Length: <= 3 } } before && before.Span.End == comma.Span.Start
        && items[index + 1] is Number { Text: { Length: 3 } or [_, _, _, '.', ..] } after && after.Span.Start == comma.Span.End;

    // c/\frac{a}{b} would become c/a/b and \sqrt{n}! would become √n!, which mean something else.
    private static bool IsMisread(IReadOnlyList<MathNode> items, int index) =>
        index > 0 && (items[index - 1], items[index]) is (Atom { Text: "/" }, Fraction) or (Fraction, Atom { Text: "/" })
            or (Fraction or Root, Atom { Text: "!" });

    private bool Item(MathNode node)
    {
        switch (node)
        {
            case Atom atom:
                Append(Characters(atom));
                return true;
            case Number number:
                Append(number.Text);
                return true;
            case FunctionName function:
                Words(function.Text);
                return true;
            case LargeOperator large:
                Append(large.Text);
                return true;
            case TextRun text:
                Words(text.Text);
                return true;
            case SizedDelimiter delimiter:
                Append(delimiter.Text);
                return true;
            case Space space:
                if (space.Width > 0)
                {
                    Blank();
                }

                return true;
            case AlphabetSwitch @switch:
                _alphabet = @switch.Alphabet;
                return true;
            case StyleSwitch:
                return true;
            case Row row:
                return Group(row.Items);
            case Classed classed:
                return Group(PartsOf(classed.Body));
            case Styled styled:
                return InAlphabet(styled);
            case Fenced fenced:
                return Fence(fenced);
            case Accent accent:
                return AccentedLetter(accent);
            case Root root:
                return SquareRoot(root);
            case Fraction fraction:
                return OneLineFraction(fraction);
            case Scripts scripts:
                return Scripted(scripts);
            default:
                return false;
        }
    }

    private static IReadOnlyList<MathNode> PartsOf(MathNode node) => node is Row row ? row.Items : [node];

    private string Characters(Atom atom) => atom.Text switch
    {
        "-" => "−",
        [var letter] => Alphabets.InBasicPlane(letter, _alphabet).ToString(),
        var text => text,
    };

    private bool InAlphabet(Styled styled)
    {
        var outer = _alphabet;
        _alphabet = styled.Alphabet;
        var isWritten = Group(PartsOf(styled.Body));
        _alphabet = outer;
        return isWritten;
    }

    private bool Fence(Fenced fenced)
    {
        var alphabet = _alphabet;
        Append(fenced.Open);
        _left = AtomClass.Opening;
        var isWritten = Items(fenced.Items, AtomClass.Opening, AtomClass.Closing);
        _alphabet = alphabet;
        Append(fenced.Close);
        return isWritten;
    }

    private bool AccentedLetter(Accent accent)
    {
        var outer = _alphabet;
        var letter = accent.Base;
        while (letter is Styled or Row { Items: [_] })
        {
            (letter, _alphabet) = letter is Styled styled ? (styled.Body, styled.Alphabet) : (((Row)letter).Items[0], _alphabet);
        }

        var text = letter switch { Atom atom => Characters(atom), Number number => number.Text, _ => "" };
        _alphabet = outer;
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done
            || length != text.Length || !Rune.IsLetterOrDigit(rune))
        {
            return false;
        }

        Append((text + accent.Mark).Normalize(NormalizationForm.FormC));
        return true;
    }

    private bool SquareRoot(Root root)
    {
        if (_isInScript || root.Degree is not null || !IsToken(root.Radicand))
        {
            return false;
        }

        Append("√");
        var isWritten = Group(PartsOf(root.Radicand));
        _isOpenWord = true;
        return isWritten;
    }

    private bool OneLineFraction(Fraction fraction)
    {
        if (_isInScript || fraction.Bar == FractionBar.None || !IsToken(fraction.Numerator) || !IsToken(fraction.Denominator))
        {
            return false;
        }

        if (!Group(PartsOf(fraction.Numerator)))
        {
            return false;
        }

        Append("/");
        return Group(PartsOf(fraction.Denominator));
    }

    /// <summary>One sign, number or word: what needs no parentheses to stand for a whole argument.</summary>
    private static bool IsToken(MathNode node) => node switch
    {
        Atom or Number or Accent => true,
        FunctionName function => !function.Text.Contains(' '),
        TextRun text => text.Text.Length > 0 && !text.Text.Contains(' '),
        Styled { Body: Row word } => word.Items.Length > 0 && word.Items.All(item => item is Atom { Text: [var letter] } && char.IsLetter(letter))
            || IsToken(word),
        Styled styled => IsToken(styled.Body),
        Row { Items: [AlphabetSwitch or StyleSwitch, var only] } => IsToken(only),
        Row { Items: [var only] } => IsToken(only),
        _ => false,
    };

    private void Append(string text)
    {
        if (text.Length > 0)
        {
            if (_isOpenWord && char.IsLetterOrDigit(text, 0))
            {
                Blank();
            }

            _isOpenWord = false;
            _line.Append(text);
        }
    }

    private void Words(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                Blank();
            }
            else
            {
                Append(rune.ToString());
            }
        }
    }

    private void Blank()
    {
        _isOpenWord = false;
        if (_line.Length > 0 && _line[^1] != ' ')
        {
            _line.Append(' ');
        }
    }
}
