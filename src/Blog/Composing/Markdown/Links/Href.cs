using System.Globalization;
using System.Text;
using Blog.Text;

namespace Blog.Composing.Markdown.Links;

/// <summary>Addresses as authors write them and as HTML needs them.</summary>
internal static class Href
{
    private const string Kept = "-._~!$&'()*+,;=:@/?#%";

    /// <summary>Percent-encodes what RFC 3986 does not allow; what is encoded already stays.</summary>
    public static string Encode(string address)
    {
        var result = new StringBuilder(address.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in address.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Kept.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                result.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }

    /// <summary><c>%20</c> and the like as characters; text that is no valid encoding stays.</summary>
    public static string Decode(string path) => path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;

    /// <summary>The fragment of a link to an id.</summary>
    public static string Fragment(string id) => "#" + UrlPath.Encode(id);

    /// <summary>The scheme in lower case when the address runs or carries something that a page must not; null when it is harmless.</summary>
    /// <remarks>Browsers drop blanks and control characters from a scheme (https://url.spec.whatwg.org/#concept-basic-url-parser), so we do.</remarks>
    public static string? UnsafeScheme(string address, bool isImage)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || colon > 100)
        {
            return null;
        }

        var scheme = new StringBuilder(colon);
        foreach (var c in address.AsSpan(0, colon))
        {
            if (c > ' ' && !char.IsControl(c) && !Slug.IsInvisible(Rune.IsValid(c) ? new Rune(c) : Rune.ReplacementChar))
            {
                scheme.Append(char.ToLowerInvariant(c));
            }
        }

        return scheme.ToString() switch
        {
            "data" when isImage && address.AsSpan(colon + 1).TrimStart().StartsWith("image/", StringComparison.OrdinalIgnoreCase) => null,
            "javascript" or "vbscript" or "data" or "file" => scheme.ToString(),
            _ => null,
        };
    }

    /// <summary>Has a scheme or a host: not an address within this site.</summary>
    public static bool IsExternal(string address)
    {
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        var end = address.AsSpan().IndexOfAny(":/?#");
        return end > 0 && address[end] == ':' && char.IsAsciiLetter(address[0])
            && address.AsSpan(0, end).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") < 0;
    }
}
