using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>What the file system says about a file without opening it: length in bytes and the time of its last change.</summary>
public readonly record struct Stamp(long Length, long ModifiedTicks);

/// <summary>One file of the snapshot; its bytes are read when first asked for.</summary>
/// <param name="path">From the site's root: <c>content/posts/a.md</c>.</param>
public sealed class SourceFile(SitePath path, Stamp stamp, Func<byte[]> load)
{
    private readonly Lazy<byte[]> _bytes = new(load);
    private Fingerprint? _fingerprint;
    private DecodedText? _text;

    public SitePath Path { get; } = path;

    public Stamp Stamp { get; } = stamp;

    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    /// <summary>Over the bytes.</summary>
    public Fingerprint Fingerprint => _fingerprint ??= Fingerprint.Of(_bytes.Value);

    /// <summary>The text: decoded, without byte order mark, line ends <c>\n</c>.</summary>
    public SourceText Text => Decoded.Text;

    /// <summary>What decoding had to say: not UTF-8, a NUL, a file that looks binary.</summary>
    public ImmutableArray<Diagnostic> TextDiagnostics => Decoded.Diagnostics;

    private DecodedText Decoded => _text ??= DecodedText.Of(Path, _bytes.Value);

    public override string ToString() => Path.ToString();
}
