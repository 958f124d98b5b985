namespace Blog.Text.Tex;

/// <summary>A piece of a formula: what was written and where, before anything is decided about its look.</summary>
/// <remarks>
/// One class for all kinds, because nodes are used again from formula to formula (<see cref="MathTree"/>): a formula costs no memory but that of its markup.
/// Which members a kind uses is said at <see cref="NodeKind"/>; a node is complete when the parser lets go of it, but for <see cref="Next"/>.
/// Texts are the author's characters (<c>-</c>, not <c>−</c>): writers choose. Switches stand in their row as items of it instead of nesting what follows, so
/// that the depth of the tree is the depth of the braces.
/// </remarks>
internal sealed class MathNode
{
    public NodeKind Kind;
    public AtomClass Class;
    public TextSpan Span;

    /// <summary>The node after this one in the same row.</summary>
    public MathNode? Next;

    /// <summary>The first item of a row; else the part that the node is about: base, numerator, radicand, body.</summary>
    public MathNode? First;

    /// <summary>The part below: subscript, denominator, or the degree of a root.</summary>
    public MathNode? Lower;

    /// <summary>The part above.</summary>
    public MathNode? Upper;

    public ReadOnlyMemory<char> Text;

    /// <summary>Delimiters; empty for one that is not drawn.</summary>
    public string Open = "";
    public string Close = "";

    /// <summary>A width, height or thickness in em; NaN when the formula leaves it to the reader's software.</summary>
    public double Size;

    /// <summary>A second length: see <see cref="NodeKind"/>.</summary>
    public double OtherSize;

    /// <summary>Primes of scripts, level of a style.</summary>
    public int Count;

    public Alphabet Alphabet;
    public LimitsPlacement Limits;
    public TextStyle TextStyle;
    public MathStyle? Style;
    public AccentSign? Sign;
    public Environment? Environment;

    /// <summary>A yes or no of its kind.</summary>
    public bool Flag;

    public Items Items => new(First);

    /// <summary>Whether a script goes below it in display style.</summary>
    public bool HasLimits => Flag;

    public bool Is(NodeKind kind, ReadOnlySpan<char> text) => Kind == kind && Text.Span.SequenceEqual(text);

    /// <summary>The only item of a row that has just one.</summary>
    public MathNode? Only => First is { Next: null } ? First : null;

    public void Reset(NodeKind kind, TextSpan span)
    {
        (Kind, Span, Class) = (kind, span, AtomClass.Ordinary);
        (Next, First, Lower, Upper) = (null, null, null, null);
        (Text, Open, Close) = (default, "", "");
        (Size, OtherSize, Count) = (0, 0, 0);
        (Alphabet, Limits, TextStyle, Style) = (Alphabet.Default, LimitsPlacement.ByStyle, TextStyle.Plain, null);
        (Sign, Environment, Flag) = (null, null, false);
    }
}

/// <summary>A row's items, for <c>foreach</c>.</summary>
internal readonly struct Items(MathNode? first)
{
    public Enumerator GetEnumerator() => new(first);

    public struct Enumerator(MathNode? first)
    {
        private MathNode? _next = first;

        public MathNode Current { get; private set; } = null!; // read only after MoveNext

        public bool MoveNext()
        {
            if (_next is null)
            {
                return false;
            }

            (Current, _next) = (_next, _next.Next);
            return true;
        }
    }
}
