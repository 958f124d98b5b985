namespace Blog.Text.Highlighting;

/// <summary>The rules that hold in one part of a language, in the order in which they are tried, found by the character at the position.</summary>
internal sealed class Mode
{
    private const int Others = 128;

    private static readonly Rule[] None = [];

    private readonly Rule[][] _byFirst = new Rule[Others + 1][];

    public Mode(params ReadOnlySpan<Rule> rules)
    {
        var seen = new Dictionary<string, Rule[]>(StringComparer.Ordinal);
        Span<char> numbers = stackalloc char[rules.Length];
        for (var c = 0; c <= Others; c++)
        {
            var count = 0;
            for (var i = 0; i < rules.Length; i++)
            {
                if (rules[i].First.Contains((char)c))
                {
                    numbers[count++] = (char)i;
                }
            }

            _byFirst[c] = Shared(seen, numbers[..count].ToString(), rules);
        }
    }

    // Few different lists stand behind the 129 places.
    private static Rule[] Shared(Dictionary<string, Rule[]> seen, string numbers, ReadOnlySpan<Rule> rules)
    {
        if (numbers.Length == 0)
        {
            return None;
        }

        if (!seen.TryGetValue(numbers, out var list))
        {
            list = new Rule[numbers.Length];
            for (var i = 0; i < list.Length; i++)
            {
                list[i] = rules[numbers[i]];
            }

            seen.Add(numbers, list);
        }

        return list;
    }

    /// <summary>The kind of characters that no rule takes.</summary>
    public TokenKind Default { get; init; }

    /// <summary>Whether its rules see line ends, as those of strings and of markup over several lines do.</summary>
    public bool TakesLineEnds { get; init; }

    /// <summary>The inside of a string: code in it is in the mode around.</summary>
    public bool IsString { get; init; }

    /// <summary>Whether a regular expression may begin a line whatever stood at the end of the one before.</summary>
    public bool LineEndsStatement { get; init; } = true;

    public Rule[] RulesAt(char c) => _byFirst[c < Others ? c : Others];

    public bool IsPlain(char c) => _byFirst[c < Others ? c : Others].Length == 0;
}
