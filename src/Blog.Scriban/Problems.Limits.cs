using System.Globalization;
using Blog.Text;

namespace Blog.Scriban;

// T24x: what a template may use up.
internal static partial class Problems
{
    public static Diagnostic TooManyCalls(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T240", string.Create(CultureInfo.InvariantCulture, $"calls and includes are nested deeper than {limit} levels"), source, at,
            "does a function or an included template call itself without end?");

    public static Diagnostic TooManySteps(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T241", string.Create(CultureInfo.InvariantCulture, $"more than {limit} steps in loops"), source, at, "does a loop run without end?");

    public static Diagnostic RangeTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T242", string.Create(CultureInfo.InvariantCulture, $"a list of more than {limit} items"), source, at);

    public static Diagnostic TextTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T243", string.Create(CultureInfo.InvariantCulture, $"a text of more than {limit} characters"), source, at);

    public static Diagnostic TooMuchOutput(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T244", string.Create(CultureInfo.InvariantCulture, $"the page has more than {limit} bytes"), source, at);

    public static Diagnostic ObjectTooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T245", string.Create(CultureInfo.InvariantCulture, $"a value nested deeper than {limit} levels cannot be printed"), source, at,
            "does an object hold itself?");
}
