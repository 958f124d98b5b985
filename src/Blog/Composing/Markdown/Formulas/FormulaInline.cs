using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula within a line of text.</summary>
internal sealed class FormulaInline(string tex) : LeafInline
{
    public string Tex { get; } = tex;
}
