using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>Where an operator stands in its row, which decides what browsers do with it.</summary>
internal enum OperatorForm : byte
{
    Prefix,
    Infix,
    Postfix,

    /// <summary>Only blanks or words are on one side; engines differ in whether they count.</summary>
    Unsure,
}

/// <summary>Space on the left and right of an operator, in eighteenths of an em.</summary>
internal readonly record struct OperatorSpace(int Left, int Right);

/// <summary>The space that browsers put around an operator by themselves.</summary>
/// <remarks>https://www.w3.org/TR/mathml-core/#operator-dictionary, as far as this engine writes its operators.</remarks>
internal static class OperatorDictionary
{
    private sealed record Entry
    {
        public OperatorSpace? Prefix { get; init; }

        public OperatorSpace? Infix { get; init; }

        public OperatorSpace? Postfix { get; init; }
    }

    private static readonly OperatorSpace NotListed = new(5, 5);

    private static readonly (OperatorForm Form, int Left, int Right, string Characters)[] Table =
    [
        (OperatorForm.Infix, 4, 4, "+-±−∓/÷∔∕∖∧∨∩∪∶⊎⊓⊔⊕⊖⊘⊝⊞⊟⊻⊼⋎⋏⋒⋓⩞"),
        (OperatorForm.Infix, 3, 3, "*.?@%^·×•∗∘∙≀⊗⊙⊚⊛⊠⊡⊺⋄⋅⋆⋇⋉⋊⋋⋌⨿"),
        (OperatorForm.Infix, 0, 3, ",:;"),
        (OperatorForm.Infix, 0, 0, "\\_\u2061\u2062\u2063\u2064"),
        (OperatorForm.Infix, 5, 5, "|‖∼"),
        (OperatorForm.Prefix, 0, 0, "+-±−∓!¬∀∃∄∁∇∠∡∢∴∵∼‘([{⌈⌊⟦⟨⟮|‖"),
        (OperatorForm.Postfix, 0, 0, ")]}⌉⌋⟧⟩⟯|‖!%&\"'´˙¨°′″‵`^_~¯ˆˇ˜‾⎴⎵⏜⏝⏞⏟⌢⌣"),
        (OperatorForm.Prefix, 3, 3, "∏∐∑⋀⋁⋂⋃⨀⨁⨂⨄⨅⨆∫∬∭∮∯∰⨌"),
        (OperatorForm.Prefix, 3, 0, "∂√"),
    ];

    private const string VerticallyStretchy = "↑↓↕⇑⇓⇕↾↿⇂⇃⇈⇊↰↱";

    private const string WithMovableLimits = "∏∐∑⋀⋁⋂⋃⨀⨁⨂⨄⨅⨆";

    private static readonly FrozenDictionary<char, Entry> Entries = Table
        .SelectMany(row => row.Characters.Select(character => (Character: character, row.Form, Space: new OperatorSpace(row.Left, row.Right))))
        .GroupBy(row => row.Character)
        .ToFrozenDictionary(group => group.Key, group => new Entry
        {
            Prefix = Of(group, OperatorForm.Prefix),
            Infix = Of(group, OperatorForm.Infix),
            Postfix = Of(group, OperatorForm.Postfix),
        });

    private static OperatorSpace? Of(IEnumerable<(char Character, OperatorForm Form, OperatorSpace Space)> rows, OperatorForm form)
    {
        foreach (var row in rows)
        {
            if (row.Form == form)
            {
                return row.Space;
            }
        }

        return null;
    }

    /// <summary>The space in a form; where the dictionary has none for it, that of another form, as browsers do.</summary>
    public static OperatorSpace Space(ReadOnlySpan<char> sign, OperatorForm form)
    {
        if (sign is not [var character] || !Entries.TryGetValue(character, out var entry))
        {
            return NotListed;
        }

        var own = form switch { OperatorForm.Prefix => entry.Prefix, OperatorForm.Postfix => entry.Postfix, _ => entry.Infix };
        return own ?? entry.Infix ?? entry.Postfix ?? entry.Prefix ?? NotListed;
    }

    /// <summary>Whether it grows with what stands beside it, if nobody says otherwise.</summary>
    public static bool IsVerticallyStretchy(char sign) => sign > '\u2000' && VerticallyStretchy.Contains(sign);

    /// <summary>Whether its limits go beside it outside of display style.</summary>
    public static bool HasMovableLimits(ReadOnlySpan<char> sign) => sign is [var only] && WithMovableLimits.Contains(only);
}
