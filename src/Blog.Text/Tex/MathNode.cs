using System.Collections.Immutable;

namespace Blog.Text.Tex;

/// <summary>A formula as a tree: what was written and where, before anything is decided about its look.</summary>
/// <remarks>
/// Texts are the author's characters (<c>-</c>, not <c>−</c>): writers choose. Switches stand in their row as items of it instead of
/// nesting what follows, so that the depth of the tree is the depth of the braces.
/// </remarks>
internal abstract record MathNode(TextSpan Span);

/// <summary>A braced group, or an argument of several parts.</summary>
internal sealed record Row(ImmutableArray<MathNode> Items, TextSpan Span) : MathNode(Span);

/// <summary>One letter or sign.</summary>
internal sealed record Atom(string Text, AtomClass Class, TextSpan Span) : MathNode(Span);

/// <summary>A run of digits with at most one decimal point inside.</summary>
internal sealed record Number(string Text, TextSpan Span) : MathNode(Span);

internal sealed record FunctionName(string Text, bool HasLimits, TextSpan Span) : MathNode(Span);

internal sealed record LargeOperator(string Text, bool HasLimits, TextSpan Span) : MathNode(Span);

/// <summary>Words: <c>\text{…}</c>, or characters of a script that has no letters for mathematics.</summary>
internal sealed record TextRun(string Text, TextSpan Span) : MathNode(Span);

/// <summary><c>\verb|…|</c>.</summary>
internal sealed record Verbatim(string Text, TextSpan Span) : MathNode(Span);

/// <param name="Width">In em; negative for <c>\!</c>.</param>
internal sealed record Space(double Width, TextSpan Span) : MathNode(Span);

internal enum LimitsPlacement
{
    ByStyle,
    AboveAndBelow,
    Beside,
}

/// <param name="Base">Null when nothing stands before the script.</param>
internal sealed record Scripts(MathNode? Base, MathNode? Lower, MathNode? Upper, int Primes, LimitsPlacement Limits, TextSpan Span) : MathNode(Span);

internal enum FractionStyle
{
    ByContext,
    Display,
    Text,
}

internal enum FractionBar
{
    Line,
    None,
}

/// <param name="Open">The delimiters of a binomial; empty for a fraction.</param>
internal sealed record Fraction(
    MathNode Numerator, MathNode Denominator, FractionBar Bar, FractionStyle Style, string Open, string Close, TextSpan Span) : MathNode(Span);

/// <param name="Degree">Null for the square root.</param>
internal sealed record Root(MathNode Radicand, MathNode? Degree, TextSpan Span) : MathNode(Span);

/// <param name="Mark">The combining character that the accent is over a single letter.</param>
internal sealed record Accent(char Mark, bool IsWide, MathNode Base, TextSpan Span) : MathNode(Span);

internal enum Alphabet
{
    Default,
    Normal,
    Upright,
    Bold,
    BoldItalic,
    Italic,
    DoubleStruck,
    Script,
    Fraktur,
    SansSerif,
    Monospace,
}

/// <summary>An argument in another alphabet: <c>\mathbf{x}</c>.</summary>
internal sealed record Styled(Alphabet Alphabet, MathNode Body, TextSpan Span) : MathNode(Span);

/// <summary>The rest of the row in another alphabet: <c>\bf</c>.</summary>
internal sealed record AlphabetSwitch(Alphabet Alphabet, TextSpan Span) : MathNode(Span);

/// <param name="Level">0 display, 1 text, 2 script, 3 script of a script.</param>
internal sealed record StyleSwitch(int Level, TextSpan Span) : MathNode(Span);

/// <summary><c>\left … \right</c>; an empty text is the delimiter that is not drawn.</summary>
internal sealed record Fenced(string Open, ImmutableArray<MathNode> Items, string Close, TextSpan Span) : MathNode(Span);

/// <summary>A delimiter of a given size: <c>\big|</c>, or <c>\middle|</c>, which takes that of its fence.</summary>
/// <param name="Size">In em; 0 for <c>\middle</c>.</param>
internal sealed record SizedDelimiter(string Text, double Size, AtomClass Class, TextSpan Span) : MathNode(Span);

/// <summary>A part that its author gave a class: <c>\mathrel{…}</c>.</summary>
internal sealed record Classed(AtomClass Class, MathNode Body, TextSpan Span) : MathNode(Span);
