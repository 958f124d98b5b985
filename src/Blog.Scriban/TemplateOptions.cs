namespace Blog.Scriban;

/// <summary>What happens when a template asks for a member or variable that does not exist and shows no sign of expecting that.</summary>
public enum UndefinedMembers
{
    Off,
    Warn,
    Error,
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
        LoopLimit = 1000,
        OutputLimit = 1048576,
        ObjectDepthLimit = 20,
        LoopLimitStartsAnew = true,
    };

    /// <summary>Printed values are escaped for the place in the HTML where they stand; <see cref="Html"/> passes.</summary>
    public bool EscapeHtml { get; init; } = true;

    /// <summary>Further lines of a printed value get the blanks in front of its block.</summary>
    public bool AutoIndent { get; init; }

    public UndefinedMembers UndefinedMembers { get; init; } = UndefinedMembers.Warn;

    /// <summary>The whole source is code, without <c>{{ }}</c>.</summary>
    public bool ScriptOnly { get; init; }

    /// <summary>Reading an undefined variable is an error, also behind <c>??</c>.</summary>
    public bool StrictVariables { get; init; }

    public bool RelaxedMemberAccess { get; init; } = true;

    public bool RelaxedIndexerAccess { get; init; } = true;

    public bool RelaxedTargetAccess { get; init; }

    public bool RelaxedFunctionAccess { get; init; }

    /// <summary>Steps of loops and array functions in one rendering, and the longest range; 0 = no limit.</summary>
    public int LoopLimit { get; init; } = 10_000_000;

    /// <summary>An outermost loop sets the count of steps back to zero.</summary>
    public bool LoopLimitStartsAnew { get; init; }

    /// <summary>Nested calls and includes.</summary>
    public int RecursionLimit { get; init; } = 100;

    /// <summary>Bytes of one rendering's output, characters of one text.</summary>
    public int OutputLimit { get; init; } = 64 * 1024 * 1024;

    /// <summary>Nesting of a printed or serialised value.</summary>
    public int ObjectDepthLimit { get; init; } = 100;

    /// <summary>Nesting of expressions and statements in the source.</summary>
    public int NestingLimit { get; init; } = 250;

    /// <summary>What one regular expression may take.</summary>
    public TimeSpan RegexTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The language tag whose dates and fractions are written and read; empty for the invariant culture.</summary>
    public string Culture { get; init; } = "";

    /// <summary>The instant that <c>date.now</c> gives.</summary>
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>The zone of dates that name none, and the one that others are converted to.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Where <c>math.random</c> and <c>math.uuid</c> start, so that a rendering can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>The names that <c>include</c> knows, for "did you mean".</summary>
    public IReadOnlyCollection<string> IncludeNames { get; init; } = [];
}
