using System.Buffers;

namespace Blog.Text.Highlighting;

/// <summary>What stood last before the position: it decides whether a slash begins a regular expression, and a quote a string.</summary>
internal enum Previous : byte
{
    Start,
    Operator,
    Keyword,
    Operand,
}

/// <summary>The state machine: a text, a position in it, the stack of modes, and the spans found so far.</summary>
internal sealed class Scanner
{
    /// <summary>Deeper, nested parts are read in the mode around them.</summary>
    private const int DeepestNesting = 200;

    private const int DeepestEmbedding = 8;

    /// <summary>Modes may be entered and left at one place, but not without end: then a rule is at fault, and the character is plain.</summary>
    private const int MostStepsWithoutProgress = 2 * DeepestNesting + DeepestEmbedding;

    private Frame[] _frames = new Frame[8];
    private int _depth;
    private int _embedded;
    private CodeSpan[] _spans = ArrayPool<CodeSpan>.Shared.Rent(256);
    private int _count;
    private (string Needle, int From, int Found)[]? _searches;
    private int _oldestSearch;
    private int _lineStart;
    private int _lineEnd = -1;
    private Queue<Heredoc>? _heredocs;

    public Scanner(string text, Mode root)
    {
        Text = text;
        End = text.Length;
        _frames[0] = new() { Mode = root, OuterEnd = -1 };
    }

    public string Text { get; }

    public int Position { get; set; }

    /// <summary>Where the part ends that the mode may see.</summary>
    public int End { get; private set; }

    /// <summary>Where that part begins.</summary>
    public int Start { get; private set; }

    public Previous Previous { get; set; }

    /// <summary>The kind of the next name, when a keyword has announced it; plain text when none has.</summary>
    public TokenKind Expected { get; set; }

    /// <summary>Up to here no regular expression can begin, because none would end in its line.</summary>
    public int BarrenUntil { get; set; }

    /// <summary>For each open round bracket, the innermost lowest, whether it holds the condition of a statement; more than fit are forgotten.</summary>
    public ulong Conditions { get; set; }

    /// <summary>Whether operators and punctuation get spans.</summary>
    public bool ShowsOperators { get; init; }

    /// <summary>How often a rule was tried, plus the characters that rules looked at: what has to grow with the text and no faster.</summary>
    public long Work { get; set; }

    public ref Frame Top => ref _frames[_depth];

    public int Nesting => _depth;

    public bool CanNest => _depth < DeepestNesting;

    public ReadOnlySpan<CodeSpan> Spans => _spans.AsSpan(0, _count);

    public char Current => Text[Position];

    public char Next => Peek(1);

    /// <summary>A character ahead; zero beyond the end.</summary>
    public char Peek(int offset)
    {
        Work++;
        return Position + offset < End ? Text[Position + offset] : '\0';
    }

    /// <summary>A character behind; a line end before the beginning.</summary>
    public char Behind(int offset = 1) => Position - offset >= Start ? Text[Position - offset] : '\n';

    public bool IsAtLineStart => Position == Start || Text[Position - 1] == '\n';

    /// <summary>Nothing but blanks stands before the position in its line.</summary>
    public bool IsFirstOnLine
    {
        get
        {
            var i = Position;
            while (i > Start && Text[i - 1] is ' ' or '\t')
            {
                i--;
            }

            Work += Position - i;
            return i == Start || Text[i - 1] == '\n';
        }
    }

    /// <summary>The line end at or behind the position, or the end.</summary>
    public int LineEnd
    {
        get
        {
            if (Position < _lineStart || Position > _lineEnd)
            {
                var found = Text.AsSpan(Position).IndexOf('\n');
                (_lineStart, _lineEnd) = (Position, found < 0 ? Text.Length : Position + found);
                Work += (_lineEnd - _lineStart) / 8 + 1;
            }

            return Math.Min(_lineEnd, End);
        }
    }

    public ReadOnlySpan<char> Rest => Text.AsSpan(Position, End - Position);

    public bool At(string text) => Text.AsSpan(Position, End - Position).StartsWith(text, StringComparison.Ordinal);

