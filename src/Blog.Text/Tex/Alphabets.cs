using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The commands that choose an alphabet, and the letters that Unicode has for each.</summary>
/// <remarks>Browsers know no other <c>mathvariant</c> than <c>normal</c>, so letters are written as the characters they are.</remarks>
internal static class Alphabets
{
    public static readonly FrozenDictionary<string, Alphabet> WithArgument = Names(
        (Alphabet.Bold, "mathbf bold symbf"),
        (Alphabet.BoldItalic, "boldsymbol bm pmb symbfit"),
        (Alphabet.Italic, "mathit"),
        (Alphabet.Upright, "mathrm mathup"),
        (Alphabet.DoubleStruck, "mathbb Bbb mathds"),
        (Alphabet.Script, "mathcal mathscr"),
        (Alphabet.Fraktur, "mathfrak frak"),
        (Alphabet.SansSerif, "mathsf"),
        (Alphabet.Monospace, "mathtt"),
        (Alphabet.Normal, "mathnormal"));

    public static readonly FrozenDictionary<string, Alphabet> Switches = Names(
        (Alphabet.Bold, "bf"),
        (Alphabet.Italic, "it"),
        (Alphabet.Upright, "rm"),
        (Alphabet.Script, "cal"),
        (Alphabet.SansSerif, "sf"),
        (Alphabet.Monospace, "tt"),
        (Alphabet.Normal, "mit"));

    private static readonly FrozenDictionary<char, char> DoubleStruckLetters = "CHNPQRZΓγΠπ".Zip("ℂℍℕℙℚℝℤℾℽℿℼ", KeyValuePair.Create).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> ScriptLetters = "BEFHILMRego".Zip("ℬℰℱℋℐℒℳℛℯℊℴ", KeyValuePair.Create).ToFrozenDictionary();

    private static readonly FrozenDictionary<char, char> FrakturLetters = "CHIRZ".Zip("ℭℌℑℜℨ", KeyValuePair.Create).ToFrozenDictionary();

    // Behind ω in each Greek alphabet: ∂ at 51, then the variants.
    private const string GreekVariants = "∂ϵϑϰϕϱϖ";

    private static FrozenDictionary<string, Alphabet> Names(params (Alphabet Alphabet, string Names)[] table) =>
        table.SelectMany(row => row.Names.Split(' ').Select(name => KeyValuePair.Create(name, row.Alphabet))).ToFrozenDictionary();

    /// <summary>What a command makes of the alphabet around it: <c>\boldsymbol{\mathcal L}</c> is bold script, whichever comes first.</summary>
    public static Alphabet Combine(Alphabet outer, Alphabet inner) => (outer, inner) switch
    {
        (Alphabet.Script or Alphabet.BoldScript, Alphabet.BoldItalic or Alphabet.Bold) => Alphabet.BoldScript,
        (Alphabet.Fraktur or Alphabet.BoldFraktur, Alphabet.BoldItalic or Alphabet.Bold) => Alphabet.BoldFraktur,
        (Alphabet.SansSerif or Alphabet.BoldSansSerif, Alphabet.BoldItalic or Alphabet.Bold) => Alphabet.BoldSansSerif,
        (Alphabet.SansSerif, Alphabet.Italic) => Alphabet.ItalicSansSerif,
        (Alphabet.BoldSansSerif, Alphabet.Italic) => Alphabet.BoldItalicSansSerif,
        (Alphabet.DoubleStruck or Alphabet.Monospace, Alphabet.BoldItalic) => outer,
        (Alphabet.BoldItalic or Alphabet.Bold, Alphabet.Script) => Alphabet.BoldScript,
        (Alphabet.BoldItalic or Alphabet.Bold, Alphabet.Fraktur) => Alphabet.BoldFraktur,
        (Alphabet.BoldItalic or Alphabet.Bold, Alphabet.SansSerif) => Alphabet.BoldSansSerif,
        (Alphabet.BoldItalic, Alphabet.Upright) => Alphabet.Bold,
        (Alphabet.BoldItalic, Alphabet.Italic or Alphabet.Normal) => Alphabet.BoldItalic,
        _ => inner,
    };

