using System.Text;
using Blog.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Blog.Composing.Markdown;

/// <summary>A line end in the source is a blank, but nothing between two wide characters: Chinese is written without blanks.</summary>
internal static class SoftBreak
{
    public static bool PrintsNothing(LineBreakInline line) =>
        Before(line) is { } before && After(line) is { } after && EastAsianWidth.IsWide(before) && EastAsianWidth.IsWide(after);

    // The neighbour may be inside or outside of emphasis and links, which do not show at this place.
    private static Rune? Before(Inline inline)
    {
        var previous = inline.PreviousSibling;
        while (previous is null && inline.Parent is { } parent)
        {
            inline = parent;
            previous = inline.PreviousSibling;
        }

        while (previous is ContainerInline { LastChild: { } last } and not LinkInline { IsImage: true })
        {
            previous = last;
        }

        var text = TextOf(previous);
        return Rune.DecodeLastFromUtf16(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
    }

    private static Rune? After(Inline inline)
    {
        var next = inline.NextSibling;
        while (next is null && inline.Parent is { } parent)
        {
            inline = parent;
            next = inline.NextSibling;
        }

        while (next is ContainerInline { FirstChild: { } first } and not LinkInline { IsImage: true })
        {
            next = first;
        }

        return Rune.DecodeFromUtf16(TextOf(next), out var rune, out _) == System.Buffers.OperationStatus.Done ? rune : null;
    }

    private static ReadOnlySpan<char> TextOf(Inline? inline) => inline switch
    {
        LiteralInline literal => literal.Content.AsSpan(),
        CodeInline code => code.ContentSpan,
        HtmlEntityInline entity => entity.Transcoded.AsSpan(),
        AutolinkInline link => link.Url,
        RubyInline ruby => ruby.Word,
        AbbreviationInline abbreviation => abbreviation.Abbreviation.Label,
        _ => [],
    };
}

internal sealed class LineBreakRenderer : HtmlObjectRenderer<LineBreakInline>
{
    protected override void Write(HtmlRenderer renderer, LineBreakInline line)
    {
        if (line.IsHard)
        {
            renderer.WriteLine("<br>");
        }
        else if (!SoftBreak.PrintsNothing(line))
        {
            renderer.WriteLine();
        }
    }
}
