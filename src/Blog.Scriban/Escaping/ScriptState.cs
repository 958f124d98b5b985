using System.Collections.Frozen;

namespace Blog.Scriban.Escaping;

internal enum ScriptMode
{
    Code,
    SingleQuotes,
    DoubleQuotes,
    Backticks,
    LineComment,
    BlockComment,
    Regex,

    /// <summary>Between the brackets of a regular expression, where a slash is not its end.</summary>
    RegexClass,

    /// <summary>Nested deeper than anybody writes; nobody looks where it ends.</summary>
    TooDeep,
}

/// <summary>Where a reader of JavaScript or JSON stands: a value means something else in code, between quotes and in a comment.</summary>
/// <param name="IsEscaped">Behind a backslash; in a comment: behind a <c>*</c>.</param>
/// <param name="MayBeRegex">A slash would begin a regular expression, not divide.</param>
/// <param name="IsBehindKeyword">Behind <c>if</c>, <c>for</c>, <c>while</c> or <c>with</c>: a slash after these parentheses begins a regular expression.</param>
/// <param name="Parentheses">For each open one, the innermost in the last bit, whether it stands behind such a keyword.</param>
/// <param name="Nesting">Within texts between backticks: <c>$</c> for each open <c>${</c>, and <c>{</c> for each brace in it.</param>
internal readonly record struct ScriptState(
    ScriptMode Mode = ScriptMode.Code, bool IsJson = false, bool IsEscaped = false, bool MayBeRegex = true, bool IsBehindDot = false, bool IsBehindKeyword = false,
    ulong Parentheses = 0, string Nesting = "")
{
    private static readonly FrozenSet<string> BeforeRegex = new[]
    {
        "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void", "yield",
    }.ToFrozenSet(StringComparer.Ordinal);

    private const int DeepestNesting = 100;

    public static ScriptState Start => new(ScriptMode.Code);

    public string Description => Mode switch
    {
        ScriptMode.SingleQuotes or ScriptMode.DoubleQuotes or ScriptMode.Backticks => ", between quotes",
        ScriptMode.LineComment or ScriptMode.BlockComment => ", in a comment of the script",
        ScriptMode.Regex or ScriptMode.RegexClass => ", in a regular expression",
        _ => "",
    };

    public bool Agrees(ScriptState other) => Mode == other.Mode && Nesting == other.Nesting && IsJson == other.IsJson;

    public ScriptState Joined(ScriptState other) => this with
    {
        IsEscaped = IsEscaped || other.IsEscaped,
        MayBeRegex = MayBeRegex && other.MayBeRegex,
        IsBehindDot = IsBehindDot && other.IsBehindDot,
        IsBehindKeyword = IsBehindKeyword && other.IsBehindKeyword,
        Parentheses = Parentheses == other.Parentheses ? Parentheses : 0,
    };

    public ScriptState AfterValue() => this with { IsEscaped = false, MayBeRegex = false, IsBehindDot = false, IsBehindKeyword = false };

    public ScriptState Read(ReadOnlySpan<char> text)
    {
        var state = this;
        for (var i = 0; i < text.Length; i++)
        {
            state = state.Mode switch
            {
                ScriptMode.Code => state.ReadCode(text, ref i),
                ScriptMode.TooDeep => state,
                ScriptMode.LineComment => text[i] is '\n' or '\r' ? state with { Mode = ScriptMode.Code } : state,
                ScriptMode.BlockComment => text[i] == '/' && state.IsEscaped ? state with { Mode = ScriptMode.Code, IsEscaped = false } : state with { IsEscaped = text[i] == '*' },
                _ => state.ReadQuoted(text, ref i),
            };
        }

        return state;
    }

    private ScriptState ReadCode(ReadOnlySpan<char> text, ref int i)
    {
        var c = text[i];
        if (char.IsLetterOrDigit(c) || c is '_' or '$')
        {
            var start = i;
            while (i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '_' or '$'))
            {
                i++;
            }

            var word = text[start..(i + 1)];
            return this with
            {
                MayBeRegex = !IsBehindDot && BeforeRegex.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word),
                IsBehindKeyword = !IsBehindDot && word is "if" or "for" or "while" or "with",
                IsBehindDot = false,
            };
        }

        if (char.IsWhiteSpace(c))
        {
            return this;
        }

        if (c == '"')
        {
            return this with { Mode = ScriptMode.DoubleQuotes };
        }

        return IsJson ? this : ReadPunctuation(text, ref i);
    }

    private ScriptState ReadPunctuation(ReadOnlySpan<char> text, ref int i)
    {
        var c = text[i];
        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        var behind = this with { MayBeRegex = true, IsBehindDot = c == '.', IsBehindKeyword = false };
        switch (c)
        {
            case '\'':
                return this with { Mode = ScriptMode.SingleQuotes };
            case '`':
                return this with { Mode = ScriptMode.Backticks };
            case '/' when next is '/' or '*':
                i++;
                return this with { Mode = next == '/' ? ScriptMode.LineComment : ScriptMode.BlockComment };
            case '/' when MayBeRegex:
                return behind with { Mode = ScriptMode.Regex };
            case '<' when text[i..].StartsWith("<!--"):
                return this with { Mode = ScriptMode.LineComment };
            case '-' when text[i..].StartsWith("-->") && IsFirstOfLine(text[..i]):
                return this with { Mode = ScriptMode.LineComment };
            case '+' or '-' when next == c:
                // Behind an operand, as a rule.
                i++;
                return behind with { MayBeRegex = false };
            case '(':
                return behind with { Parentheses = (Parentheses << 1) | (IsBehindKeyword ? 1UL : 0) };
            case ')':
                return behind with { MayBeRegex = (Parentheses & 1) != 0, Parentheses = Parentheses >> 1 };
            case ']':
                return behind with { MayBeRegex = false };
            case '{' when Nesting.Length > 0:
                return behind.Within('{');
            case '}' when Nesting.Length > 0:
                return behind with { Nesting = Nesting[..^1], Mode = Nesting[^1] == '$' ? ScriptMode.Backticks : ScriptMode.Code };
            default:
                return behind;
        }
    }

    private ScriptState Within(char opening) => Nesting.Length < DeepestNesting ? this with { Nesting = Nesting + opening } : this with { Mode = ScriptMode.TooDeep };

    private static bool IsFirstOfLine(ReadOnlySpan<char> before) => before[(before.LastIndexOfAny('\n', '\r') + 1)..].IsWhiteSpace();

    private ScriptState ReadQuoted(ReadOnlySpan<char> text, ref int i)
    {
        var c = text[i];
        if (IsEscaped)
        {
            return this with { IsEscaped = false };
        }

        switch (c)
        {
            case '\\':
                return this with { IsEscaped = true };
            case '"' when Mode == ScriptMode.DoubleQuotes:
            case '\'' when Mode == ScriptMode.SingleQuotes:
            case '`' when Mode == ScriptMode.Backticks:
            case '/' when Mode == ScriptMode.Regex:
                return this with { Mode = ScriptMode.Code, MayBeRegex = false, IsBehindDot = false, IsBehindKeyword = false };
            case '$' when Mode == ScriptMode.Backticks && i + 1 < text.Length && text[i + 1] == '{':
                i++;
                return (this with { Mode = ScriptMode.Code, MayBeRegex = true, IsBehindDot = false, IsBehindKeyword = false }).Within('$');
            case '[' when Mode == ScriptMode.Regex:
                return this with { Mode = ScriptMode.RegexClass };
            case ']' when Mode == ScriptMode.RegexClass:
                return this with { Mode = ScriptMode.Regex };
            case '\n' or '\r' when Mode != ScriptMode.Backticks:
                // Nothing of this kind goes over the end of a line, so a mistake ends here too.
                return this with { Mode = ScriptMode.Code };
            default:
                return this;
        }
    }
}
