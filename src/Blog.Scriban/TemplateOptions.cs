namespace Blog.Scriban;

/// <summary>What happens when a template asks for a member or variable that does not exist and shows no sign of expecting that.</summary>
public enum UndefinedMembers
{
    Off,
    Warn,
    Error,
}

/// <summary>What of a source is text, and what is code.</summary>
public enum TemplateMode
{
    /// <summary>Text with code between <c>{{</c> and <c>}}</c>.</summary>
    Text,

    /// <summary>Code from the first character to the last.</summary>
    ScriptOnly,

    /// <summary>Code between two lines with <see cref="TemplateOptions.FrontMatterMarker"/>, then text.</summary>
    FrontMatterAndText,

    /// <summary>As above, but what follows is not read; <see cref="Template.ContentStart"/> tells where it begins.</summary>
    FrontMatterOnly,
}

/// <summary>Which templates that can be rendered, and are almost surely not meant as they stand, are reported.</summary>
public enum Lints
{
    None,

    /// <summary>What nobody writes on purpose.</summary>
    Sure,

    /// <summary>Also what is right at times, such as a condition that is true for an empty list.</summary>
    All,
}

/// <summary>How templates are read and rendered: one record with two presets.</summary>
public sealed record TemplateOptions
{
    /// <summary>For sites: escaping on, indentation off, generous limits, undefined members reported.</summary>
    public static TemplateOptions Site { get; } = new();

    /// <summary>The defaults of the original language, for its conformance cases.</summary>
    public static TemplateOptions Original { get; } = new()
    {
        EscapeHtml = false,
        AutoIndent = true,
        UndefinedMembers = UndefinedMembers.Off,
        Lints = Lints.None,
        LoopLimit = 1000,
        OutputLimit = 1048576,
        TextLimit = 1048576,
        ObjectDepthLimit = 20,
        LoopLimitStartsAnew = true,
    };

    /// <summary>
    /// Printed values are escaped for the place in the HTML where they stand; <see cref="Html"/> passes. In pages whose names end in .txt, .json, .js, .css,
    /// .md or .csv nothing is; .xml, .svg, .xhtml, .rss and .atom are read by the rules of XML.
    /// </summary>
    public bool EscapeHtml { get; init; } = true;

    /// <summary>Further lines of a printed value get the blanks in front of its block.</summary>
    public bool AutoIndent { get; init; }

    public bool IndentEmptyLines { get; init; } = true;

    public UndefinedMembers UndefinedMembers { get; init; } = UndefinedMembers.Warn;

    public TemplateMode Mode { get; init; }

    /// <summary>The line in front of and behind the code of a front matter.</summary>
    public string FrontMatterMarker { get; init; } = "+++";

    public Lints Lints { get; init; } = Lints.Sure;

    /// <summary>Reading an undefined variable is an error, also behind <c>??</c>.</summary>
    public bool StrictVariables { get; init; }

    public bool RelaxedMemberAccess { get; init; } = true;

    public bool RelaxedIndexerAccess { get; init; } = true;

    public bool RelaxedTargetAccess { get; init; }

    public bool RelaxedFunctionAccess { get; init; }

    /// <summary>The item at the index null is null, not an error.</summary>
    public bool AllowNullIndex { get; init; }

    /// <summary>What one rendering may do: about one step for each name, number and sign that is evaluated. As all limits: 0 = none.</summary>
    public long StepLimit { get; init; } = 100_000_000;

    /// <summary>Bytes of all values that one rendering makes, whether it still needs them or not.</summary>
    public long MemoryLimit { get; init; } = 256 * 1024 * 1024;

    /// <summary>Rounds of loops and items of array functions in one rendering, and the longest range. Of the original language; steps say more.</summary>
    public int LoopLimit { get; init; }

    /// <summary>An outermost loop sets the count of rounds back to zero.</summary>
    public bool LoopLimitStartsAnew { get; init; }

    /// <summary>Nested calls and includes; and nested loops and scopes.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Bytes of the page.</summary>
    public int OutputLimit { get; init; } = 64 * 1024 * 1024;

    /// <summary>Characters of one text.</summary>
    public int TextLimit { get; init; } = 16 * 1024 * 1024;

    /// <summary>Items of one list or range.</summary>
    public int ListLimit { get; init; } = 10_000_000;

    /// <summary>Nesting of a value that is printed, serialised or compared.</summary>
    public int ObjectDepthLimit { get; init; } = 100;

    /// <summary>Characters of the source.</summary>
    public int SourceLimit { get; init; } = 2 * 1024 * 1024;

    /// <summary>Nesting of expressions and statements in the source.</summary>
    public int NestingLimit { get; init; } = 250;

    /// <summary>What one regular expression may take, and what all of one rendering may.</summary>
    public TimeSpan RegexTimeLimit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The language tag whose dates and fractions are written and read; empty for the invariant culture.</summary>
    public string Culture
    {
        get;
        init
        {
            Functions.Culture.Of(value);    // a tag that does not exist is told here, not in the middle of a page
            field = value;
        }
    } = "";

    /// <summary>The instant that <c>date.now</c> gives.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The zone of dates that name none, and the one that others are converted to.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Where <c>math.random</c> and <c>math.uuid</c> start, so that a rendering can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>Gives equal names one reference. What a template makes of texts must not fill the table of the process, which forgets nothing.</summary>
    internal Func<string, string> Intern { get; init; } = string.Intern;

    /// <summary>The names that <c>include</c> knows, for "did you mean".</summary>
    public IReadOnlyCollection<string> IncludeNames { get; init; } = [];
}
