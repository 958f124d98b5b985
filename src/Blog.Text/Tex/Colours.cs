using System.Globalization;

namespace Blog.Text.Tex;

/// <summary>Colours by name, number and model. What comes out can stand in an attribute, whatever went in.</summary>
internal sealed class Colours
{
    private readonly Dictionary<string, string> _defined = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _defined.Keys.Concat(ColourNames.All);

    public void Define(string name, string colour) => _defined[name] = colour;

    /// <summary>The colour as CSS writes it; null when it is none.</summary>
    /// <param name="model">What stands in brackets before it: <c>RGB</c>; empty for a name.</param>
    public string? Find(string model, string colour) => model switch
    {
        "" or "named" => _defined.TryGetValue(colour, out var defined) ? defined : IsHex(colour) ? colour : ColourNames.Find(colour),
        "HTML" => IsHex('#' + colour) ? '#' + colour : null,
        "RGB" => OfParts(colour, 3, 255),
        "rgb" => OfParts(colour, 3, 1),
        "gray" => OfParts(colour, 1, 1),
        _ => null,
    };

    private static bool IsHex(string colour) => colour is ['#', .. var digits] && digits.Length is 3 or 6 && digits.All(char.IsAsciiHexDigit);

    private static string? OfParts(string colour, int count, double whole)
    {
        var parts = colour.Split(',');
        if (parts.Length != count)
        {
            return null;
        }

        Span<int> bytes = stackalloc int[count];
        for (var i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i].Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var part) || !double.IsFinite(part))
            {
                return null;
            }

            bytes[i] = (int)Math.Round(Math.Clamp(part / whole, 0, 1) * 255);
        }

        return count == 1 ? $"#{bytes[0]:x2}{bytes[0]:x2}{bytes[0]:x2}" : $"#{bytes[0]:x2}{bytes[1]:x2}{bytes[2]:x2}";
    }
}
