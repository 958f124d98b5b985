using System.Net;
using System.Text;
using Blog.Composing.Markdown.Links;
using Blog.Text;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>
/// The author's own HTML, piece by piece in the order of the text: handlers and running addresses are taken out, and elements end where their Markdown
/// block ends at the latest, so that nothing in a post can swallow the page around it (faults.md, MD-4, MD-5).
/// </summary>
internal sealed class RawHtmlCheck(SiteLinks links, Findings findings)
{
    // Each tag without an end is looked for up to the end of the text; when the text has been read this often in vain, what is left is text.
    private const int MostReadings = 50;

    private readonly OpenElements _open = new();
    private long _readInVain;
    private int _floor;
    private int _leaf;
    private bool _hasMoreMark;

    /// <summary>Begins a container (quote, list item, document); its number goes to <see cref="LeaveContainer"/>.</summary>
    public int EnterContainer()
    {
        var outer = _floor;
        _floor = _open.Count;
        return outer;
    }

    /// <summary>The end tags that are missing at the end of the container.</summary>
    public string LeaveContainer(int outer)
    {
        var closing = CloseWhile(() => _open.Count > _floor);
        _floor = outer;
        return closing;
    }

    public void EnterLeaf() => _leaf++;

    public string LeaveLeaf() => CloseWhile(() => _open.Count > _floor && _open.Last.Leaf == _leaf);

    private string CloseWhile(Func<bool> condition)
    {
        var closing = new StringBuilder();
        while (condition())
        {
            CloseLast(closing);
        }

        return closing.ToString();
    }

    private void CloseLast(StringBuilder result)
    {
        var element = _open.Pop();
        if (!Elements.MayOmitEnd(element.Name))
        {
            findings.Report(Problems.ElementLeftOpen(findings.Source, element.Place, element.Name));
            result.Append("</").Append(element.Name).Append('>');
        }
    }

    /// <summary>The text as it may be published.</summary>
    /// <param name="placeOf">The place in the file of a run of <paramref name="html"/>.</param>
    public string Rewrite(string html, bool isInline, Func<int, int, TextSpan> placeOf)
    {
        var result = new StringBuilder(html.Length + 16);
        _readInVain = 0;
        var hasSigns = false;
        for (var i = 0; i < html.Length;)
        {
            var next = html.IndexOf('<', i);
            var text = html.AsSpan(i, (next < 0 ? html.Length : next) - i);
            if (!isInline && !hasSigns && !_open.HasVerbatim && MarkdownSigns.FirstIn(text) is var (start, length))
            {
                hasSigns = true;
                findings.Report(Problems.MarkdownInHtml(findings.Source, placeOf(i + start, length), text.Slice(start, length).ToString()));
            }

            result.Append(text);
            if (next < 0)
            {
                break;
            }

            i = Markup(html, next, isInline, placeOf, result);
        }

        return result.ToString();
    }

    private int Markup(string html, int start, bool isInline, Func<int, int, TextSpan> placeOf, StringBuilder result)
    {
        var kind = start + 1 < html.Length ? html[start + 1] : '\0';
        if (_readInVain / MostReadings > html.Length)
        {
            result.Append("&lt;");
            return start + 1;
        }

        if (html.AsSpan(start).StartsWith("<!--"))
        {
            return Comment(html, start, placeOf, result);
        }

        // To browsers an end tag without a name is a comment, like '<!' and '<?': up to the next '>', wherever that is.
        var hasName = char.IsAsciiLetter(kind) || (kind == '/' && start + 2 < html.Length && char.IsAsciiLetter(html[start + 2]));
        if (kind is '!' or '?' || (kind == '/' && !hasName))
        {
            var close = html.IndexOf('>', start);
            return close < 0 ? Unfinished(html, start, placeOf, result) : Keep(html, start, close + 1, result);
        }

        if (!hasName)
        {
            return Keep(html, start, start + 1, result);
        }

        if (RawHtml.Tag.Read(html, start) is not { } tag)
        {
            return Unfinished(html, start, placeOf, result);
        }

        var place = placeOf(start, tag.End - start);
        if (Elements.IsEndless(tag.Name))
        {
            findings.Report(Problems.TagLeftOpen(findings.Source, place, html[start..tag.End]));
            result.Append("&lt;");
            return start + 1;
        }

        return tag.IsEnd ? EndTag(html, start, tag, place, result) : StartTag(html, start, tag, isInline, place, placeOf, result);
    }

    private static int Keep(string html, int start, int end, StringBuilder result)
    {
        result.Append(html.AsSpan(start, end - start));
        return end;
    }

