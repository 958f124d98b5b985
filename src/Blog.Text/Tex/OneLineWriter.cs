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

    public static string? TryWrite(MathNode formula)
    {
        var writer = new OneLineWriter();
        if (!writer.Group(PartsOf(formula)))
        {
            return null;
        }

        // \$ and \backslash are characters of a formula, but a line with them looks like TeX that nobody converted.
        var line = writer._line.ToString().Trim();
        return line.AsSpan().ContainsAny('\\', '$') ? null : line;
    }

    private static List<MathNode> PartsOf(MathNode node) => node.Kind == NodeKind.Row ? ItemsOf(node) : [node];

    private static List<MathNode> ItemsOf(MathNode node)
    {
        var items = new List<MathNode>();
        foreach (var item in node.Items)
        {
            items.Add(item);
        }

        return items;
    }

    /// <summary>Items with neighbours of their own: signs and blanks inside do not look out of the group.</summary>
    private bool Group(List<MathNode> items)
    {
        var (left, alphabet) = (_left, _alphabet);
        _left = null;
        var isWritten = Items(items, before: null, after: null);
        (_left, _alphabet) = (left, alphabet);
        return isWritten;
    }

    private bool Items(List<MathNode> items, AtomClass? before, AtomClass? after)
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
    private static bool IsThousandsComma(List<MathNode> items, int index)
    {
        if (index <= 0 || !items[index].Is(NodeKind.Atom, ","))
        {
            return false;
        }

        var (before, comma, after) = (items[index - 1], items[index], items[index + 1]);
        return before.Kind == NodeKind.Number && before.Text.Span is [not '0', ..] and { Length: <= 3 } && before.Span.End == comma.Span.Start
            && after.Kind == NodeKind.Number && after.Text.Span is { Length: 3 } or [_, _, _, '.', ..] && after.Span.Start == comma.Span.End;
    }

    // c/\frac{a}{b} would become c/a/b and \sqrt{n}! would become √n!, which mean something else.
    private static bool IsMisread(List<MathNode> items, int index)
    {
        if (index == 0)
        {
            return false;
        }

        var (before, here) = (items[index - 1], items[index]);
        return before.Is(NodeKind.Atom, "/") && here.Kind == NodeKind.Fraction
            || before.Kind == NodeKind.Fraction && here.Is(NodeKind.Atom, "/")
            || before.Kind is NodeKind.Fraction or NodeKind.Root && here.Is(NodeKind.Atom, "!");
    }

    private bool Item(MathNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Atom:
                Append(Characters(node));
                return true;
            case NodeKind.Number or NodeKind.LargeOperator or NodeKind.Delimiter:
                Append(node.Text.ToString());
                return true;
            case NodeKind.Text when node.Flag:
                return false;
            case NodeKind.Function or NodeKind.Text:
                Words(node.Text.Span);
                return true;
            case NodeKind.Space:
                if (node.Size > 0)
                {
                    Blank();
                }

                return true;
            case NodeKind.AlphabetSwitch:
                _alphabet = node.Alphabet;
                return true;
            case NodeKind.StyleSwitch:
                return true;
            case NodeKind.Row:
                return Group(PartsOf(node));
            case NodeKind.Classed when node.First is { } body:
                return Group(PartsOf(body));
            case NodeKind.Styled when node.First is { } body:
                return InAlphabet(node.Alphabet, body);
            case NodeKind.Fenced:
                return Fence(node);
            case NodeKind.Accent when node.First is { } letter && node.Sign is { Mark: not '\0' } sign:
                return AccentedLetter(letter, sign.Mark);
            case NodeKind.Root:
                return SquareRoot(node);
            case NodeKind.Fraction:
                return OneLineFraction(node);
            case NodeKind.Scripts:
                return Scripted(node);
            default:
                return false;
        }
    }

    private string Characters(MathNode atom) => atom.Text.Span switch
    {
        "-" or "–" => "−",
        [var letter] => Alphabets.InBasicPlane(letter, _alphabet).ToString(),
        var text => text.ToString(),
    };

    private bool InAlphabet(Alphabet alphabet, MathNode body)
    {
        var outer = _alphabet;
        _alphabet = alphabet;
        var isWritten = Group(PartsOf(body));
        _alphabet = outer;
        return isWritten;
    }

    private bool Fence(MathNode fenced)
    {
        var alphabet = _alphabet;
        Append(fenced.Open);
        _left = AtomClass.Opening;
        var isWritten = Items(ItemsOf(fenced), AtomClass.Opening, AtomClass.Closing);
        _alphabet = alphabet;
        Append(fenced.Close);
        return isWritten;
    }

    private bool AccentedLetter(MathNode letter, char mark)
    {
        var outer = _alphabet;
        while (letter is { Kind: NodeKind.Styled or NodeKind.Row, Only: { } inner })
        {
            _alphabet = letter.Kind == NodeKind.Styled ? letter.Alphabet : _alphabet;
            letter = inner;
        }

        var text = letter.Kind switch { NodeKind.Atom => Characters(letter), NodeKind.Number => letter.Text.ToString(), _ => "" };
        _alphabet = outer;
        if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done
            || length != text.Length || !Rune.IsLetterOrDigit(rune))
        {
            return false;
        }

        Append((text + mark).Normalize(NormalizationForm.FormC));
        return true;
    }

    private bool SquareRoot(MathNode root)
    {
        if (_isInScript || root is not { Lower: null, First: { } radicand } || !IsToken(radicand))
        {
            return false;
        }

        Append("√");
        var isWritten = Group(PartsOf(radicand));
        _isOpenWord = true;
        return isWritten;
    }

    private bool OneLineFraction(MathNode fraction)
    {
        if (_isInScript || fraction.Size == 0 || fraction is not { First: { } numerator, Lower: { } denominator } || !IsToken(numerator) || !IsToken(denominator))
        {
            return false;
        }

        if (!Group(PartsOf(numerator)))
        {
            return false;
        }

        Append("/");
        return Group(PartsOf(denominator));
    }

    /// <summary>One sign, number or word: what needs no parentheses to stand for a whole argument.</summary>
    private static bool IsToken(MathNode node) => node switch
    {
        { Kind: NodeKind.Atom or NodeKind.Number or NodeKind.Accent } => true,
        { Kind: NodeKind.Function } => !node.Text.Span.Contains(' '),
        { Kind: NodeKind.Text } => node.Text.Length > 0 && !node.Text.Span.Contains(' '),
        { Kind: NodeKind.Styled, First: { } body } => IsWord(body) || IsToken(body),
        { Kind: NodeKind.Row, First: { Kind: NodeKind.AlphabetSwitch or NodeKind.StyleSwitch, Next: { Next: null } only } } => IsToken(only),
        { Kind: NodeKind.Row, Only: { } only } => IsToken(only),
        _ => false,
    };

    private static bool IsWord(MathNode node)
    {
        if (node.Kind != NodeKind.Row || node.First is null)
        {
            return false;
        }

        foreach (var item in node.Items)
        {
            if (item.Kind != NodeKind.Atom || item.Text.Span is not [var letter] || !char.IsLetter(letter))
            {
                return false;
            }
        }

        return true;
    }

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

    private void Words(ReadOnlySpan<char> text)
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
