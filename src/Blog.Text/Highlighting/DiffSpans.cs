using System.Text;

namespace Blog.Text.Highlighting;

/// <summary>A difference in the colours of its language: the signs are taken off, what is left is highlighted, and the spans are put back in their places.</summary>
internal static class DiffSpans
{
    public static CodeSpan[] Of(string code, Language language)
    {
        var text = new StringBuilder(code.Length);
        var signs = new List<(int Place, TokenKind Kind)>();
        for (var start = 0; start < code.Length;)
        {
            var end = code.AsSpan(start).IndexOf('\n') is >= 0 and var length ? start + length + 1 : code.Length;
            var sign = code[start];
            if (sign is '+' or '-' or ' ')
            {
                signs.Add((start, sign switch
                {
                    '+' => TokenKind.Inserted,
                    '-' => TokenKind.Deleted,
                    _ => TokenKind.Text,
                }));
                start++;
            }

            text.Append(code, start, end - start);
            start = end;
        }

        return PutBack(Highlighter.Spans(text.ToString(), language), signs);
    }

    private static CodeSpan[] PutBack(CodeSpan[] spans, List<(int Place, TokenKind Kind)> signs)
    {
        var result = new List<CodeSpan>(spans.Length + signs.Count);
        var passed = 0;
        foreach (var span in spans)
        {
            var start = span.Start;
            while (start < span.End)
            {
                Pass(start);
                var end = passed < signs.Count ? Math.Min(span.End, signs[passed].Place - passed) : span.End;
                result.Add(new(start + passed, end + passed, span.Kind));
                start = end;
            }
        }

        Pass(int.MaxValue / 2);
        return [.. result];

        // The signs up to a place in the text without signs.
        void Pass(int place)
        {
            while (passed < signs.Count && signs[passed].Place - passed <= place)
            {
                if (signs[passed].Kind != TokenKind.Text)
                {
                    result.Add(new(signs[passed].Place, signs[passed].Place + 1, signs[passed].Kind));
                }

                passed++;
            }
        }
    }
}
