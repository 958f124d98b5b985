namespace Blog.Scriban.Escaping;

/// <summary>By whose rules a template's text is read.</summary>
internal enum MarkupLanguage
{
    /// <summary>Text that is no markup: nothing is escaped.</summary>
    None,
    Html,
    Xml,
}

/// <summary>The states of the HTML standard, as far as escaping differs between them.</summary>
internal enum HtmlMode
{
    Text,

    /// <summary>Behind a <c>&lt;</c>.</summary>
    TagOpen,
    TagName,
    Tag,
    AttributeName,
    AfterAttributeName,
    BeforeValue,
    Value,
    Script,
    Style,

    /// <summary>A script of a type that browsers do not run: a template for scripts, as a rule.</summary>
    ScriptTemplate,

    /// <summary>title and textarea: text, but no tags.</summary>
    PlainElement,

    /// <summary>xmp, iframe and their like: neither tags nor references.</summary>
    RawElement,
    Comment,

    /// <summary>What begins with <c>&lt;!</c>, <c>&lt;?</c> or <c>&lt;/</c> and is nothing else, up to the next <c>&gt;</c>; a doctype too.</summary>
    BogusComment,
    CdataSection,

    /// <summary><c>&lt;? … ?&gt;</c> of XML.</summary>
    Instruction,

    /// <summary>Nobody can say what a browser would make of it.</summary>
    Lost,
}

/// <summary>What a script is, by its <c>type</c>.</summary>
internal enum ScriptType
{
    Code,
    Json,

    /// <summary>Not run by browsers, and no JSON.</summary>
    Other,
}

/// <summary>What the attributes of the open tag said about its content and about the other attributes.</summary>
/// <param name="IsRefresh">A <c>meta</c> that sends the reader elsewhere: its <c>content</c> holds an address.</param>
/// <param name="PrintsContent">A <c>meta</c> whose <c>content</c> holds a printed value.</param>
internal readonly record struct TagFacts(ScriptType Script, bool IsRefresh, bool PrintsContent, bool ClosesItself);

/// <summary>A document within the attribute <c>srcdoc</c>.</summary>
internal sealed record InnerDocument(HtmlState State);

