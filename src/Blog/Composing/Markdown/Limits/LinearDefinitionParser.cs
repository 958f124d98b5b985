using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Limits;

/// <summary>
/// Paragraphs whose link reference definitions are taken off in steps of a few lines. Markdig touches all lines that are left for each definition: 80,000
/// in a row take it 12 seconds (faults.md, MD-2).
/// </summary>
internal sealed class LinearDefinitionParser : ParagraphBlockParser
{
    /// <summary>A definition with its title, and a line to see that it ends there.</summary>
    private const int FirstStep = 4;

    public static void Replace(OrderedList<BlockParser> parsers)
    {
        var index = parsers.FindIndex(parser => parser is ParagraphBlockParser);
        parsers[index] = new LinearDefinitionParser { ParseSetextHeadings = ((ParagraphBlockParser)parsers[index]).ParseSetextHeadings };
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        // A line below a paragraph makes a heading of it, but not when all above it is definitions: then it is text.
        if (block is ParagraphBlock paragraph && !processor.IsBlankLine && !processor.IsCodeIndent && IsUnderline(processor.Line.AsSpan()))
        {
            TakeDefinitions(processor, paragraph);
            if (paragraph.Lines.Count == 0)
            {
                paragraph.UpdateSpanEnd(processor.Line.End);
                return BlockState.Continue;
            }
        }

        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            TakeDefinitions(processor, paragraph);
        }

        return base.Close(processor, block);
    }

    private static bool IsUnderline(ReadOnlySpan<char> line) => line is ['=' or '-', ..] && line.TrimEnd(" \t").IndexOfAnyExcept(line[0]) < 0;

    private static void TakeDefinitions(BlockProcessor processor, ParagraphBlock paragraph)
    {
        ref var lines = ref paragraph.Lines;
        var taken = 0;
        for (var step = FirstStep; taken < lines.Count && IsBracket(lines.Lines[taken].Slice);)
        {
            var count = Math.Min(step, lines.Count - taken);
            var isAll = count == lines.Count - taken;
            var text = Window(lines, taken, count).ToCharIterator();
            if (LinkReferenceDefinition.TryParse(ref text, out var definition) && (isAll || EndsWithin(text, count, definition, lines, taken)))
            {
                Add(processor, definition, lines.Lines[taken]);
                var rest = text.Remaining();
                taken += count - rest.Count;
                if (rest.Count > 0)
                {
                    lines.Lines[taken] = rest.Lines[0];
                }

                step = FirstStep;
            }
            else if (isAll)
            {
                break;
            }
            else
            {
                step *= 2;
            }
        }

        if (taken == lines.Count)
        {
            lines.Clear();
        }
        else if (taken > 0)
        {
            lines = Window(lines, taken, lines.Count - taken);
        }
    }

    // What follows must not look like a title that ends beyond the window.
    private static bool EndsWithin(StringLineGroup.Iterator text, int count, LinkReferenceDefinition definition, StringLineGroup lines, int taken) =>
        text.SliceIndex < count - 1 && (definition.Title is not null || lines.Lines[taken + text.SliceIndex].Slice.AsSpan().TrimStart() is not ['"' or '\'' or '(', ..]);

    private static bool IsBracket(StringSlice line) => line.AsSpan().TrimStart() is ['[', ..];

    private static StringLineGroup Window(StringLineGroup lines, int from, int count)
    {
        var window = new StringLineGroup(count);
        for (var i = from; i < from + count; i++)
        {
            window.Add(ref lines.Lines[i]);
        }

        return window;
    }

    // As markdig does, but for its look through all earlier ones: the first of equal labels holds, and places count from the first line.
    private static void Add(BlockProcessor processor, LinkReferenceDefinition definition, StringLine first)
    {
        var start = first.Slice.Start;
        definition.Line = first.Line;
        definition.Span = definition.Span.MoveForward(start);
        definition.LabelSpan = definition.LabelSpan.MoveForward(start);
        definition.UrlSpan = definition.UrlSpan.MoveForward(start);
        definition.TitleSpan = definition.TitleSpan.MoveForward(start);
        var group = processor.Document.GetLinkReferenceDefinitions(addGroup: true);
        group.Add(definition);
        group.Links.TryAdd(definition.Label!, definition); // one that was parsed has a label
    }
}
