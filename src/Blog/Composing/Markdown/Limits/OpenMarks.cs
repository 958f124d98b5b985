using Markdig.Syntax;

namespace Blog.Composing.Markdown.Limits;

/// <summary>Counts marks within one block of text; a new block starts at zero.</summary>
internal sealed class OpenMarks
{
    private Block? _block;

    public int Count { get; set; }

    public int Failures { get; set; }

    public void Enter(Block? block)
    {
        if (!ReferenceEquals(block, _block))
        {
            (_block, Count, Failures) = (block, 0, 0);
        }
    }
}
