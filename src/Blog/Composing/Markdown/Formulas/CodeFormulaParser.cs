using Markdig.Helpers;
using Markdig.Parsers;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>
/// <c>`$…$`</c>, <c>`$$…$$`</c>, <c>`\(…\)`</c> and <c>`\begin{align}…\end{align}`</c>: formulas in the marks of code, which R Markdown and its kin need in order
/// to keep Markdown out of them. Where a site says so (<c>math.in_code</c>), code that is a formula and nothing else is that formula.
/// </summary>
internal sealed class CodeFormulaParser : InlineParser
{
    public CodeFormulaParser() => OpeningCharacters = ['`'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        // Two backticks are how such a blog shows the code.
        if (slice.PeekCharExtra(-1) == '`' || slice.PeekChar() is not ('$' or '\\'))
        {
            return false;
        }

        var rest = slice.AsSpan()[1..];
        var end = rest.IndexOf('`');
        if (end < 0 || rest[end..].StartsWith("``") || FormulaIn(rest[..end]) is not var (mark, length, isDisplay))
        {
            return false;
        }

        processor.Inline = FormulaInline.Of(processor, slice, slice.Start + 1 + mark, length, end + 2, isDisplay, hasDoubleDollars: false);
        slice.Start += end + 2;
        return true;
    }

    private static (int Mark, int Length, bool IsDisplay)? FormulaIn(ReadOnlySpan<char> code)
    {
        var trimmed = code.TrimEnd();
        if (FormulaMarks.At(trimmed, '\0') is { } formula && formula.Length == trimmed.Length)
        {
            return (formula.Mark, formula.Content, formula.Form.IsDisplay || formula.Form.Opening == "$$");
        }

        return FormulaForm.OfBlock(trimmed) is (0, var closing) && FormulaMarks.Find(trimmed, closing) == trimmed.Length - closing.Length ? (0, trimmed.Length, true) : null;
    }
}
