namespace Blog.Scriban.Escaping;

/// <summary>What the value of an attribute is to a browser.</summary>
internal enum AttributeKind
{
    Plain,
    Address,

    /// <summary>srcset: addresses and widths, with commas between them.</summary>
    AddressList,

    /// <summary>The <c>content</c> of a <c>meta</c> that may yet turn out to be a refresh.</summary>
    Content,

    /// <summary>The <c>content</c> of a refresh: seconds. Behind <c>url=</c> it is an address.</summary>
    Refresh,
    Event,
    Style,

    /// <summary>What an animation sets; it may set an address.</summary>
    Animated,

    /// <summary>A whole document: <c>srcdoc</c>.</summary>
    Document,

    /// <summary>The <c>type</c> of a script.</summary>
    ScriptType,

    /// <summary>The <c>http-equiv</c> of a <c>meta</c>.</summary>
    HttpEquiv,

    /// <summary>The name is not the same in all branches, or was printed.</summary>
    Unknown,
}

/// <summary>The attribute that is being read.</summary>
/// <param name="Quote">Zero without quotes.</param>
/// <param name="Collected">The value so far, where a later character decides what it means; null when a part of it was printed.</param>
/// <param name="EndsInReference">The literal text ends as <c>&amp;#10</c>, so that what is printed next would become a part of the reference.</param>
internal readonly record struct AttributeState(
    string Name, AttributeKind Kind = AttributeKind.Plain, char Quote = '\0', AddressPart Address = AddressPart.Start, string? Collected = "", bool EndsInReference = false)
{
    public static AttributeState Unknown => new("?", AttributeKind.Unknown);

    /// <summary>At the first character of a value.</summary>
    public static AttributeState Begin(HtmlState tag, char quote) => new(tag.Attribute.Name, AttributeNames.KindOf(tag), quote);

    public AttributeState AfterValue() => this with
    {
        Collected = Kind == AttributeKind.Refresh ? Collected : null,
        Address = AddressState.AfterValue(Address),
        EndsInReference = false,
    };

    public AttributeState Joined(AttributeState other) => this with
    {
        Name = Name == other.Name ? Name : Unknown.Name,
        Collected = Collected == other.Collected ? Collected : null,
        Address = AddressState.Joined(Address, other.Address),
        EndsInReference = EndsInReference || other.EndsInReference,
    };
}
