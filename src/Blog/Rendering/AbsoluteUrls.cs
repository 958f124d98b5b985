using System.Text;

namespace Blog.Rendering;

/// <summary>Rewrites the addresses of a fragment of HTML to whole ones, for readers who see it on another page: feeds.</summary>
internal static class AbsoluteUrls
{
    private static readonly HashSet<string> UrlAttributes = new(StringComparer.OrdinalIgnoreCase) { "href", "src", "poster", "cite", "data", "action", "formaction", "longdesc" };

    /// <param name="pageUrl">The whole address of the page that the fragment stands on.</param>
    public static string Of(string html, string pageUrl)
    {
        var page = new Uri(pageUrl);
        var result = new StringBuilder(html.Length + 256);
        var at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0)
            {
                break;
            }

            result.Append(html, at, tag - at);
            at = html.AsSpan(tag).StartsWith("<!--") ? CopyComment(html, tag, result) : CopyTag(html, tag, page, result);
        }

        return result.Append(html, at, html.Length - at).ToString();
    }

    private static int CopyComment(string html, int start, StringBuilder result)
    {
        var end = html.IndexOf("-->", start, StringComparison.Ordinal);
        end = end < 0 ? html.Length : end + 3;
        result.Append(html, start, end - start);
        return end;
    }

    private static int CopyTag(string html, int start, Uri page, StringBuilder result)
    {
        if (start + 1 >= html.Length || !char.IsAsciiLetter(html[start + 1]))
        {
            result.Append(html[start]);
            return start + 1;
        }

        var at = start + 1;
        var copied = start;
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] != '=')
            {
                at++;
                continue;
            }

            var name = NameBefore(html, at);
            var (valueStart, valueEnd, next) = ValueAfter(html, at + 1);
            var isSet = name.Equals("srcset", StringComparison.OrdinalIgnoreCase);
            if (isSet || UrlAttributes.Contains(name))
            {
                var value = html[valueStart..valueEnd];
                result.Append(html, copied, valueStart - copied).Append(isSet ? ResolveSet(value, page) : Resolve(value, page));
                copied = valueEnd;
            }

            at = next;
        }

        at = Math.Min(html.Length, at + 1);
        result.Append(html, copied, at - copied);
        return at;
    }

    private static string NameBefore(string html, int equals)
    {
        var end = equals;
        while (end > 0 && char.IsWhiteSpace(html[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsAsciiLetterOrDigit(html[start - 1]) || html[start - 1] is '-' or ':' or '_'))
        {
            start--;
        }

        return html[start..end];
    }

    private static (int Start, int End, int Next) ValueAfter(string html, int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        if (at < html.Length && html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            close = close < 0 ? html.Length : close;
            return (at + 1, close, Math.Min(html.Length, close + 1));
        }

        var end = at;
        while (end < html.Length && html[end] != '>' && !char.IsWhiteSpace(html[end]))
        {
            end++;
        }

        return (at, end, end);
    }

    private static string ResolveSet(string value, Uri page) => string.Join(", ", value.Split(',').Select(candidate =>
    {
        var parts = candidate.Trim().Split(' ', 2);
        return parts.Length == 2 ? $"{Resolve(parts[0], page)} {parts[1]}" : Resolve(parts[0], page);
    }));

    // Entities in the value stay as they are: none of them can start an address that needs the page's own.
    private static string Resolve(string value, Uri page)
    {
        value = value.Trim();
        if (value.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{page.Scheme}:{value}";
        }

        if (value.StartsWith('/'))
        {
            return page.GetLeftPart(UriPartial.Authority) + value;
        }

        if (value.StartsWith('#'))
        {
            return page.AbsoluteUri + value;
        }

        return value.Length > 0 && !Uri.TryCreate(value, UriKind.Absolute, out _) && Uri.TryCreate(page, value, out var whole) ? whole.AbsoluteUri : value;
    }
}
