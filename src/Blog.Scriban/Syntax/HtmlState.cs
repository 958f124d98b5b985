namespace Blog.Scriban.Syntax;

internal enum HtmlMode
{
    Text,
    TagName,
    Tag,
    AttributeName,
    BeforeValue,
    Value,
    Script,
    Style,

    /// <summary>title and textarea: text, but no tags.</summary>
    PlainElement,
    Comment,
}

internal enum HtmlAttribute
{
    Plain,
    Url,
    Style,
    Event,
}

/// <summary>Where a reader of HTML stands. The states of the HTML standard, as far as escaping differs between them.</summary>
internal readonly record struct HtmlState(
    HtmlMode Mode, string Element = "", string Name = "", char Quote = '\0', HtmlAttribute Attribute = HtmlAttribute.Plain, bool IsAtStart = false,
    bool IsEscaped = false)
{
    private static readonly HashSet<string> UrlAttributes = new(StringComparer.Ordinal)
    {
        "href", "src", "action", "formaction", "poster", "cite", "data", "background", "manifest", "xlink:href", "ping", "longdesc",
    };

    public static HtmlState Start => new(HtmlMode.Text);

    public string Description => Mode switch
    {
        HtmlMode.Text => "in text",
        HtmlMode.TagName => "in the name of a tag",
        HtmlMode.Tag or HtmlMode.AttributeName => $"in a <{Element}> tag",
        HtmlMode.BeforeValue => $"in front of the value of '{Name}'",
        HtmlMode.Value => $"in the value of '{Name}'",
        HtmlMode.Comment => "in a comment",
        _ => $"in <{Element}>",
    };

    /// <summary>Equal as far as escaping is concerned.</summary>
    public bool Agrees(HtmlState other) => Joined(this) == other.Joined(other) || (Plain(this) == Plain(other) && Quote == other.Quote && Attribute == other.Attribute
        && (Mode is not HtmlMode.Script and not HtmlMode.Style and not HtmlMode.PlainElement || Element == other.Element));

    public HtmlState Joined(HtmlState other) => this with { IsAtStart = IsAtStart || other.IsAtStart, IsEscaped = false };

    private static HtmlMode Plain(HtmlState state) => state.Mode == HtmlMode.AttributeName || state.Mode == HtmlMode.TagName ? HtmlMode.Tag : state.Mode;

    /// <summary>Behind a printed value.</summary>
    public HtmlState AfterValue() => Mode == HtmlMode.BeforeValue ? this with { Mode = HtmlMode.Value } : this with { IsEscaped = false };

    public HtmlState Read(string text)
    {
        var state = this;
        for (var i = 0; i < text.Length; i++)
        {
            state = state.Mode switch
            {
                HtmlMode.Text => ReadText(state, text, ref i),
                HtmlMode.TagName => ReadTagName(state, text[i]),
                HtmlMode.Tag or HtmlMode.AttributeName or HtmlMode.BeforeValue => ReadTag(state, text[i]),
                HtmlMode.Value => ReadValue(state, text[i]),
                HtmlMode.Comment => text[i] == '>' && text.AsSpan(0, i).EndsWith("--") ? Start : state,
                _ => ReadRaw(state, text, ref i),
            };
        }

        return state;
    }

    private static HtmlState ReadText(HtmlState state, string text, ref int i)
    {
        if (text[i] != '<')
        {
            var next = text.IndexOf('<', i);
            i = next < 0 ? text.Length : next - 1;
            return state;
        }

        var rest = text.AsSpan(i + 1);
        if (rest.StartsWith("!--"))
        {
            i += 3;
            return new(HtmlMode.Comment);
        }

        // "<" at the end of a text: what follows is printed as the name of an element.
        return rest.IsEmpty || char.IsAsciiLetter(rest[0]) || rest[0] is '/' or '!' or '?' ? new(HtmlMode.TagName) : state;
    }

    private static HtmlState ReadTagName(HtmlState state, char c) =>
        c == '>' ? AfterTag(state)
        : char.IsWhiteSpace(c) || (c == '/' && state.Element.Length > 0) ? state with { Mode = HtmlMode.Tag }
        : state with { Element = state.Element + char.ToLowerInvariant(c) };

    private static HtmlState AfterTag(HtmlState state) => state.Element switch
    {
        "script" => new(HtmlMode.Script, state.Element),
        "style" => new(HtmlMode.Style, state.Element),
        "title" or "textarea" => new(HtmlMode.PlainElement, state.Element),
        _ => Start,
    };

    private static HtmlState ReadTag(HtmlState state, char c)
    {
        if (c == '>')
        {
            return AfterTag(state);
        }

        if (state.Mode == HtmlMode.BeforeValue)
        {
            return char.IsWhiteSpace(c) ? state
                : state with { Mode = HtmlMode.Value, Quote = c is '"' or '\'' ? c : '\0', Attribute = KindOf(state), IsAtStart = true };
        }

        if (c == '=' && state.Name.Length > 0)
        {
            return state with { Mode = HtmlMode.BeforeValue };
        }

        if (char.IsWhiteSpace(c) || c == '/')
        {
            return state with { Mode = HtmlMode.Tag };
        }

        var name = state.Mode == HtmlMode.AttributeName ? state.Name : "";
        return state with { Mode = HtmlMode.AttributeName, Name = name + char.ToLowerInvariant(c) };
    }

    private static HtmlAttribute KindOf(HtmlState state) =>
        UrlAttributes.Contains(state.Name) ? HtmlAttribute.Url
        : state.Name == "style" ? HtmlAttribute.Style
        : state.Name.StartsWith("on", StringComparison.Ordinal) ? HtmlAttribute.Event
        : HtmlAttribute.Plain;

    private static HtmlState ReadValue(HtmlState state, char c)
    {
        if (state.Quote == '\0')
        {
            return c == '>' ? AfterTag(state) : char.IsWhiteSpace(c) ? new(HtmlMode.Tag, state.Element) : state;
        }

        return c == state.Quote ? new(HtmlMode.Tag, state.Element) : state with { IsAtStart = state.IsAtStart && char.IsWhiteSpace(c) };
    }

    private static HtmlState ReadRaw(HtmlState state, string text, ref int i)
    {
        var c = text[i];
        if (c == '<' && text.AsSpan(i).StartsWith("</" + state.Element, StringComparison.OrdinalIgnoreCase))
        {
            i += 1 + state.Element.Length;
            return new(HtmlMode.Tag, "/" + state.Element);
        }

        if (state.Mode != HtmlMode.Script)
        {
            return state;
        }

        // Quotes of the script: a value between them is the text's inside. A regular expression with a quote is misread up to the line end.
        if (state.Quote == '\0')
        {
            return c is '"' or '\'' or '`' ? state with { Quote = c } : state;
        }

        return state.IsEscaped ? state with { IsEscaped = false }
            : c == '\\' ? state with { IsEscaped = true }
            : c == state.Quote || (c == '\n' && state.Quote != '`') ? state with { Quote = '\0' }
            : state;
    }
}
