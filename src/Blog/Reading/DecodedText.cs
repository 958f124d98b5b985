using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A file's bytes as text, with what decoding had to say about them.</summary>
internal sealed record DecodedText(SourceText Text, ImmutableArray<Diagnostic> Diagnostics)
{
    public static DecodedText Of(SitePath path, byte[] bytes) =>
        new(new SourceText(path.Value, System.Text.Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n")), []);
}
