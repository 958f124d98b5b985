using System.Xml;
using System.Xml.Linq;

namespace Blog.Tests.Text.Tex;

/// <summary>What holds for the markup of any formula, right or wrong.</summary>
/// <remarks>https://www.w3.org/TR/mathml-core/#mathml-elements-and-attributes</remarks>
public static class MathMlRules
{
    private static readonly Dictionary<string, string[]> Elements = new()
    {
        ["math"] = ["display", "alttext"],
        ["semantics"] = [],
        ["annotation"] = ["encoding"],
        ["mrow"] = ["class", "mathcolor", "mathbackground"],
        ["mi"] = ["mathvariant", "class"],
        ["mn"] = [],
        ["mo"] = ["form", "stretchy", "symmetric", "movablelimits", "lspace", "rspace", "minsize", "maxsize", "mathsize", "class"],
        ["mtext"] = ["class", "mathcolor"],
        ["mspace"] = ["width", "height", "depth", "class"],
        ["mstyle"] = ["displaystyle", "scriptlevel", "mathcolor", "mathsize"],
        ["mfrac"] = ["linethickness"],
        ["msqrt"] = [],
        ["mroot"] = [],
        ["msub"] = [],
        ["msup"] = [],
        ["msubsup"] = [],
        ["munder"] = ["accentunder"],
        ["mover"] = ["accent"],
        ["munderover"] = [],
        ["mmultiscripts"] = [],
        ["mprescripts"] = [],
        ["mtable"] = ["class", "displaystyle"],
        ["mtr"] = ["class", "id"],
        ["mtd"] = ["class", "columnspan"],
        ["mphantom"] = [],
        ["mpadded"] = ["width", "height", "depth", "voffset"],
        ["merror"] = [],
        // HTML: links within words, numbers beside a formula, a formula in pieces, a formula as its source.
        ["a"] = ["href"],
        ["div"] = ["class", "id", "tabindex"],
        ["span"] = ["class"],
        ["wbr"] = [],
        ["code"] = ["class", "title"],
    };

    private static readonly Dictionary<string, int> Arity = new()
    {
        ["mfrac"] = 2,
        ["mroot"] = 2,
        ["msub"] = 2,
        ["msup"] = 2,
        ["msubsup"] = 3,
        ["munder"] = 2,
        ["mover"] = 2,
        ["munderover"] = 3,
        ["semantics"] = 2,
    };

    private static readonly HashSet<string> Tokens = ["mi", "mn", "mo", "mtext"];

    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? Breach(string html)
    {
        if (html.Length == 0)
        {
            return null;
        }

        XElement root;
        try
        {
            // As a parser of XML reads it: no references but those of XML, one root.
            root = XElement.Parse(html);
        }
        catch (XmlException e)
        {
            return e.Message;
        }

        return root.DescendantsAndSelf().Select(Breach).FirstOrDefault(breach => breach is not null);
    }

    private static string? Breach(XElement element)
    {
        var name = element.Name.LocalName;
        if (!Elements.TryGetValue(name, out var attributes))
        {
            return $"'{name}' is not in MathML Core";
        }

        if (element.Attributes().FirstOrDefault(attribute => !attribute.IsNamespaceDeclaration && !attributes.Contains(attribute.Name.LocalName)) is { } stranger)
        {
            return $"'{name}' has an attribute '{stranger.Name}'";
        }

        if (Arity.TryGetValue(name, out var arity) && element.Elements().Count() != arity)
        {
            return $"'{name}' has {element.Elements().Count()} children, not {arity}";
        }

        if (Tokens.Contains(name) && element.Elements().Any(child => name != "mtext" || child.Name.LocalName != "a"))
        {
            return $"'{name}' has elements in it";
        }

        return (name, element.Parent?.Name.LocalName) switch
        {
            ("mtr", not "mtable") or ("mtd", not "mtr") => $"'{name}' is in '{element.Parent?.Name.LocalName}'",
            ("mprescripts", not "mmultiscripts") => "'mprescripts' stands alone",
            _ when !Tokens.Contains(name) && name is not ("annotation" or "a" or "span" or "code") && element.Nodes().OfType<XText>().Any() => $"'{name}' has bare text",
            _ => null,
        };
    }
}
