namespace Blog.Reading;

/// <summary>What bytes that are not UTF-8 probably are: good enough to name the right command in an error.</summary>
internal static class EncodingGuess
{
    /// <summary>A name that <c>iconv</c> knows.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (LooksLikeUtf16(bytes, out var name))
        {
            return name;
        }

        var (pairs, kana, lowTrail, alone, c1) = Count(bytes);
        return pairs <= alone ? (c1 > 0 ? "WINDOWS-1252" : "ISO-8859-1")
            : kana * 4 > pairs ? "SHIFT_JIS"
            : lowTrail * 6 > pairs ? "BIG5"
            : "GB18030";
    }

    /// <summary>The kind of a file that is no text at all; null when it may be one.</summary>
    public static string? BinaryKind(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG image",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG image",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a GIF image",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an office document",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
        [0x1F, 0x8B, ..] => "a gzip archive",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Contains((byte)0) => "a media file",
        _ when !LooksLikeUtf16(bytes, out _) && HasManyNuls(bytes) => "data",
        _ => null,
    };

    private static bool HasManyNuls(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, 8000)];
        return head.Count((byte)0) * 10 > head.Length;
    }

    // Latin text in UTF-16 without a mark: every second byte is zero.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes, out string name)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, 400) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        name = odd > even ? "UTF-16LE" : "UTF-16BE";
        return length >= 8 && Math.Max(even, odd) * 4 > length && Math.Min(even, odd) * 8 < Math.Max(even, odd);
    }

    // In the double-byte encodings of East Asia a high byte leads and any byte from 0x40 follows; in Latin ones a high byte mostly stands
    // between letters. Japanese text is a third kana (lead bytes 82 and 83); Big5 uses low trail bytes for half of its characters, GB for none
    // of the common ones.
    private static (int Pairs, int Kana, int LowTrail, int Alone, int C1) Count(ReadOnlySpan<byte> bytes)
    {
        var (pairs, kana, lowTrail, alone, c1) = (0, 0, 0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            c1 += bytes[i] < 0xA0 ? 1 : 0;
            var trail = i + 1 < bytes.Length ? bytes[i + 1] : (byte)0;
            if (bytes[i] is 0x80 or 0xFF || trail < 0x40 || (trail < 0x80 && i > 0 && char.IsAsciiLetter((char)bytes[i - 1]) && char.IsAsciiLetter((char)trail)))
            {
                alone++;
                continue;
            }

            pairs++;
            kana += bytes[i] is 0x82 or 0x83 ? 1 : 0;
            lowTrail += trail < 0x80 && bytes[i] is >= 0xA4 and <= 0xF9 ? 1 : 0;
            i++;
        }

        return (pairs, kana, lowTrail, alone, c1);
    }
}
