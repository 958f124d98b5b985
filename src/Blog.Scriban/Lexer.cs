using Blog.Text;

namespace Blog.Scriban;

/// <summary>Cuts a source into tokens: text between blocks, and the code inside them.</summary>
/// <param name="cuts">Where texts begin whose closing quote is missing: they end with their line or block.</param>
internal sealed partial class Lexer(SourceText source, TemplateOptions options, Action<Diagnostic> report, IReadOnlySet<int>? cuts = null)
{
    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = [];
    private readonly List<BrokenBlock> _broken = [];
    private readonly List<TextSpan> _longTexts = [];
    private int _at;

    // What the mark of the block that ended last asks for: nothing, blanks to the line end, all white space.
    private Strip _strip;

    private enum Strip
    {
        None,
        Line,
        All,
    }

    public List<Token> Tokens() => Code().Tokens;

    public LexedCode Code()
    {
        switch (options.Mode)
        {
            case TemplateMode.ScriptOnly:
                LexCode(CodeEnd.SourceEnd);
                break;
            case TemplateMode.FrontMatterOnly:
                LexFrontMatter();
                break;
            case TemplateMode.FrontMatterAndText when !LexFrontMatter():
                break;
            default:
                LexTemplate();
                break;
        }

        _tokens.Add(new(TokenKind.End, new(_text.Length, 0)));
        return new(_tokens, _broken, _longTexts);
    }

    private char Peek(int offset = 0) => _at + offset < _text.Length ? _text[_at + offset] : '\0';

    /// <summary>The code between two marker lines; an end token with the place of what follows closes it.</summary>
    private bool LexFrontMatter()
    {
        if (MarkerLineEnd() is not { } start)
        {
            report(Problems.NoFrontMatter(source, options.FrontMatterMarker));
            return false;
        }

        _at = start;
        LexCode(CodeEnd.FrontMatter);
        if (MarkerLineEnd() is not { } end)
        {
            report(Problems.UnclosedFrontMatter(source, new(0, options.FrontMatterMarker.Length), options.FrontMatterMarker));
            return false;
        }

        _tokens.Add(new(TokenKind.End, new(_at, options.FrontMatterMarker.Length), end));
        _at = end;
        _strip = Strip.All;
        return true;
    }

    // Behind the marker line that begins here; null when none does.
    private int? MarkerLineEnd()
    {
        var marker = options.FrontMatterMarker;
        if ((_at > 0 && _text[_at - 1] is not ('\n' or '\r')) || string.CompareOrdinal(_text, _at, marker, 0, marker.Length) != 0)
        {
            return null;
        }

        var end = _at + marker.Length;
        while (end < _text.Length && _text[end] is ' ' or '\t' or '\r')
        {
            end++;
        }

        return end == _text.Length ? end : _text[end] == '\n' ? end + 1 : null;
    }

    private void LexTemplate()
    {
        var start = _at;
        while (true)
        {
            var open = _text.IndexOf('{', _at);
            if (open < 0 || open == _text.Length - 1)
            {
                AddText(start, _text.Length, Strip.None);
                return;
            }

            _at = open;
            if (_text[open + 1] == '{')
            {
                AddText(start, open, StripMark(open + 2));
                LexBlock(open);
                start = _at;
            }
            else if (_text[open + 1] == '%' && EscapeOpening(open) is > 0 and var percents)
            {
                LexEscape(start, open, percents);
                start = _at;
            }
            else
            {
                LookForTag(open);
                _at = open + 1;
            }
        }
    }

    private Strip StripMark(int at) => at >= _text.Length ? Strip.None : _text[at] switch
    {
        '-' => Strip.All,
        '~' => Strip.Line,
        _ => Strip.None,
    };

    // {%{ with any number of percent signs; 0 when this is plain text.
    private int EscapeOpening(int open)
    {
        var at = open + 1;
        while (at < _text.Length && _text[at] == '%')
        {
            at++;
        }

        return at < _text.Length && _text[at] == '{' ? at - open - 1 : 0;
    }

    private void LexEscape(int textStart, int open, int percents)
    {
        var start = open + percents + 2;
        AddText(textStart, open, StripMark(start));
        start += StripMark(start) == Strip.None ? 0 : 1;
        var closing = "}" + new string('%', percents) + "}";
        var close = _text.IndexOf(closing, start, StringComparison.Ordinal);
        _strip = Strip.None;
        if (close < 0)
        {
            report(Problems.UnclosedEscape(source, TextSpan.FromBounds(open, start)));
            AddText(start, _text.Length, Strip.None);
            _at = _text.Length;
            return;
        }

        var mark = close > start ? StripMark(close - 1) : Strip.None;
        AddText(start, mark == Strip.None ? close : close - 1, Strip.None);
        _strip = mark;
        _at = close + closing.Length;
    }

    private void LexBlock(int open)
    {
        var mark = StripMark(open + 2);
        var enter = TextSpan.FromBounds(open, open + (mark == Strip.None ? 2 : 3));
        _tokens.Add(new(TokenKind.CodeEnter, enter, mark == Strip.None ? IndentBefore() : default));
        _at = enter.End;
        SkipForeignComment();
        LexCode(CodeEnd.Block);
        if (_tokens[^1].Kind != TokenKind.CodeExit && !_isAborted)
        {
            _broken.Add(new(enter, TextSpan.FromBounds(open, _at), _at < _text.Length ? new TextSpan(_at, 2) : null));
            _tokens.Add(new(TokenKind.CodeExit, new(_at, 0)));
        }
    }

    private void AddText(int start, int end, Strip before)
    {
        var from = start;
        if (_strip != Strip.None)
        {
            while (from < end && char.IsWhiteSpace(_text[from]))
            {
                if (_strip == Strip.Line && _text[from] == '\n')
                {
                    from++;
                    break;
                }

                from++;
            }
        }

        while (before != Strip.None && end > from && char.IsWhiteSpace(_text[end - 1]) && (before == Strip.All || _text[end - 1] != '\n'))
        {
            end--;
        }

        _strip = Strip.None;
        if (end > from)
        {
            _tokens.Add(new(TokenKind.Text, TextSpan.FromBounds(from, end)));
        }
    }

    // The blanks between the line start and a block without a mark, when they are all there is and are text themselves.
    private Value IndentBefore()
    {
        if (!options.AutoIndent || _tokens.Count == 0 || _tokens[^1] is not { Kind: TokenKind.Text } text)
        {
            return default;
        }

        var start = text.Span.End;
        while (start > text.Span.Start && _text[start - 1] != '\n' && char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        var atLineStart = start == 0 || _text[start - 1] == '\n';
        return atLineStart && start < text.Span.End ? _text[start..text.Span.End] : default;
    }
}
