using System.Collections.Frozen;

namespace Blog.Scriban.Escaping;

/// <summary>Elements whose content is not ordinary text and tags. Rules: https://html.spec.whatwg.org/multipage/parsing.html</summary>
internal static class ElementNames
{
    private const int LongestForeign = 1_000;

    private static readonly FrozenSet<string> Special = new[]
    {
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext", "svg", "math", "meta", "animate", "animatemotion", "animatetransform", "set",
    }.ToFrozenSet(StringComparer.Ordinal);

    // These end an open <svg> or <math>.
    private static readonly FrozenSet<string> Breakouts = new[]
    {
        "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img",
        "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WaysBackFromSvg = new[] { "foreignobject", "desc", "title" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WaysBackFromMath = new[] { "mi", "mo", "mn", "ms", "mtext", "annotation-xml" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Neither it nor a longer name that it begins is special.</summary>
    public static bool IsOrdinary(string name) => !Special.Any(special => special.StartsWith(name, StringComparison.Ordinal));

    public static bool IsAnimation(string name) => name is "animate" or "animatemotion" or "animatetransform" or "set";

    /// <summary>The state behind the <c>&gt;</c> of a tag.</summary>
    public static HtmlState Behind(HtmlState tag)
    {
        var name = tag.Element;
        var foreign = name.StartsWith('/') ? Closed(tag.Foreign, name[1..]) : tag.IsForeign && Breakouts.Contains(name) ? Html(tag.Foreign) : tag.Foreign;
        var text = HtmlState.StartOf(tag.Language) with { Foreign = foreign };
        if (name.StartsWith('/') || (tag.Tag.ClosesItself && text.ReadsAsXml))
        {
            return text;
        }

        switch (name)
        {
            case "script":
                var mode = tag.Tag.Script == ScriptType.Other ? HtmlMode.ScriptTemplate : HtmlMode.Script;
                return text with { Mode = mode, Element = name, Script = ScriptState.Start with { IsJson = tag.Tag.Script == ScriptType.Json } };
            case "style":
                return text with { Mode = HtmlMode.Style, Element = name };
            case "title" or "textarea" when !text.ReadsAsXml:
                return text with { Mode = HtmlMode.PlainElement, Element = name };
            case "xmp" or "iframe" or "noembed" or "noframes" or "plaintext" when !text.ReadsAsXml:
                return text with { Mode = HtmlMode.RawElement, Element = name };
            default:
                // Deeper than anybody draws, and each state holds the names of all of them.
                return foreign.Length > LongestForeign ? HtmlState.Unknown(tag.Language)
                    : tag.Language == MarkupLanguage.Html ? text with { Foreign = Opened(foreign, name) } : text;
        }
    }

    private static string Opened(string foreign, string name) =>
        name is "svg" or "math"
        || (foreign.EndsWith("svg/", StringComparison.Ordinal) && WaysBackFromSvg.Contains(name))
        || (foreign.EndsWith("math/", StringComparison.Ordinal) && WaysBackFromMath.Contains(name))
            ? $"{foreign}{name}/" : foreign;

    private static string Closed(string foreign, string name)
    {
        var at = foreign.Length == 0 ? -1 : ("/" + foreign).LastIndexOf($"/{name}/", StringComparison.Ordinal);
        return at < 0 ? foreign : foreign[..at];
    }

    // Back to the innermost place where HTML's own rules hold.
    private static string Html(string foreign)
    {
        while (foreign.EndsWith("svg/", StringComparison.Ordinal) || foreign.EndsWith("math/", StringComparison.Ordinal))
        {
            foreign = foreign[..(foreign[..^1].LastIndexOf('/') + 1)];
        }

        return foreign;
    }
}
