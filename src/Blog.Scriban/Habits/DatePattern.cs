using System.Text;

namespace Blog.Scriban.Habits;

/// <summary>Patterns of dates in other notations, as <c>date.to_string</c> takes them.</summary>
internal static class DatePattern
{
    // https://pkg.go.dev/time#Layout: a moment written as it should look. Longer pieces come first.
    private static readonly (string Go, string Code)[] OfMoment =
    [
        ("January", "%B"), ("Monday", "%A"), ("2006", "%Y"), ("Jan", "%b"), ("Mon", "%a"), ("MST", "%Z"), ("-07:00", "%Z"), ("Z07:00", "%Z"),
        ("01", "%m"), ("02", "%d"), ("15", "%H"), ("03", "%I"), ("04", "%M"), ("05", "%S"), ("06", "%y"), ("PM", "%p"), ("_2", "%e"), ("2", "%e"), ("1", "%m"), ("3", "%l"),
    ];

    public static string OfGo(string layout)
    {
        var result = new StringBuilder();
        for (var at = 0; at < layout.Length;)
        {
            var (go, code) = OfMoment.FirstOrDefault(piece => string.CompareOrdinal(layout, at, piece.Go, 0, piece.Go.Length) == 0);
            result.Append(code ?? layout[at].ToString());
            at += go?.Length ?? 1;
        }

        return result.ToString();
    }

    /// <summary>The letters of PHP's <c>date</c>, as Twig takes them.</summary>
    public static string OfPhp(string pattern) => pattern.Contains('%', StringComparison.Ordinal) ? pattern : string.Concat(pattern.Select(letter => letter switch
    {
        'Y' or 'y' or 'm' or 'd' or 'H' => "%" + letter,
        'F' => "%B",
        'M' => "%b",
        'n' => "%m",
        'j' => "%e",
        'l' => "%A",
        'D' => "%a",
        'i' => "%M",
        's' => "%S",
        'g' => "%l",
        'h' => "%I",
        'a' or 'A' => "%p",
        _ => letter.ToString(),
    }));
}
