using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>What is put over or under a part of a formula.</summary>
/// <param name="Text">The sign as an operator; empty when a line of the style sheet does it.</param>
/// <param name="Mark">The combining character that it is over a single letter; 0 when there is none.</param>
/// <param name="Attributes">Those that browsers need to put it where TeX does, as markup.</param>
internal sealed record AccentSign(string Text, char Mark = '\0', string Attributes = "")
{
    public bool IsUnder { get; init; }

    /// <summary>Over several letters the sign keeps its size.</summary>
    public bool IsNarrow { get; init; }

    /// <summary>A script goes beyond the sign: braces.</summary>
    public bool HasLimits { get; init; }

    /// <summary>The class of the line that stands for the sign.</summary>
    public string? Line { get; init; }

    private const string Stretchy = " stretchy=\"true\"";

    /// <remarks>Which code point and which attribute is the best compromise of three engines and five fonts; each other choice is drawn wrong in one of them.</remarks>
    public static readonly FrozenDictionary<string, AccentSign> ByCommand = new Dictionary<string, AccentSign>
    {
        ["hat"] = new("ˆ", '\u0302') { IsNarrow = true },
        ["tilde"] = new("˜", '\u0303') { IsNarrow = true },
        ["bar"] = new("¯", '\u0304') { IsNarrow = true },
        ["vec"] = new("→", '\u20D7', " stretchy=\"false\" mathsize=\"70%\""),
        ["dot"] = new("˙", '\u0307', Stretchy),
        ["ddot"] = new("¨", '\u0308', Stretchy),
        ["dddot"] = new("\u20DB", '\u20DB'),
        ["ddddot"] = new("\u20DC", '\u20DC'),
        ["check"] = new("ˇ", '\u030C') { IsNarrow = true },
        ["breve"] = new("˘", '\u0306', Stretchy),
        ["acute"] = new("´", '\u0301', Stretchy),
        ["grave"] = new("`", '\u0300', Stretchy),
        ["mathring"] = new("˚", '\u030A', Stretchy),
        ["widehat"] = new("\u0302", '\u0302', Stretchy),
        ["widetilde"] = new("~", '\u0303', Stretchy),
        ["widecheck"] = new("ˇ", '\u030C', Stretchy),
        ["utilde"] = new("~", '\u0330', Stretchy) { IsUnder = true },
        ["overline"] = new("", '\u0305') { Line = "ovl" },
        ["widebar"] = new("", '\u0305') { Line = "ovl" },
        ["uline"] = new("", '\u0332') { Line = "udl", IsUnder = true },
        ["underline"] = new("", '\u0332') { Line = "udl", IsUnder = true },
        ["underbar"] = new("", '\u0332') { Line = "udl", IsUnder = true },
        ["overrightarrow"] = Over('→'),
        ["overleftarrow"] = Over('←'),
        ["overleftrightarrow"] = Over('↔'),
        ["Overrightarrow"] = Over('⇒'),
        ["overrightharpoon"] = Over('⇀'),
        ["overleftharpoon"] = Over('↼'),
        ["underrightarrow"] = Under('→'),
        ["underleftarrow"] = Under('←'),
        ["underleftrightarrow"] = Under('↔'),
        ["overbrace"] = Over('⏞') with { HasLimits = true },
        ["underbrace"] = Under('⏟') with { HasLimits = true },
        ["overbracket"] = Over('⎴') with { HasLimits = true },
        ["underbracket"] = Under('⎵') with { HasLimits = true },
        ["overparen"] = Over('⏜') with { HasLimits = true },
        ["underparen"] = Under('⏝') with { HasLimits = true },
        ["wideparen"] = Over('⏜'),
        ["overarc"] = Over('⏜'),
        ["overgroup"] = Over('⏜'),
        ["undergroup"] = Under('⏝'),
        ["overlinesegment"] = Over('↔'),
        ["underlinesegment"] = Under('↔'),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<char, AccentSign> ByMark = new[]
    {
        "hat", "tilde", "bar", "vec", "dot", "ddot", "dddot", "ddddot", "check", "breve", "acute", "grave", "mathring", "overline", "underline",
    }.Select(name => ByCommand[name]).ToFrozenDictionary(sign => sign.Mark);

    private static AccentSign Over(char sign) => new(sign.ToString(), Attributes: Stretchy);

    private static AccentSign Under(char sign) => new(sign.ToString(), Attributes: Stretchy) { IsUnder = true };

    public static AccentSign? OfMark(char mark) => ByMark.TryGetValue(mark, out var sign) ? sign : null;
}
