using System.Collections.Immutable;
using Blog.Reading;
using Blog.Text.Tex;

namespace Blog.Composing;

/// <summary>What of the configuration can change a rendered post, and nothing else.</summary>
/// <param name="BasePath">With a final '/', percent-encoded.</param>
public sealed record RenderSettings(string BasePath, string Lang, ExcerptSettings Excerpt, ImmutableSortedDictionary<string, string> MathMacros)
{
    /// <summary>The table of <see cref="MathMacros"/>: read once for all posts, and never written.</summary>
    internal MathMacros Macros { get; } = Blog.Text.Tex.MathMacros.Of(MathMacros);

    public static RenderSettings Of(SiteConfig config) => new(config.BasePath, config.Lang, config.Excerpt, config.MathMacros);
}
