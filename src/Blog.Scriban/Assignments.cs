using Blog.Scriban.Habits;
using Blog.Text;

namespace Blog.Scriban;

/// <summary>Where a variable got its value, as far as the text shows it; for messages.</summary>
internal static class Assignments
{
    /// <summary>The last <c>name = …</c> in front of a place; null when there is none.</summary>
    public static TextSpan? LastBefore(SourceText source, TemplateMode mode, string name, int offset)
    {
        var tokens = new Lexer(source, TemplateOptions.Original with { Mode = mode }, _ => { }).Tokens();
        TextSpan? last = null;
        for (var i = 0; i < tokens.Count - 1 && tokens[i].Span.End <= offset; i++)
        {
            if (tokens[i].Kind is TokenKind.Identifier or TokenKind.Local && tokens[i + 1].Kind == TokenKind.Assign && source.Text.AsSpan(tokens[i].Span.Start, tokens[i].Span.Length).SequenceEqual(name))
            {
                last = TextSpan.FromBounds(tokens[i].Span.Start, tokens[Habit.EndOf(tokens, i) - 1].Span.End);
            }
        }

        return last;
    }
}
