using System.Collections.Immutable;
using Blog.Imaging;
using Blog.Text;

namespace Blog.Reading;

/// <summary>What the file system says about a file without opening it: length in bytes and the time of its last change.</summary>
public readonly record struct Stamp(long Length, long ModifiedTicks);

/// <summary>One file of the snapshot. Its text is kept once read, its bytes are not: a site of pictures need not fit into memory.</summary>
/// <param name="path">From the site's root: <c>content/posts/a.md</c>.</param>
public sealed class SourceFile(SitePath path, Stamp stamp, Func<byte[]> load)
{
    private string? _failure;
    private Fingerprint? _fingerprint;
    private DecodedText? _text;
    private (bool IsKnown, ImageSize? Size) _image;

    public SitePath Path { get; } = path;

    public Stamp Stamp { get; } = stamp;

    /// <summary>Reads the file. Empty when it cannot be read: ask <see cref="Failure"/> before the bytes are published.</summary>
    public ReadOnlyMemory<byte> Bytes => Read();

    /// <summary>Over the bytes.</summary>
    public Fingerprint Fingerprint => _fingerprint ??= Fingerprint.Of(Read());

    /// <summary>Why the last reading failed (asking reads for the first time); null when it did not. Texts have this among their <see cref="TextDiagnostics"/>.</summary>
    public Diagnostic? Failure
    {
        get
        {
            _ = _text is null ? Fingerprint : default;
            return _failure is { } reason ? Problems.Unreadable(Path, reason) : null;
        }
    }

    /// <summary>The text: decoded, without byte order mark, line ends <c>\n</c>.</summary>
    public SourceText Text => Decoded.Text;

    /// <summary>What reading and decoding had to say: no permission, not UTF-8, a NUL, a file that looks binary.</summary>
    public ImmutableArray<Diagnostic> TextDiagnostics => Decoded.Diagnostics;

    /// <summary>Whether a text could be had at all; the text of a binary or unreadable file is empty.</summary>
    public bool HasText => Decoded.IsText;

    /// <summary>Reads at most so many bytes from the file's beginning; null: <see cref="Bytes"/> are at hand.</summary>
    public Func<int, byte[]>? LoadHead { get; init; }

    /// <summary>Null when the file is no image, damaged or unreadable.</summary>
    public ImageSize? ImageSize
    {
        get
        {
            if (!_image.IsKnown)
            {
                _image = (true, Imaging.ImageSize.Of(Head()));
            }

            return _image.Size;
        }
    }

    // A photo may have 20 MB, and its size stands at the beginning. A failure is told where the whole file is read.
    private byte[] Head()
    {
        try
        {
            return LoadHead is null ? load() : LoadHead(Imaging.ImageSize.HeadBytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // Two threads may both decode; the results are equal.
    private DecodedText Decoded => _text ??= Decode();

    /// <summary>True when reading was tried and failed: such a file is not taken over into the next snapshot.</summary>
    internal bool HasFailed => _failure is not null;

    private DecodedText Decode()
    {
        if (Stamp.Length > DecodedText.MaxBytes)
        {
            return DecodedText.TooLarge(Path, Stamp.Length);
        }

        var bytes = Read();
        return _failure is { } reason ? DecodedText.Unreadable(Path, Problems.Unreadable(Path, reason)) : DecodedText.Of(Path, bytes);
    }

    // A disk that fails one file is the author's to mend, and the other files are still checked: hence a value and not an exception.
    private byte[] Read()
    {
        try
        {
            var bytes = load();
            _failure = null;
            return bytes;
        }
        catch (UnauthorizedAccessException)
        {
            _failure = "permission denied";
        }
        catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            _failure = "it was there when the folder was listed and is gone now";
        }
        catch (IOException error)
        {
            _failure = error.Message;
        }

        return [];
    }

    public override string ToString() => Path.ToString();
}
