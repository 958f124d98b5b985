using System.Globalization;
using Blog.Text;

namespace Blog.Scriban;

// T190, T24x: what a template may use up. Each names the limit, and says what to do about it.
internal static partial class Problems
{
    public static Diagnostic TooManyCalls(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T240", $"calls, includes and loops are nested deeper than {Shown(limit)} levels", source, at,
            "does a function or an included template call itself without end?");

    public static Diagnostic TooManySteps(SourceText source, TextSpan at, long limit) =>
        Diagnostic.Error("T241", $"the page takes more than {Shown(limit)} steps", source, at,
            "does a loop run without end? A loop in a loop takes the steps of both, multiplied");

    public static Diagnostic ListTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T242", $"a list of more than {Shown(limit)} items", source, at, "take a part of it, or go through it without making a list");

    public static Diagnostic TextTooLong(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T243", $"a text of more than {Shown(limit)} characters", source, at, "print its parts one after the other");

    public static Diagnostic TooMuchOutput(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T244", $"the page has more than {Shown(limit)} bytes", source, at, "does a loop print without end? A long list can be cut with 'limit:'");

    public static Diagnostic ObjectTooDeep(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T245", $"a value nested deeper than {Shown(limit)} levels cannot be printed or compared", source, at, "does an object hold itself?");

    public static Diagnostic TooMuchMemory(SourceText source, TextSpan at, long limit) =>
        Diagnostic.Error("T246", $"the values that the page makes take more than {Shown(limit)} bytes", source, at,
            "each '+' makes a new text or list: collect a long text with 'capture', and print what need not be kept");

    public static Diagnostic TooMuchMatching(SourceText source, TextSpan at, TimeSpan limit) =>
        Diagnostic.Error("T247", $"the regular expressions of the page take more than {limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} seconds",
            source, at, "a pattern such as '(a+)+' splits a text in every way there is: leave one of the two '+' out");

    public static Diagnostic TooManyRounds(SourceText source, TextSpan at, int limit) =>
        Diagnostic.Error("T248", $"more than {Shown(limit)} rounds of loops", source, at, "does a loop run without end?");

    public static Diagnostic SourceTooLong(SourceText source, int limit) =>
        Diagnostic.Error("T190", $"the template has more than {Shown(limit)} characters", source, default, "split it into parts that include each other");

    private static string Shown(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
