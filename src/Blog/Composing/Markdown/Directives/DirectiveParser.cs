using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Directives;

/// <summary>
/// Generic directives (https://talk.commonmark.org/t/generic-directives-plugins-syntax/444): <c>::name[label]{attributes}</c> on a line,
/// <c>:::name[label]{attributes}</c> around blocks. Which names there are is not the parser's business.
/// </summary>
internal sealed class DirectiveParser : BlockParser
{
    public DirectiveParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || DirectiveLine.Read(processor.Line) is not { } line)
        {
            return BlockState.None;
        }

        var span = new SourceSpan(processor.Start, processor.Line.End);
        if (line.Colons == 2)
        {
            var leaf = new LeafDirective(this, line.Name, line.Arguments) { Column = processor.Column, Line = processor.LineIndex, Span = span };
            if (line.Text("caption") is { } caption)
            {
                leaf.ProcessInlines = true;
                leaf.AppendLine(ref caption, 0, processor.LineIndex, caption.Start, false);
            }

            processor.NewBlocks.Push(leaf);
            return BlockState.BreakDiscard;
        }

        var container = new ContainerDirective(this, line.Name, line.Colons, line.Arguments)
        {
            IsForeign = line.IsForeign,
            Column = processor.Column,
            Line = processor.LineIndex,
            Span = span,
            Opening = span,
        };
        if (line.Text(line.Name == DirectiveTable.Tab ? "title" : "summary") is { } summary)
        {
            container.Add(new DirectiveLabel(summary, processor.LineIndex) { Span = new SourceSpan(summary.Start, summary.End) });
        }

        processor.NewBlocks.Push(container);
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var container = (ContainerDirective)block;
        if (processor.IsCodeIndent || !IsClosing(processor.Line, container.Colons) || HasOpenInside(container, processor))
        {
            return BlockState.Continue;
        }

        container.IsClosed = true;
        container.UpdateSpanEnd(processor.Line.End);
        return BlockState.BreakDiscard;
    }

    private static bool IsClosing(StringSlice line, int atLeast)
    {
        var text = line.AsSpan().TrimEnd();
        return text.Length >= atLeast && text.IndexOfAnyExcept(':') < 0;
    }

    // The innermost takes the closing line, and in a code block or a formula it is text. (Markdig clears Block.IsOpen while it asks.)
    private static bool HasOpenInside(ContainerDirective container, BlockProcessor processor)
    {
        for (var block = container.LastChild; block is not null && processor.IsOpen(block); block = (block as ContainerBlock)?.LastChild)
        {
            if (block is FencedCodeBlock or Formulas.FormulaBlock or HtmlBlock || (block is ContainerDirective inner && IsClosing(processor.Line, inner.Colons)))
            {
                return true;
            }
        }

        return false;
    }
}
