using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Formulas;

/// <summary><c>\ref{…}</c> and <c>\eqref{…}</c> within text.</summary>
internal sealed class EquationReferenceParser : InlineParser
{
    private const int LongestLabel = 100;

    public EquationReferenceParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var mark = text.StartsWith("\\eqref{", StringComparison.Ordinal) ? 7 : text.StartsWith("\\ref{", StringComparison.Ordinal) ? 5 : 0;
        var rest = text[mark..Math.Min(text.Length, mark + LongestLabel)];
        var end = mark == 0 ? -1 : rest.IndexOfAny("{}\\\n");
        if (end <= 0 || rest[end] != '}')
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new EquationReference(rest[..end].Trim().ToString(), hasParentheses: mark == 7)
        {
            Span = new SourceSpan(start, start + mark + end),
            Line = line,
            Column = column,
        };
        slice.Start += mark + end + 1;
        return true;
    }
}
