using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Blog.Tests.Composing;

/// <summary>HTML as a browser understands it, without what we add to every element of a kind.</summary>
internal static class SameHtml
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "ul", "ol", "li", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "td", "th", "figure",
        "section", "details", "summary", "dl", "dt", "dd", "style", "script", "br", "del", "ins", "textarea", "body",
    };

    public static string Normal(string html)
    {
        var body = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!; // a body is always made
        TakeOurAdditionsOff(body);
        var result = new StringBuilder();
        Write(result, body, inPre: false);
        return result.ToString().Trim();
    }

    private static void TakeOurAdditionsOff(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("pre[tabindex]"))
        {
            element.RemoveAttribute("tabindex");
        }

        foreach (var element in body.QuerySelectorAll("pre.hl"))
        {
            element.RemoveAttribute("class");
            element.RemoveAttribute("data-lang");
            var code = element.QuerySelector("code")!; // there is always one
            code.TextContent = code.TextContent.Length > 0 ? code.TextContent + "\n" : "";
        }

        foreach (var element in body.QuerySelectorAll("h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]"))
        {
            element.RemoveAttribute("id");
        }

        foreach (var element in body.QuerySelectorAll("img[loading]"))
        {
            element.RemoveAttribute("loading");
            element.RemoveAttribute("decoding");
        }

        foreach (var element in body.QuerySelectorAll(".contains-task-list, .task-list-item"))
        {
            element.RemoveAttribute("class");
        }

        foreach (var element in body.QuerySelectorAll("[class^='align-']"))
        {
            element.SetAttribute("align", element.ClassName!["align-".Length..]);
            element.RemoveAttribute("class");
        }

        foreach (var element in body.QuerySelectorAll("div.table, label").ToArray())
        {
            element.Replace([.. element.ChildNodes]);
        }
    }

    private static void Write(StringBuilder result, INode node, bool inPre)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text when inPre:
                    result.Append(Escaped(text.Data));
                    break;
                case IText text:
                    WriteText(result, text);
                    break;
                case IElement element:
                    result.Append('<').Append(element.LocalName);
                    foreach (var attribute in element.Attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal))
                    {
                        result.Append(' ').Append(attribute.Name).Append("=\"").Append(Escaped(attribute.Value)).Append('"');
                    }

                    result.Append('>');
                    Write(result, element, inPre || element.LocalName is "pre" or "textarea");
                    TrimBlankBehindBlock(result, element, inPre);
                    result.Append("</").Append(element.LocalName).Append('>');
                    break;
                case IComment comment:
                    result.Append("<!--").Append(comment.Data).Append("-->");
                    break;
            }
        }
    }

    private static void TrimBlankBehindBlock(StringBuilder result, IElement element, bool inPre)
    {
        if (!inPre && element.LocalName is not ("pre" or "textarea") && Blocks.Contains(element.LocalName) && result[^1] == ' ')
        {
            result.Length--;
        }
    }

    private static void WriteText(StringBuilder result, IText text)
    {
        var words = string.Join(' ', text.Data.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
        var startsBlank = char.IsWhiteSpace(text.Data.FirstOrDefault('x')) && !IsBlock(text.PreviousSibling) && !(text.PreviousSibling is null && IsBlock(text.Parent));
        var endsBlank = words.Length > 0 && char.IsWhiteSpace(text.Data[^1]) && !IsBlock(text.NextSibling);
        result.Append(startsBlank && result.Length > 0 && !(words.Length == 0 && IsBlock(text.NextSibling)) ? " " : "").Append(Escaped(words)).Append(endsBlank ? " " : "");
    }

    private static bool IsBlock(INode? node) => node is IElement element && Blocks.Contains(element.LocalName);

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
