using System.Text;

namespace Blog.Text.Tex;

internal sealed partial class OneLineWriter
{
    private bool Scripted(MathNode scripts)
    {
        var hasPrimesOnly = scripts is { Lower: null, Upper: null };
        if ((_isInScript && !hasPrimesOnly) || scripts.Limits == LimitsPlacement.AboveAndBelow || !CanCarryScripts(scripts.First))
        {
            return false;
        }

        if (scripts.First is { } scripted && !Item(scripted))
        {
            return false;
        }

        if (!TryScript(scripts.Lower, '_', ScriptCharacters.TryLower, out var lower) || !TryScript(scripts.Upper, '^', TryRaise, out var upper))
        {
            return false;
        }

        var needsBase = lower is ['_', ..] || upper is ['^', ..];
        if (needsBase && scripts.First is null or { Kind: NodeKind.Row, First: null })
        {
            return false;
        }

        if (upper == "^∘" && scripts.First is { Kind: NodeKind.Number })
        {
            upper = "°";
        }

        _line.Append(lower).Append('′', scripts.Count).Append(upper);
        var last = upper.Length > 0 ? upper : scripts.Count > 0 ? "′" : lower;
        _isOpenWord = last is ['_' or '^', not '(', ..];
        return true;
    }

    /// <summary>On one line a script belongs to the single thing before it; a group would lose its braces, a sum its limits.</summary>
    private static bool CanCarryScripts(MathNode? node) => node switch
    {
        null or { Kind: NodeKind.Row, First: null } or { Kind: NodeKind.Function or NodeKind.Text or NodeKind.Delimiter } => true,
        { Kind: NodeKind.Fenced } => node.Close.Length > 0,
        { Kind: NodeKind.Classed, First: { } body } => node.Class == AtomClass.Operator || IsToken(body),
        _ => IsToken(node),
    };

    private static string? TryRaise(string text) => text.AsSpan().ContainsAnyExcept('′') ? ScriptCharacters.TryRaise(text) : text;

    private bool TryScript(MathNode? node, char sign, Func<string, string?> toScript, out string script)
    {
        script = "";
        if (node is null)
        {
            return true;
        }

        if (Flat(node) is not { } text)
        {
            return false;
        }

        script = toScript(text) ?? (IsToken(node) ? $"{sign}{text}" : $"{sign}({text})");
        return true;
    }

    /// <summary>The text of a script, tight as TeX sets it; null when it has scripts or fractions of its own.</summary>
    private string? Flat(MathNode node)
    {
        var (line, isInScript, isOpenWord) = (_line, _isInScript, _isOpenWord);
        (_line, _isInScript, _isOpenWord) = (new StringBuilder(), true, false);
        var text = Group(PartsOf(node)) ? _line.ToString().Trim() : null;
        (_line, _isInScript, _isOpenWord) = (line, isInScript, isOpenWord);
        return text;
    }
}
