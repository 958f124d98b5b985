using System.Text;

namespace Blog.Text;

/// <summary>Which script a character belongs to, as far as typesetting asks.</summary>
/// <remarks>The blocks of Unicode 16 that hold the scripts; a few signs of other scripts in them do no harm.</remarks>
public static class Script
{
    public static bool IsHan(Rune rune) => rune.Value is 0x3005 or 0x3007 or (>= 0x2E80 and <= 0x2FDF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD);

    public static bool IsKana(Rune rune) => rune.Value is (>= 0x3041 and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x1AFF0 and <= 0x1B16F);

    public static bool IsHangul(Rune rune) => rune.Value is (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97C) or (>= 0xAC00 and <= 0xD7FB);

    /// <summary>Each character is a unit of reading: Han, kana, Bopomofo.</summary>
    public static bool IsWrittenWithoutBlanks(Rune rune) => IsHan(rune) || IsKana(rune) || rune.Value is (>= 0x3105 and <= 0x312F) or (>= 0x31A0 and <= 0x31BF);
}
