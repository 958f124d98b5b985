using System.Collections.Frozen;

namespace Blog.Composing.Markdown.RawHtml;

/// <summary>What https://html.spec.whatwg.org/ says about elements, as far as balance and safety need it.</summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr");

    private static readonly FrozenSet<string> OptionalEnd = Set("p li dt dd td th tr thead tbody tfoot colgroup caption option optgroup rt rp");

    private static readonly FrozenSet<string> RawText = Set("script style textarea title xmp iframe noembed noframes noscript");

    private static readonly FrozenSet<string> Frame = Set("html head body frameset");

    private static readonly FrozenSet<string> Verbatim = Set("pre code kbd samp");

    private static readonly FrozenSet<string> Media = Set("img source audio video track");

    private static readonly FrozenSet<string> AddressAttributes =
        Set("href src action formaction poster data cite background xlink:href ping longdesc");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool HasNoEnd(string name) => Void.Contains(name);

    /// <summary>No end tag closes it: all that follows is text, the rest of the page too.</summary>
    public static bool IsEndless(string name) => name.Equals("plaintext", StringComparison.OrdinalIgnoreCase);

    /// <summary>Closed by what follows: no end tag is missed.</summary>
    public static bool MayOmitEnd(string name) => OptionalEnd.Contains(name);

    /// <summary>No tags within.</summary>
    public static bool HoldsRawText(string name) => RawText.Contains(name);

    /// <summary>Browsers ignore these start tags within a body.</summary>
    public static bool IsFrame(string name) => Frame.Contains(name);

    /// <summary>Shows or plays what its address carries and never runs it, so <c>data:</c> is harmless here.</summary>
    public static bool IsMedia(string name) => Media.Contains(name);

    public static bool IsForeign(string name) => name.Equals("svg", StringComparison.OrdinalIgnoreCase) || name.Equals("math", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows signs as they are: code and its kin.</summary>
    public static bool IsVerbatim(string name) => Verbatim.Contains(name);

    public static bool HoldsAddress(string attribute) => AddressAttributes.Contains(attribute);
}
