using System.Globalization;
using System.Text;

namespace Blog.Imaging;

/// <summary>The size that the first element of an SVG file gives itself: <c>width</c> and <c>height</c> in pixels, else those of the <c>viewBox</c>.</summary>
/// <remarks>Read by hand: an XML parser would look at entities and foreign files that a hostile image names.</remarks>
internal static class SvgHeader
{
    private const int LongestTag = 16 * 1024;

    public static ImageSize? SizeOf(ReadOnlySpan<byte> head)
    {
        var start = head.IndexOf("<svg"u8);
        if (start < 0)
        {
            return null;
        }

        var tag = head[start..Math.Min(head.Length, start + LongestTag)];
        var end = tag.IndexOf((byte)'>');
        if (end < 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(tag[..end]);
        var box = (ValueOf(text, "viewBox") ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var (boxWidth, boxHeight) = box.Length == 4 ? (Number(box[2]), Number(box[3])) : (null, null);
        return (Pixels(ValueOf(text, "width")), Pixels(ValueOf(text, "height"))) switch
        {
            ({ } width, { } height) => Whole(width, height),
            ({ } width, null) when boxWidth > 0 && boxHeight is { } => Whole(width, width * boxHeight.Value / boxWidth.Value),
            (null, { } height) when boxHeight > 0 && boxWidth is { } => Whole(height * boxWidth.Value / boxHeight.Value, height),
            _ when boxWidth is { } width && boxHeight is { } height => Whole(width, height),
            _ => null,
        };
    }

    private static string? ValueOf(string tag, string name)
    {
        for (var at = tag.IndexOf(name, StringComparison.Ordinal); at > 0; at = tag.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var rest = tag.AsSpan(at + name.Length).TrimStart();
            if (!char.IsWhiteSpace(tag[at - 1]) || rest is not ['=', ..])
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            return rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is var end and >= 0 ? rest[1..(end + 1)].ToString() : null;
        }

        return null;
    }

    private static double? Pixels(string? value) => value is null ? null : Number(value.EndsWith("px", StringComparison.Ordinal) ? value[..^2] : value);

    private static double? Number(string value) =>
        double.TryParse(value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : null;

    private static ImageSize Whole(double width, double height) =>
        new((int)Math.Round(Math.Clamp(width, 1, 1_000_000)), (int)Math.Round(Math.Clamp(height, 1, 1_000_000)));
}
