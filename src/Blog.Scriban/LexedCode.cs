using Blog.Text;

namespace Blog.Scriban;

/// <summary>A code block that has no end of its own: where it was opened, what it swallowed, and the next opening when there is one.</summary>
internal sealed record BrokenBlock(TextSpan Opening, TextSpan Whole, TextSpan? Next)
{
    /// <summary>Something in it made no sense, so that it is not merely unfinished.</summary>
    public bool HasFaults { get; set; }

    public bool Contains(int offset) => Whole.Start <= offset && offset <= Whole.End;
}

/// <summary>The tokens of a source, and which of its blocks nobody should believe.</summary>
internal sealed class LexedCode(List<Token> tokens, List<BrokenBlock> broken, List<TextSpan> longTexts)
{
    public List<Token> Tokens { get; } = tokens;

    public List<BrokenBlock> Broken { get; } = broken;

    /// <summary>Texts in quotes that run over the end of a block: when something is wrong, their closing quote is what is missing.</summary>
    public List<TextSpan> LongTexts { get; } = longTexts;

    /// <summary>Remembers that there was something to say about a place whose block is broken.</summary>
    public bool IsBroken(int offset)
    {
        if (Broken.Find(block => block.Contains(offset)) is not { } block)
        {
            return false;
        }

        block.HasFaults = true;
        return true;
    }
}
