using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text;

namespace Blog.Scriban.Escaping;

/// <summary>References of HTML as the characters that a browser makes of them.</summary>
internal static class CharacterReferences
{
    // The names of ASCII characters that .NET does not know: these can hide a scheme, a quote or a bracket.
    private static readonly FrozenDictionary<string, char> Ascii = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["Tab"] = '\t',
        ["NewLine"] = '\n',
        ["excl"] = '!',
        ["QUOT"] = '"',
        ["num"] = '#',
        ["dollar"] = '$',
        ["percnt"] = '%',
        ["AMP"] = '&',
        ["apos"] = '\'',
        ["lpar"] = '(',
        ["rpar"] = ')',
        ["ast"] = '*',
        ["midast"] = '*',
        ["plus"] = '+',
        ["comma"] = ',',
        ["period"] = '.',
        ["sol"] = '/',
        ["colon"] = ':',
        ["semi"] = ';',
        ["LT"] = '<',
        ["equals"] = '=',
        ["GT"] = '>',
        ["quest"] = '?',
        ["commat"] = '@',
        ["lsqb"] = '[',
        ["lbrack"] = '[',
        ["bsol"] = '\\',
        ["rsqb"] = ']',
        ["rbrack"] = ']',
        ["Hat"] = '^',
        ["lowbar"] = '_',
        ["UnderBar"] = '_',
        ["grave"] = '`',
        ["DiacriticalGrave"] = '`',
        ["lcub"] = '{',
        ["lbrace"] = '{',
        ["verbar"] = '|',
        ["vert"] = '|',
        ["VerticalLine"] = '|',
        ["rcub"] = '}',
        ["rbrace"] = '}',
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static string Decode(string text)
    {
        var next = text.IndexOf('&');
        if (next < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var from = 0;
        for (; next >= 0; next = text.IndexOf('&', from))
        {
            result.Append(text, from, next - from);
            from = next + 1 + LengthOfName(text, next + 1);
            var isClosed = from < text.Length && text[from] == ';';
            result.Append(Of(text[(next + 1)..from], isClosed) ?? text[next..(from + (isClosed ? 1 : 0))]);
            from += isClosed ? 1 : 0;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>What is printed behind this text would become a part of a reference.</summary>
    public static bool EndsInside(ReadOnlySpan<char> text)
    {
        var name = text[(text.LastIndexOf('&') + 1)..];
        return name.Length < text.Length && !name.ContainsAnyExcept(NameCharacters);
    }

    private static int LengthOfName(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (!rest.StartsWith('#'))
        {
            return Count(rest, char.IsAsciiLetterOrDigit);
        }

        // A number ends at the first character that is no digit of it.
        return rest.Length > 1 && rest[1] is 'x' or 'X' ? 2 + Count(rest[2..], char.IsAsciiHexDigit) : 1 + Count(rest[1..], char.IsAsciiDigit);
    }

    private static int Count(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var count = 0;
        while (count < text.Length && belongs(text[count]))
        {
            count++;
        }

        return count;
    }

    private static string? Of(string name, bool isClosed)
    {
        if (name.StartsWith('#'))
        {
            return Number(name);
        }

        if (!isClosed)
        {
            // Only a few old names do without the semicolon.
            return name.ToLowerInvariant() switch
            {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                _ => null,
            };
        }

        return Ascii.TryGetValue(name, out var ascii) ? ascii.ToString()
            : WebUtility.HtmlDecode($"&{name};") is var decoded && decoded.StartsWith('&') && decoded.Length > 1 ? null : decoded;
    }

    private static string? Number(string name)
    {
        var isHexadecimal = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = name.AsSpan(isHexadecimal ? 2 : 1);
        return digits.IsEmpty ? null
            : int.TryParse(digits, isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Rune.TryCreate(number, out var rune)
                ? rune.ToString() : "\uFFFD";
    }
}
