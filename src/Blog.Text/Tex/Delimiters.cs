using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The signs that <c>\left</c> and <c>\big</c> make as large as needed.</summary>
internal static class Delimiters
{
    private static readonly FrozenDictionary<string, string> ByText = new[]
    {
        "(", ")", "[", "]", "{", "}", "⟨", "⟩", "|", "‖", "⌊", "⌋", "⌈", "⌉", "/", "\\", "⟮", "⟯", "⎰", "⎱", "⌜", "⌝", "⌞", "⌟",
        "↑", "↓", "↕", "⇑", "⇓", "⇕", "⟦", "⟧", "⦃", "⦄",
    }.Select(sign => KeyValuePair.Create(sign, sign)).Concat([new("<", "⟨"), new(">", "⟩"), new(".", ""), new("∣", "|"), new("∥", "‖"), new("〈", "⟨"), new("〉", "⟩")])
        .ToFrozenDictionary();

    /// <summary>The delimiter that a token stands for; empty for <c>.</c>, which is not drawn.</summary>
    public static bool TryRead(in Token token, out string delimiter)
    {
        var written = token.Text.Span;
        if (token.IsCommand)
        {
            // \. is no delimiter.
            written = Symbols.TryCommand(written, out var symbol) ? symbol.Text : "";
        }
        else if (token.Kind is not (TokenKind.Character or TokenKind.Letter))
        {
            written = "";
        }

        return ByText.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out delimiter!);
    }
}
