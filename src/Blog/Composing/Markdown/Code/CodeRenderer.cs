using System.Text;
using Blog.Text;
using Blog.Text.Highlighting;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Blog.Composing.Markdown.Code;

/// <summary>Code blocks: coloured by classes, and reachable with the keyboard because wide code scrolls.</summary>
internal sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        var fence = block.GetData(typeof(CodeFence)) as CodeFence ?? new();
        var code = TextOf(block);
        renderer.EnsureLine();
        if (fence.Title is { } title)
        {
            renderer.Write("<figure class=\"code\"><figcaption>").Write(HtmlText.Escape(title)).Write("</figcaption>");
        }

        renderer.Write(Opening(fence));
        renderer.Write(CodeHtml.Of(code, fence.Known, fence.Lines with { Hidden = [.. fence.Lines.Hidden, .. HiddenLines(fence, code)] }));
        renderer.Write("</code></pre>").WriteLine(fence.Title is null ? "" : "</figure>");
    }

    // Every line with its end; the last of all ends is no part of the code.
    private static string TextOf(CodeBlock block)
    {
        var text = new StringBuilder();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            text.Append(block.Lines.Lines[i].Slice.AsSpan()).Append('\n');
        }

        return text.ToString();
    }

    private static string Opening(CodeFence fence)
    {
        var classes = string.Concat(fence.Classes.Select(name => " " + name));
        var attributes = string.Concat(fence.Rest.Select(pair => $" {pair.Name}=\"{HtmlText.Escape(pair.Value)}\""));
        return CodeHtml.BlockStart(fence.Known, fence.Language, classes, attributes);
    }

    // Examples of Rust hold lines that only the compiler needs; they begin with a number sign and a blank.
    private static IEnumerable<(int First, int Last)> HiddenLines(CodeFence fence, string code)
    {
        if (fence.Known?.Name != "rust")
        {
            yield break;
        }

        var number = 0;
        foreach (var line in code.Split('\n'))
        {
            number++;
            if (line.StartsWith("# ", StringComparison.Ordinal) || line == "#")
            {
                yield return (number, number);
            }
        }
    }
}