    // A browser would read on into the page for the end of the tag.
    private int Unfinished(string html, int start, Func<int, int, TextSpan> placeOf, StringBuilder result)
    {
        _readInVain += html.Length - start;
        var line = html.AsSpan(start);
        line = line[..(line.IndexOf('\n') is var end and >= 0 ? end : line.Length)];
        findings.Report(Problems.TagLeftOpen(findings.Source, placeOf(start, line.Length), line[..Math.Min(line.Length, 40)].ToString()));
        result.Append("&lt;");
        return start + 1;
    }

    private int Comment(string html, int start, Func<int, int, TextSpan> placeOf, StringBuilder result)
    {
        var isEmpty = html.AsSpan(start + 4) is ['>', ..] or ['-', '>', ..];
        var close = isEmpty ? html.IndexOf('>', start) - 2 : html.IndexOf("-->", start + 4, StringComparison.Ordinal);
        if (close < 0)
        {
            findings.Report(Problems.TagLeftOpen(findings.Source, placeOf(start, 4), "<!--"));
            result.Append(html.AsSpan(start)).Append("-->");
            return html.Length;
        }

        var end = close + 3;
        if (!MoreMark.Is(html.AsSpan(start, end - start)))
        {
            return Keep(html, start, end, result);
        }

        result.Append(_hasMoreMark ? "" : MoreMark.Anchor);
        _hasMoreMark = true;
        return end;
    }

    private int EndTag(string html, int start, Tag tag, TextSpan place, StringBuilder result)
    {
        // Browsers ignore </img> and the like, so they say nothing about the balance.
        if (Elements.HasNoEnd(tag.Name) && !tag.Name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            return tag.End;
        }

        var index = _open.LastIndexOf(tag.Name);
        if (index < _floor)
        {
            findings.Report(Problems.StrayEndTag(findings.Source, place, tag.Name));
            return tag.End;
        }

        while (_open.Count > index + 1)
        {
            CloseLast(result);
        }

        _open.Pop();
        return Keep(html, start, tag.End, result);
    }

    private int StartTag(string html, int start, Tag tag, bool isInline, TextSpan place, Func<int, int, TextSpan> placeOf, StringBuilder result)
    {
        var copied = start;
        foreach (var attribute in tag.Attributes)
        {
            if (Replacement(html, tag, attribute, placeOf) is { } replacement)
            {
                result.Append(html.AsSpan(copied, attribute.Start - copied)).Append(replacement);
                copied = attribute.End;
            }
        }

        result.Append(html.AsSpan(copied, tag.End - copied));
        if (Elements.HasNoEnd(tag.Name) || Elements.IsFrame(tag.Name) || (tag.IsSelfClosing && (Elements.IsForeign(tag.Name) || _open.HasForeign)))
        {
            return tag.End;
        }

        if (!isInline && Elements.HoldsRawText(tag.Name))
        {
            return RawText(html, tag, place, result);
        }

        _open.Push(new(tag.Name, place, isInline ? _leaf : 0));
        return tag.End;
    }

    private int RawText(string html, Tag tag, TextSpan place, StringBuilder result)
    {
        var end = html.IndexOf("</" + tag.Name, tag.End, StringComparison.OrdinalIgnoreCase);
        var close = end < 0 ? -1 : html.IndexOf('>', end);
        if (close >= 0)
        {
            return Keep(html, tag.End, close + 1, result);
        }

        findings.Report(Problems.ElementLeftOpen(findings.Source, place, tag.Name));
        result.Append(html.AsSpan(tag.End)).Append("</").Append(tag.Name).Append('>');
        return html.Length;
    }

    // Null: as it is. Empty: left out.
    private string? Replacement(string html, Tag tag, TagAttribute attribute, Func<int, int, TextSpan> placeOf)
    {
        var place = placeOf(attribute.Start, attribute.End - attribute.Start);
        if (attribute.Name.Length > 2 && attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(attribute.Name[2]))
        {
            findings.Report(Problems.AttributeDropped(findings.Source, place, attribute.Name));
            return "";
        }

        if (!attribute.HasValue)
        {
            return null;
        }

        var value = WebUtility.HtmlDecode(html[attribute.ValueStart..attribute.ValueEnd]);
        if (attribute.Name.Equals("id", StringComparison.OrdinalIgnoreCase)
            || (attribute.Name.Equals("name", StringComparison.OrdinalIgnoreCase) && tag.Name.Equals("a", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Anchors.Add(value);
            return null;
        }

        if (!Elements.HoldsAddress(attribute.Name))
        {
            return null;
        }

        if (Href.UnsafeScheme(value, isImage: false) is { } scheme && !(scheme == "data" && Elements.IsMedia(tag.Name)))
        {
            findings.Report(Problems.UnsafeAddress(findings.Source, place, scheme));
            return "";
        }

        return links.ResolveKnown(value, place) is { } known ? $"{attribute.Name}=\"{HtmlText.Escape(known)}\"" : null;
    }
}
