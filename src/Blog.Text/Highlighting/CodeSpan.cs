namespace Blog.Text.Highlighting;

/// <summary>A run of one kind in a piece of code; offsets in UTF-16 units, the end is the character behind it.</summary>
public readonly record struct CodeSpan(int Start, int End, TokenKind Kind);
