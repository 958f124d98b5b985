using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>
/// <c>{#id .class key="value"}</c> right behind a link, image, emphasis or code, and at the end of a heading. Nowhere else, so that braces in prose
/// stay text; markdig's own extension also takes them out of formulas and is quadratic on <c>{#{#{#</c>.
/// </summary>
internal sealed class AttributeParser : InlineParser
{
    private const int LongestList = 1_000;

    public AttributeParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        var attributes = new HtmlAttributes();
        var length = AttributeList.Parse(rest[..Math.Min(rest.Length, LongestList)], attributes);
        if (length < 0 || HasFlags(attributes) || TargetOf(processor, slice, rest[length..]) is not { } target)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start);
        attributes.Span = new SourceSpan(start, start + length - 1);
        attributes.CopyTo(target.GetAttributes());
        target.GetAttributes().Span = attributes.Span;
        slice.Start += length;
        return true;
    }

    // A word in braces is somebody's TeX or template, not an attribute.
    private static bool HasFlags(HtmlAttributes attributes) => attributes.Properties?.Exists(property => string.IsNullOrEmpty(property.Value)) == true;

    private static MarkdownObject? TargetOf(InlineProcessor processor, StringSlice slice, ReadOnlySpan<char> behind)
    {
        // Emphasis does not exist yet: markdig hands the attributes of a closing mark on to what it makes of it.
        var isBehind = !char.IsWhiteSpace(slice.PeekCharExtra(-1));
        if (isBehind && processor.Inline is LinkInline or CodeInline or EmphasisDelimiterInline or AutolinkInline)
        {
            return processor.Inline;
        }

        if (processor.Block is not HeadingBlock heading || !behind.IsWhiteSpace())
        {
            return null;
        }

        if (processor.Inline is LiteralInline text)
        {
            text.Content.TrimEnd();
        }

        return heading;
    }
}
