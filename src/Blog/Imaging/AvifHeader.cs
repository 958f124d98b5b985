using System.Buffers.Binary;

namespace Blog.Imaging;

/// <summary>AVIF and HEIF (ISO/IEC 23008-12): the size of the largest item, which is the picture; smaller ones are previews and tiles.</summary>
internal static class AvifHeader
{
    // meta > iprp > ipco > ispe
    private const int Deepest = 4;

    public static ImageSize? SizeOf(ReadOnlySpan<byte> head)
    {
        ImageSize? largest = null;
        var isTurned = false;
        Look(head, 1, ref largest, ref isTurned);
        return largest is { } size && isTurned ? size.Turned : largest;
    }

    private static void Look(ReadOnlySpan<byte> boxes, int depth, ref ImageSize? largest, ref bool isTurned)
    {
        while (boxes.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(boxes);
            var content = boxes[8..(int)Math.Clamp(length == 0 ? boxes.Length : length, 8, boxes.Length)];
            var kind = boxes[4..8];
            if (kind.SequenceEqual("ispe"u8) && content.Length >= 12)
            {
                var size = new ImageSize(BinaryPrimitives.ReadInt32BigEndian(content[4..]), BinaryPrimitives.ReadInt32BigEndian(content[8..]));
                largest = largest is { } known && (long)known.Width * known.Height >= (long)size.Width * size.Height ? known : size;
            }
            else if (kind.SequenceEqual("irot"u8) && content.Length >= 1)
            {
                isTurned = (content[0] & 1) == 1;
            }
            else if (depth < Deepest && kind.SequenceEqual("meta"u8) && content.Length >= 4)
            {
                Look(content[4..], depth + 1, ref largest, ref isTurned); // behind version and flags
            }
            else if (depth < Deepest && (kind.SequenceEqual("iprp"u8) || kind.SequenceEqual("ipco"u8)))
            {
                Look(content, depth + 1, ref largest, ref isTurned);
            }

            // Lengths over 4 GB and "to the end" end the search.
            if (length < 8 || length > boxes.Length)
            {
                return;
            }

            boxes = boxes[(int)length..];
        }
    }
}
