using System.Text;
using Blog.Composing;
using Blog.Scriban;
using Blog.Text;

namespace Blog.Rendering;

/// <summary>The body of a post for pages that show several: its ids carry the post's address, so that no two posts share one, and its own links follow.</summary>
/// <remarks>In HTML an id may hold anything but white space (HTML Living Standard, "The id attribute").</remarks>
internal static class ListedIds
{
    public static Html Of(Post post)
    {
        var prefix = HtmlText.Escape(PrefixOf(post));
        var address = HtmlText.Escape("#" + UrlPath.Encode(PrefixOf(post)));
        return Html.Of(HtmlAttributes.Rewrite(Encoding.UTF8.GetString(post.Html.Span), (name, value) => name switch
        {
            // Folds with one name close each other.
            "id" or "for" or "name" => prefix + value,
            "aria-labelledby" or "aria-describedby" or "headers" => string.Join(' ', value.Split(' ').Select(id => prefix + id)),
            "href" when value.StartsWith('#') && value.Length > 1 => address + value[1..],
            _ => null,
        }));
    }

    /// <summary><c>posts/softmax:</c>; the address is unique in the site.</summary>
    public static string PrefixOf(Post post) => post.Url.Value.Trim('/') + ":";
}
