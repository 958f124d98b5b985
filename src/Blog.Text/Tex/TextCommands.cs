using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>What commands mean among words.</summary>
internal static class TextCommands
{
    private static readonly FrozenDictionary<string, string> Characters = new Dictionary<string, string>
    {
        [" "] = " ",
        ["\t"] = " ",
        ["\n"] = " ",
        ["\\"] = " ",
        ["newline"] = " ",
        ["space"] = " ",
        ["nobreakspace"] = "\u00A0",
        [","] = "\u2009",
        ["thinspace"] = "\u2009",
        [":"] = "\u2005",
        [">"] = "\u2005",
        ["medspace"] = "\u2005",
        [";"] = "\u2004",
        ["thickspace"] = "\u2004",
        ["enspace"] = "\u2002",
        ["enskip"] = "\u2002",
        ["quad"] = "\u2003",
        ["qquad"] = "\u2003\u2003",
        ["!"] = "",
        ["/"] = "",
        ["-"] = "",
        ["negthinspace"] = "",
        ["{"] = "{",
        ["}"] = "}",
        ["_"] = "_",
        ["#"] = "#",
        ["$"] = "$",
        ["%"] = "%",
        ["&"] = "&",
        ["i"] = "ı",
        ["j"] = "ȷ",
        ["aa"] = "å",
        ["AA"] = "Å",
        ["textbackslash"] = "\\",
        ["textasciitilde"] = "~",
        ["textasciicircum"] = "^",
        ["textunderscore"] = "_",
        ["textbar"] = "|",
        ["textless"] = "<",
        ["textgreater"] = ">",
        ["textdollar"] = "$",
        ["textbraceleft"] = "{",
        ["textbraceright"] = "}",
        ["textendash"] = "–",
        ["textemdash"] = "—",
        ["textellipsis"] = "…",
        ["textbullet"] = "•",
        ["textdegree"] = "°",
        ["textquoteleft"] = "‘",
        ["textquoteright"] = "’",
        ["textquotedblleft"] = "“",
        ["textquotedblright"] = "”",
        ["TeX"] = "TeX",
        ["LaTeX"] = "LaTeX",
        ["KaTeX"] = "KaTeX",
    }.ToFrozenDictionary();

    // The sign after the backslash, and the few letters that are commands.
    private static readonly FrozenDictionary<string, char> Accents = new Dictionary<string, char>
    {
        ["'"] = '\u0301',
        ["`"] = '\u0300',
        ["^"] = '\u0302',
        ["\""] = '\u0308',
        ["~"] = '\u0303',
        ["="] = '\u0304',
        ["."] = '\u0307',
        ["b"] = '\u0331',
        ["c"] = '\u0327',
        ["d"] = '\u0323',
        ["v"] = '\u030C',
        ["u"] = '\u0306',
        ["H"] = '\u030B',
        ["r"] = '\u030A',
        ["k"] = '\u0328',
    }.ToFrozenDictionary();

    /// <summary>Commands with text as their argument, and what they make of the style around them.</summary>
    private static readonly FrozenDictionary<string, Func<TextStyle, TextStyle>> Styles = new Dictionary<string, Func<TextStyle, TextStyle>>
    {
        ["text"] = style => style,
        ["textnormal"] = style => style & TextStyle.FullSize,
        ["textrm"] = style => style & ~(TextStyle.SansSerif | TextStyle.Monospace),
        ["textup"] = style => style & ~TextStyle.Italic,
        ["textmd"] = style => style & ~TextStyle.Bold,
        ["textbf"] = style => style | TextStyle.Bold,
        ["textit"] = style => style | TextStyle.Italic,
        ["textsl"] = style => style | TextStyle.Italic,
        ["emph"] = style => style ^ TextStyle.Italic,
        ["textsf"] = style => style & ~TextStyle.Monospace | TextStyle.SansSerif,
        ["texttt"] = style => style & ~TextStyle.SansSerif | TextStyle.Monospace,
        ["textsc"] = style => style,
        ["mbox"] = style => style | TextStyle.FullSize,
        ["hbox"] = style => style | TextStyle.FullSize,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Func<TextStyle, TextStyle>> Switches = new Dictionary<string, Func<TextStyle, TextStyle>>
    {
        ["rm"] = style => style & TextStyle.FullSize,
        ["bf"] = style => style | TextStyle.Bold,
        ["it"] = style => style | TextStyle.Italic,
        ["sf"] = style => style | TextStyle.SansSerif,
        ["tt"] = style => style | TextStyle.Monospace,
        ["bfseries"] = style => style | TextStyle.Bold,
        ["itshape"] = style => style | TextStyle.Italic,
        ["normalfont"] = style => style & TextStyle.FullSize,
    }.ToFrozenDictionary();

    public static IEnumerable<string> StyleNames => Styles.Keys;

    public static bool TryCharacters(ReadOnlySpan<char> name, out string? characters) =>
        Characters.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out characters);

    public static bool TryAccent(ReadOnlySpan<char> name, out char mark) => Accents.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out mark);

    public static Func<TextStyle, TextStyle>? Style(ReadOnlySpan<char> name) =>
        Styles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var style) ? style : null;

    public static Func<TextStyle, TextStyle>? Switch(ReadOnlySpan<char> name) =>
        Switches.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var style) ? style : null;
}
