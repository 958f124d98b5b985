using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula on lines of its own.</summary>
internal sealed class FormulaBlock : LeafBlock
{
    private readonly FormulaText _text = new();

    public FormulaBlock(BlockParser? parser, string closing)
        : base(parser)
    {
        Closing = closing;
        Formula = new(_text, isDisplay: true);
    }

    /// <summary>The mark that ends it: <c>$$</c>, <c>\]</c>, <c>\end{align}</c>.</summary>
    public string Closing { get; }

    public bool IsClosed { get; set; }

    public Formula Formula { get; }

    public void Append(ReadOnlySpan<char> line, int source) => _text.AppendLine(line, source);
}
