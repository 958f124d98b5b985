using System.Text.RegularExpressions;

namespace Blog.Scriban.Escaping;

/// <summary>Reads the literal text of attribute values that are more than text.</summary>
internal static partial class AttributeValue
{
    public static HtmlState Read(HtmlState state, ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return state;
        }

        var text = CharacterReferences.Decode(value.ToString());
        var attribute = state.Attribute with { EndsInReference = CharacterReferences.EndsInside(value) };
        return attribute.Kind switch
        {
            AttributeKind.Address or AttributeKind.AddressList => state with { Attribute = AddressState.Read(attribute, text) },
            AttributeKind.Refresh => state with { Attribute = ReadRefresh(attribute, text) },
            AttributeKind.Event => state with { Attribute = attribute, Script = state.Script.Read(text) },
            AttributeKind.Style => state with { Attribute = attribute, Style = state.Style.Read(text) },
            AttributeKind.Document => state with { Attribute = attribute, Inner = new(HtmlReader.Read(state.Inner!.State, text)) }, // set when the value began
            _ => state with { Attribute = attribute with { Collected = attribute.Collected + text } },
        };
    }

    // Seconds, and the address behind "url=".
    private static AttributeState ReadRefresh(AttributeState state, string text)
    {
        var collected = state.Collected + text;
        var address = BehindUrl().Match(collected);
        return address.Success
            ? AddressState.Read(state with { Kind = AttributeKind.Address, Collected = "" }, collected[(address.Index + address.Length)..])
            : state with { Collected = collected };
    }

    [GeneratedRegex("url\\s*=\\s*[\"']?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BehindUrl();

    /// <summary>Behind the last character of a value.</summary>
    public static HtmlState End(HtmlState state)
    {
        var tag = state.Tag;
        switch (state.Attribute)
        {
            case { Kind: AttributeKind.ScriptType, Collected: var type }:
                tag = tag with { Script = AttributeNames.TypeOfScript(type) };
                break;
            case { Kind: AttributeKind.HttpEquiv, Collected: var name } when name is null || name.Trim().Equals("refresh", StringComparison.OrdinalIgnoreCase):
                tag = tag with { IsRefresh = true };
                break;
        }

        // A value was printed where nobody knew yet that it would be an address.
        var isLate = tag is { IsRefresh: true, PrintsContent: true };
        return state with { Mode = isLate ? HtmlMode.Lost : HtmlMode.Tag, Tag = tag, Attribute = new(""), Script = default, Style = default, Inner = null };
    }
}
