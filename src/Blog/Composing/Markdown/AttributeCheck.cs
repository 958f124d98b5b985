using System.Collections.Frozen;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown;

/// <summary>Which attributes authors may write in braces: none that runs, none that a content security policy would refuse.</summary>
internal static class AttributeCheck
{
    private static readonly FrozenSet<string> Allowed = new[]
    {
        "title", "lang", "dir", "width", "height", "role", "rel", "target", "hreflang", "loading", "start", "reversed", "download", "cite", "datetime",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static void Run(HtmlAttributes attributes, Findings findings)
    {
        for (var i = (attributes.Properties?.Count ?? 0) - 1; i >= 0; i--)
        {
            var name = attributes.Properties![i].Key; // the loop does not run when there are none
            if (!IsAllowed(name))
            {
                attributes.Properties.RemoveAt(i);
                findings.Report(Problems.AttributeDropped(findings.Source, findings.Place(attributes.Span), name));
            }
        }
    }

    private static bool IsAllowed(string name) =>
        Allowed.Contains(name) || name.StartsWith("data-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase);
}
