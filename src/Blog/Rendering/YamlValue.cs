using System.Globalization;
using Blog.Reading;
using Blog.Scriban;

namespace Blog.Rendering;

/// <summary>Data of authors as values of templates, by the core types of YAML 1.2.</summary>
internal static class YamlValue
{
    public static Value Of(YamlNode? node) => node switch
    {
        YamlMapping mapping => OfMapping(mapping),
        YamlSequence sequence => new ScriptArray(sequence.Items.Select(Of)),
        YamlScalar scalar => OfScalar(scalar),
        _ => default,
    };

    private static ScriptObject OfMapping(YamlMapping mapping)
    {
        var result = new ScriptObject(mapping.Pairs.Length);
        foreach (var pair in mapping.Pairs)
        {
            result[pair.Key.Value] = Of(pair.Value);
        }

        return result;
    }

    private static Value OfScalar(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return scalar.Value;
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => default,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when IsNumber(scalar.Value) && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => integer,
            _ when IsNumber(scalar.Value) && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => scalar.Value,
        };
    }

    // '0777' and '1_000' stay text; 'Infinity' is a word.
    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan().TrimStart("+-");
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && (digits.Length == 1 || digits[0] != '0' || !char.IsAsciiDigit(digits[1]));
    }
}
