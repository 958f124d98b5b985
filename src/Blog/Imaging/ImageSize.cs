using System.Buffers.Binary;

namespace Blog.Imaging;

/// <summary>The size at which a browser shows an image, in pixels, read from the beginning of its file.</summary>
/// <remarks>No image is decoded: a header of thirty bytes may promise an image of 50,000 × 50,000 (faults.md, SEC-5).</remarks>
public readonly record struct ImageSize(int Width, int Height)
{
    /// <summary>Enough of a file to hold the size: photos carry previews and colour profiles in front of it.</summary>
    public const int HeadBytes = 256 * 1024;

    /// <param name="head">The first bytes of the file, at most <see cref="HeadBytes"/> are looked at.</param>
    /// <returns>Null when it is no image that we know, or the header is damaged.</returns>
    public static ImageSize? Of(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, HeadBytes)];
        var size = head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => OfPng(head),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => OfGif(head),
            [0xFF, 0xD8, 0xFF, ..] => JpegHeader.SizeOf(head),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => OfWebP(head),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => AvifHeader.SizeOf(head),
            _ => SvgHeader.SizeOf(head),
        };
        return size is { Width: > 0, Height: > 0 } ? size : null;
    }

    /// <summary>Width and height change places, as orientation marks of cameras ask.</summary>
    internal ImageSize Turned => new(Height, Width);

    // https://www.w3.org/TR/png-3/#11IHDR
    private static ImageSize? OfPng(ReadOnlySpan<byte> head) => head.Length < 24 || !head[12..16].SequenceEqual("IHDR"u8)
        ? null
        : new(BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));

    private static ImageSize? OfGif(ReadOnlySpan<byte> head) => head.Length < 10
        ? null
        : new(BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));

    // https://developers.google.com/speed/webp/docs/riff_container, https://www.rfc-editor.org/rfc/rfc9649
    private static ImageSize? OfWebP(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return null;
        }

        var data = head[20..];
        if (head[12..16].SequenceEqual("VP8 "u8))
        {
            return data[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
                ? new(BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF)
                : null;
        }

        if (head[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
            return data[0] == 0x2F ? new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : null;
        }

        return head[12..16].SequenceEqual("VP8X"u8) ? new(ThreeBytes(data[4..]) + 1, ThreeBytes(data[7..]) + 1) : null;
    }

    private static int ThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