    public bool At(int place, string text) => place <= End && Text.AsSpan(place, End - place).StartsWith(text, StringComparison.Ordinal);

    /// <summary>The place of a character from <paramref name="from"/> on; -1 when there is none.</summary>
    public int Find(char c, int from)
    {
        var found = Text.AsSpan(from, End - from).IndexOf(c);
        Work += found >= 0 ? found / 8 + 1 : (End - from) / 8 + 1;
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The place of a text from <paramref name="from"/> on; -1 when there is none. Remembers what it found, so that asking again costs nothing.</summary>
    public int Find(string needle, int from)
    {
        ref var last = ref LastSearch(needle);
        if (last.Needle == needle && from >= last.From && (last.Found < 0 || from <= last.Found))
        {
            return last.Found < 0 || last.Found + needle.Length > End ? -1 : last.Found;
        }

        // To the end of the text, not of the part: what is remembered holds in every part.
        var found = Text.AsSpan(from).IndexOf(needle, StringComparison.Ordinal);
        Work += found >= 0 ? found / 8 + 1 : (Text.Length - from) / 8 + 1;
        last = (needle, from, found < 0 ? -1 : from + found);
        return found < 0 || from + found + needle.Length > End ? -1 : from + found;
    }

    private ref (string Needle, int From, int Found) LastSearch(string needle)
    {
        _searches ??= new (string, int, int)[16];
        for (var i = 0; i < _searches.Length; i++)
        {
            if (_searches[i].Needle is null || _searches[i].Needle == needle)
            {
                return ref _searches[i];
            }
        }

        _oldestSearch = (_oldestSearch + 1) % _searches.Length;
        return ref _searches[_oldestSearch];
    }

    /// <summary>Gives the next characters a kind and goes behind them.</summary>
    public void Take(int length, TokenKind kind) => TakeTo(Position + length, kind);

    public void TakeTo(int end, TokenKind kind)
    {
        end = Math.Min(end, End);
        if (kind is TokenKind.Operator or TokenKind.Punctuation && !ShowsOperators)
        {
            kind = TokenKind.Text;
        }

        if (kind != TokenKind.Text && end > Position)
        {
            Add(Position, end, kind);
        }

        Position = end;
    }

    /// <summary>A sign, which shows only when asked for; another kind shows always.</summary>
    public void TakeSign(int length, TokenKind kind = TokenKind.Operator) => Take(length, kind);

    private void Add(int start, int end, TokenKind kind)
    {
        if (_count > 0 && _spans[_count - 1].End == start && _spans[_count - 1].Kind == kind)
        {
            _spans[_count - 1] = new(_spans[_count - 1].Start, end, kind);
            return;
        }

        if (_count == _spans.Length)
        {
            var larger = ArrayPool<CodeSpan>.Shared.Rent(2 * _count);
            Spans.CopyTo(larger);
            ArrayPool<CodeSpan>.Shared.Return(_spans);
            _spans = larger;
        }

        _spans[_count++] = new(start, end, kind);
    }

    /// <summary>Gives the spans back; the scanner is of no use afterwards.</summary>
    public void Release()
    {
        ArrayPool<CodeSpan>.Shared.Return(_spans);
        _spans = [];
        _count = 0;
    }

    /// <summary>Another kind for the span that was found last, when what follows tells better.</summary>
    public void Recolour(int start, TokenKind kind)
    {
        if (_count > 0 && _spans[_count - 1].Start == start)
        {
            _spans[_count - 1] = _spans[_count - 1] with { Kind = kind };
        }
    }

    public void Push(in Frame frame)
    {
        if (++_depth == _frames.Length)
        {
            Array.Resize(ref _frames, 2 * _depth);
        }

        _frames[_depth] = frame;
        if (frame.OuterEnd >= 0)
        {
            _embedded++;
        }
    }

    public void Push(Mode mode) => Push(new Frame { Mode = mode, OuterEnd = -1 });

    /// <summary>Code up to a bracket, in the given mode or else in the one in which the string itself stands; no longer than the line if the string is not.</summary>
    public void PushHole(Mode? mode, char open, char close, TokenKind closeKind)
    {
        var isInString = _frames[_depth].Mode.IsString;
        Push(new Frame
        {
            Mode = mode ?? _frames[isInString ? Math.Max(0, _depth - 1) : _depth].Mode,
            Open = open,
            Close = close,
            CloseKind = closeKind,
            EndsWithLine = isInString && _frames[_depth].EndsWithLine,
            OuterEnd = -1,
        });
        Previous = Previous.Start;
        Expected = TokenKind.Text;
    }

    /// <summary>The text from the position to <paramref name="end"/> is in another language, which sees nothing else.</summary>
    /// <returns>False when too much is nested already: then nothing has happened.</returns>
    public bool Embed(Mode mode, int end, int tail = 0, TokenKind tailKind = TokenKind.String)
    {
        if (_embedded >= DeepestEmbedding || !CanNest)
        {
            return false;
        }

        Push(new Frame { Mode = mode, OuterEnd = End, OuterStart = Start, TailLength = tail, CloseKind = tailKind });
        End = end;
        Start = Position;
        Previous = Previous.Start;
        Expected = TokenKind.Text;
        return true;
    }

    /// <summary>The mode below, when this one was not given a part of its own.</summary>
    public void Pop()
    {
        if (_depth > 0 && _frames[_depth].OuterEnd < 0)
        {
            _depth--;
        }
    }

    /// <summary>A here-document begins with the next line.</summary>
    public void Await(Heredoc heredoc) => (_heredocs ??= new()).Enqueue(heredoc);

    public void Run()
    {
        var (place, idle) = (-1, 0);
        while (true)
        {
            (place, idle) = (Position, Position == place ? idle + 1 : 0);
            if (Position >= End)
            {
                if (!LeavePart())
                {
                    return;
                }

                continue;
            }

            var c = Text[Position];
            ref var frame = ref _frames[_depth];
            if (c == '\n' && !frame.Mode.TakesLineEnds)
            {
                EndLine();
            }
            else if (frame.Close != 0 && (c == frame.Close || c == frame.Open) && AtBracket(ref frame, c))
            {
                continue;
            }
            else if (idle > MostStepsWithoutProgress || !ReadByRules(frame.Mode, c))
            {
                ReadPlain(frame.Mode);
            }
        }
    }

    private bool ReadByRules(Mode mode, char c)
    {
        foreach (var rule in mode.RulesAt(c))
        {
            Work++;
            if (rule.Read(this))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadPlain(Mode mode)
    {
        var end = Position + 1;
        while (end < End && mode.IsPlain(Text[end]) && Text[end] != '\n' && Text[end] != _frames[_depth].Close)
        {
            end++;
        }

        Work++;
        TakeTo(end, mode.Default);
    }

    // True when the bracket ends the mode; an inner one is left to the rules.
    private bool AtBracket(ref Frame frame, char c)
    {
        if (c == frame.Open)
        {
            frame.Depth++;
            return false;
        }

        if (frame.Depth-- > 0)
        {
            return false;
        }

        var kind = frame.CloseKind;
        Pop();
        TakeSign(1, kind);
        Previous = Previous.Operand;
        return true;
    }

    private void EndLine()
    {
        while (_frames[_depth] is { EndsWithLine: true, OuterEnd: < 0 } && _depth > 0)
        {
            _depth--;
        }

        if (_frames[_depth].Mode.LineEndsStatement)
        {
            Previous = Previous.Start;
        }

        Expected = TokenKind.Text;
        TakeTo(Position + 1, _frames[_depth].Mode.Default);
        if (_heredocs is { Count: > 0 })
        {
            _heredocs.Dequeue().Begin(this);
        }
    }

    private bool LeavePart()
    {
        while (_frames[_depth].OuterEnd < 0)
        {
            if (_depth == 0)
            {
                return false;
            }

            _depth--;
        }

        var frame = _frames[_depth--];
        _embedded--;
        End = frame.OuterEnd;
        Start = frame.OuterStart;
        TakeTo(Position + frame.TailLength, frame.CloseKind);
        Previous = Previous.Operand;
        if (_heredocs is { Count: > 0 } && IsAtLineStart)
        {
            _heredocs.Dequeue().Begin(this);
        }

        return true;
    }
}
