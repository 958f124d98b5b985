using System.Buffers.Binary;

namespace Blog.Imaging;

/// <summary>JPEG (ITU-T T.81, annex B), with the orientation that a camera writes into the Exif segment (CIPA DC-008).</summary>
internal static class JpegHeader
{
    private const byte Exif = 0xE1;
    private const ushort Orientation = 0x0112;

    public static ImageSize? SizeOf(ReadOnlySpan<byte> head)
    {
        var isTurned = false;
        for (var at = 2; at + 4 <= head.Length;)
        {
            if (head[at] != 0xFF)
            {
                return null;
            }

            var marker = head[at + 1];
            if (marker is 0xFF)
            {
                at++; // filler
                continue;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2; // stands alone
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            var segment = head[(at + 4)..Math.Max(at + 4, Math.Min(head.Length, at + 2 + length))];
            if (length < 2 || marker is 0xDA or 0xD9)
            {
                return null; // the picture itself, or its end
            }

            if (IsFrame(marker))
            {
                return segment.Length < 5 ? null : Shown(new(BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), BinaryPrimitives.ReadUInt16BigEndian(segment[1..])), isTurned);
            }

            isTurned |= marker == Exif && segment.StartsWith("Exif\0\0"u8) && IsTurned(segment[6..]);
            at += 2 + length;
        }

        return null;
    }

    private static ImageSize Shown(ImageSize size, bool isTurned) => isTurned ? size.Turned : size;

    // Start of frame, whatever the coding; C4, C8 and CC are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // Only the first directory is looked at, which is where the mark stands.
    private static bool IsTurned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || (!tiff.StartsWith("II*\0"u8) && !tiff.StartsWith("MM\0*"u8)))
        {
            return false;
        }

        var isLittle = tiff[0] == 'I';
        var directory = Number(tiff[4..], isLittle);
        if (directory > tiff.Length - 2)
        {
            return false;
        }

        var count = Short(tiff[(int)directory..], isLittle);
        for (var (i, at) = (0, (int)directory + 2); i < count && at + 12 <= tiff.Length; i++, at += 12)
        {
            if (Short(tiff[at..], isLittle) == Orientation)
            {
                return Short(tiff[(at + 8)..], isLittle) is >= 5 and <= 8;
            }
        }

        return false;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