/// <summary>Where a reader of HTML or XML stands.</summary>
/// <param name="Element">The open tag, or the element whose text this is; lower case, with '/' in front for an end tag.</param>
/// <param name="Foreign">The open elements that change the rules, <c>svg/foreignobject/</c>: SVG, MathML and the ways back to HTML.</param>
/// <param name="Run">Of a comment: the dashes at its end. Of a script: how deep it is in <c>&lt;!--&lt;script&gt;</c>, or 1 in a CDATA section. Of a doctype: its brackets.</param>
internal readonly record struct HtmlState(
    MarkupLanguage Language, HtmlMode Mode, string Element = "", string Foreign = "", TagFacts Tag = default, AttributeState Attribute = default,
    ScriptState Script = default, StyleState Style = default, InnerDocument? Inner = null, int Run = 0)
{
    public static HtmlState StartOf(MarkupLanguage language) => new(language, HtmlMode.Text);

    /// <summary>Behind a mistake that was reported; what it leads to is not.</summary>
    public static HtmlState Unknown(MarkupLanguage language) => new(language, HtmlMode.Lost);

    /// <summary>The content of <c>svg</c> or <c>math</c>, which the HTML standard reads nearly like XML.</summary>
    public bool IsForeign => Foreign.EndsWith("svg/", StringComparison.Ordinal) || Foreign.EndsWith("math/", StringComparison.Ordinal);

    /// <summary>Scripts and styles are ordinary text here, with references and CDATA sections.</summary>
    public bool ReadsAsXml => Language == MarkupLanguage.Xml || IsForeign;

    public bool IsInTag => Mode is HtmlMode.TagName or HtmlMode.Tag or HtmlMode.AttributeName or HtmlMode.AfterAttributeName;

    /// <summary>For messages: "the template ends …".</summary>
    public string Description => Mode switch
    {
        HtmlMode.Text => "in text",
        HtmlMode.TagOpen => "behind '<'",
        HtmlMode.TagName => $"in the tag name '{Element}'",
        HtmlMode.Tag or HtmlMode.AttributeName or HtmlMode.AfterAttributeName => $"in the tag <{Element}>",
        HtmlMode.BeforeValue => $"in front of the value of '{Attribute.Name}'",
        HtmlMode.Value when Attribute.Quote == 0 => $"in the value of '{Attribute.Name}', which has no quotes",
        HtmlMode.Value => $"in the value of '{Attribute.Name}'{Script.Description}{Style.Description}",
        HtmlMode.Comment or HtmlMode.BogusComment => "in a comment",
        HtmlMode.CdataSection => "in a CDATA section",
        HtmlMode.Instruction => "in a processing instruction",
        HtmlMode.Lost => "where no reader of HTML could follow",
        _ => $"in <{Element}>{Script.Description}{Style.Description}",
    };

    /// <summary>Both are the same place as far as escaping is concerned, so that two ways through a template may meet here.</summary>
    public bool Agrees(HtmlState other) =>
        Group(this) == Group(other) && Language == other.Language && Tag.Script == other.Tag.Script && Inner == other.Inner && Script.Agrees(other.Script) && Style == other.Style
        && Group(this) switch
        {
            HtmlMode.Tag => Element == other.Element || (ElementNames.IsOrdinary(Element) && ElementNames.IsOrdinary(other.Element)),
            HtmlMode.Value or HtmlMode.BeforeValue => Attribute.Quote == other.Attribute.Quote && Attribute.Kind == other.Attribute.Kind,
            HtmlMode.Comment => true,
            HtmlMode.Text => true,
            _ => Element == other.Element && Run == other.Run,
        };

    // What may follow in a tag is the same behind its name and behind an attribute.
    private static HtmlMode Group(HtmlState state) => state.IsInTag ? HtmlMode.Tag : state.Mode;

    /// <summary>What is known when it may be either of two states that agree.</summary>
    public HtmlState Joined(HtmlState other)
    {
        if (this == other)
        {
            return this;
        }

        var joined = this with
        {
            Foreign = Foreign == other.Foreign ? Foreign : "",
            Tag = new(Tag.Script, Tag.IsRefresh || other.Tag.IsRefresh, Tag.PrintsContent || other.Tag.PrintsContent, ClosesItself: false),
            Attribute = Attribute.Joined(other.Attribute),
            Script = Script.Joined(other.Script),
            Run = Math.Max(Run, other.Run),
        };

        if (Mode == HtmlMode.BeforeValue && Attribute.Name != other.Attribute.Name)
        {
            return joined with { Attribute = AttributeState.Unknown };
        }

        // More letters would go on with a name in one of the branches, and "=" would belong to different names.
        return !IsInTag || (Mode == other.Mode && Element == other.Element && Attribute.Name == other.Attribute.Name) ? joined
            : HasOpenName(this) || HasOpenName(other) ? joined with { Mode = HtmlMode.AttributeName, Attribute = AttributeState.Unknown }
            : joined with { Mode = HtmlMode.AfterAttributeName, Attribute = AttributeState.Unknown };
    }

    private static bool HasOpenName(HtmlState state) => state.Mode is HtmlMode.TagName or HtmlMode.AttributeName;

    /// <summary>Behind a printed value.</summary>
    public HtmlState AfterValue() => Mode switch
    {
        HtmlMode.TagOpen => Unknown(Language),
        HtmlMode.TagName or HtmlMode.Tag or HtmlMode.AttributeName or HtmlMode.AfterAttributeName =>
            this with { Mode = HtmlMode.AttributeName, Attribute = AttributeState.Unknown },
        HtmlMode.BeforeValue => this with { Mode = HtmlMode.Value, Attribute = AttributeState.Begin(this, quote: '\0').AfterValue() },
        HtmlMode.Value => this with
        {
            Attribute = Attribute.AfterValue(),
            Script = Script.AfterValue(),
            Style = Style with { IsEscaped = false },
            Tag = Attribute.Kind == AttributeKind.Content ? Tag with { PrintsContent = true } : Tag,
        },
        HtmlMode.Script => this with { Script = Script.AfterValue() },
        HtmlMode.Style => this with { Style = Style with { IsEscaped = false } },
        HtmlMode.Comment => this with { Run = 0 },
        _ => this,
    };
}
