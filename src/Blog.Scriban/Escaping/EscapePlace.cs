namespace Blog.Scriban.Escaping;

/// <summary>Where in the HTML a value is printed; decides what must be done to it.</summary>
internal enum EscapePlace : byte
{
    /// <summary>Escaping is off.</summary>
    None,
    Text,

    /// <summary>Between the quotes of an attribute; also in title and textarea, where there are no tags either.</summary>
    Attribute,

    /// <summary>In an attribute without quotes: its whole value so far, or behind something.</summary>
    Unquoted,
    UnquotedRest,

    /// <summary>Within a tag: only markup that the template calls safe.</summary>
    Markup,

    /// <summary>The first part of an address, with its scheme.</summary>
    Address,

    /// <summary>An address that has begun, but what was written can still become a scheme.</summary>
    AddressRest,

    /// <summary>Behind the scheme of an address.</summary>
    AddressPath,

    /// <summary>The value of one parameter in an address.</summary>
    Parameter,

    /// <summary>An address of a list, or a whole list: srcset.</summary>
    AddressList,

    /// <summary>What goes on with an address of a list.</summary>
    AddressListRest,

    /// <summary>In code: a literal of the script.</summary>
    Script,

    /// <summary>Between quotes in a script.</summary>
    ScriptText,

    /// <summary>Between backticks in a script.</summary>
    ScriptBackticks,

    /// <summary>The same three in an event attribute.</summary>
    EventScript,
    EventText,
    EventBackticks,
    Style,
    StyleAttribute,

    /// <summary>In <c>url(…)</c> of a style.</summary>
    StyleAddress,

    /// <summary>In the text of a document within <c>srcdoc</c>.</summary>
    Document,
    Comment,
    CdataSection,

    /// <summary>In a script that is no code but markup for one.</summary>
    ScriptTemplate,
    XmlText,
    XmlAttribute,

    /// <summary>No value is safe here. The template is refused when it prints one; this is for functions that print by themselves.</summary>
    Forbidden,
}
