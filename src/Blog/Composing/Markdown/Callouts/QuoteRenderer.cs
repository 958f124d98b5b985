using Blog.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Callouts;

/// <summary>Quotes, and callouts: their kind is said in words, not by colour alone.</summary>
internal sealed class QuoteRenderer(Words words) : HtmlObjectRenderer<QuoteBlock>
{
    protected override void Write(HtmlRenderer renderer, QuoteBlock quote)
    {
        renderer.EnsureLine();
        if (CalloutMark.Of(quote) is { } mark)
        {
            WriteCallout(renderer, quote, mark);
            return;
        }

        renderer.Write("<blockquote").WriteAttributes(quote).WriteLine(">");
        WriteBlocks(renderer, quote, from: 0);
        renderer.WriteLine("</blockquote>");
    }

    private void WriteCallout(HtmlRenderer renderer, QuoteBlock quote, CalloutMark mark)
    {
        var (kind, name) = KindOf(mark.Kind);
        var title = quote is [CalloutTitle first, ..] ? first : null;
        var (element, titleElement) = mark.Fold == Fold.None ? ("div", "p") : ("details", "summary");
        renderer.Write('<').Write(element).Write(" class=\"callout callout-").Write(kind).Write('"');
        renderer.Write(mark.Fold switch
        {
            Fold.None => $" role=\"note\" aria-label=\"{HtmlText.Escape(name)}\">",
            Fold.Open => " open>",
            _ => ">",
        });
        renderer.WriteLine().Write('<').Write(titleElement).Write(" class=\"callout-title\">");
        if (title is null)
        {
            renderer.Write(HtmlText.Escape(name));
        }
        else
        {
            renderer.WriteLeafInline(title);
        }

        renderer.Write("</").Write(titleElement).WriteLine(">");
        WriteBlocks(renderer, quote, from: title is null ? 0 : 1);
        renderer.Write("</").Write(element).WriteLine(">");
    }

    private (string Kind, string Name) KindOf(string written) => written.ToUpperInvariant() switch
    {
        "NOTE" => ("note", words.Note),
        "TIP" => ("tip", words.Tip),
        "IMPORTANT" => ("important", words.Important),
        "WARNING" => ("warning", words.Warning),
        "CAUTION" => ("caution", words.Caution),
        _ => ("note", written),
    };

    private static void WriteBlocks(HtmlRenderer renderer, QuoteBlock quote, int from)
    {
        var isImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = false;
        for (var i = from; i < quote.Count; i++)
        {
            renderer.Render(quote[i]);
        }

        renderer.ImplicitParagraph = isImplicit;
        renderer.EnsureLine();
    }
}
