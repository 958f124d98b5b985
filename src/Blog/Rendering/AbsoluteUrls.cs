namespace Blog.Rendering;

/// <summary>Rewrites the addresses of a fragment of HTML to whole ones, for readers who see it on another page: feeds.</summary>
internal static class AbsoluteUrls
{
    private static readonly HashSet<string> UrlAttributes = new(StringComparer.OrdinalIgnoreCase) { "href", "src", "poster", "cite", "data", "action", "formaction", "longdesc" };

    /// <param name="pageUrl">The whole address of the page that the fragment stands on.</param>
    public static string Of(string html, string pageUrl)
    {
        var page = new Uri(pageUrl);
        return HtmlAttributes.Rewrite(html, (name, value) =>
            name.Equals("srcset", StringComparison.OrdinalIgnoreCase) ? ResolveSet(value, page)
            : UrlAttributes.Contains(name) ? Resolve(value, page)
            : null);
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
