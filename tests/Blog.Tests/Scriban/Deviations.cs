namespace Blog.Tests.Scriban;

/// <summary>Cases where this engine does something else on purpose, or not yet.</summary>
internal static class Deviations
{
    private const string LineBreaks = "line breaks are accepted in parentheses, lists of arguments and parameters, and behind operators";
    private const string Ranges = "options may stand behind a range without parentheses";
    private const string Words = "truncatewords uses its ellipsis, and only when something was cut";

    public static IReadOnlyDictionary<string, string> ById { get; } = new Dictionary<string, string>
    {
        ["200-statements/201-if-else-error2"] = "a block without an end is reported where it was opened, not at the end of the template",
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
        ["probe/expressions#14"] = "an index may stand directly behind an array",
        ["probe/loops#5"] = Ranges,
        ["probe/loops#6"] = Ranges,
        ["probe/loops#7"] = Ranges,
        ["probe/loops#32"] = Ranges,
        ["probe/string#7"] = Words,
        ["probe/string#8"] = Words,
        ["probe/string#9"] = Words,
    };
}
