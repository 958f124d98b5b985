using Blog.Scriban.Habits;
using Blog.Text;

namespace Blog.Scriban;

// Text and comments that were meant to be code.
internal sealed partial class Lexer
{
    private const int LongestTag = 300;

    private bool HasLints => options.Lints != Lints.None;

    /// <summary><c>{% if x %}</c> and <c>{# … #}</c>, which are plain text here.</summary>
    private void LookForTag(int open)
    {
        if (!HasLints || _text[open + 1] is not ('%' or '#'))
        {
            return;
        }

        var rest = _text.AsSpan(open, Math.Min(_text.Length - open, LongestTag));
        var line = rest.IndexOfAny('\n', '\r');
        rest = line < 0 ? rest : rest[..line];
        var close = rest[2..].IndexOf(_text[open + 1] == '%' ? "%}" : "#}");
        if (close < 0)
        {
            return;
        }

        var span = new TextSpan(open, close + 4);
        var inner = rest.Slice(2, close);
        var code = inner.Trim("-~+").Trim().ToString();
        var (opening, closing) = (inner.StartsWith('-') ? "{{-" : "{{", inner.EndsWith('-') ? "-}}" : "}}");
        if (_text[open + 1] == '#')
        {
            report(Problems.ForeignText(source, span, $"write '{{{{ # {code} }}}}' for a comment"));
        }
        else if (code.Length > 0 && char.IsLetter(code[0]))
        {
            report(Problems.ForeignText(source, span, Habit.Of(code, opening, closing)?.Help ?? $"write '{opening} {code} {closing}'"));
        }
    }

    /// <summary><c>{{/* … */}}</c> and <c>{{!-- … --}}</c>: what is in them is no code, and its quotes open nothing.</summary>
    private void SkipForeignComment()
    {
        var start = _at;
        while (start < _text.Length && _text[start] is ' ' or '\t' or '\n' or '\r')
        {
            start++;
        }

        var isGo = string.CompareOrdinal(_text, start, "/*", 0, 2) == 0;
        if (!isGo && string.CompareOrdinal(_text, start, "!--", 0, 3) != 0)
        {
            return;
        }

        var length = isGo ? 2 : 3;
        var close = _text.IndexOf(isGo ? "*/" : "--", start + length, StringComparison.Ordinal);
        if (close < 0)
        {
            return;
        }

        report(Problems.OtherLanguage(source, new(new(start, length), "a comment begins with '#'", "write '{{ # … }}', or '{{ ## … ## }}' around several lines")));
        _at = close + 2;
    }

    /// <summary><c>{{#if x}}</c>, and a comment around code, which ends with the first <c>}}</c> in it.</summary>
    private void LookAtComment(TextSpan comment)
    {
        if (!HasLints)
        {
            return;
        }

        var text = _text.AsSpan(comment.Start, comment.Length);
        if (text.Contains("{{", StringComparison.Ordinal) && BlockEnd() > 0)
        {
            report(Problems.CommentEndsEarly(source, new(comment.Start, text.StartsWith("##") ? 2 : 1), new(_at, BlockEnd())));
            return;
        }

        var isFirst = _tokens is [.., { Kind: TokenKind.CodeEnter } enter] && enter.Span.End == comment.Start;
        var code = text[1..].Trim().ToString();
        var word = code.Split(' ')[0];
        if (isFirst && word.Length < code.Length && word is "if" or "each" or "unless" or "with" or "for" or "foreach")
        {
            report(Problems.CommentedCode(source, new(comment.Start, word.Length + 1), word, Habit.Of(code, "{{", "}}")?.Help ?? $"write '{{{{ {code} }}}}'"));
        }
    }
}
