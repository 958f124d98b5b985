namespace Blog.Tests.Scriban;

/// <summary>Cases where this engine does something else on purpose, or not yet.</summary>
internal static class Deviations
{
    private const string Openings = "what is never closed is reported where it was opened, not where its end is missed";
    private const string LineBreaks = "line breaks are accepted in parentheses, lists of arguments and parameters, and behind operators";
    private const string Ranges = "options may stand behind a range without parentheses";
    private const string Words = "truncatewords uses its ellipsis, and only when something was cut";

    /// <summary>Those that no case of ours touches; tests/specs/scriban-language/13-deviations.md has examples.</summary>
    public static IReadOnlyList<string> WithoutCases { get; } =
    [
        "`??` and `?!` look at their right side only when they must",
        "interpolated texts print values as they are printed elsewhere",
        "a character behind the end of a text is null",
        "numbers of different kinds can be sorted together",
        "texts are compared character by character, never by culture",
        "null is an empty text for functions of texts and patterns",
        "a text that is no date is an error for `date.parse`",
        "`%B` is the long name of the month in `date.parse_to_string`, too",
        "cultures are tables of ours",
        "spans of time can be added, subtracted and compared",
        "a text or a page that grows too long is an error",
    ];

    public static IEnumerable<string> Reasons => ById.Values.Distinct().Concat(WithoutCases);

    /// <summary>Codes of refusals whose place is ours, whatever the case.</summary>
    public static IReadOnlyDictionary<string, string> ByCode { get; } = new Dictionary<string, string>
    {
        ["T103"] = Openings,
        ["T110"] = Openings,
        ["T129"] = Openings,
    };

    public static IReadOnlyDictionary<string, string> ById { get; } = new Dictionary<string, string>
    {
        ["200-statements/201-if-else-error2"] = Openings,
        ["400-builtins/400-builtins"] = "html.raw is an addition of ours",
        ["docs/object.values#1"] = "texts are sorted by ordinal, so that every machine builds the same site",
        ["probe/expressions#3"] = LineBreaks,
        ["probe/expressions#5"] = LineBreaks,
        ["probe/expressions#6"] = LineBreaks,
        ["probe/expressions#7"] = LineBreaks,
        ["probe/expressions#8"] = LineBreaks,
        ["probe/expressions#10"] = LineBreaks,
        ["probe/expressions#12"] = LineBreaks,
        ["probe/expressions#15"] = LineBreaks,
        ["probe/expressions#16"] = LineBreaks,
        ["probe/expressions#17"] = LineBreaks,
        ["probe/expressions#18"] = LineBreaks,
        ["probe/expressions#14"] = "a member or an index may stand directly behind a list or an object",
        ["probe/loops#5"] = Ranges,
        ["probe/loops#6"] = Ranges,
        ["probe/loops#7"] = Ranges,
        ["probe/loops#32"] = Ranges,
        ["probe/string#7"] = Words,
        ["probe/string#8"] = Words,
        ["probe/string#9"] = Words,
    };
}
