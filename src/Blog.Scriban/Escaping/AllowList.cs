using System.Buffers;
using System.Collections.Frozen;
using Blog.Scriban.Runtime;

namespace Blog.Scriban.Escaping;

/// <summary>Places where nothing can be escaped: what is harmless passes, all else is an error.</summary>
internal static class AllowList
{
    private const string LettersAndDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly SearchValues<char> InUnquoted = SearchValues.Create(LettersAndDigits + "-._~/%#+,@?");
    private static readonly SearchValues<char> InStyle = SearchValues.Create(LettersAndDigits + " #%.,-_");

    // Colours and arithmetic; nothing that loads or runs.
    private static readonly FrozenSet<string> StyleFunctions = new[]
    {
        "calc", "clamp", "color", "color-mix", "hsl", "hsla", "hwb", "lab", "lch", "max", "min", "oklab", "oklch", "rgb", "rgba", "var",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string Unquoted(Frame frame, string text, bool mayBeEmpty) =>
        text.Length == 0 && !mayBeEmpty ? throw Unfit(frame, text, "in an attribute without quotes", "write quotes around the value: name=\"{{ … }}\"")
        : Holds(text, InUnquoted) ? text
        : throw Unfit(frame, text, "in an attribute without quotes", "write quotes around the value: name=\"{{ … }}\"");

    public static string Style(Frame frame, string text) => Holds(text, InStyle) || HasOnlySafeCalls(text) ? text
        : throw Unfit(frame, text, "in a style", "letters, digits, blanks and '#%.,-_' can, and functions of colours such as 'rgb(…)'");

    private static RenderFailure Unfit(Frame frame, string text, string where, string help) =>
        frame.Fail(Problems.Unfit(frame.Source, frame.Here!.Span, text, where, help)); // something is being printed

    private static bool Holds(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        for (var next = text.IndexOfAnyExcept(allowed); next >= 0; next = text.IndexOfAnyExcept(allowed))
        {
            // Beyond ASCII there are no signs that mean anything; letters of all scripts may stand in names.
            if (!char.IsLetterOrDigit(text[next]) || text[next] < 0x80)
            {
                return false;
            }

            text = text[(next + 1)..];
        }

        return true;
    }

    // "rgb(0 0 0 / 50%)": within the parentheses of a known function a slash may stand as well.
    private static bool HasOnlySafeCalls(ReadOnlySpan<char> text)
    {
        var depth = 0;
        while (text.IndexOfAny('(', ')', '/') is >= 0 and var next)
        {
            if (!Holds(text[..next], InStyle) || (text[next] != '(' && depth == 0) || (text[next] == '(' && !IsSafeFunction(text[..next])))
            {
                return false;
            }

            depth += text[next] == '(' ? 1 : text[next] == ')' ? -1 : 0;
            text = text[(next + 1)..];
        }

        return depth == 0 && Holds(text, InStyle);
    }

    private static bool IsSafeFunction(ReadOnlySpan<char> before) =>
        StyleFunctions.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before[(before.LastIndexOfAny(' ', ',') + 1)..]);
}