    /// <summary>Whether letters side by side are a word in this alphabet, not a product.</summary>
    public static bool HasWords(Alphabet alphabet) => alphabet is Alphabet.Upright or Alphabet.Italic or Alphabet.SansSerif or Alphabet.Monospace
        or Alphabet.BoldSansSerif or Alphabet.ItalicSansSerif or Alphabet.BoldItalicSansSerif;

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

    /// <summary>The code point of a letter or digit in an alphabet; the character itself when the alphabet does not have it.</summary>
    public static int CodePoint(char character, Alphabet alphabet) => character switch
    {
        >= 'A' and <= 'Z' => Latin(character, character - 'A', alphabet),
        >= 'a' and <= 'z' => Latin(character, character - 'a' + 26, alphabet),
        >= '0' and <= '9' => Digits(alphabet) is var first and > 0 ? first + character - '0' : character,
        _ => Greek(character, alphabet),
    };

    private static int Latin(char letter, int index, Alphabet alphabet)
    {
        var exceptions = alphabet switch
        {
            Alphabet.DoubleStruck => DoubleStruckLetters,
            Alphabet.Script => ScriptLetters,
            Alphabet.Fraktur => FrakturLetters,
            _ => null,
        };
        if (exceptions is not null && exceptions.TryGetValue(letter, out var exception))
        {
            return exception;
        }

        var first = alphabet switch
        {
            Alphabet.Bold => 0x1D400,
            Alphabet.Italic or Alphabet.Normal => 0x1D434,
            Alphabet.BoldItalic => 0x1D468,
            Alphabet.Script => 0x1D49C,
            Alphabet.BoldScript => 0x1D4D0,
            Alphabet.Fraktur => 0x1D504,
            Alphabet.DoubleStruck => 0x1D538,
            Alphabet.BoldFraktur => 0x1D56C,
            Alphabet.SansSerif => 0x1D5A0,
            Alphabet.BoldSansSerif => 0x1D5D4,
            Alphabet.ItalicSansSerif => 0x1D608,
            Alphabet.BoldItalicSansSerif => 0x1D63C,
            Alphabet.Monospace => 0x1D670,
            _ => 0,
        };

        // Planck's constant is older than the alphabet it belongs to.
        return first == 0 ? letter : first == 0x1D434 && letter == 'h' ? 'ℎ' : first + index;
    }

    private static int Digits(Alphabet alphabet) => alphabet switch
    {
        Alphabet.Bold or Alphabet.BoldItalic => 0x1D7CE,
        Alphabet.DoubleStruck => 0x1D7D8,
        Alphabet.SansSerif or Alphabet.ItalicSansSerif => 0x1D7E2,
        Alphabet.BoldSansSerif or Alphabet.BoldItalicSansSerif => 0x1D7EC,
        Alphabet.Monospace => 0x1D7F6,
        _ => 0,
    };

    private static int Greek(char letter, Alphabet alphabet)
    {
        if (alphabet == Alphabet.DoubleStruck)
        {
            return DoubleStruckLetters.TryGetValue(letter, out var styled) ? styled : letter;
        }

        var index = letter switch
        {
            'ϴ' => 17,
            '\u03A2' => -1,
            >= 'Α' and <= 'Ω' => letter - 'Α',
            '∇' => 25,
            >= 'α' and <= 'ω' => letter - 'α' + 26,
            _ => GreekVariants.IndexOf(letter) is var variant and >= 0 ? variant + 51 : -1,
        };
        if (index < 0)
        {
            return letter switch
            {
                'ı' when alphabet is Alphabet.Italic or Alphabet.Normal => 0x1D6A4,
                'ȷ' when alphabet is Alphabet.Italic or Alphabet.Normal => 0x1D6A5,
                _ => letter,
            };
        }

        var first = alphabet switch
        {
            Alphabet.Bold => 0x1D6A8,
            Alphabet.Italic => 0x1D6E2,
            Alphabet.BoldSansSerif => 0x1D756,
            Alphabet.BoldItalicSansSerif => 0x1D790,

            // As in TeX, bold capitals stand upright.
            Alphabet.BoldItalic => index <= 25 ? 0x1D6A8 : 0x1D71C,
            Alphabet.Normal => index < 25 ? 0x1D6E2 : 0,
            _ => 0,
        };
        return first == 0 ? letter : first + index;
    }
}
