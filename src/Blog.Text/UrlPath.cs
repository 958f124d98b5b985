using System.Text;

namespace Blog.Text;

/// <summary>
/// An address within the site: starts with '/', Unicode (not percent-encoded), without the base path of the site
/// (<c>/posts/词向量/</c>). A final '/' stands for the page's <c>index.html</c>.
/// </summary>
public readonly record struct UrlPath(string Value) : IComparable<UrlPath>
{
    public static UrlPath Home => new("/");

    /// <summary>The file that answers this address, relative to the output folder: <c>posts/词向量/index.html</c>.</summary>
    public string OutputFile => Value.EndsWith('/') ? Value[1..] + "index.html" : Value[1..];

    /// <summary>The address of a page below this one.</summary>
    public UrlPath Append(string more) => new(Value + more);

    /// <summary>As it stands in <c>href</c> and feeds, every byte that RFC 3986 does not allow in a path percent-encoded.</summary>
    /// <param name="basePath">The site's base path with a final '/': <c>/</c> or <c>/sub/</c>.</param>
    public string ToHref(string basePath) => string.Concat(basePath, Encode(Value.AsSpan(1)));

    /// <summary>RFC 3986 section 3.3: unreserved characters, sub-delims, ':', '@' and '/' stay; all else becomes its UTF-8 bytes in %XX.</summary>
    public static string Encode(ReadOnlySpan<char> path)
    {
        var result = new StringBuilder(path.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "-._~!$&'()*+,;=:@/".Contains((char)rune.Value)))
            {
                result.Append((char)rune.Value);
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                result.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return result.ToString();
    }

    /// <summary>Ordinal, so that the order is the same on every machine.</summary>
    public int CompareTo(UrlPath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
