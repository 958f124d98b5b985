using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The commands that choose an alphabet, and the letters that stand in the Basic Multilingual Plane.</summary>
internal static class Alphabets
{
    private static readonly FrozenDictionary<string, Alphabet> WithArgument = Names(
        (Alphabet.Bold, "mathbf bold symbf"),
        (Alphabet.BoldItalic, "boldsymbol bm pmb symbfit"),
        (Alphabet.Italic, "mathit"),
        (Alphabet.Upright, "mathrm mathup"),
        (Alphabet.DoubleStruck, "mathbb Bbb"),
        (Alphabet.Script, "mathcal mathscr"),
        (Alphabet.Fraktur, "mathfrak frak"),
        (Alphabet.SansSerif, "mathsf"),
        (Alphabet.Monospace, "mathtt"),
        (Alphabet.Normal, "mathnormal"));

    private static readonly FrozenDictionary<string, Alphabet> Switches = Names(
        (Alphabet.Bold, "bf"),
        (Alphabet.Italic, "it"),
        (Alphabet.Upright, "rm"),
        (Alphabet.Script, "cal"),
        (Alphabet.SansSerif, "sf"),
        (Alphabet.Monospace, "tt"),
        (Alphabet.Normal, "mit"));

    private static readonly FrozenDictionary<char, char> DoubleStruckLetters = "CHNPQRZΓγΠπ".Zip("ℂℍℕℙℚℝℤℾℽℿℼ", KeyValuePair.Create).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> ScriptLetters = "BEFHILMRego".Zip("ℬℰℱℋℐℒℳℛℯℊℴ", KeyValuePair.Create).ToFrozenDictionary();

    private static FrozenDictionary<string, Alphabet> Names(params (Alphabet Alphabet, string Names)[] table) =>
        table.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Alphabet))).ToFrozenDictionary();

    public static bool TryCommand(ReadOnlySpan<char> name, out Alphabet alphabet) =>
        WithArgument.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out alphabet);

    public static bool TrySwitch(ReadOnlySpan<char> name, out Alphabet alphabet) =>
        Switches.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out alphabet);

    /// <summary>The letter in its alphabet where every font has it; else the letter itself, which reads as well without the style.</summary>
    public static char InBasicPlane(char letter, Alphabet alphabet)
    {
        var letters = alphabet switch
        {
            Alphabet.DoubleStruck => DoubleStruckLetters,
            Alphabet.Script => ScriptLetters,
            _ => null,
        };
        return letters is not null && letters.TryGetValue(letter, out var styled) ? styled : letter;
    }
}
