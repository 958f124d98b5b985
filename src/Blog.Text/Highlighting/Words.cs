namespace Blog.Text.Highlighting;

/// <summary>What a word of a language is.</summary>
/// <param name="Announces">The kind of the name that follows: a function behind <c>def</c>.</param>
internal readonly record struct Word(TokenKind Kind, TokenKind Announces = TokenKind.Text);

/// <summary>The words of a language with their kinds: a hash table that is asked with a piece of the code, without a string in between.</summary>
internal sealed class Words(bool ignoresCase = false)
{
    private (string? Text, Word Word)[] _places = new (string?, Word)[64];
    private int _count;

    /// <param name="list">Separated by blanks.</param>
    public Words Add(TokenKind kind, string list) => Add(new Word(kind), list);

    public Words Keywords(string list) => Add(TokenKind.Keyword, list);

    public Words Types(string list) => Add(TokenKind.Type, list);

    public Words Constants(string list) => Add(TokenKind.Constant, list);

    public Words Builtins(string list) => Add(TokenKind.Builtin, list);

    public Words Functions(string list) => Announce(TokenKind.FunctionName, list);

    public Words Classes(string list) => Announce(TokenKind.ClassName, list);

    /// <summary>Keywords behind which a name of a certain kind stands.</summary>
    public Words Announce(TokenKind name, string list) => Add(new Word(TokenKind.Keyword, name), list);

    public Words Add(Word word, string list)
    {
        foreach (var range in list.AsSpan().Split(' '))
        {
            if (list[range] is { Length: > 0 } text)
            {
                Put(text, word);
            }
        }

        return this;
    }

    /// <summary>All words of another table; those of this table win.</summary>
    public Words AddAll(Words other)
    {
        foreach (var (text, word) in other._places)
        {
            if (text is not null && !TryFind(text, out _))
            {
                Put(text, word);
            }
        }

        return this;
    }

    private void Put(string text, Word word)
    {
        if (2 * ++_count > _places.Length)
        {
            var old = _places;
            _places = new (string?, Word)[2 * old.Length];
            foreach (var (known, meaning) in old)
            {
                if (known is not null)
                {
                    _places[PlaceOf(known)] = (known, meaning);
                }
            }
        }

        _places[PlaceOf(text)] = (text, word);
    }

    public bool TryFind(ReadOnlySpan<char> text, out Word word)
    {
        var (known, meaning) = _places[PlaceOf(text)];
        word = meaning;
        return known is not null;
    }

    public bool Contains(ReadOnlySpan<char> text) => TryFind(text, out _);

    // The place of the word, or the free one where it would stand. Never more than half of the table is taken.
    private int PlaceOf(ReadOnlySpan<char> text)
    {
        var mask = _places.Length - 1;
        for (var i = Hash(text) & mask; ; i = (i + 1) & mask)
        {
            if (_places[i].Text is not { } known || AreEqual(known, text))
            {
                return i;
            }
        }
    }

    private bool AreEqual(string known, ReadOnlySpan<char> text) =>
        known.Length == text.Length && (ignoresCase ? text.Equals(known, StringComparison.OrdinalIgnoreCase) : text.SequenceEqual(known));

    // The bit of lower case is set, so that words that differ by case alone meet.
    private static int Hash(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var (first, middle, last) = ((uint)text[0] | 0x20, (uint)text[text.Length / 2] | 0x20, (uint)text[^1] | 0x20);
        var hash = ((uint)text.Length * 0x9E3779B1) ^ (first * 0x85EBCA77) ^ (middle * 0xC2B2AE3D) ^ (last * 0x27D4EB2F);
        if (text.Length > 3)
        {
            hash ^= ((uint)text[1] | 0x20) * 0x165667B1 ^ ((uint)text[^2] | 0x20) * 0xD3A2646C;
        }

        return (int)(hash >> 15 ^ hash);
    }
}
