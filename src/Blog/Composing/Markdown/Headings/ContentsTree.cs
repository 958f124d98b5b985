using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Headings;

/// <summary>The table of contents: headings below the heading that they belong to.</summary>
internal static class ContentsTree
{
    public static ImmutableArray<ContentsItem> Of(IReadOnlyList<HeadingBlock> headings, string mathLabel)
    {
        var position = 0;
        return Below(0, headings, ref position, mathLabel);
    }

    // A heading two levels down (## then ####) still is a child: authors skip levels. The recursion is at most six deep.
    private static ImmutableArray<ContentsItem> Below(int level, IReadOnlyList<HeadingBlock> headings, ref int position, string mathLabel)
    {
        var items = ImmutableArray.CreateBuilder<ContentsItem>();
        while (position < headings.Count && headings[position].Level > level)
        {
            var heading = headings[position++];
            var title = new RichText(InlineText.Of(heading.Inline, mathLabel), InlineText.HtmlOf(heading.Inline));
            items.Add(new(heading.Level, heading.GetAttributes().Id!, title, Below(heading.Level, headings, ref position, mathLabel))); // every heading has got its id
        }

        return items.ToImmutable();
    }
}
