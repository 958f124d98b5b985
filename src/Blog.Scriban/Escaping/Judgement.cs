namespace Blog.Scriban.Escaping;

/// <summary>What is to be done with a value at a place, or why none may be printed there.</summary>
/// <param name="Where">"as the name of an element"; null when a value may be printed.</param>
internal readonly record struct Judgement(EscapePlace Place, string? Where = null, string? Help = null)
{
    private static Judgement Refused(string where, string help) => new(EscapePlace.Forbidden, where, help);

    public static Judgement Of(HtmlState state)
    {
        if (state.Language == MarkupLanguage.None)
        {
            return new(EscapePlace.None);
        }

        var isXml = state.Language == MarkupLanguage.Xml;
        switch (state.Mode)
        {
            case HtmlMode.Text:
                return new(isXml ? EscapePlace.XmlText : EscapePlace.Text);
            case HtmlMode.TagOpen or HtmlMode.TagName:
                return Refused("as the name of an element", "write the names out in an 'if'");
            case HtmlMode.Tag or HtmlMode.AttributeName or HtmlMode.AfterAttributeName:
                return Refused("as the name of an attribute", "write the names out, or mark the markup as safe with '| html.raw'");
            case HtmlMode.BeforeValue or HtmlMode.Value when state.Attribute.Quote == 0:
                return OfUnquoted(state);
            case HtmlMode.Value:
                return OfValue(state);
            case HtmlMode.PlainElement:
                return new(EscapePlace.Attribute);
            case HtmlMode.Script:
                return OfScript(state.Script, EscapePlace.Script, EscapePlace.ScriptText, EscapePlace.ScriptBackticks);
            case HtmlMode.ScriptTemplate:
                return new(EscapePlace.ScriptTemplate);
            case HtmlMode.Style:
                return OfStyle(state.Style, EscapePlace.Style);
            case HtmlMode.Comment or HtmlMode.BogusComment when state.Run == 0 || state.Mode == HtmlMode.Comment:
                return new(EscapePlace.Comment);
            case HtmlMode.CdataSection:
                return new(EscapePlace.CdataSection);
            case HtmlMode.RawElement:
                return Refused($"in <{state.Element}>, where nothing can be escaped", state.Element is "xmp" or "plaintext" ? "use <pre>" : "leave it empty");
            case HtmlMode.Lost when state.Tag is { IsRefresh: true, PrintsContent: true }:
                return Refused("in the 'content' of a <meta> that turns out to be a refresh", "write 'http-equiv' in front of 'content'");
            case HtmlMode.Lost:
                return Refused("behind markup that browsers read differently than it looks", $"begin the <{state.Element}> with <![CDATA[ and end it with ]]>, or take the '<' out");
            default:
                return Refused("in a processing instruction", "write it out");
        }
    }

    private static Judgement OfUnquoted(HtmlState state)
    {
        const string Help = "write quotes around the value: name=\"{{ … }}\"";
        var isFirst = state.Mode == HtmlMode.BeforeValue;
        var kind = isFirst ? AttributeNames.KindOf(state) : state.Attribute.Kind;
        return state.Language == MarkupLanguage.Html && kind is AttributeKind.Plain or AttributeKind.Address or AttributeKind.Content && state.Attribute.Address != AddressPart.Code
            ? new(isFirst ? EscapePlace.Unquoted : EscapePlace.UnquotedRest)
            : Refused("in an attribute without quotes", Help);
    }

    private static Judgement OfValue(HtmlState state)
    {
        var attribute = state.Attribute;
        if (attribute.EndsInReference && attribute.Kind is AttributeKind.Event or AttributeKind.Style or AttributeKind.Document or AttributeKind.Refresh)
        {
            return Refused("within a reference", "write '&amp;' for a '&' that is meant as such");
        }

        switch (attribute.Kind)
        {
            case AttributeKind.Address or AttributeKind.AddressList:
                return OfAddress(attribute);
            case AttributeKind.Refresh:
                return new(EscapePlace.Parameter);
            case AttributeKind.Event:
                return OfScript(state.Script, EscapePlace.EventScript, EscapePlace.EventText, EscapePlace.EventBackticks);
            case AttributeKind.Style:
                return OfStyle(state.Style, EscapePlace.StyleAttribute);
            case AttributeKind.Animated:
                return new(EscapePlace.StyleAttribute);
            case AttributeKind.Document:
                return state.Inner!.State.Mode is HtmlMode.Text or HtmlMode.PlainElement // set when the value began
                    ? new(EscapePlace.Document)
                    : Refused($"{state.Inner.State.Description} within 'srcdoc'", "print it into the text of that document, or write a page of its own");
            case AttributeKind.HttpEquiv:
                return Refused("in 'http-equiv'", "write the value out in an 'if'");
            case AttributeKind.Unknown:
                return Refused("in an attribute that is not the same in all branches", "write the whole attribute, name and value, in each branch");
            default:
                return new(state.Language == MarkupLanguage.Xml ? EscapePlace.XmlAttribute : EscapePlace.Attribute);
        }
    }

    private static Judgement OfAddress(AttributeState attribute) => attribute.Address switch
    {
        AddressPart.Code => Refused("in a 'javascript:' address", "put the value into a 'data-' attribute and read it in a script"),
        AddressPart.Width => new(EscapePlace.Parameter),
        AddressPart.Start => new(attribute.Kind == AttributeKind.AddressList ? EscapePlace.AddressList : EscapePlace.Address),
        _ when attribute.Kind == AttributeKind.AddressList => new(EscapePlace.AddressListRest),
        AddressPart.Open or AddressPart.Doubtful => new(EscapePlace.AddressRest),
        AddressPart.Parameter => new(EscapePlace.Parameter),
        _ => new(EscapePlace.AddressPath),
    };

    private static Judgement OfScript(ScriptState state, EscapePlace code, EscapePlace quoted, EscapePlace backticks) => state.Mode switch
    {
        ScriptMode.Code => new(code),
        ScriptMode.SingleQuotes or ScriptMode.DoubleQuotes => new(quoted),
        ScriptMode.Backticks => new(backticks),
        ScriptMode.Regex or ScriptMode.RegexClass => Refused("in a regular expression of a script", "write 'new RegExp({{ … }})'"),
        ScriptMode.TooDeep => Refused("in a script whose texts are nested deeper than 100 levels", "take the value out of them"),
        _ => Refused("in a comment of a script", "use a comment of the template: {{ # … }}"),
    };

    private static Judgement OfStyle(StyleState state, EscapePlace place) => state.Mode switch
    {
        StyleMode.Comment => Refused("in a comment of a style", "use a comment of the template: {{ # … }}"),
        StyleMode.Address or StyleMode.AddressInSingleQuotes or StyleMode.AddressInDoubleQuotes => new(EscapePlace.StyleAddress),
        _ => new(place),
    };
}
