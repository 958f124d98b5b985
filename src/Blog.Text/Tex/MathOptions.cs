namespace Blog.Text.Tex;

/// <summary>How the TeX of a formula goes on beside its markup: hidden, for copying and for tools.</summary>
public enum MathAnnotation
{
    None,

    /// <summary>An <c>annotation</c> element in displayed formulas, and in formulas of a line that have a command.</summary>
    Tex,

    /// <summary>The attribute <c>alttext</c> instead.</summary>
    AltText,
}

/// <summary>How the formulas of a page are written.</summary>
public sealed record MathOptions
{
    /// <summary>Macros that every page starts with: those of the site, or of the site and the page.</summary>
    public MathMacros Macros { get; init; } = MathMacros.None;

    /// <summary>Whether <c>equation</c>, <c>align</c> and their kin number themselves, as in LaTeX.</summary>
    public bool HasNumbers { get; init; } = true;

    public MathAnnotation Annotation { get; init; } = MathAnnotation.Tex;

    /// <summary>For feeds and EPUB: namespaces are declared.</summary>
    public bool IsXml { get; init; }

    /// <summary>Whether a long formula of a line may be several <c>math</c> elements with places to break between them.</summary>
    public bool BreaksLines { get; init; }

    /// <summary>What comes before a label in the id of its equation.</summary>
    public string IdPrefix { get; init; } = "eq-";
}
