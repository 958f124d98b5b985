using Blog.Text.Tex;

namespace Blog.Composing.Markdown.Formulas;

/// <summary>A formula of a body: its TeX, then what <see cref="PostMath"/> makes of it.</summary>
internal sealed class Formula(FormulaText text, bool isDisplay)
{
    private MathMacros? _macros;
    private MathMarkup? _markup;

    public FormulaText Text { get; } = text;

    public string Tex => field ??= Text.ToString();

    public bool IsDisplay { get; set; } = isDisplay;

    /// <summary>Written <c>$$x$$</c> within a line, which kramdown takes for a formula of the line and others for a displayed one.</summary>
    public bool HasDoubleDollars { get; init; }

    public MathKind Kind => _markup?.Kind ?? MathKind.Source;

    public string Html => _markup?.Html ?? "";

    /// <summary>For text that is a link itself, or stands on the page a second time.</summary>
    public string HtmlWithoutLinks => LinkTags.Remove(Html);

    /// <summary>In one line of plain text; null when it does not fit there.</summary>
    public string? OneLine => OneLineMath.Of(Tex, _macros);

    public void Show(MathMarkup markup, MathMacros macros) => (_markup, _macros) = (markup, macros);
}
