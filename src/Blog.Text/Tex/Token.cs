namespace Blog.Text.Tex;

internal enum TokenKind : byte
{
    End,

    /// <summary>A control word; the text is its name, with the <c>*</c> of the few commands that have a starred form.</summary>
    Word,

    /// <summary>A control symbol: backslash and one other character, which is the text.</summary>
    Sign,
    OpenBrace,
    CloseBrace,
    Superscript,
    Subscript,
    Ampersand,
    Tilde,
    Hash,
    Dollar,
    Prime,
    Letter,
    Digit,
    Character,

    /// <summary>A run of Unicode superscripts such as <c>⁻¹</c>; the text is what they stand for, on the line.</summary>
    RaisedRun,
    LoweredRun,

    /// <summary>A run of white space: nothing in a formula, one blank in its text.</summary>
    Space,
    Verbatim,

    /// <summary>The braces of an address, with everything in them as it is: <c>%</c> and <c>#</c> mean nothing there.</summary>
    Address,

    /// <summary>Here a macro was: up to its end the text is its expansion, which is one argument where one is wanted.</summary>
    ExpansionStart,
    ExpansionEnd,
}

/// <summary>What the parser reads. The text may come from elsewhere than the span (a macro's body); the span is what a message points at.</summary>
/// <param name="IsBuiltIn">A command that means what it meant before any macro: <c>\let\oldmax=\max</c>.</param>
internal readonly record struct Token(TokenKind Kind, ReadOnlyMemory<char> Text, TextSpan Span, bool IsBuiltIn = false)
{
    public bool IsWord(string name) => Kind == TokenKind.Word && Text.Span.SequenceEqual(name);

    public bool IsSign(char sign) => Kind == TokenKind.Sign && Text.Span is [var only] && only == sign;

    public bool IsCharacter(char character) => Kind == TokenKind.Character && Text.Span is [var only] && only == character;

    public bool IsCommand => Kind is TokenKind.Word or TokenKind.Sign;

    /// <summary>As it is written in a formula.</summary>
    public string Spelling => IsCommand ? $"\\{Text}" : Text.ToString();
}
