using System.Collections.Immutable;

namespace Blog.Text.Tex;

public enum MathKind
{
    /// <summary>A formula within a line: <c>math</c>.</summary>
    Inline,

    /// <summary>A formula on a line of its own: <c>math display="block"</c>, to be put into an element that scrolls.</summary>
    Display,

    /// <summary>A displayed formula with its number beside it: a <c>div class="math-display numbered"</c> that scrolls by itself.</summary>
    Numbered,

    /// <summary>What cannot be shown otherwise: the TeX in <c>code class="math-error"</c>.</summary>
    Source,

    /// <summary>Definitions alone: no markup.</summary>
    Nothing,
}

/// <summary>One formula as markup.</summary>
/// <param name="Html">Well-formed also as XML. References to equations are not yet in it: see <see cref="MathPage.Finish"/>.</param>
/// <param name="Diagnostics">Warnings with a word as code (<c>unknown-command</c>), no source, and spans within the formula.</param>
public sealed record MathMarkup(MathKind Kind, string Html, ImmutableArray<Diagnostic> Diagnostics)
{
    internal ImmutableArray<LateReference> References { get; init; } = [];
}

/// <summary>A place in markup that waits for the number of an equation.</summary>
internal readonly record struct LateReference(int Offset, string Label, bool HasParentheses, TextSpan Span);
