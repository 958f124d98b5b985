using Blog.Reading;
using Blog.Text.Tex;

namespace Blog.Composing;

/// <summary>What of the configuration can change a rendered post, and nothing else.</summary>
/// <param name="BasePath">With a final '/', percent-encoded.</param>
public sealed record RenderSettings(string BasePath, string Lang, ExcerptSettings Excerpt, MathSettings Math)
{
    /// <summary>The table of the site's macros: read once for all posts, and never written.</summary>
    internal MathMacros Macros { get; } = MathMacros.Of(Math.Macros);

    /// <summary>Whether the lines of code have numbers when its fence says nothing about them.</summary>
    public bool HasLineNumbers { get; init; }

    /// <summary>Whether every post becomes the same; the table of macros is compared by what is in it.</summary>
    public bool Equals(RenderSettings? other) => other is not null
        && (BasePath, Lang, Excerpt, HasLineNumbers) == (other.BasePath, other.Lang, other.Excerpt, other.HasLineNumbers)
        && (Math with { Macros = other.Math.Macros }) == other.Math && Math.Macros.SequenceEqual(other.Math.Macros);

    public override int GetHashCode() => HashCode.Combine(BasePath, Lang, Excerpt, HasLineNumbers);

    public static RenderSettings Of(SiteConfig config) => new(config.BasePath, config.Lang, config.Excerpt, config.Math) { HasLineNumbers = config.Code.HasLineNumbers };
}
