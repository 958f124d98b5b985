using System.Collections.Immutable;
using Blog.Text;

namespace Blog.Reading;

/// <summary>What the file system says about a file without opening it: length in bytes and the time of its last change.</summary>
public readonly record struct Stamp(long Length, long ModifiedTicks);

/// <summary>One file of the snapshot; its bytes are read when first asked for.</summary>
/// <param name="path">From the site's root: <c>content/posts/a.md</c>.</param>
public sealed class SourceFile(SitePath path, Stamp stamp, Func<byte[]> load)
{
    private readonly Lazy<Loaded> _loaded = new(() => Loaded.From(load));
    private Fingerprint? _fingerprint;
    private DecodedText? _text;

    public SitePath Path { get; } = path;

    public Stamp Stamp { get; } = stamp;

    /// <summary>Empty when the file cannot be read: ask <see cref="Failure"/> before the bytes are published.</summary>
    public ReadOnlyMemory<byte> Bytes => _loaded.Value.Bytes;

    /// <summary>Why the file cannot be read (asking reads it); null when it can. Texts have this among their <see cref="TextDiagnostics"/>.</summary>
    public Diagnostic? Failure => _loaded.Value.Reason is { } reason ? Problems.Unreadable(Path, reason) : null;

    /// <summary>Over the bytes.</summary>
    public Fingerprint Fingerprint => _fingerprint ??= Fingerprint.Of(_loaded.Value.Bytes);

    /// <summary>The text: decoded, without byte order mark, line ends <c>\n</c>.</summary>
    public SourceText Text => Decoded.Text;

    /// <summary>What reading and decoding had to say: no permission, not UTF-8, a NUL, a file that looks binary.</summary>
    public ImmutableArray<Diagnostic> TextDiagnostics => Decoded.Diagnostics;

    /// <summary>Whether a text could be had at all; the text of a binary or unreadable file is empty.</summary>
    public bool HasText => Decoded.IsText;

    // Two threads may both decode; the results are equal.
    private DecodedText Decoded => _text ??= Decode();

    /// <summary>True when reading was tried and failed: such a file is not taken over into the next snapshot.</summary>
    internal bool HasFailed => _loaded is { IsValueCreated: true, Value.Reason: not null };

    private DecodedText Decode() => Stamp.Length > DecodedText.MaxBytes ? DecodedText.TooLarge(Path, Stamp.Length)
        : Failure is { } failure ? DecodedText.Unreadable(Path, failure)
        : DecodedText.Of(Path, _loaded.Value.Bytes);

    public override string ToString() => Path.ToString();

    // A disk that fails one file is the author's to mend, and the other files are still checked: hence a value and not an exception.
    private sealed record Loaded(byte[] Bytes, string? Reason)
    {
        public static Loaded From(Func<byte[]> load)
        {
            try
            {
                return new(load(), null);
            }
            catch (UnauthorizedAccessException)
            {
                return new([], "permission denied");
            }
            catch (FileNotFoundException)
            {
                return new([], "it was there when the folder was listed and is gone now");
            }
            catch (DirectoryNotFoundException)
            {
                return new([], "it was there when the folder was listed and is gone now");
            }
            catch (IOException error)
            {
                return new([], error.Message);
            }
        }
    }
}
