using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Blog.Scriban.Runtime;

/// <summary>The bytes of escaped HTML: what must be escaped, and a quick way past what need not be. Of whole texts <see cref="Blog.Text.HtmlText"/> takes care.</summary>
internal static class EscapedBytes
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    // The characters to escape differ in their low four bits: looked up by these, an entry equals just the one that it is for.
    private static readonly Vector128<byte> SpecialByLowBits = Vector128.Create((byte)0xFF, 0, (byte)'"', 0, 0, 0, (byte)'&', (byte)'\'', 0, 0, 0, 0, (byte)'<', 0, (byte)'>', 0);

    public static int IndexOfSpecial(ReadOnlySpan<char> text) => text.IndexOfAny(Special);

    public static ReadOnlySpan<byte> ReferenceOf(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        _ => "&#39;"u8,
    };

    /// <summary>Copies what is ASCII and needs no escape, up to the first character that is not: searching and encoding in one go.</summary>
    /// <param name="bytes">At least as long as the text.</param>
    /// <returns>How many characters were copied.</returns>
    public static int CopyPlain(ReadOnlySpan<char> text, Span<byte> bytes)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref MemoryMarshal.GetReference(bytes);
        var at = 0;
        while (text.Length >= Vector128<byte>.Count && at < text.Length)
        {
            // The last vector reaches back over what is known to be plain.
            at = Math.Min(at, text.Length - Vector128<byte>.Count);
            var narrow = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref from, (nuint)at), Vector128.LoadUnsafe(ref from, (nuint)(at + Vector128<ushort>.Count)));
            narrow.StoreUnsafe(ref to, (nuint)at);
            var special = Vector128.Equals(Vector128.Shuffle(SpecialByLowBits, narrow & Vector128.Create((byte)0x0F)), narrow) | narrow;
            if (special.ExtractMostSignificantBits() is not 0 and var bits)
            {
                return at + BitOperations.TrailingZeroCount(bits);
            }

            at += Vector128<byte>.Count;
        }

        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c >= 0x80 || c is '&' or '<' or '>' or '"' or '\'')
            {
                return at;
            }

            bytes[at] = (byte)c;
        }

        return at;
    }
}
