using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Reading;

/// <summary>Names that may stand in an address, on every system that a site may be built on or copied to.</summary>
internal static class PathNames
{
    /// <summary>The longest name of Linux, macOS and Windows file systems, in bytes of UTF-8.</summary>
    public const int MaxBytes = 255;

    // A name that we cut leaves room for the '.html' and for the suffixes of temporary files.
    private const int CutBytes = 220;

    /// <summary>The text without zero-width and bidirectional control characters, in NFC.</summary>
    public static string Visible(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Slug.IsInvisible(rune))
            {
                result.Append(rune);
            }
        }

        return Slug.Normalized(result.ToString(), NormalizationForm.FormC);
    }

    /// <summary>Why a name cannot be a file's name on some system; null when it can.</summary>
    /// <remarks><c>?</c> is let through: it is common in titles of questions, and no page was ever lost by it outside Windows.</remarks>
    public static string? WhyUnsafe(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ').ToLowerInvariant();
        return stem is "con" or "prn" or "aux" or "nul" || (stem is ['c', 'o', 'm', (>= '1' and <= '9') or '¹' or '²' or '³'] or ['l', 'p', 't', (>= '1' and <= '9') or '¹' or '²' or '³'])
                ? "is the name of a device on Windows"
            : name.EndsWith('.') || name.EndsWith(' ') ? "ends in a dot or blank, which Windows removes"
            : name.AsSpan().IndexOfAny(":\"<>|*\\") is var bad and >= 0 ? $"has '{name[bad]}' in it, which Windows refuses"
            : name.Any(char.IsControl) ? "has a control character in it"
            : null;
    }

    public static int Utf8Length(string name) => Encoding.UTF8.GetByteCount(name);

    /// <summary>
    /// One segment of an address from the words of an author: letters, digits and marks of any script, <c>- _ . ~ +</c>; other runs one '-'.
    /// Empty when nothing is left.
    /// </summary>
    public static string Segment(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in Visible(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '.' or '~' or '+'
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                result.Append(rune);
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().Trim('-').TrimEnd('.');
    }

    /// <summary>A name cut between characters (grapheme clusters) with a hash of the whole, so that two long titles stay apart.</summary>
    public static string Cut(string name)
    {
        if (Utf8Length(name) <= MaxBytes)
        {
            return name;
        }

        var (bytes, end) = (0, 0);
        while (end < name.Length)
        {
            var next = StringInfo.GetNextTextElementLength(name, end);
            bytes += Encoding.UTF8.GetByteCount(name.AsSpan(end, next));
            if (bytes > CutBytes)
            {
                break;
            }

            end += next;
        }

        return $"{name[..end].TrimEnd('-', '.', ' ')}-{Fingerprint.Of(name).Short(8)}";
    }
}
