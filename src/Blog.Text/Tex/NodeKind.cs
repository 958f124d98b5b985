namespace Blog.Text.Tex;

/// <summary>The kinds of nodes, with the members of <see cref="MathNode"/> that they use.</summary>
internal enum NodeKind : byte
{
    /// <summary>A braced group, an argument of several parts, or a cell: <c>Items</c>.</summary>
    Row,

    /// <summary>One letter or sign: <c>Text</c>, <c>Class</c>.</summary>
    Atom,

    /// <summary>A run of digits with at most one decimal point inside: <c>Text</c>.</summary>
    Number,

    /// <summary>A function by name: <c>Text</c>, <c>HasLimits</c>, <c>Class</c>.</summary>
    Function,

    /// <summary>A sum or integral sign: <c>Text</c>, <c>HasLimits</c>.</summary>
    LargeOperator,

    /// <summary>Words: <c>\text{…}</c>, or characters of a script that has no letters for mathematics. <c>Text</c>, <c>TextStyle</c>, <c>Open</c> is a colour; <c>Flag</c> for <c>\verb</c>.</summary>
    Text,

    /// <summary><c>Size</c> in em, negative for <c>\!</c>; <c>OtherSize</c> is the width outside display style.</summary>
    Space,

    /// <summary><c>First</c> is the base, null when nothing stands before the script; <c>Lower</c>, <c>Upper</c>, <c>Count</c> primes (behind the superscript when <c>Flag</c>), <c>Limits</c>.</summary>
    Scripts,

    /// <summary><c>First</c> over <c>Lower</c>, <c>Size</c> of the line, <c>Style</c> when forced, <c>Open</c> and <c>Close</c> of a binomial.</summary>
    Fraction,

    /// <summary><c>First</c>, and <c>Lower</c> as the degree.</summary>
    Root,

    /// <summary><c>First</c> under or over its <c>Sign</c>.</summary>
    Accent,

    /// <summary><c>First</c> with <c>Lower</c> below it and <c>Upper</c> above.</summary>
    Stack,

    /// <summary>An arrow, <c>Text</c>, as long as <c>Lower</c> and <c>Upper</c> need.</summary>
    Arrow,

    /// <summary>An argument in another <c>Alphabet</c>: <c>\mathbf{x}</c>.</summary>
    Styled,

    /// <summary>The rest of the row in another <c>Alphabet</c>: <c>\bf</c>.</summary>
    AlphabetSwitch,

    /// <summary>The rest of the row in another <c>Style</c>.</summary>
    StyleSwitch,

    /// <summary>The rest of the row in the colour <c>Open</c>.</summary>
    ColourSwitch,

    /// <summary>The rest of the row in <c>Size</c> per cent.</summary>
    SizeSwitch,

    /// <summary><c>Items</c> in the colour <c>Open</c>.</summary>
    Coloured,

    /// <summary><c>\left … \right</c>: <c>Open</c>, <c>Items</c>, <c>Close</c>.</summary>
    Fenced,

    /// <summary>A delimiter of a given <c>Size</c>: <c>\big|</c>, or 0 for <c>\middle|</c>, which takes that of its fence. <c>Text</c>, <c>Class</c>.</summary>
    Delimiter,

    /// <summary><c>First</c>, to which its author gave a <c>Class</c>: <c>\mathrel{…}</c>; <c>HasLimits</c> for <c>\mathop</c>.</summary>
    Classed,

    /// <summary><c>First</c> with lines around or through it: <c>Open</c> is their class, <c>Close</c> a colour behind all.</summary>
    Boxed,

    /// <summary><c>First</c> takes room without being seen; <c>Open</c> says which: <c>h</c> its width only, <c>v</c> its height only.</summary>
    Phantom,

    /// <summary><c>First</c> is seen without taking room: <c>Open</c> says which: <c>rlap llap clap</c>, <c>smash</c>, <c>height depth</c> for one of them, or <c>raise</c> by <c>Size</c>.</summary>
    Padded,

    /// <summary><c>First</c> with <c>Lower</c> and <c>Upper</c> before it, and those of the scripts around it behind.</summary>
    Prescripts,

    /// <summary>Four items, one a style.</summary>
    Choice,

    /// <summary>Rows as <c>Items</c>; <c>Environment</c>, <c>Text</c> is the specification of its columns.</summary>
    Table,

    /// <summary>Cells as <c>Items</c>; <c>Open</c> the lines above, <c>Size</c> more room below; <c>Flag</c> is one cell across.</summary>
    TableRow,

    /// <summary><c>First</c> leads to the address <c>Open</c>.</summary>
    Link,

    /// <summary>The number of the equation <c>Text</c>, in parentheses when <c>Flag</c>.</summary>
    Reference,

    /// <summary>A black box, <c>Size</c> wide and <c>OtherSize</c> high.</summary>
    Rule,

    /// <summary>The source <c>Text</c> of what is not known.</summary>
    Error,
}

internal enum LimitsPlacement : byte
{
    ByStyle,
    AboveAndBelow,
    Beside,
}

/// <summary>TeX's four styles; each part of a formula is set in one.</summary>
internal enum MathStyle : byte
{
    Display,
    Text,
    Script,
    ScriptOfScript,
}

internal enum Alphabet : byte
{
    Default,
    Normal,
    Upright,
    Bold,
    BoldItalic,
    Italic,
    DoubleStruck,
    Script,
    BoldScript,
    Fraktur,
    BoldFraktur,
    SansSerif,
    BoldSansSerif,
    ItalicSansSerif,
    BoldItalicSansSerif,
    Monospace,
}

[Flags]
internal enum TextStyle : byte
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    SansSerif = 4,
    Monospace = 8,

    /// <summary>As large as on the line, also in scripts.</summary>
    FullSize = 16,
}
