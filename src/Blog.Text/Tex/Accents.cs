using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>Accent commands and the combining characters they are over a single letter.</summary>
internal static class Accents
{
    private static readonly FrozenDictionary<string, (char Mark, bool IsWide)> ByCommand = new Dictionary<string, (char, bool)>
    {
        ["hat"] = ('\u0302', false),
        ["tilde"] = ('\u0303', false),
        ["bar"] = ('\u0304', false),
        ["vec"] = ('\u20D7', false),
        ["dot"] = ('\u0307', false),
        ["ddot"] = ('\u0308', false),
        ["dddot"] = ('\u20DB', false),
        ["ddddot"] = ('\u20DC', false),
        ["check"] = ('\u030C', false),
        ["breve"] = ('\u0306', false),
        ["acute"] = ('\u0301', false),
        ["grave"] = ('\u0300', false),
        ["mathring"] = ('\u030A', false),
        ["widehat"] = ('\u0302', true),
        ["widetilde"] = ('\u0303', true),
        ["widecheck"] = ('\u030C', true),
        ["overline"] = ('\u0305', true),
        ["underline"] = ('\u0332', true),
    }.ToFrozenDictionary();

    // Accents of \text: the sign after the backslash, and the few letters that are commands.
    private static readonly FrozenDictionary<string, char> InText = new Dictionary<string, char>
    {
        ["'"] = '\u0301',
        ["`"] = '\u0300',
        ["^"] = '\u0302',
        ["\""] = '\u0308',
        ["~"] = '\u0303',
        ["="] = '\u0304',
        ["."] = '\u0307',
        ["c"] = '\u0327',
        ["v"] = '\u030C',
        ["u"] = '\u0306',
        ["H"] = '\u030B',
        ["r"] = '\u030A',
        ["k"] = '\u0328',
    }.ToFrozenDictionary();

    public static bool TryCommand(ReadOnlySpan<char> name, out (char Mark, bool IsWide) accent) =>
        ByCommand.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out accent);

    public static bool TryTextCommand(ReadOnlySpan<char> name, out char mark) =>
        InText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out mark);

    public static bool IsMark(char mark) => mark is '\u0300' or '\u0301' or '\u0302' or '\u0303' or '\u0304' or '\u0305' or '\u0306' or '\u0307'
        or '\u0308' or '\u030A' or '\u030C' or '\u0332' or '\u20D7' or '\u20DB' or '\u20DC';
}
