using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The superscripts and subscripts that Unicode has as characters of their own.</summary>
/// <remarks>
/// Only characters whose compatibility decomposition is the plain one (so NFKC, a search engine, reads the same), and only those of the
/// Basic Multilingual Plane, which fonts have. No superscript q; few subscripts; of Greek a handful.
/// </remarks>
internal static class ScriptCharacters
{
    private const string PlainOfRaised = "0123456789+−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδφχθ";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵠᵡᶿ";
    private const string PlainOfLowered = "0123456789+−=()aehijklmnoprstuvxβγρφχ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";

    private static readonly FrozenDictionary<char, char> Raise = Pairs(PlainOfRaised, Raised);
    private static readonly FrozenDictionary<char, char> Lower = Pairs(PlainOfLowered, Lowered);
    private static readonly FrozenDictionary<char, char> Plain = Pairs(Raised + Lowered, PlainOfRaised + PlainOfLowered);

    private static FrozenDictionary<char, char> Pairs(string from, string to) =>
        from.Zip(to, KeyValuePair.Create).ToFrozenDictionary();

    public static bool IsRaised(char character) => character > 'z' && Raised.Contains(character);

    public static bool IsLowered(char character) => character > 'z' && Lowered.Contains(character);

    /// <summary>The character a script character stands for: <c>2</c> for <c>²</c>.</summary>
    public static char OnTheLine(char script) => Plain[script];

    /// <summary>The text as superscripts, or null when one of its characters has none.</summary>
    public static string? TryRaise(string text) => TryMap(text, Raise);

    /// <summary>The text as subscripts, or null when one of its characters has none.</summary>
    public static string? TryLower(string text) => TryMap(text, Lower);

    private static string? TryMap(string text, FrozenDictionary<char, char> map)
    {
        var mapped = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!map.TryGetValue(text[i], out mapped[i]))
            {
                return null;
            }
        }

        return new(mapped);
    }
}
