using System.Globalization;

namespace Blog.Text.Tex;

/// <summary>TeX's lengths in em.</summary>
internal static class Lengths
{
    private const double Most = 100;

    /// <param name="source"><c>1.5em</c>, <c>-3 mu</c>, <c>2pt plus 1fil</c>, <c>0.5\textwidth</c>, <c>\thinmuskip</c>.</param>
    /// <param name="em">0 for lengths of the page, which a formula does not know.</param>
    public static bool TryRead(ReadOnlySpan<char> source, out double em)
    {
        source = source.Trim();
        var digits = source.IndexOfAnyExcept("+-., 0123456789");
        digits = digits < 0 ? source.Length : digits;
        var number = Number(source[..digits]);
        var unit = UnitInEm(source[digits..].TrimStart());
        em = Math.Clamp((number ?? 0) * (unit ?? 0), -Most, Most);
        return number is not null && unit is not null;
    }

    /// <summary>Whether the length is a share of the page's.</summary>
    public static bool IsOfPage(ReadOnlySpan<char> source) => source.Trim() is [.., '\\', 't', 'e', 'x', 't', 'w', 'i', 'd', 't', 'h'] or [.., '\\', 'l', 'i', 'n', 'e', 'w', 'i', 'd', 't', 'h']
        or [.., '\\', 'c', 'o', 'l', 'u', 'm', 'n', 'w', 'i', 'd', 't', 'h'];

    private static double? Number(ReadOnlySpan<char> digits)
    {
        digits = digits.Trim();
        if (digits.IsEmpty || digits is "-" or "+")
        {
            return digits is "-" ? -1 : 1;
        }

        Span<char> plain = stackalloc char[Math.Min(digits.Length, 32)];
        var length = 0;
        foreach (var digit in digits)
        {
            if (digit != ' ' && length < plain.Length)
            {
                plain[length++] = digit == ',' ? '.' : digit;
            }
        }

        return double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    private static double? UnitInEm(ReadOnlySpan<char> unit)
    {
        // Glue may grow: 3mu plus 1fil.
        var end = unit.IndexOf(' ');
        return (end < 0 ? unit : unit[..end]) switch
        {
            "em" => 1,
            "ex" => 0.43,
            "mu" => 1 / 18.0,
            "pt" or "px" or "bp" => 0.1,
            "pc" => 1.2,
            "mm" => 0.285,
            "cm" => 2.85,
            "in" => 7.2,
            "sp" => 0.1 / 65536,
            "\\thinmuskip" => 3 / 18.0,
            "\\medmuskip" => 4 / 18.0,
            "\\thickmuskip" => 5 / 18.0,
            "\\quad" => 1,
            "\\textwidth" or "\\linewidth" or "\\columnwidth" or "\\hsize" or "\\baselineskip" or "\\fill" => 0,
            _ => null,
        };
    }
}
