namespace Blog.Text.Highlighting;

/// <summary>A mode that was entered and has not been left: what to do at its end, and what to go back to.</summary>
internal struct Frame
{
    public Mode Mode;

    /// <summary>The bracket that ends the mode, and its partner, which is counted; none when zero.</summary>
    public char Close;

    public char Open;

    public int Depth;

    /// <summary>The kind of the closing bracket, or of what closes the part.</summary>
    public TokenKind CloseKind;

    public bool EndsWithLine;

    /// <summary>The end of the text around, while this mode sees a part of it; -1 when it sees as much as the one below.</summary>
    public int OuterEnd;

    public int OuterStart;

    /// <summary>How many characters behind the part belong to its end: the last line of a here-document.</summary>
    public int TailLength;

    /// <summary>What a rule remembers about the place.</summary>
    public int Number;
}
