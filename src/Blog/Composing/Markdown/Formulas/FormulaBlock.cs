using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula on lines of its own.</summary>
internal sealed class FormulaBlock(BlockParser? parser, string closing) : LeafBlock(parser)
{
    private readonly StringBuilder _tex = new();

    /// <summary>The mark that ends it: <c>$$</c> or <c>\]</c>.</summary>
    public string Closing { get; } = closing;

    public bool IsClosed { get; set; }

    public string Tex => TablePipes.Show(_tex.ToString().Trim());

    public void Append(ReadOnlySpan<char> line) => _tex.Append(line).Append('\n');
}
