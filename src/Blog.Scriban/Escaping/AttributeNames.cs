using System.Collections.Frozen;

namespace Blog.Scriban.Escaping;

/// <summary>Attributes whose values are more than text.</summary>
internal static class AttributeNames
{
    private static readonly FrozenSet<string> Addresses = new[]
    {
        "action", "archive", "attributionsrc", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "href", "icon", "longdesc", "lowsrc", "manifest",
        "ping", "poster", "profile", "src", "usemap",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="tag">At the <c>=</c> behind the name.</param>
    public static AttributeKind KindOf(HtmlState tag)
    {
        var (name, element) = (tag.Attribute.Name, tag.Element);
        if (tag.Attribute.Kind == AttributeKind.Unknown)
        {
            return AttributeKind.Unknown;
        }

        if (name.StartsWith("on", StringComparison.Ordinal))
        {
            return AttributeKind.Event;
        }

        switch (name)
        {
            case "style":
                return AttributeKind.Style;
            case "srcset" or "imagesrcset":
                return AttributeKind.AddressList;
            case "srcdoc":
                return AttributeKind.Document;
            case "xml:base":
                return AttributeKind.Address;
            case "content" when element == "meta":
                return tag.Tag.IsRefresh ? AttributeKind.Refresh : AttributeKind.Content;
            case "http-equiv" when element == "meta":
                return AttributeKind.HttpEquiv;
            case "type" when element == "script":
                return AttributeKind.ScriptType;
            case "from" or "to" or "by" or "values" when ElementNames.IsAnimation(element):
                return AttributeKind.Animated;
            default:
                // xlink:href
                return Addresses.Contains(name[(name.IndexOf(':') + 1)..]) ? AttributeKind.Address : AttributeKind.Plain;
        }
    }

    /// <summary>What a script is, from its <c>type</c>; an unknown one is treated as code, whose rules are the strictest.</summary>
    public static ScriptType TypeOfScript(string? value)
    {
        var type = value?.Split(';')[0].Trim().ToLowerInvariant();
        return type is null or "" or "module" || type.EndsWith("javascript", StringComparison.Ordinal) || type.EndsWith("ecmascript", StringComparison.Ordinal)
                || type.EndsWith("jscript", StringComparison.Ordinal) || type.EndsWith("livescript", StringComparison.Ordinal)
                || type.EndsWith("x-mathjax-config", StringComparison.Ordinal) ? ScriptType.Code
            : type is "importmap" or "speculationrules" || type.EndsWith("json", StringComparison.Ordinal) ? ScriptType.Json
            : ScriptType.Other;
    }
}
