namespace Blog.Text.Highlighting;

/// <summary>Some ASCII characters, and perhaps all the others.</summary>
internal readonly record struct CharSet(UInt128 Ascii, bool HasOthers = false)
{
    public static CharSet All { get; } = new(UInt128.MaxValue, HasOthers: true);

    public static CharSet Digits { get; } = Of("0123456789");

    public static CharSet Letters { get; } = Of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>What may begin a name in most languages: letters of any script and the underscore.</summary>
    public static CharSet NameStart { get; } = (Letters | Of("_")) with { HasOthers = true };

    /// <summary>What may go on in a name in most languages.</summary>
    public static CharSet NamePart { get; } = NameStart | Digits;

    /// <param name="characters">ASCII; a character above stands for all above.</param>
    public static CharSet Of(ReadOnlySpan<char> characters)
    {
        var set = default(CharSet);
        foreach (var c in characters)
        {
            set = c < 128 ? new(set.Ascii | (UInt128.One << c), set.HasOthers) : set with { HasOthers = true };
        }

        return set;
    }

    public static CharSet operator |(CharSet left, CharSet right) => new(left.Ascii | right.Ascii, left.HasOthers || right.HasOthers);

    public static CharSet Except(CharSet set, ReadOnlySpan<char> characters) => set with { Ascii = set.Ascii & ~Of(characters).Ascii };

    public IEnumerable<char> AsciiCharacters
    {
        get
        {
            for (var c = '\0'; c < 128; c++)
            {
                if (Contains(c))
                {
                    yield return c;
                }
            }
        }
    }

    public bool Contains(char c) => c < 128 ? (Ascii >> c & 1) != 0 : HasOthers;
}
