using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Blog.Text;

/// <summary>A 128-bit hash of a value: SHA-256, truncated. Stable across runs and machines, so it may be kept in files.</summary>
public readonly record struct Fingerprint(UInt128 Value)
{
    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    public static Fingerprint Of(string? text) =>
        text is null ? default : Of(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>Of a sequence of values: order and number count.</summary>
    public static Fingerprint Of(params ReadOnlySpan<Fingerprint> parts)
    {
        var bytes = new byte[parts.Length * 16];
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(i * 16), parts[i].Value);
        }

        return Of(bytes);
    }

    public static Fingerprint Of(IEnumerable<Fingerprint> parts) => Of(parts.ToArray().AsSpan());

    /// <summary>Of several texts; <c>("a", "bc")</c> and <c>("ab", "c")</c> differ, and so do null and the empty text.</summary>
    public static Fingerprint OfTexts(params IEnumerable<string?> texts) => Of(texts.Select(Of));

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out Fingerprint fingerprint)
    {
        var ok = UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) && text.Length == 32;
        fingerprint = ok ? new(value) : default;
        return ok;
    }

    /// <summary>The first <paramref name="length"/> hexadecimal digits, for names of files.</summary>
    public string Short(int length) => ToString()[..length];
}
