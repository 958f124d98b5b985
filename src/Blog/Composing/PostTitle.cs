using Blog.Composing.Markdown.Formulas;
using Blog.Reading;
using Blog.Text;
using Markdig.Syntax;

namespace Blog.Composing;

/// <summary>The title: the key, else the first heading of level 1, else the file name.</summary>
internal static class PostTitle
{
    /// <summary>Also takes a leading heading out of the document when it says the same.</summary>
    public static RichText Take(Entry entry, MarkdownDocument document, PostMath math, string mathLabel)
    {
        var first = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level == 1 && heading.Inline?.FirstChild is not null);
        var heading = first is null ? default : new RichText(InlineText.Of(first.Inline, mathLabel), InlineText.HtmlOf(first.Inline));
        var title = entry.Meta.Title is { } written ? math.TextOf(written, entry.Meta.Places.GetValueOrDefault("title"))
            : first is not null && heading.Text.Length > 0 ? heading
            : math.TextOf(FromFileName(entry.Path), default);

        if (first is not null && heading.Text == title.Text && IsLeading(document, first))
        {
            document.Remove(first);
        }

        return title;
    }

    // Definitions of link targets print nothing.
    private static bool IsLeading(MarkdownDocument document, HeadingBlock heading) =>
        document.FirstOrDefault(block => block is not (LinkReferenceDefinition or LinkReferenceDefinitionGroup)) == heading;

    // 2026-01-11-word-vectors.md, 2026-01-11-word-vectors/index.md
    private static string FromFileName(SitePath path)
    {
        var stem = path.Stem == "index" && path.Folder.Name.Length > 0 ? path.Folder.Name : path.Stem;
        return (HasDatePrefix(stem) ? stem[11..] : stem).Replace('-', ' ').Trim();
    }

    private static bool HasDatePrefix(string name)
    {
        if (name.Length < 12 || name[4] != '-' || name[7] != '-' || name[10] is not ('-' or '_'))
        {
            return false;
        }

        return name.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && name.AsSpan(5, 2).IndexOfAnyExceptInRange('0', '9') < 0
            && name.AsSpan(8, 2).IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
