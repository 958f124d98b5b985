namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula within a line, from its opening mark on.</summary>
/// <param name="Mark">The length of the opening mark.</param>
/// <param name="Content">The length of the TeX.</param>
internal readonly record struct FormulaSpan(FormulaForm Form, int Mark, int Content)
{
    public int Length => Mark + Content + Form.Closing.Length;
}

/// <summary>Where formulas begin and end. In TeX a backslash takes the next character with it, so <c>\$</c> and <c>\\]</c> end nothing.</summary>
internal static class FormulaMarks
{
    // Longer than any formula that people write; keeps a text of nothing but unpaired marks linear.
    private const int LongestFormula = 4_000;

    /// <summary>The formula that begins at the beginning of <paramref name="text"/>; null: none does.</summary>
    /// <param name="before">The character in front.</param>
    /// <param name="unclosed">Closing marks that the rest of the text is known not to have; added to.</param>
    public static FormulaSpan? At(ReadOnlySpan<char> text, char before, HashSet<string>? unclosed = null)
    {
        foreach (var form in FormulaForm.Of(text, before))
        {
            if (!text.StartsWith(form.Opening, StringComparison.Ordinal) || unclosed?.Contains(form.Closing) == true)
            {
                continue;
            }

            var rest = text[form.Opening.Length..];
            var content = rest[..Math.Min(rest.Length, LongestFormula)];
            var end = form.Opening == "$" ? Dollars.FindClosing(content) : Find(content, form.Closing, form.IsRaw);
            if (end < 0 && form.Opening != "$" && content.Length == rest.Length)
            {
                unclosed?.Add(form.Closing);
            }

            if (end >= 0 && SaysSomething(content[..end]) && !(form.IsDisplay && IsCitation(content[..end])))
            {
                return new(form, form.Opening.Length, end);
            }
        }

        return null;
    }

    /// <summary>The offset of <paramref name="mark"/>, or -1.</summary>
    /// <param name="isRaw">Whether backslashes are characters like others.</param>
    public static int Find(ReadOnlySpan<char> text, string mark, bool isRaw = false)
    {
        var first = text.IndexOf(mark, StringComparison.Ordinal);
        if (isRaw || first < 0)
        {
            return first;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny('\\', mark[0]);
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (text[i..].StartsWith(mark, StringComparison.Ordinal))
            {
                return i;
            }

            if (text[i] == '\\')
            {
                i++;
            }
        }

        return -1;
    }

    /// <summary>The last backtick of a code span that begins at <paramref name="start"/>; -1 when none does.</summary>
    public static int EndOfCode(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExcept('`') is var run and >= 0 ? run : text.Length - start;
        for (var i = start + length; i < text.Length; i++)
        {
            if (text[i] != '`')
            {
                continue;
            }

            var next = text[i..].IndexOfAnyExcept('`') is var count and >= 0 ? count : text.Length - i;
            if (next == length)
            {
                return i + next - 1;
            }

            i += next - 1;
        }

        return -1;
    }

    // \[\\\] is three escaped characters, 100$，$200 two amounts.
    private static bool SaysSomething(ReadOnlySpan<char> tex)
    {
        foreach (var c in tex)
        {
            if (c != '\\' && (char.IsAscii(c) ? !char.IsWhiteSpace(c) : !char.IsPunctuation(c) && !char.IsWhiteSpace(c)))
            {
                return true;
            }
        }

        return false;
    }

    // \[1\], \[2, 3-5\], \[[Smith](…)\]: brackets that are escaped in order to be brackets.
    private static bool IsCitation(ReadOnlySpan<char> tex) =>
        tex.IndexOfAnyExcept("0123456789,;-– ") < 0 || (tex.TrimStart() is ['[' or '!' or '@', ..] && (tex.Contains("](", StringComparison.Ordinal) || tex.TrimStart()[0] == '@'));
}
