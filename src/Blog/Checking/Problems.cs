using Blog.Composing;
using Blog.Text;

namespace Blog.Checking;

/// <summary>Everything that checking links tells the author.</summary>
internal static class Problems
{
    public static Diagnostic BrokenLink(Post post, InternalLink link, string? nearest) => Diagnostic.Warning(
        "B5001",
        $"there is no page '{link.Target}'",
        post.Entry.Source,
        link.Span,
        nearest is null ? "link to a file by its path from here, such as '../other-post.md'" : $"did you mean '{nearest}'?");

    public static Diagnostic BrokenFragment(Post post, InternalLink link, string? nearest) => Diagnostic.Warning(
        "B5002",
        $"the page '{link.Target}' has no heading '#{link.Fragment}'",
        post.Entry.Source,
        link.Span,
        nearest is null ? null : $"did you mean '#{nearest}'?");
}
