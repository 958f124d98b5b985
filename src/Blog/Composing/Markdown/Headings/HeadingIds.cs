using System.Globalization;
using Blog.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Headings;

/// <summary>An id for every heading: Unicode, as GitHub makes them, unique in the post.</summary>
internal static class HeadingIds
{
    private const string ForEmpty = "section";

    /// <param name="taken">Ids that authors wrote themselves; they win, wherever they stand.</param>
    public static void Assign(IEnumerable<HeadingBlock> headings, HashSet<string> taken, string mathLabel)
    {
        // The next number to try for each slug, else 20,000 equal headings would ask 200 million times (faults.md, MD-3).
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            var attributes = heading.GetAttributes();
            if (attributes.Id is not null)
            {
                continue;
            }

            var slug = Slug.OfHeading(InlineText.Of(heading.Inline, mathLabel));
            slug = slug.Length == 0 ? ForEmpty : slug;
            var id = slug;
            var number = next.GetValueOrDefault(slug);
            while (!taken.Add(id))
            {
                id = slug + "-" + (++number).ToString(CultureInfo.InvariantCulture);
            }

            next[slug] = number;
            attributes.Id = id;
        }
    }
}
