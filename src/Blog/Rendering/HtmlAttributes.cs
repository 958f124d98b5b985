using System.Text;

namespace Blog.Rendering;

/// <summary>Changes the values of attributes in a finished fragment of HTML; everything else stays byte for byte.</summary>
internal static class HtmlAttributes
{
    /// <param name="change">Gets the name and the value as it is written, without quotes; null leaves it.</param>
    public static string Rewrite(string html, Func<string, string, string?> change)
    {
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
            at = html.AsSpan(tag).StartsWith("<!--") ? CopyComment(html, tag, result) : CopyTag(html, tag, change, result);
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

    private static int CopyTag(string html, int start, Func<string, string, string?> change, StringBuilder result)
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
            if (change(name, html[valueStart..valueEnd]) is { } changed)
            {
                result.Append(html, copied, valueStart - copied).Append(changed);
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
}
