namespace Blog.Text.Tex;

/// <summary>What a command stands for.</summary>
/// <param name="Body">Its <c>#1</c> are a hash and a digit.</param>
/// <param name="Default">The first argument when no <c>[…]</c> follows; null when it is an argument like the others.</param>
internal sealed record Macro(int Arguments, Token[] Body, Token[]? Default = null);
