using System.Globalization;
using Blog.Imaging;
using Markdig.Renderers.Html;

namespace Blog.Composing.Markdown.Links;

/// <summary>Width and height of an image, so that the text below does not jump when it arrives.</summary>
internal static class ImageFrame
{
    /// <summary>What the author wrote stays; a lone width or height gets the other one by proportion.</summary>
    public static void Fill(HtmlAttributes attributes, ImageSize? image)
    {
        if (image is not { } size)
        {
            return;
        }

        var (width, height) = (ValueOf(attributes, "width"), ValueOf(attributes, "height"));
        if (width is null && height is null)
        {
            Add(attributes, "width", size.Width);
            Add(attributes, "height", size.Height);
        }
        else if (height is null && Number(width) is { } wide)
        {
            Add(attributes, "height", Proportional(wide, size.Height, size.Width));
        }
        else if (width is null && Number(height) is { } high)
        {
            Add(attributes, "width", Proportional(high, size.Width, size.Height));
        }
    }

    private static string? ValueOf(HtmlAttributes attributes, string name) => attributes.Properties?.FirstOrDefault(property => property.Key == name) is { Key: not null } found ? found.Value ?? "" : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Proportional(int length, int other, int same) => (int)Math.Clamp(((long)length * other * 2 + same) / (2L * same), 1, int.MaxValue);

    private static void Add(HtmlAttributes attributes, string name, int value) => attributes.AddProperty(name, value.ToString(CultureInfo.InvariantCulture));
}
