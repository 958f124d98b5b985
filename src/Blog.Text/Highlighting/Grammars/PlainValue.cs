namespace Blog.Text.Highlighting.Grammars;

/// <summary>Values of configuration files that are written without quotes.</summary>
internal static class PlainValue
{
    /// <summary><c>12</c>, <c>-1.5e3</c>, <c>0xff</c>, <c>1_000</c>, <c>2026-01-31</c>, <c>2026-01-31T12:00:00+08:00</c>.</summary>
    public static bool IsNumberOrDate(ReadOnlySpan<char> value)
    {
        var start = value is ['-' or '+', ..] ? 1 : 0;
        if (value.Length == start || value.Length > 40)
        {
            return false;
        }

        var digits = value[start..];
        if (digits is ['0', 'x', ..])
        {
            return !digits[2..].ContainsAnyExcept("0123456789abcdefABCDEF_");
        }

        if (!char.IsAsciiDigit(digits[0]) && !(digits.Length > 1 && digits[0] == '.' && char.IsAsciiDigit(digits[1])))
        {
            return digits is ".inf" or ".nan" or ".NaN" or "inf" or "nan";
        }

        return IsDate(digits) || (!digits.ContainsAnyExcept("0123456789_.eE+-") && digits.Count('.') <= 1 && digits.LastIndexOf('-') <= ExponentAt(digits) + 1);
    }

    private static int ExponentAt(ReadOnlySpan<char> digits) => digits.IndexOfAny('e', 'E');

    private static bool IsDate(ReadOnlySpan<char> value) =>
        (value.Length >= 10 && value[4] == '-' && value[7] == '-' && !value.ContainsAnyExcept("0123456789-:.TZtz+ ")) || (value.Length is 5 or 8 && value[2] == ':' && !value.ContainsAnyExcept("0123456789:"));
}
