using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Blog.Text;

namespace Blog.Reading;

/// <summary>A file's bytes as text, with what decoding had to say about them.</summary>
internal sealed record DecodedText(SourceText Text, ImmutableArray<Diagnostic> Diagnostics, bool IsText = true)
{
    /// <summary>Longer texts are an error: no article has 16 MB, and every later stage would pay for one.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    // C0 controls but tab and line feed, and the two noncharacters that no XML may hold.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    public static DecodedText Of(SitePath path, byte[] bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return TooLarge(path, bytes.Length);
        }

        if (ByteOrderMark.Of(bytes) is { } mark)
        {
            var text = mark.Encoding.GetString(bytes.AsSpan(mark.Length));
            return mark.Name == "UTF-8" && !Utf8.IsValid(bytes) ? NotUtf8(path, bytes[mark.Length..])
                : mark.Name == "UTF-8" ? Clean(path, text)
                : Clean(path, text, source => Problems.SavedAs(source, mark.Name));
        }

        if (EncodingGuess.BinaryKind(bytes) is { } kind)
        {
            var empty = new SourceText(path.Value, "");
            return new(empty, [Problems.LooksBinary(empty, kind)], IsText: false);
        }

        return Utf8.IsValid(bytes) ? Clean(path, Encoding.UTF8.GetString(bytes)) : NotUtf8(path, bytes);
    }

    public static DecodedText TooLarge(SitePath path, long length)
    {
        var empty = new SourceText(path.Value, "");
        return new(empty, [Problems.TooLarge(empty, length, MaxBytes)], IsText: false);
    }

    public static DecodedText Unreadable(SitePath path, Diagnostic failure) => new(new SourceText(path.Value, ""), [failure], IsText: false);

    private static DecodedText NotUtf8(SitePath path, byte[] bytes)
    {
        // The characters before the first bad byte give its place, after line ends have become what they are in the text.
        var chars = new char[bytes.Length];
        Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false);
        var offset = WithLineFeeds(new string(chars, 0, written)).Length;
        var guess = EncodingGuess.Of(bytes);
        return Clean(path, Encoding.UTF8.GetString(bytes), source => Problems.NotUtf8(source, offset, bytes[read], guess));
    }

    private static DecodedText Clean(SitePath path, string text, Func<SourceText, Diagnostic>? problem = null)
    {
        text = WithLineFeeds(text);
        var forbidden = text.AsSpan().IndexOfAny(Forbidden);
        if (forbidden < 0)
        {
            var source = new SourceText(path.Value, text);
            return new(source, problem is null ? [] : [problem(source)]);
        }

        var count = 0;
        var first = text[forbidden];
        var clean = text.ToCharArray();
        for (var at = forbidden; at < clean.Length; at++)
        {
            if (Forbidden.Contains(clean[at]))
            {
                clean[at] = '\uFFFD';
                count++;
            }
        }

        var cleaned = new SourceText(path.Value, new string(clean));
        var warning = Problems.ControlCharacter(cleaned, forbidden, first, count);
        return new(cleaned, problem is null ? [warning] : [problem(cleaned), warning]);
    }

    // Not string.ReplaceLineEndings: it takes form feed, U+0085 and U+2028 for line ends, and Markdown does not.
    private static string WithLineFeeds(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}

/// <summary>The first bytes of a file that name its encoding.</summary>
internal readonly record struct ByteOrderMark(string Name, Encoding Encoding, int Length)
{
    public static ByteOrderMark? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new("UTF-8", Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new("UTF-32", new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4),
        [0, 0, 0xFE, 0xFF, ..] => new("UTF-32", new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => new("UTF-16", Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => new("UTF-16", Encoding.BigEndianUnicode, 2),
        _ => null,
    };
}
